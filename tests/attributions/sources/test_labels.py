from claimx.attributions.sources.labels import speaker_of
from claimx.records import Entity, Span, Zone
from claimx.text.initials import initials
from tests.parsing import body


def test_initials_mean_the_person_who_has_them():
    text = "Ada Rook met Bo van Lind and Cy Poe."
    people = [
        Entity(n, Span(text.index(n), text.index(n) + len(n)), "PERSON", n, n)
        for n in ("Ada Rook", "Bo van Lind", "Cy Poe")
    ]
    assert [speaker_of(label, text, body(text), people) for label in ("AR", "B.L.", "BVL", "XY")] == [
        "Ada Rook",
        "Bo van Lind",
        "Bo van Lind",
        None,
    ]
    assert initials("Rook") == frozenset()


def test_initials_mean_the_label_they_abbreviate_whatever_kind_its_name_is_taken_for():
    text = "Bo Lund met us.\nBen Loy: Why?\nAda Rook: So."
    kinds = {"Bo Lund": "PERSON", "Ben Loy": "ORG"}
    names = [Entity(n, Span(text.index(n), text.index(n) + len(n)), kind, n, n) for n, kind in kinds.items()]
    assert speaker_of("BL", text, body(text), names) == "Ben Loy"


def test_the_byline_asks_and_the_person_of_the_headline_answers():
    text = "Ann Lee on floods\nBy Bob Ray\nShe met Cy Poe."
    kinds = ["title", "byline", "body"]
    zones = [Zone(kind, zone.span, zone.index) for kind, zone in zip(kinds, body(text), strict=True)]
    people = [Entity(n, Span(text.index(n), text.index(n) + len(n)), "PERSON", n, n) for n in ("Ann Lee", "Bob Ray")]
    assert speaker_of("A", text, zones, people) == "Ann Lee"
    assert speaker_of("Q", text, zones, people) == "Bob Ray"
    assert speaker_of("Poe", text, zones, people) is None
