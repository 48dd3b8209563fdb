import pytest

from claimx.mentions.names.datelines_and_bylines import part_of_line
from claimx.records import Span


def part(text, name):
    at = text.index(name)
    return part_of_line(text, Span(at, at + len(name)))


@pytest.mark.parametrize(
    ("text", "name", "is_part"),
    [
        ("PORT ALDER, May 2 (Nordpress) -- Rain fell.", "Nordpress", "agency"),
        ("Title\n\nPort Alder, May 2 (Prensa Nord).– Rain fell.", "Prensa Nord", "agency"),
        ("PORT ALDER, May 2. /NORDTASS/. Rain fell.", "NORDTASS", "agency"),
        ("Port Alder, NANA- Rain fell.", "NANA", "agency"),
        ("ALDERTON, Kenya (Nordpress) — Rain fell.", "ALDERTON", "town"),
        ("ALDERTON - Rain fell.", "ALDERTON", "town"),
        ("ALDERTON/BRAY, May 2 (Nordpress) - Rain fell.", "BRAY", "town"),
        ("Title\nBy LENA BRAY\n\nRain fell.", "LENA BRAY", "author"),
    ],
)
def test_the_beginning_of_a_line_tells_what_a_name_is(text, name, is_part):
    assert part(text, name) == is_part


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rain fell in Alder (Nordpress said) all day.", "Nordpress"),
        ("NORDPRESS said that rain fell.", "NORDPRESS"),
        ("Stand by LENA BRAY, they said.", "LENA BRAY"),
        ("x" * 500 + " (Nordpress) - rain", "Nordpress"),
        ("Rain fell. Later, Ann Lee - the mayor - left.", "Ann Lee"),
    ],
)
def test_names_elsewhere_are_no_parts(text, name):
    assert part(text, name) is None


def test_an_agency_that_writes_is_no_author():
    assert part("By Nord Wire correspondent Ann Lee\n\nRain fell.", "Nord Wire") is None
