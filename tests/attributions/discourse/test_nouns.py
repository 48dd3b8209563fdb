"""Nouns for persons, bodies and places, where one word of the sentence decides."""

import pytest

from claimx.attributions.discourse.descriptions import complement
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.kinds import roles
from claimx.attributions.discourse.referents import parts, whole_word
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Zone
from tests.parsing import parse


def read(text):
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    return doc, Discourse(doc, text, find_entities(doc, text), roles())


def meant(text, word):
    doc, discourse = read(text)
    token = [token for token in doc if token.text == word][-1]
    mention = discourse.at(token)
    return mention.referent.name if mention and mention.referent else None


def test_what_goes_with_a_noun():
    (doc,) = parse([("The former Harbour Board spokesman of Tarn left.", [])])
    noun = next(token for token in doc if token.text == "spokesman")
    assert [token.text for token in complement(noun)] == ["Harbour", "Board", "Tarn"]


def test_a_hyphenated_word_is_one():
    (doc,) = parse([("Her co-author left.", [])])
    assert whole_word(doc[1]).text == "author"
    assert [token.text for token in parts(doc[3])] == ["author", "co"]
    assert whole_word(doc[4]).i == 4


def test_the_bodies_of_a_person_are_those_in_his_description():
    _, discourse = read("Ada Holm, director of the Harbour Board, met Karl Lund.")
    bodies = {r.name: [body.name for body in r.bodies] for r in discourse.named.values() if r.kind == "person"}
    assert bodies == {"Ada Holm": ["Harbour Board"], "Karl Lund": []}


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


def test_a_group_has_the_names_of_its_members_in_their_order():
    _, discourse = read("Ada Holm, Karl Lund and Omar Said left.")
    groups = [m.referent.name for m in discourse.mentions if m.kind == "several" and m.referent]
    assert groups == ["Ada Holm, Karl Lund and Omar Said"]


def test_bodies_are_no_couple():
    _, discourse = read("The Harbour Board and the Border Commission met.")
    assert [m for m in discourse.mentions if m.kind == "several" and m.referent] == []


def test_a_long_chain_of_pronouns_does_not_outweigh_who_was_named_since():
    text = "Karl Lund knew that he was late and that he had lost his coat. Omar Said came in. He laughed."
    assert meant(text, "He") == "Omar Said"
