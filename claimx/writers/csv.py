"""``csv``: a claim, or a source, a row, with the same columns always.

A nested object becomes columns of its own (``source_name``), a list one cell of JSON; null is an empty cell. What a
source is called and what it speaks by are words with counts, "say (2); tell". Rows end with CR LF after RFC 4180.

For spreadsheets the file begins with a byte order mark, by which Excel knows UTF-8, and a text that would be taken for
a formula has an apostrophe before it; a style that is ``raw`` leaves both out.
"""

from __future__ import annotations

import csv
import json
from typing import Any, TextIO

from claimx.records import Claim, SourceSummary, to_dict
from claimx.writers.columns import Column, columns_of
from claimx.writers.rows import Result, rows_of
from claimx.writers.style import Style

#: Lists that are written as words, by the record that has them: their column and the key of the words.
WORDS: dict[type, dict[str, str]] = {SourceSummary: {"mentions": "text", "cues": "lemma"}}

#: How a text may begin that a spreadsheet takes for a formula, and runs; an apostrophe before it says that it is text
#: (https://owasp.org/www-community/attacks/CSV_Injection; the last four are what Asian keyboards give).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: The byte order mark.
MARK = "\ufeff"


class CsvWriter:
    """Writes a head and a line for each row; there is nothing to indent or to colour."""

    def __init__(self, stream: TextIO, style: Style, row: type = Claim) -> None:
        self._stream = stream
        self._raw = style.raw
        self._lines = csv.writer(stream)
        self._columns = columns_of(row)
        self._words = WORDS.get(row, {})

    def open(self) -> None:
        """Write the head."""
        self._stream.write("" if self._raw else MARK)
        self._lines.writerow([column.name for column in self._columns])

    def write(self, document: Result) -> None:
        """Write the document's rows."""
        for row in rows_of(document):
            record = to_dict(row)
            self._lines.writerow([self._cell(column, column.value(record)) for column in self._columns])

    def _cell(self, column: Column, value: Any) -> str:  # noqa: ANN401 - JSON is any of five types
        if value is None:
            return ""
        words = self._words.get(column.name)
        if words is not None:
            value = "; ".join(each[words] + (f" ({each['claims']})" if each["claims"] > 1 else "") for each in value)
        if isinstance(value, str):
            return f"'{value}" if value.startswith(FORMULA) and not self._raw else value
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
