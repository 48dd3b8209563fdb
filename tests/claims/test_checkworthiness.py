import pytest

from claimx.claims.checkworthiness import checkworthiness, features, word_classes
from claimx.grammar.events import sentence_event
from claimx.lexicons.loader import load
from claimx.lexicons.weights import Weight
from claimx.records import Entity, Event, Mentions, Quantity, Span, Time
from tests.marked import cases
from tests.parsing import parse

SPAN = Span(0, 1)


def score(text):
    [doc] = parse([(text, ())])
    quantities = [Quantity(e.text, SPAN, 1) for e in doc.ents if e.label in ("CARDINAL", "MONEY", "PERCENT")]
    times = [Time(e.text, SPAN, "date", None) for e in doc.ents if e.label == "DATE"]
    entities = [Entity(e.text, SPAN, e.label, e.text, "") for e in doc.ents if e.label in ("GPE", "PERSON", "ORG")]
    return checkworthiness(
        features(text, sentence_event(doc.sents[0]), Mentions(tuple(entities), tuple(quantities), tuple(times)))
    )[0]


@pytest.mark.parametrize("case", cases("checkworthiness"), ids=lambda case: case["more"])
def test_what_a_fact_checker_would_rather_check(case):
    assert score(case["more"]) > score(case["less"])


def test_a_figure_raises_the_score():
    event = Event("die", "VERB", "past")
    without, _ = checkworthiness(features("Many people died", event, Mentions()))
    figure, _ = checkworthiness(features("Many people died", event, Mentions(quantities=(Quantity("Many", SPAN, 3),))))
    assert 0 < without < figure < 1


def test_every_feature_has_a_weight_and_every_weight_a_feature():
    known = set(features("", None, Mentions())) | set(features("", Event("be", "AUX"), Mentions()))
    assert known | {"intercept"} == set(load("wording/checkworthiness", Weight))


def test_features_stay_between_0_and_1():
    many = (Quantity("1", SPAN, 1),) * 50
    values = features("more " * 900 + "1?", Event("be", "AUX", "past"), Mentions(quantities=many))
    assert {name: value for name, value in values.items() if not 0 <= value <= 1} == {}


def test_the_reason_names_the_strongest_features():
    _, reason = checkworthiness(features("It cost 5 euros", Event("cost", "VERB", "past"), Mentions()))
    assert (reason.part, reason.rule) == ("checkworthiness", "logistic")
    assert reason.detail.startswith("past +1.")


def test_no_words_at_all_still_have_a_score():
    assert 0 < checkworthiness(features("", None, Mentions()))[0] < 0.5


def test_word_classes_are_lower_case():
    assert {word for words in word_classes().values() for word in words if word != word.lower()} == set()
