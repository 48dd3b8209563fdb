"""Time expressions against TimeML (TimeBank, Pustejovsky et al. 2003) or the TEI dates of GUM (Zeldes 2017).

Figures are micro-averages over the documents, as in TempEval-3 (UzZaman et al. 2013). An expression of the gold and one
of ours are paired if they share a character, each with at most one: equal spans first, then the larger overlap, then
the earlier. Marks and blanks at the ends of spans make no difference.

- strict: the spans are equal; relaxed: they are paired.
- type, value: paired and of the same type, of the same value; both: of both.
- value, one notation: values equal after "P24H" and "P1D", "199X" and "199" and the like are made one.

GUM marks dates of the calendar by begin and end; there, ours are told in the same way, and expressions that name no
date ("now", "two weeks") are left out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from benchmarks.command import main
from claimx.errors import InputError
from claimx.evaluation.attributions import Reader
from claimx.evaluation.report import PRF, Report
from claimx.records import Article, Span, Time

MEASURES = ("strict", "relaxed", "type", "value", "both", "value, one notation")
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::(\d\d))?")
_SEASON = re.compile(r"XXXX-(SP|SU|FA|WI)")
_IN_SEASON = re.compile(r"\d{4}-(SP|SU|FA|WI)")
_NO_DATE = re.compile(r"XXXX(-XX-XX|-WXX(-\d|-WE)?|-XX)(T[A-Z]{2})?")
_TEI_SEASONS = {"SP": ("03", "06"), "SU": ("06", "09"), "FA": ("09", "12"), "WI": ("12", "03")}
_EDGE = " \t\r\n,;:\"'().`"
_CREATED = ("PUBLICATION_TIME", "CREATION_TIME")
_BLOCKS = frozenset({"p", "head", "list", "item", "figure"})
_NO_BLANK_BEFORE = frozenset((*",.;:?!)]%'’”", *["'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"]))
_NO_BLANK_AFTER = frozenset("([$£€“")
_LENGTH = re.compile(r"P(T?)(\d+)([HMD])")
_WHOLE = {("T", "H"): (24, "P{}D"), ("T", "M"): (60, "PT{}H"), ("", "M"): (12, "P{}Y"), ("", "D"): (7, "P{}W")}


class Timex(NamedTuple):
    """A time expression as TimeML has it: ``type`` in capitals, ``value`` empty where there is none."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimexDocument:
    """A document with its time expressions; ``created`` is the day it was written, or None.

    ``is_tei``: dates of the calendar only, as begin and end.
    """

    id: str
    text: str
    created: date | None
    timexes: tuple[Timex, ...]
    is_tei: bool = False


def evaluate(gold: Path, extractor: Reader) -> Report:
    """Run an extractor over gold documents and measure the times that it finds.

    Raises:
        InputError: the gold cannot be read.
    """
    documents = read_timeml(gold)
    articles = [Article(text=doc.text, id=doc.id, published=doc.created) for doc in documents]
    return score(documents, {found.doc.id: found.times for found in extractor.pipe(articles)})


def read_timeml(folder: Path) -> list[TimexDocument]:
    """The documents of a folder of ``*.tml`` (TimeML) or ``*.xml`` files (GUM), or of one such file, by name.

    Raises:
        InputError: a file is neither, or there is none.
    """
    paths = sorted(folder.iterdir()) if folder.is_dir() else [folder]
    documents = []
    for path in paths:
        if path.name.startswith(".") or path.suffix not in _READERS:
            continue
        try:
            document = _READERS[path.suffix](path)
        except (ElementTree.ParseError, OSError, ValueError, LookupError) as error:
            raise InputError(f"{path} is not well-formed XML ({error}).") from error
        if not document.text.strip():
            raise InputError(f"{path} has no text in TimeML or GUM's TEI.")
        documents.append(document)
    if not documents:
        raise InputError(f"{folder} is no .tml or .xml file with time expressions (TimeML), nor a folder of them.")
    return documents


# --- reading ----------------------------------------------------------------


def _read_tml(path: Path) -> TimexDocument:
    root = ElementTree.parse(path).getroot()
    body = root.find(".//TEXT")
    if body is None:
        raise InputError(f"{path} has no TEXT element, so is no TimeML.")
    created = {node.get("functionInDocument"): node.get("value") for node in root.iter("TIMEX3")}
    chunks: list[str] = []
    timexes: list[Timex] = []

    def walk(node: ElementTree.Element, start: int) -> int:
        """Collect the text and the times of an element that begins at ``start``; give where it ends."""
        end = _put(chunks, node.text, start)
        for child in node:
            end = _put(chunks, child.tail, walk(child, end))
        if node.tag == "TIMEX3" and end > start:
            timexes.append(Timex(Span(start, end), (node.get("type") or "").upper(), node.get("value") or ""))
        return end

    walk(body, 0)
    day = next((created[name] for name in _CREATED if created.get(name)), None)
    return TimexDocument(path.stem, "".join(chunks), _day(day), tuple(timexes))


def _put(chunks: list[str], text: str | None, at: int) -> int:
    chunks.append(text or "")
    return at + len(text or "")


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


class _TeiReader:
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
        self._at = _put(self.chunks, text, self._at)


def _read_tei(path: Path) -> TimexDocument:
    root = ElementTree.parse(path).getroot()
    reader = _TeiReader()
    reader.read(root)
    created = _day(root.get("dateCreated"))
    return TimexDocument(path.stem, "".join(reader.chunks), created, tuple(reader.timexes), is_tei=True)


def _tei_value(node: ElementTree.Element) -> str:
    first, last = (node.get(a) or node.get(b) for a, b in (("from", "notBefore"), ("to", "notAfter")))
    if value := node.get("when"):
        return value
    return _range(first, last) if first and last else first or last or ""


def _range(first: str, last: str) -> str:
    """The value of a stretch of days: a week, a month, a year, or both ends."""
    begin, end = _day(first), _day(last)
    if begin is None or end is None or len(first) != 10 or len(last) != 10:
        return f"{first}/{last}"
    if begin.weekday() == 0 and (end - begin).days == 6:
        week = begin.isocalendar()
        return f"{week.year}-W{week.week:02d}"
    if begin.day == 1 and begin.year == end.year and end.day == monthrange(end.year, end.month)[1]:
        if begin.month == end.month:
            return first[:7]
        if (begin.month, end.month) == (1, 12):
            return first[:4]
    return f"{first}/{last}"


_READERS: dict[str, Callable[[Path], TimexDocument]] = {".tml": _read_tml, ".xml": _read_tei}


# --- measuring --------------------------------------------------------------


def as_timex(time: Time, *, is_tei: bool = False) -> Timex | None:
    """One of our times in the gold's notation; None where the gold has no such thing."""
    value = time.value or ""
    if not is_tei:
        return Timex(time.span, time.type.upper(), value)
    if time.type not in ("date", "time") or value.endswith("_REF") or _NO_DATE.fullmatch(value):
        return None
    return Timex(time.span, time.type.upper(), _as_tei(value, time.begin, time.end))


def _as_tei(value: str, begin: str | None, end: str | None) -> str:
    """A value as GUM has it: a clock's time alone, seasons by their months, what comes every year after two hyphens."""
    if clock := _CLOCK.search(value):
        return f"{clock[1]}:{clock[2] or '00'}"
    if season := _SEASON.fullmatch(value):
        first, last = _TEI_SEASONS[season[1]]
        return f"--{first}/--{last}"
    if begin and end and _IN_SEASON.fullmatch(value):
        return f"{begin[:7]}/{end[:7]}"
    if begin and end:
        return begin if begin == end else _range(begin, end)
    return value.replace("XXXX", "-", 1)


def score(documents: Sequence[TimexDocument], system: Mapping[str, Sequence[Time]]) -> Report:
    """Measure times, given by the document's id, against the gold."""
    right: Counter[str] = Counter()
    for doc in documents:
        gold = [_trimmed(timex, doc.text) for timex in doc.timexes]
        if doc.is_tei:
            gold = [timex for timex in gold if timex.type in ("DATE", "TIME")]
        ours = [as_timex(time, is_tei=doc.is_tei) for time in system.get(doc.id, ())]
        given = [_trimmed(timex, doc.text) for timex in ours if timex is not None]
        right.update(gold=len(gold), given=len(given))
        for wanted, found in _pairs(gold, given):
            right.update(name for name, holds in _holds(wanted, found).items() if holds)
    rows = {name: PRF.of(right[name], right["given"], right["gold"]).columns() for name in MEASURES}
    notes = (f"{len(documents)} documents, {right['gold']} time expressions, {right['given']} found",)
    return Report("times", rows, notes)


def _holds(gold: Timex, found: Timex) -> dict[str, bool]:
    is_type, is_value = gold.type == found.type, gold.value == found.value
    return {
        "strict": gold.span == found.span,
        "relaxed": True,
        "type": is_type,
        "value": is_value,
        "both": is_type and is_value,
        "value, one notation": _unified(gold.value) == _unified(found.value),
    }


def _trimmed(timex: Timex, text: str) -> Timex:
    start, end = timex.span
    inner = text[start:end].strip(_EDGE)
    if not inner:
        return timex
    start += text[start:end].index(inner)
    return timex._replace(span=Span(start, start + len(inner)))


def _pairs(gold: Sequence[Timex], given: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    shared = [
        (g.span != s.span, -(min(g.span.end, s.span.end) - max(g.span.start, s.span.start)), g.span.start, i, j)
        for i, g in enumerate(gold)
        for j, s in enumerate(given)
        if g.span.overlaps(s.span)
    ]
    used_gold: set[int] = set()
    used_given: set[int] = set()
    for _, _, _, i, j in sorted(shared):
        if i not in used_gold and j not in used_given:
            used_gold.add(i)
            used_given.add(j)
            yield gold[i], given[j]


def _unified(value: str) -> str:
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value.upper().rstrip("Z"))
    while (match := _LENGTH.fullmatch(value)) and (match[1], match[3]) in _WHOLE:
        size, form = _WHOLE[match[1], match[3]]
        count, rest = divmod(int(match[2]), size)
        if rest or not count:
            break
        value = form.format(count)
    return re.sub(r"^(\d\d\d)X$", r"\1", value)


if __name__ == "__main__":
    main(evaluate, __doc__)
