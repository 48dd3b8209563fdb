"""What somebody ticked on a page of ``claimx report``, summed up in plain words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimx.evaluation.report import ratio
from claimx.records.shown import short
from claimx.text.printable import printable

#: How a report's page calls what is wrong (``MISTAKES`` in its ``ticks.js``), and how it is told here.
MISTAKES = {"source": "the source", "words": "the words", "details": "details", "no_claim": "not said so"}
#: So many wrong ones are told one by one, and so many characters of each.
MOST, WIDTH = 10, 80
FORMS = ("direct", "mixed", "indirect", "narrated")


@dataclass(frozen=True, slots=True)
class Tick:
    """A claim that was ticked or noted on a page; ``words`` is what it says, ``mistake`` a key of ``MISTAKES``."""

    doc: str
    who: str
    form: str
    words: str
    verdict: str | None
    mistake: str | None
    is_checked: bool
    note: str


def read_ticks(path: Path) -> list[Tick]:
    """The ticks in a file that a page saved; none where it is gold of another kind.

    The file is one that :func:`claimx.evaluation.gold.read_gold` has read, so that it holds what it should.
    """
    if path.is_dir():
        return []
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    return [tick for row in rows if row.get("partial") for tick in _ticks(row)]


def _ticks(row: Mapping[str, Any]) -> Iterator[Tick]:
    for mark in row["attributions"]:
        text = " ".join(row["text"][start:end] for start, end in mark.get("content", ()))
        source = " ".join(row["text"][start:end] for start, end in mark.get("source", ()))
        yield Tick(
            doc=str(row["doc"]),
            who=mark.get("name") or " ".join(source.split()),
            form=mark.get("form") or "",
            words=" ".join(text.split()),
            verdict=mark.get("verdict"),
            mistake=mark.get("mistake"),
            is_checked=bool(mark.get("checked")),
            note=" ".join((mark.get("note") or "").split()),
        )


def in_words(ticks: Sequence[Tick]) -> str:
    """How many claims were ticked and how, what share is right, and what is wrong."""
    return "\n".join(_lines(ticks))


def _lines(ticks: Sequence[Tick]) -> Iterator[str]:
    right, wrong = ([tick for tick in ticks if tick.verdict == name] for name in ("right", "wrong"))
    rest = [tick for tick in ticks if tick.verdict is None]
    checked = sum(tick.is_checked for tick in rest)
    parts = [
        f"{len(right)} right",
        f"{len(wrong)} wrong",
        *([f"{checked} only checked"] if checked else []),
        *([f"{len(rest) - checked} only noted"] if len(rest) > checked else []),
    ]
    articles = _counted(len({tick.doc for tick in ticks}), "article")
    yield f"{_counted(len(ticks), 'claim')} ticked in {articles}: {', '.join(parts)}."
    judged = len(right) + len(wrong)
    if not judged:
        yield "None is ticked right or wrong, so that there is nothing to measure."
        return
    shares = ", ".join(_shares_by_form(right, wrong))
    yield f"Of the {judged} judged {100 * ratio(len(right), judged):.0f} % are right: {shares}."
    if wrong:
        kinds = Counter(MISTAKES.get(tick.mistake or "", "not told what") for tick in wrong)
        yield f"What is wrong: {', '.join(f'{kind} ({count})' for kind, count in kinds.most_common())}."
        yield from (f"  {_told(tick)}" for tick in wrong[:MOST])
        if len(wrong) > MOST:
            yield f"  and {len(wrong) - MOST} more"


def _shares_by_form(right: Iterable[Tick], wrong: Iterable[Tick]) -> Iterator[str]:
    rights, wrongs = Counter(tick.form for tick in right), Counter(tick.form for tick in wrong)
    for form in FORMS:
        if of := rights[form] + wrongs[form]:
            yield f"{form} {rights[form]} of {of}"


def _told(tick: Tick) -> str:
    """A claim that is wrong, in a line: where, who, in which form, what, and what was noted of it."""
    head = printable(", ".join(filter(None, (tick.doc, tick.who, tick.form, MISTAKES.get(tick.mistake or "")))))
    return f"{head}: {short(tick.words, WIDTH)}" + (f" [{short(tick.note, WIDTH)}]" if tick.note else "")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
