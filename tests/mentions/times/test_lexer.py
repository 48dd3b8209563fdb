"""How a text is cut into lexemes of time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.mentions.times.lexer import lex, vocabulary


def test_lexemes_stand_where_they_say() -> None:
    text = "On Sept. 3, 2014 at 5:30pm EST it’s the ’90s, FY16/Q3 — 2014-09-03T10:00Z, 3/9/14 and o’clock."
    lexemes, kinds = lex(text)
    assert len(lexemes) == len(kinds)
    assert all(before.end <= after.start for before, after in pairwise(lexemes))
    told = {text[one.start : one.end]: one.kind for one in lexemes}
    wanted = {"Sept": "shortmonth", "2014": "year4", "5:30": "clock", "pm": "ampm", "’90s": "decade4", "Q3": "label"}
    wanted |= {"FY16": "fiscalyear", "2014-09-03T10:00Z": "iso", "3/9/14": "slashed", "o’clock": "oclock"}
    assert {words: told[words] for words in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the 3rd of July", ["the", "ordinal", "of", "monthname"]),
        ("two½ years", ["word", "years"]),
        ("Q3 q5", ["label", "word", "int12"]),
        ("3 p.m. or 11 AM", ["int12", "ampm", "or", "int12", "ampm"]),
        ("Christmas Eve dinner", ["holiday", "word"]),
        ("christmas", ["word"]),
        ("[Ten] years", ["numword", "years"]),
        ("May\n\nJuly", ["maymonth", "gap", "monthname"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [lexeme.kind for lexeme in lex(text)[0]] == kinds


@given(st.text(alphabet="aApmQ1½ .:/-'’\n[sdMay", max_size=40))
def test_each_lexeme_has_the_code_of_its_kind(text: str) -> None:
    lexemes, codes = lex(text)
    assert codes == "".join(vocabulary().codes[lexeme.kind] for lexeme in lexemes)
    assert all(text[lexeme.start : lexeme.end].strip() for lexeme in lexemes if lexeme.kind != "gap")
