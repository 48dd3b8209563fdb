import pytest

from claimx.grammar.clauses import (
    governor,
    has_pronoun_subject,
    head_within,
    nearest_verb,
    object_before,
    subject_noun_of,
    verb_of,
)
from tests.make import make_parse
from tests.parsing import parse_alone


def word(doc, text):
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "at", "subject"),
    [
        ("The dam rose to 40 metres.", "metres", "dam"),
        ("The mayor, who fined the firm 300 dollars, left.", "dollars", "mayor"),
        ("The firm wants to pay 300 dollars.", "dollars", "firm"),
        ("The river fell and reached 40 metres.", "metres", "river"),
    ],
)
def test_the_noun_that_is_the_subject(text, at, subject):
    doc = parse_alone(text)
    assert subject_noun_of(word(doc, at)).text == subject
    assert not has_pronoun_subject(word(doc, at)) or subject == "mayor"


def test_a_pronoun_is_no_subject_noun():
    doc = parse_alone("They paid 300 dollars.")
    assert subject_noun_of(word(doc, "dollars")) is None
    assert has_pronoun_subject(word(doc, "dollars"))


def test_the_object_before_a_token():
    doc = parse_alone("The firm cut prices by 3 per cent.")
    assert object_before(word(doc, "cut"), word(doc, "by")).text == "prices"
    assert object_before(word(doc, "cut"), word(doc, "prices")) is None


def test_an_auxiliary_is_a_nearest_verb_and_no_full_one():
    doc = parse_alone("The dam has burst.")
    assert nearest_verb(word(doc, "has")).text == "has"
    assert verb_of(word(doc, "has")).text == "burst"
    assert verb_of(parse_alone("A great fire.")[0]) is None


def test_what_governs_a_stretch_from_inside_and_from_outside():
    doc = make_parse(["paid", "300", "old", "dollars"], deps=["ROOT", "nummod", "amod", "dobj"], heads=[0, 3, 3, 0])
    assert head_within(doc[1], 1, 3).text == "dollars"
    assert governor(doc[1], 1, 3).text == "paid"
    assert governor(doc[1], 0, 3).text == "paid"  # the root itself
