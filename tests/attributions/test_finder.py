"""Step 4 as a whole, on sentences of our own."""

import pytest

from claimx import Article, Extractor, extract
from claimx.attributions.nesting import MOST_NESTED


def attributed(text):
    return [(c.source.text if c.source else None, c.text) for c in extract(text, narrated=False)]


def test_a_relative_with_its_hearsay_is_left_to_the_sentence_around_it():
    text = "The army has been shelling what are said to be rebel barracks near Ode since May."
    assert all("barracks" not in said for _, said in attributed(text))
    (claim,) = extract(text)
    assert (claim.form, [hedge.text for hedge in claim.hedges]) == ("narrated", ["what are said to be"])


def test_plain_statements_are_all_there_however_often_they_stand():
    text = "\n\n".join(["It rained in the hills, he said."] * 20)
    assert len(attributed(text)) == 20


def test_what_a_state_has_always_maintained_is_its_own():
    text = "Ordania has always maintained that its dam is safe."
    assert attributed(text) == [("Ordania", "its dam is safe")]
    assert len(extract(text)) == 1


def test_an_answer_that_goes_on_is_not_the_articles_own():
    text = "Q: Why?\n\nA: It was late.\n\nIn 1990 it closed 85 per cent of the pits.\n\nQ: Oh?\n\nA: Yes."
    assert ("A", "It was late. In 1990 it closed 85 per cent of the pits.") in attributed(text)
    assert all(claim.form != "narrated" or "1990" not in claim.text for claim in extract(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the words of the mayor, the dam is a toy.", [("the mayor", "the dam is a toy")]),
        ("In her words, the dam has become a toy.", [("her", "the dam has become a toy")]),
        ("In other words, the dam has become a toy.", []),
        ("The sale was, in the words of its chief, Ota Bly, “a leap”.", [("its chief, Ota Bly", "a leap")]),
        ("Bly left it, in his own words, “poorer”.", [("his", "poorer")]),
        ("They told it in their own words. “Rain” was on every sheet.", []),
    ],
)
def test_what_is_put_in_somebodys_words(text, found):
    assert attributed(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tower was reportedly built in a week.", ["The tower was built in a week"]),
        ("Two guards allegedly sold 80 keys.", ["Two guards sold 80 keys"]),
        ("Police held a man who supposedly sold 80 keys.", []),
        ("The allegedly stolen keys were found.", []),
    ],
)
def test_what_others_answer_for_whom_nobody_names(text, found):
    assert [claim.text for claim in extract(text) if claim.cue and claim.source is None] == found


def test_statements_inside_of_each_other_are_bounded_and_that_is_told():
    document = Extractor().document(Article("the mayor said " * 60))
    assert len(document.claims) == 1 + MOST_NESTED
    [warning] = document.warnings
    assert warning.startswith("nested-left-out: ")


def test_a_content_begins_after_the_time_stamp_of_its_entry():
    text = "10:30 Trains stop, Ann Lee says.\n\n11:15 It rains.\n\n12:00 It pours."
    assert [claim.text for claim in extract(text) if claim.source] == ["Trains stop"]
