from dataclasses import dataclass
from typing import Literal

import pytest

from claimx.errors import LexiconError
from claimx.lexicons.loader import load, parse

ABOUT = '[about]\norigin = "ours"\nlicence = "MIT"\n'


@dataclass(frozen=True)
class Row:
    key: str
    forms: tuple[str, ...]
    scale: float = 1.0


def test_a_row_becomes_a_record():
    rows = parse(ABOUT + '[rows]\nmetre = { forms = ["m"], scale = 2 }\n', Row, "units.toml")
    assert rows == {"metre": Row("metre", ("m",), 2.0)}


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[rows]\n", r"units.toml: \[about\] lacks 'origin'"),
        (ABOUT + "[rows]\nm = { form = [] }\n", "units.toml: row 'm': unknown key 'form' .known: forms, scale."),
        (ABOUT + "[rows]\nm = { scale = 1 }\n", "units.toml: row 'm': lacks key 'forms'"),
        (ABOUT + "[rows]\nm = { forms = [1] }\n", "units.toml: row 'm': key 'forms': 1 is no str"),
        (ABOUT + "[rows]\nm = 3\n", "units.toml: row 'm': not a table"),
        (ABOUT + "[row]\n", "units.toml: unknown table 'row'"),
        ("[about", "units.toml: not valid TOML"),
    ],
)
def test_what_is_malformed_is_named(toml, message):
    with pytest.raises(LexiconError, match=message):
        parse(toml, Row, "units.toml")


@dataclass(frozen=True)
class Choice:
    kind: Literal["a", "b"] | None = None


@pytest.mark.parametrize(("toml", "kind"), [('x = { kind = "b" }', "b"), ("x = {}", None)])
def test_a_choice_may_be_left_out(toml, kind):
    assert parse(f"{ABOUT}[rows]\n{toml}\n", Choice, "kinds.toml") == {"x": Choice(kind)}


def test_a_choice_outside_the_list_is_an_error():
    with pytest.raises(LexiconError, match=r"kinds.toml: row 'x': key 'kind': 'c' is no"):
        parse(f'{ABOUT}[rows]\nx = {{ kind = "c" }}\n', Choice, "kinds.toml")


def test_a_lexicon_that_is_missing_is_told_with_the_remedy(monkeypatch, tmp_path):
    monkeypatch.setattr("claimx.lexicons.loader.files", lambda package: tmp_path)
    with pytest.raises(
        LexiconError, match=r"The lexicon .*titles\.toml cannot be read .*; please install claimx again\."
    ):
        load("names/titles", object)
