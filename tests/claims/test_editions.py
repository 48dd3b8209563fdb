import dataclasses

from claimx.claims.claim_id import claim_key
from claimx.claims.editions import differences
from claimx.records import Claim
from tests.make import document

BASE = document().claims[0]


def claim(text: str, doc: str = "a", **changes) -> Claim:
    source = changes.pop("source", BASE.source)
    ref = dataclasses.replace(BASE.doc, id=doc)
    return dataclasses.replace(BASE, text=text, key=claim_key(text, source), source=source, doc=ref, **changes)


def found(old: list[Claim], new: list[Claim]) -> list[tuple]:
    return [
        (each.kind, each.old and each.old.text, each.new and each.new.text, each.fields)
        for each in differences(old, new)
    ]


RAIN = claim("It rained for three days")
SNOW = claim("It snowed in the hills")
WIND = claim("The wind blew the roof off")


def test_nothing_is_different():
    moved = dataclasses.replace(RAIN, id="0" * 16, confidence=0.1, paragraphs=(7, 7))
    assert found([RAIN, SNOW], [SNOW, moved]) == []


def test_lost_and_gained():
    assert found([RAIN, SNOW], [SNOW, WIND]) == [("lost", RAIN.text, None, ()), ("gained", None, WIND.text, ())]


def test_words_that_were_edited():
    edited = claim("It rained for four days")
    assert found([SNOW, RAIN], [edited, SNOW]) == [("changed", RAIN.text, edited.text, ("text",))]


def test_another_stance_of_the_same_words():
    assert found([RAIN], [claim(RAIN.text, stance="refute")]) == [("changed", RAIN.text, RAIN.text, ("stance",))]


def test_words_that_another_source_says_now():
    other = dataclasses.replace(BASE.source, name="Bob Ray", text="Bob Ray")
    assert found([RAIN], [claim(RAIN.text, source=other)]) == [("changed", RAIN.text, RAIN.text, ("source",))]


def test_claims_are_the_same_in_a_document_of_another_name():
    assert found([RAIN, SNOW], [claim(RAIN.text, "b"), claim("It snowed in all the hills", "b")]) == [
        ("changed", SNOW.text, "It snowed in all the hills", ("text",))
    ]


def test_of_repeats_each_has_one_of_its_own():
    assert found([RAIN, RAIN], [RAIN]) == [("lost", RAIN.text, None, ())]
    in_b = claim(RAIN.text, "b", stance="refute")
    assert found([RAIN, claim(RAIN.text, "b")], [in_b, RAIN]) == [("changed", RAIN.text, RAIN.text, ("stance",))]


def test_an_edit_stays_within_its_document_where_the_names_are_the_same():
    old = [WIND, RAIN, claim(SNOW.text, "b")]
    new = [WIND, claim(SNOW.text, "b"), claim("It rained for four days", "b")]
    assert [kind for kind, *_ in found(old, new)] == ["lost", "gained"]
