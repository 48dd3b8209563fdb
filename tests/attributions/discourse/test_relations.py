from claimx.attributions.discourse.referents import Referent
from claimx.attributions.discourse.relations import Relations

ADA, KARL, OMAR = (Referent("person", name) for name in ("Ada Holm", "Karl Lund", "Omar Said"))
ACME, VELAIR = (Referent("organization", name) for name in ("Acme", "Velair"))


def test_what_was_told_is_known():
    known = Relations()
    known.note(ADA, "lawyer", KARL)
    assert known.of(ADA, "lawyer") is KARL
    assert known.of(KARL, "lawyer") is None
    assert known.of(ADA, "doctor") is None


def test_the_last_that_was_told_stands():
    known = Relations()
    known.note(ACME, "director", KARL)
    known.note(ACME, "director", OMAR)
    assert known.of(ACME, "director") is OMAR


def test_one_noun_stands_for_another_like_it():
    known = Relations()
    known.note(ADA, "son", OMAR)
    assert known.of(ADA, "boy") is OMAR


def test_husband_and_wife_are_so_of_each_other():
    known = Relations()
    known.note(KARL, "wife", ADA)
    assert known.of(ADA, "husband") is KARL


def test_nobody_is_his_own():
    known = Relations()
    known.note(ADA, "lawyer", ADA)
    assert known.of(ADA, "lawyer") is None
    assert known.belongs_to_another(ADA, "lawyer", ADA)


def test_the_spokesman_of_one_body_is_not_that_of_another():
    known = Relations()
    known.note(ACME, "spokesman", KARL)
    assert known.belongs_to_another(KARL, "spokesman", VELAIR)
    assert not known.belongs_to_another(KARL, "spokesman", ACME)
    assert not known.belongs_to_another(KARL, "owner", VELAIR)


def test_a_child_of_two_is_a_child_of_each():
    known = Relations()
    parents = Referent("person", "Ada Holm and Karl Lund", number="many")
    known.note(parents, "child", OMAR)
    assert not known.belongs_to_another(OMAR, "daughter", ADA)
