"""Nouns for persons, bodies and places, where one word of the sentence decides."""

import pytest

from tests.attributions.discourse.make import read


def meant(text, word):
    discourse = read(text)
    referent = discourse.meant_by([token for token in discourse.doc if token.text == word][-1])
    return referent.name if referent else None


@pytest.mark.parametrize(
    ("kind", "noun"),
    [
        ("Tarn Museum", "gallery"),
        ("Tarn Infirmary", "hospital"),
        ("Border Commission", "agency"),
        ("Tarn Academy", "school"),
    ],
)
def test_a_name_can_be_called_by_what_its_words_say(kind, noun):
    assert meant(f"Karl Lund works for the {kind}. The {noun} is old.", noun) == kind


@pytest.mark.parametrize("noun", ["ministry", "airline", "museum"])
def test_but_by_nothing_else(noun):
    assert meant(f"Karl Lund works for the Border Commission. The {noun} is old.", noun) is None


@pytest.mark.parametrize(
    ("before", "name"), [("The", "Karl Lund"), ("The outgoing", "Karl Lund"), ("A", None), ("Another", None)]
)
def test_a_new_person_is_no_known_one(before, name):
    assert meant(f"Mayor Karl Lund left. {before} mayor must be brave.", "mayor") == name


@pytest.mark.parametrize(("owner", "name"), [("His", None), ("Her", "Omar Holm")])
def test_whose_son(owner, name):
    text = "Ada Holm wrote to her son, Omar Holm. Karl Lund slept at home."
    assert meant(f"{text} {owner} son was glad.", "son") == name


@pytest.mark.parametrize(("before", "name"), [("", "Harbour Club"), ("Oxmoor ", None), ("Kenyan ", None)])
def test_a_name_before_a_noun_must_be_the_bodys(before, name):
    assert meant(f"Karl Lund joined the Harbour Club in May. The {before}team lost.", "team") == name


def test_of_two_equally_near_cities_none_is_meant():
    assert meant("Karl Lund went from Nairobi to Mombasa. The city was hot.", "city") is None


def test_the_city_that_is_named_most_is_meant():
    text = "Nairobi grew. Nairobi built roads. Nairobi sold land. Karl Lund went to Mombasa. The city was hot."
    assert meant(text, "city") == "Nairobi"
