import pytest

from claimx.claims.own_assertions import CONFIDENCE, TITLE_CONFIDENCE, content_end, keep, why_not
from claimx.grammar.events import sentence_event
from claimx.records import Entity, Mentions, Quantity, Sentence, Span, Time
from tests.parsing import parse_alone

FIGURE = Quantity("12", Span(0, 2), 12)
DAY = Time("Monday", Span(0, 6), "date", None)
NAME = Entity("Oldport", Span(0, 7), "GPE", "Oldport", "e1")


def sentence(text, zone="body"):
    return Sentence(Span(0, len(text)), 0, 0, sentence_event(parse_alone(text)[:]), zone)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The river rose two metres in an hour.", None),
        ("Oldport has no harbour.", None),
        ("The bridge may close in June.", None),
        ("How did the river rise so fast?", "question"),
        ("Call the number below for help.", "imperative"),
        ("Two dead, forty hurt.", "not-finite"),
        ("It rained.", "too-short"),
        ("Here is what the report found:", "announces"),
        ("Here you can read the report.", "speaks-to-the-reader"),
        ("“The river is not our enemy.”", "quotation"),
        ("* * *", "no-event"),
    ],
)
def test_what_can_be_an_assertion(text, why):
    assert why_not(text, sentence(text)) == why


@pytest.mark.parametrize(
    ("held", "score", "best"),
    [
        (Mentions((NAME,), (FIGURE,), (DAY,)), 0.9, "figure"),
        (Mentions((NAME,), (), (DAY,)), 0.9, "date"),
        (Mentions(quantities=(FIGURE,)), 0.0, "figure"),
        (Mentions((NAME,)), 0.2, "name"),
        (Mentions(), 0.9, "score"),
    ],
)
def test_confidence_goes_by_the_best_thing_in_it(held, score, best):
    confidence, reason = keep(sentence("The river rose."), held, score)
    assert confidence == CONFIDENCE[best]
    assert best in reason.detail


def test_what_holds_nothing_to_check_is_left_out():
    assert keep(sentence("The air was still."), Mentions(), 0.1) is None
    assert keep(sentence("Oldport was still."), Mentions(entities=(NAME,)), 0.1) is None


def test_a_title_is_less_sure():
    assert keep(sentence("Oldport floods", "title"), Mentions(quantities=(FIGURE,)), 0.9)[0] == TITLE_CONFIDENCE


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It rained.", "It rained"),
        ("It rained. ", "It rained"),
        ("It rained", "It rained"),
        ("It rained. ''", "It rained"),
        ("“It rained.”", "“It rained.”"),
        ("It rained...", "It rained..."),
        ("Did it?", "Did it?"),
        (".", "."),
    ],
)
def test_the_final_full_stop_stays_outside(text, content):
    assert text[: content_end(text, 0, len(text))] == content
