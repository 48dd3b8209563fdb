"""What acronyms in brackets and legal forms tell of names."""

import pytest

from claimx.mentions.names.acronyms import abbreviates
from claimx.mentions.names.legal_forms import is_legal_form


@pytest.mark.parametrize(
    ("full", "short", "whole"),
    [
        ("Farmers of the Coast", "FOC", True),
        ("Supreme Staff of the Oran Army", "OA", False),
        ("Workers' Party of Tarvin", "PTT", True),
    ],
)
def test_an_acronym_stands_for_the_whole_name_or_for_its_end(full, short, whole):
    assert abbreviates(full, short) is whole


@pytest.mark.parametrize(
    ("word", "closes"),
    [("Inc.", True), ("S.A.", True), ("GmbH", True), ("plc", True), ("as", False), ("co", False), ("Optics", False)],
)
def test_legal_forms_close_the_names_of_firms(word, closes):
    assert is_legal_form(word) is closes
