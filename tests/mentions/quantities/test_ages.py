"""Ages told by a bare number, and whose they are."""

from datetime import date

import pytest

from claimx.mentions import find_mentions
from tests.parsing import reading_of


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Ines Marr, 41, and her daughter, 9, were at home.", [(41, "Ines Marr"), (9, "daughter")]),
        ("Carl Weiss Sr., 71, and Anna Weiss, 69, were rescued.", [(71, "Carl Weiss Sr"), (69, "Anna Weiss")]),
        ("Police charged Tom R. Hale 45, of Dunmore, with theft.", [(45, "Tom R. Hale")]),
        ("Mourned by all: Ada Moreno, 88\n\nPainter and teacher.", [(88, "Ada Moreno")]),
        ("Mara Lind lives in a van with her son, aged 6.", [(6, "son")]),
    ],
)
def test_ages(text: str, ages: list[tuple[int, str]]) -> None:
    found = find_mentions(reading_of(text, published=date(2024, 3, 5))).quantities
    assert [(q.value, q.of.text if q.of else None) for q in found if q.unit == "year"] == ages
