"""Which names are one person's."""

from claimx.lexicons.known_names import gazetteer
from claimx.mentions.names.grouping import NamedMention, group_mentions


def test_a_surname_is_rather_that_of_a_full_name_than_of_a_headline_in_capitals():
    texts = ("TOWNS PREFER HOLM", "Holm", "Ada Holm", "Holm")
    things = group_mentions([NamedMention(text, "PERSON", None) for text in texts], [], gazetteer())
    assert [(thing.name, thing.mentions) for thing in things] == [("TOWNS PREFER HOLM", [0]), ("Ada Holm", [1, 2, 3])]
