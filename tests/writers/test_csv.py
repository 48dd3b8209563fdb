import csv
import dataclasses
import io

import pytest

from claimx.writers import open_writer
from claimx.writers.style import Style
from tests.make import document


def cells(column: str, text: str, **style) -> list[str]:
    """What stands in a column of the CSV of a claim with this text."""
    made = document()
    claim = dataclasses.replace(made.claims[0], text=text)
    stream = io.StringIO(newline="")
    writer = open_writer("csv", stream, Style(**style))
    writer.open()
    writer.write(dataclasses.replace(made, claims=(claim,)))
    rows = csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff"), newline=""))
    return [row[column] for row in rows]


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=HYPERLINK("http://x.example")']


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(text):
    assert cells("text", text) == [f"'{text}"]


@pytest.mark.parametrize("text", FORMULAS)
def test_raw_it_stands_as_it_is(text):
    assert cells("text", text, raw=True) == [text]


@pytest.mark.parametrize("text", ["a=1", "'=1", "1-1", "“-1”", " =1"])
def test_other_texts_stand_as_they_are(text):
    assert cells("text", text) == [text]


@pytest.mark.parametrize(("raw", "begins"), [(False, "\ufeffid,key,"), (True, "id,key,")])
def test_the_byte_order_mark_stands_once_at_the_start(raw, begins):
    stream = io.StringIO(newline="")
    writer = open_writer("csv", stream, Style(raw=raw))
    writer.open()
    writer.write(document("a.txt"))
    writer.write(document("b.txt"))
    assert stream.getvalue().startswith(begins)
    assert "\ufeff" not in stream.getvalue()[1:]
