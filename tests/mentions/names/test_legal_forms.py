"""What legal forms tell of names."""

import pytest

from claimx.mentions.names.legal_forms import is_legal_form


@pytest.mark.parametrize(
    ("word", "closes"),
    [("Inc.", True), ("S.A.", True), ("GmbH", True), ("plc", True), ("as", False), ("co", False), ("Optics", False)],
)
def test_legal_forms_close_the_names_of_firms(word, closes):
    assert is_legal_form(word) is closes
