import pytest

from claimx.grammar import nouns
from tests.parsing import parse_alone


def token(text, word):
    return next(token for token in parse_alone(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("The mayor left.", True),
        ("Her mayor left.", True),
        ("The three-term mayor left.", True),
        ("A mayor left.", False),
        ("A three-term mayor left.", False),
        ("Another mayor left.", False),
    ],
)
def test_a_noun_that_was_spoken_of_is_definite(text, definite):
    assert nouns.is_definite(token(text, "mayor")) is definite


def test_a_hyphenated_word_is_one():
    doc = parse_alone("Her co-author left.")
    assert nouns.last_part(doc[1]).text == "author"
    assert [part.text for part in nouns.parts_of_word(doc[3])] == ["author", "co"]
    assert nouns.is_part_of_word(doc[1])
    assert not nouns.is_part_of_word(doc[3])
    assert nouns.is_later_part(doc[3])
    assert nouns.last_part(doc[4]).i == 4


def test_the_first_of_several():
    assert nouns.first_of_list(token("The mason, the clerk and the guard left.", "guard")).text == "mason"


def test_a_name_that_hangs_on_a_noun_over_its_complement():
    doc = parse_alone("A friend of pop star Dina Blake left.")
    friend, name = doc[1], doc[6]
    assert nouns.is_run_on(name, friend) is (name.left_edge.i == 6)
