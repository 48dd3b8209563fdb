"""Words that mean what is named elsewhere, found in whole articles."""

import pytest

import claimx

MINISTRY = "The Ostravian Ministry of Works published a letter on Monday. "


def references(text: str) -> list[tuple[str, str]]:
    return [(r.text, r.name) for claim in claimx.extract(text) for r in claim.references]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mayor Ana Ruiz spoke to the council. Pavel Holm said that Ruiz had paid nothing.", ("Ruiz", "Ana Ruiz")),
        ("Ana Ruiz arrived on Monday. Officials said that she would leave on Friday.", ("she", "Ana Ruiz")),
        (
            f"{MINISTRY}Officials said that the ministry had lost the plans.",
            ("the ministry", "Ostravian Ministry of Works"),
        ),
        (f"{MINISTRY}“We lost the plans,” the ministry said.", ("We", "Ostravian Ministry of Works")),
        ("“I paid nothing,” said Mayor Ana Ruiz.", ("I", "Ana Ruiz")),
    ],
)
def test_what_is_sure_is_told(text, found):
    assert found in references(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ana Ruiz met Dora Lind on Monday. Officials said that she would leave on Friday.", "she"),
        ("“We paid nothing,” said Mayor Ana Ruiz.", "We"),
        ("“He told me, ‘I saw it,’ and left,” said Mayor Ana Ruiz.", "I"),
        ("Pavel Holm of Holm Bank spoke. Officials said that one bank had closed.", "one bank"),
        ("Ana Ruiz and her brother Marek Ruiz arrived. Officials said that Ruiz would speak.", "Ruiz"),
        ("The US army left Ostrava. “We thank the US troops,” said the Ministry of Works.", "US"),
        ("Officials said that Ana Ruiz had paid before Ruiz left.", "Ruiz"),
    ],
)
def test_what_is_not_sure_is_not(text, word):
    assert word not in [text for text, _ in references(text)]
