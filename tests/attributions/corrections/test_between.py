from dataclasses import replace

from claimx.attributions.corrections.between import settle
from claimx.attributions.statement import Rule, Statement, Supplies
from claimx.records import Span, Zone
from tests.make import make_parse
from tests.parsing import body, reading_of

CLAUSE = Rule("clause", supplies=Supplies.CLAUSE)
AFTER = Rule("after", supplies=Supplies.ALL_BEFORE)
HALVES = Rule("halves", supplies=Supplies.HALVES)


def at(text, *words):
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def said(text, source, cue, *content):
    return Statement(at(text, source), at(text, cue), at(text, *content), 0.9)


def words(text, spans):
    return [text[start:end] for start, end in spans]


def contents(text, *statements, inserted=(), clauses=()):
    return [words(text, s.content) for s in settled(text, *statements, inserted=inserted, clauses=clauses)]


def settled(text, *statements, inserted=(), clauses=()):
    words = text.replace("\n", " ").split(" ")
    begins = [i == 0 or words[i - 1].endswith(".") or _opens_line(text, words, i) for i in range(len(words))]
    by_rule = [replace(s, rule=HALVES) for s in inserted]
    by_rule += [s if s.rule is AFTER else replace(s, rule=CLAUSE) for s in clauses]
    return settle(statements, by_rule, reading_of(text, body(text), make_parse(words, sentence_starts=begins)))


def _opens_line(text, words, place):
    return text[len(" ".join(words[:place]))] == "\n"


def test_a_headline_is_no_piece_of_the_lead():
    text = "Four boats sink\nFour boats sank, the mayor said."
    assert contents(text, said(text, "the mayor", "said", "Four boats sink", "Four boats sank")) == [
        ["Four boats sank"]
    ]


def test_what_follows_a_colon_may_stand_in_the_next_paragraph():
    text = "The mayor said that it was bad:\nFour boats sank."
    found = contents(text, said(text, "The mayor", "said that it was bad:", "Four boats sank"))
    assert found == [["Four boats sank"]]


def test_a_quotation_may_stand_in_another_paragraph():
    text = "It was bad, the mayor said.\n“Four boats sank.”"
    found = contents(text, said(text, "the mayor", "said", "It was bad", "“Four boats sank.”"))
    assert found == [["It was bad"], ["“Four boats sank.”"]]


def test_a_sentence_with_its_own_speaker_is_not_part_of_the_next_statement():
    text = "The league said it was over. It was not, Ann Lee wrote."
    league = said(text, "The league", "said", "it was over")
    lee = said(text, "Ann Lee", "wrote", "The league said it was over", "It was not")
    assert contents(text, league, lee) == [["it was over"], ["It was not"]]


def test_so_it_is_where_only_a_rule_knows_the_other_speaker():
    text = "The league said it was over. It was not, Ann Lee wrote."
    league = said(text, "The league", "said", "it was over")
    lee = said(text, "Ann Lee", "wrote", "The league said it was over", "It was not")
    assert contents(text, lee, clauses=[league]) == [["It was not"], ["it was over"]]


def test_both_halves_around_an_inserted_clause_belong_to_it():
    text = "The bridge, the mayor said, had fallen."
    half = said(text, "the mayor", "said", "had fallen")
    whole = said(text, "the mayor", "said", "The bridge", "had fallen")
    assert contents(text, half, inserted=[whole]) == [["The bridge", "had fallen"]]


def across_a_headline(text, statement):
    first, _ = text.split("\n")
    zones = [Zone("title", Span(0, len(first)), 0), Zone("body", Span(len(first) + 1, len(text)), 1)]
    doc = make_parse(text.replace("\n", " ").split(" "), sentence_starts=None)
    return settle([statement], (), reading_of(text, zones, doc))


def test_a_statement_ends_with_its_headline():
    text = "Hundreds flee, officials say\nIt rained on Monday."
    assert across_a_headline(text, said(text, "officials", "say", "It rained on Monday")) == []


def test_a_source_does_not_begin_in_the_headline():
    text = "We will win - Rovers coach\nThe Rovers coach Dan Petty said it rained."
    statement = Statement(
        at(text, "Rovers coach", "The Rovers coach Dan Petty"), at(text, "said"), at(text, "it rained"), 0.9
    )
    (settled,) = across_a_headline(text, statement)
    assert [text[start:end] for start, end in settled.source] == ["The Rovers coach Dan Petty"]


def test_a_quotation_in_the_next_sentence_is_a_statement_of_its_own():
    text = "The coach said that Bo was hurt. “He came to me and said so.”"
    found = settled(text, said(text, "The coach", "said", "that Bo was hurt", "“He came to me and said so.”"))
    assert [(words(text, s.source), words(text, s.cue), words(text, s.content), s.implicit) for s in found] == [
        (["The coach"], ["said"], ["that Bo was hurt"], False),
        (["The coach"], [], ["“He came to me and said so.”"], True),
    ]


def test_a_quotation_that_goes_on_in_the_next_sentence_is_one_statement():
    text = "“It hurt,” the coach said. “He told me so.”"
    found = contents(text, said(text, "the coach", "said", "“It hurt,”", "“He told me so.”"))
    assert found == [["“It hurt,”", "“He told me so.”"]]


def after(text, source, cue, content):
    return Statement(at(text, source), at(text, cue), at(text, content), 0.7, AFTER)


def test_all_that_stands_before_a_closing_reporting_clause_is_reported():
    text = "A nap seems to help, and it may calm bees, scientists have found."
    whole = "A nap seems to help, and it may calm bees"
    seems = Statement((), at(text, "seems"), at(text, "A nap", "to help"), 0.4)
    half = said(text, "scientists", "have", "it may calm bees")
    (found,) = settled(text, seems, half, clauses=[after(text, "scientists", "have found", whole)])
    assert (words(text, found.source), words(text, found.cue)) == (["scientists"], ["have found"])
    assert words(text, found.content) == [whole]


def test_a_half_alone_stays_as_the_model_found_it():
    text = "A nap may help, and it may calm bees, scientists have found."
    half = said(text, "scientists", "have found", "it may calm bees")
    clause = after(text, "scientists", "have found", "A nap may help, and it may calm bees")
    assert contents(text, half, clauses=[clause]) == [["it may calm bees"]]


def test_what_somebody_seems_to_say_elsewhere_stays():
    text = "It seems to rain. It may snow, the office said."
    seems = Statement((), at(text, "seems"), at(text, "It", "to rain"), 0.4)
    clause = after(text, "the office", "said", "It may snow")
    assert contents(text, seems, clauses=[clause]) == [["It", "to rain"]]
