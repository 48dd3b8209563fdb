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

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.command import main
from benchmarks.tei import as_tei, read_conllu, read_tei
from benchmarks.timex import Timex, TimexDocument, day_of, put
from claimx.errors import InputError
from claimx.evaluation.attributions import Reader
from claimx.evaluation.report import PRF, Report
from claimx.records import Article, Span, Time

#: The rules were not made anew for each fold: the folds show how the figure spreads over documents.
FOLDS = 5
MEASURES = ("strict", "relaxed", "type", "value", "both", "value, one notation")
_EDGE = " \t\r\n,;:\"'().`"
_CREATED = ("PUBLICATION_TIME", "CREATION_TIME")
_LENGTH = re.compile(r"P(T?)(\d+)([HMD])")
_WHOLE = {("T", "H"): (24, "P{}D"), ("T", "M"): (60, "PT{}H"), ("", "M"): (12, "P{}Y"), ("", "D"): (7, "P{}W")}


def evaluate(gold: Path, extractor: Reader) -> Report:
    """Run an extractor over gold documents and measure the times that it finds.

    Raises:
        InputError: the gold cannot be read.
    """
    documents = read_timeml(gold)
    articles = [Article(text=doc.text, id=doc.id, published=doc.created) for doc in documents]
    return score(documents, {found.doc.id: found.times for found in extractor.pipe(articles)})


def read_timeml(folder: Path) -> list[TimexDocument]:
    """The documents of a folder of ``*.tml`` (TimeML), ``*.xml`` or ``*.conllu`` files (GUM), or of one such file.

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
        raise InputError(
            f"{folder} is no .tml, .xml or .conllu file with time expressions (TimeML), nor a folder of them."
        )
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
        end = put(chunks, node.text, start)
        for child in node:
            end = put(chunks, child.tail, walk(child, end))
        if node.tag == "TIMEX3" and end > start:
            timexes.append(Timex(Span(start, end), (node.get("type") or "").upper(), node.get("value") or ""))
        return end

    walk(body, 0)
    day = next((created[name] for name in _CREATED if created.get(name)), None)
    return TimexDocument(path.stem, "".join(chunks), day_of(day), tuple(timexes))


_READERS: dict[str, Callable[[Path], TimexDocument]] = {".tml": _read_tml, ".xml": read_tei, ".conllu": read_conllu}


# --- measuring --------------------------------------------------------------


def as_timex(time: Time, *, is_tei: bool = False) -> Timex | None:
    """One of our times in the gold's notation; None where the gold has no such thing."""
    value = time.value or ""
    if not is_tei:
        return Timex(time.span, time.type.upper(), value)
    told = as_tei(value, time.begin, time.end) if time.type in ("date", "time") else None
    return None if told is None else Timex(time.span, time.type.upper(), told)


def score(documents: Sequence[TimexDocument], system: Mapping[str, Sequence[Time]]) -> Report:
    """Measure times, given by the document's id, against the gold."""
    folds = [Counter[str]() for _ in range(FOLDS)]
    for doc in documents:
        folds[_fold(doc.id)].update(_rights(doc, system.get(doc.id, ())))
    right = sum(folds, Counter[str]())
    rows = {name: PRF.of(right[name], right["given"], right["gold"]).columns() for name in MEASURES}
    notes = (
        f"{len(documents)} documents, {right['gold']} time expressions, {right['given']} found",
        f"value, F1 of {FOLDS} folds by document: "
        + ", ".join(f"{100 * PRF.of(f['value'], f['given'], f['gold']).f1:.1f}" for f in folds if f["gold"]),
    )
    return Report("times", rows, notes)


def _fold(name: str) -> int:
    """In which fold a document is, by its name, so that it is the same in every run."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def _rights(doc: TimexDocument, times: Sequence[Time]) -> Counter[str]:
    """How many expressions the gold of a document has, how many are given, and how many of those are right in what."""
    gold = [_trimmed(timex, doc.text) for timex in doc.timexes]
    if doc.is_tei:
        gold = [timex for timex in gold if timex.type in ("DATE", "TIME")]
    ours = [as_timex(time, is_tei=doc.is_tei) for time in times]
    given = [_trimmed(timex, doc.text) for timex in ours if timex is not None]
    right = Counter(gold=len(gold), given=len(given))
    for wanted, found in _pairs(gold, given):
        right.update(name for name, holds in _holds(wanted, found).items() if holds)
    return right


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
