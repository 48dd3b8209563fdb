import pytest

from tests.attributions.discourse.make import meant, read


@pytest.mark.parametrize(("noun", "name"), [("bridge", "Oxmoor Bridge"), ("tower", None)])
def test_a_thing_is_called_by_a_word_of_its_name(noun, name):
    assert meant(f"Karl Lund crossed the Oxmoor Bridge. The {noun} was closed.", noun) == name


def test_his_eminence_is_himself():
    assert meant("Cardinal Karl Lund came by train. His eminence was tired.", "eminence") == "Karl Lund"


def test_the_couple_are_the_two_that_were_named_together():
    assert meant("Anna Ruiz and Karl Lund came by train. The couple left early.", "couple") == "Anna Ruiz and Karl Lund"


def test_a_noun_that_means_nothing_known_is_something_new():
    discourse = read("Karl Lund left. A letter and some bread lay on the table.")
    kinds = [m.referent.kind for m in discourse.mentions if m.kind == "noun"]
    assert kinds == ["document", "thing", "thing"]
