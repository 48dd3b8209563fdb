import pytest

from claimx.attributions.corrections.cues import spoken_cue, with_its_verb
from claimx.attributions.corrections.sources import without_hearer
from claimx.attributions.statement import Statement
from claimx.records import Addressee, Span
from tests.parsing import parse, reading_of


def at(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "source", "cue", "heard"),
    [
        ("The jury heard that the lock was broken.", "The jury", "heard", True),
        ("The court was told that the lock was broken.", "The court", "was told", True),
        ("The locksmith told the court that it was broken.", "The locksmith", "told", False),
        ("The court said that the lock was broken.", "The court", "said", False),
    ],
)
def test_who_hears_is_no_source(text, source, cue, heard):
    (doc,) = parse([(text, [])])
    statement = Statement((at(text, source),), (at(text, cue),), (Span(len(text) - 11, len(text) - 1),), 0.8)
    assert without_hearer(statement, reading_of(text, doc=doc)).source == (() if heard else statement.source)


def test_a_cue_ends_before_those_who_are_told():
    text = "She told jurors: it was dark."
    statement = Statement((Span(0, 3),), (at(text, "told jurors:"),), (at(text, "it was dark"),), 0.8)
    jurors = Addressee("jurors", (at(text, "jurors"),), None)
    assert spoken_cue(statement, jurors, text).cue == (at(text, "told"),)
    assert spoken_cue(statement, None, text) == statement


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole_cue", "whole_content"),
    [
        ("The union has put the cost at 40.", "has", "the cost at 40", "has put", "the cost at 40"),
        ("I don't think anyone can call it a trend.", "don", "it a trend", "don't think", "anyone can call it a trend"),
        ("Ada Holm did not rule out a truce.", "did", "a truce", "did not rule out", "a truce"),
        ("Ada Holm has ruled the idea out for now.", "has", "the idea out", "has ruled", "the idea out"),
        ("The board has directed the crews to stay.", "has", "directed the crews", "has directed", "the crews"),
        ("The board has put the cost at 40.", "has put", "the cost at 40", "has put", "the cost at 40"),
        ("“Stay,” is the board's message.", "is", "“Stay,”", "is", "“Stay,”"),
        ("The clerk reportedly left.", "reportedly", "left", "reportedly", "left"),
    ],
)
def test_a_cue_of_auxiliaries_alone_goes_on_to_their_verb(text, cue, content, whole_cue, whole_content):
    (doc,) = parse([(text, [])])
    statement = Statement((), (at(text, cue),), (at(text, content),), 0.8)
    mended = with_its_verb(statement, reading_of(text, doc=doc))
    assert (mended.cue, mended.content) == ((at(text, whole_cue),), (at(text, whole_content),))
