from claimx.attributions.corrections.between import on_one_side, with_both_halves
from claimx.attributions.statement import Rule, Statement
from claimx.records import Span, Zone
from tests.make import make_parse
from tests.parsing import reading_of


def at(text, *words):
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def across_a_headline(text, statement):
    first, _ = text.split("\n")
    zones = [Zone("title", Span(0, len(first)), 0), Zone("body", Span(len(first) + 1, len(text)), 1)]
    return on_one_side(statement, reading_of(text, zones, make_parse([])))


def test_a_headline_is_no_piece_of_the_lead():
    text = "Four boats sink\nFour boats sank, the mayor said."
    said = Statement(at(text, "the mayor"), at(text, "said"), at(text, "Four boats sink", "Four boats sank"), 0.9)
    assert across_a_headline(text, said).content == at(text, "Four boats sank")


def test_a_statement_ends_with_its_headline():
    text = "Hundreds flee, officials say\nIt rained on Monday."
    said = Statement(at(text, "officials"), at(text, "say"), at(text, "It rained on Monday"), 0.9)
    assert across_a_headline(text, said) is None


def test_a_source_does_not_begin_in_the_headline():
    text = "We will win - Rovers coach\nThe Rovers coach Dan Petty said it rained."
    sources = at(text, "Rovers coach", "The Rovers coach Dan Petty")
    said = Statement(sources, at(text, "said"), at(text, "it rained"), 0.9)
    assert across_a_headline(text, said).source == sources[1:]


def test_an_article_without_a_headline_is_left_as_it_is():
    text = "Four boats sank, the mayor said."
    said = Statement(at(text, "the mayor"), at(text, "said"), at(text, "Four boats sank"), 0.9)
    assert on_one_side(said, reading_of(text, doc=make_parse([]))) is said


def test_both_halves_around_an_inserted_clause_belong_to_it():
    text = "The bridge, the mayor said, had fallen."
    roles = at(text, "the mayor"), at(text, "said")
    half = Statement(*roles, at(text, "had fallen"), 0.9)
    whole = Statement(*roles, at(text, "The bridge", "had fallen"), 0.7, Rule("inserted", interrupts=True))
    [found] = with_both_halves([half], [whole], text)
    assert found.content == at(text, "The bridge", "had fallen")
    assert with_both_halves([half], [Statement(*roles, whole.content, 0.7, Rule("other"))], text) == [half]


def test_what_who_inserts_a_clause_says_next_is_no_half_of_it():
    text = "The plan was sound, the mayor said, but refused to name a day."
    roles = at(text, "the mayor"), at(text, "said")
    first = Statement(*roles, at(text, "The plan was sound"), 0.9)
    refusal = Statement(at(text, "the mayor"), at(text, "refused"), at(text, "to name a day"), 0.9)
    rule = Rule("inserted", interrupts=True)
    whole = Statement(*roles, at(text, "The plan was sound", "but refused to name a day"), 0.7, rule)
    assert with_both_halves([first, refusal], [whole], text) == [first, refusal]
    assert with_both_halves([first], [whole], text)[0].content == whole.content


def test_a_later_half_keeps_its_conjunction():
    text = "The crew had offered help, she added, but nobody answered."
    roles = at(text, "she"), at(text, "added")
    heard = Statement(*roles, at(text, "The crew had offered help", "nobody answered"), 0.9)
    rule = Rule("inserted", interrupts=True)
    whole = Statement(*roles, at(text, "The crew had offered help", "but nobody answered"), 0.7, rule)
    [found] = with_both_halves([heard], [whole], text)
    assert found.content == whole.content
