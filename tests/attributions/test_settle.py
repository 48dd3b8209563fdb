from claimx.attributions.quotes import find_quotations
from claimx.attributions.settle import settle
from claimx.attributions.statement import Statement
from claimx.records import Span, Zone


def at(text, *words):
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def said(text, source, cue, *content):
    return Statement(at(text, source), at(text, cue), at(text, *content), 0.9)


def contents(text, *statements, inserted=(), clauses=()):
    zones, sentences, offset = [], [], 0
    for index, line in enumerate(text.split("\n")):
        zones.append(Zone("body", Span(offset, offset + len(line)), index))
        at_sentence = offset
        for sentence in line.split(". "):
            sentences.append(Span(at_sentence, at_sentence + len(sentence)))
            at_sentence += len(sentence) + 2
        offset += len(line) + 1
    settled = settle(statements, inserted, clauses, text, zones, sentences, find_quotations(text, zones))
    return [[text[start:end] for start, end in s.content] for s in settled]


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
    assert found == [["It was bad", "“Four boats sank.”"]]


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
    return settle([statement], (), (), text, zones, [zone.span for zone in zones], [])


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
