"""Which names are one person's."""

from claimx.lexicons.known_names import gazetteer
from claimx.mentions.names.grouping import NamedMention, group_mentions


def test_a_surname_is_rather_that_of_a_full_name_than_of_a_headline_in_capitals():
    texts = ("TOWNS PREFER HOLM", "Holm", "Ada Holm", "Holm")
    things = group_mentions([NamedMention(text, "PERSON", None) for text in texts], [], gazetteer())
    assert [(thing.name, thing.mentions) for thing in things] == [("TOWNS PREFER HOLM", [0]), ("Ada Holm", [1, 2, 3])]


def test_of_one_surname_whoever_has_another_initial_is_another_person():
    texts = ("Karl B. Lund", "K. Lund", "J. Lund", "Karl C. Lund", "Karl Lund")
    things = group_mentions([NamedMention(text, "PERSON", None) for text in texts], [], gazetteer())
    assert [(thing.name, thing.mentions) for thing in things] == [
        ("Karl B. Lund", [0, 1, 4]),
        ("J. Lund", [2]),
        ("Karl C. Lund", [3]),
    ]
