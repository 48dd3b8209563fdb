"""GUM's dates in TEI (Zeldes 2017): a document with its dates, and a value of ours in that notation."""

from __future__ import annotations

import re
from calendar import monthrange
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from benchmarks.timex import Timex, TimexDocument, day_of, put
from claimx.errors import InputError
from claimx.records import Span
from claimx.timex.calendar import bounds

_CLOCK = re.compile(r"T(\d\d:\d\d)(?::(\d\d))?")
_SEASON = re.compile(r"XXXX-(SP|SU|FA|WI)")
_IN_SEASON = re.compile(r"\d{4}-(SP|SU|FA|WI)")
_NO_DATE = re.compile(r"XXXX(-XX-XX|-WXX(-\d|-WE)?|-XX)(T[A-Z]{2})?")
_TEI_SEASONS = {"SP": ("03", "06"), "SU": ("06", "09"), "FA": ("09", "12"), "WI": ("12", "03")}
_BLOCKS = frozenset({"p", "head", "list", "item", "figure"})
_NO_BLANK_BEFORE = frozenset((*",.;:?!)]%'’”", *["'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"]))
_NO_BLANK_AFTER = frozenset("([$£€“")
#: Of CoNLL-U: the line that tells when a document was written, how many columns a token has, the marks of dates.
_CREATED, _COLUMNS = "# meta::dateCreated = ", 10
_KEPT, _MARKS = "XML=", re.compile(r"</?(?:date|time)\b[^>]*>")


class _Reader:
    """Joins the tokens of a TEI document, one a line, by blanks and notes the dates."""

    def __init__(self) -> None:
        self.chunks: list[str] = []
        self.timexes: list[Timex] = []
        self._at = 0
        self._is_glued = True
        self._words = 0  # how many <w>, which join several tokens, are open
        self._is_inside = False

    def read(self, node: ElementTree.Element) -> int | None:
        """Read an element; returns the offset of its first token, or None if it has none."""
        if node.tag == "w":
            self._words, self._is_inside = self._words + 1, False
        if node.tag in _BLOCKS and self.chunks:
            self._put("\n\n")
            self._is_glued = True
        starts = [self._tokens(node.text)]
        for child in node:
            starts += [self.read(child), self._tokens(child.tail)]
        first = next((start for start in starts if start is not None), None)
        self._words -= node.tag == "w"
        if node.tag in ("date", "time") and first is not None:
            value = _tei_value(node)
            is_time = node.tag == "time" or "T" in value
            self.timexes.append(Timex(Span(first, self._at), "TIME" if is_time else "DATE", value))
        return first

    def _tokens(self, lines: str | None) -> int | None:
        first = None
        for line in (lines or "").split("\n"):
            token, tab, _ = line.partition("\t")
            if not tab or not token:
                continue
            is_joined = self._words > 0 and self._is_inside
            if not (self._is_glued or is_joined or token in _NO_BLANK_BEFORE):
                self._put(" ")
            first = self._at if first is None else first
            self._put(token)
            self._is_glued, self._is_inside = token in _NO_BLANK_AFTER, True
        return first

    def _put(self, text: str) -> None:
        self._at = put(self.chunks, text, self._at)


def read_tei(path: Path) -> TimexDocument:
    """A document of GUM in TEI, tokens joined by blanks."""
    root = ElementTree.parse(path).getroot()
    reader = _Reader()
    reader.read(root)
    created = day_of(root.get("dateCreated"))
    return TimexDocument(path.stem, "".join(reader.chunks), created, tuple(reader.timexes), is_tei=True)


def read_conllu(path: Path) -> TimexDocument:
    """A document of GUM in CoNLL-U, whose last column keeps the marks of its TEI file (``XML=<date when:::…>``).

    Raises:
        InputError: it keeps none.
    """
    text = path.read_text(encoding="utf-8")
    if _KEPT not in text:
        raise InputError(f"{path} keeps no marks of TEI ({_KEPT} in the last column), so no dates.")
    created, lines = "", ["<text>"]
    for line in text.splitlines():
        if line.startswith(_CREATED):
            created = line.removeprefix(_CREATED)
        elif line == "# newpar":
            lines.append("<p/>")
        columns = line.split("\t")
        if len(columns) == _COLUMNS and columns[0].isdecimal():
            marks = _MARKS.findall(columns[-1].replace(":::", "="))
            opened, closed = ([mark for mark in marks if (mark[1] == "/") == ends] for ends in (False, True))
            lines += [*opened, f"\n{escape(columns[1])}\t{columns[4]}\n", *closed]
    reader = _Reader()
    reader.read(ElementTree.fromstring("".join([*lines, "</text>"])))
    return TimexDocument(path.stem, "".join(reader.chunks), day_of(created), tuple(reader.timexes), is_tei=True)


def _tei_value(node: ElementTree.Element) -> str:
    first, last = (node.get(a) or node.get(b) for a, b in (("from", "notBefore"), ("to", "notAfter")))
    if value := node.get("when"):
        return value
    return _range(first, last) if first and last else first or last or ""


def _range(first: str, last: str) -> str:
    """The value of a stretch of days, however its ends are written: a week, a month, a year, or both days."""
    ends = bounds(first), bounds(last)
    if ends[0] is None or ends[1] is None:
        return f"{first}/{last}"
    begin, end = ends[0].begin, ends[1].end
    if begin.weekday() == 0 and (end - begin).days == 6:
        week = begin.isocalendar()
        return f"{week.year}-W{week.week:02d}"
    if begin.day == 1 and begin.year == end.year and end.day == monthrange(end.year, end.month)[1]:
        if begin.month == end.month:
            return first[:7]
        if (begin.month, end.month) == (1, 12):
            return first[:4]
    return begin.isoformat() if begin == end else f"{begin}/{end}"


def as_tei(value: str, begin: str | None, end: str | None) -> str | None:
    """A value as GUM has it: a clock's time alone, seasons by their months, what comes every year after two hyphens.

    None for what GUM leaves unmarked: no date of the calendar.
    """
    if value.endswith("_REF") or _NO_DATE.fullmatch(value):
        return None
    if clock := _CLOCK.search(value):
        return f"{clock[1]}:{clock[2] or '00'}"
    if season := _SEASON.fullmatch(value):
        first, last = _TEI_SEASONS[season[1]]
        return f"--{first}/--{last}"
    if begin and end and _IN_SEASON.fullmatch(value):
        return _range(begin[:7], end[:7])
    if begin and end:
        return _range(begin, end)
    return value.replace("XXXX", "-", 1)
