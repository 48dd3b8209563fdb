import pytest

from claimx.attributions.discourse import definiteness
from tests.parsing import parse_alone


def noun(text, word):
    return next(token for token in parse_alone(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "unrestricted"),
    [
        ("The man slept.", True),
        ("The boy, who is nine, slept.", True),
        ("The only man slept.", False),
        ("The man who sang slept.", False),
        ("The tallest man slept.", False),
        ("The man of the house slept.", False),
    ],
)
def test_what_singles_out_another(text, unrestricted):
    word = "boy" if "boy" in text else "man"
    assert definiteness.is_unrestricted(noun(text, word)) is unrestricted


def test_what_tells_a_noun_from_the_known_one():
    assert definiteness.is_distinguished(noun("Their second son slept.", "son"))
    assert not definiteness.is_distinguished(noun("Their son slept.", "son"))
    assert definiteness.belongs_to_a_name(noun("Ruiz's lawyer slept.", "lawyer"))
    assert not definiteness.belongs_to_a_name(noun("Her lawyer slept.", "lawyer"))
    assert definiteness.nations_before(noun("The Kenyan doctor slept.", "doctor")) == {"Kenya"}
