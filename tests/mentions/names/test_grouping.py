"""Which names are one person's."""

from claimx.lexicons.known_names import gazetteer
from claimx.mentions.names.grouping import group_mentions
from claimx.mentions.names.things import NamedMention


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


def persons(*texts: str, titles: dict[int, str] | None = None) -> list[tuple[str, list[int]]]:
    """The names of the persons that mentions are grouped to, and the numbers of the mentions."""
    named = [NamedMention(text, "PERSON", None, (titles or {}).get(n)) for n, text in enumerate(texts)]
    return [(thing.name, thing.mentions) for thing in group_mentions(named, [], gazetteer())]


def test_a_surname_is_rather_that_of_who_was_named_before():
    assert persons("Ada Holm", "Holm", "Karl Holm", "Karl Holm", "Karl Holm") == [
        ("Ada Holm", [0, 1]),
        ("Karl Holm", [2, 3, 4]),
    ]


def test_of_two_of_one_surname_who_has_the_title_is_meant_by_it():
    assert persons("Ada Holm", "Karl Holm", "Holm", titles={1: "Dr", 2: "Dr"}) == [
        ("Ada Holm", [0]),
        ("Karl Holm", [1, 2]),
    ]


def test_the_first_of_two_surnames_is_a_surname():
    assert persons("Ada Urrutia Lund", "Urrutia") == [("Ada Urrutia Lund", [0, 1])]
    assert persons("Ada Urrutia Lund", "Karl Urrutia", "Urrutia")[1] == ("Karl Urrutia", [1, 2])


def test_second_first_names_and_nicknames_are_no_surnames():
    assert persons("Ada Maria Lund", "Maria") == [("Ada Maria Lund", [0]), ("Maria", [1])]
    assert persons('Robert "Bobo" Lund', "Bobo") == [('Robert "Bobo" Lund', [0]), ("Bobo", [1])]


def test_another_title_or_a_rulers_name_is_no_bearer_named_before():
    assert persons("Ada Urrutia Lund", "Urrutia", titles={1: "Senator"})[1] == ("Urrutia", [1])
    ruler = NamedMention("Biden", "PERSON", "person Biden")
    named = [NamedMention("Karl Biden", "PERSON", None), ruler, *[NamedMention("Joe Biden", "PERSON", None)] * 2]
    assert [thing.name for thing in group_mentions(named, [], gazetteer()) if 1 in thing.mentions] == ["Joe Biden"]
