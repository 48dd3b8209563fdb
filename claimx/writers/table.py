"""``table``: claims, or sources, to look at, a table for each document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TextIO, TypeVar

from claimx.records import Claim, DocInfo, DocRef, Document, DocumentSources, SourceSummary
from claimx.text.printable import printable
from claimx.writers.rows import ClaimList, Result, ShareList
from claimx.writers.style import Style

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

#: The width of a table outside of a terminal, and the least in one; a narrower terminal breaks the lines itself.
WIDTH, LEAST_WIDTH = 120, 80
FORM_STYLES = {"direct": "green", "mixed": "cyan", "indirect": "blue", "narrated": "dim"}


class Column(NamedTuple):
    """A column of claims: its share of the width, None where it takes what it needs, and the least it can do with."""

    name: str
    ratio: int | None
    least: int


COLUMNS = (
    Column("who", 3, 8),
    Column("cue", 2, 6),
    Column("claim", 8, 16),
    Column("form", None, 8),
    Column("figures", 3, 7),
    Column("dates", None, 10),
)
#: The column of the document, where claims of several stand together.
DOCUMENT = Column("in", 3, 8)
#: Of these, what is left out where no claim has any.
OPTIONAL = frozenset({"figures", "dates"})
#: Values of times that tell no day: TIMEX3's PAST_REF and the like, and what has neither year nor day.
NO_DAY = re.compile(r"[A-Z]+_REF|[X:T-]+")
#: Values of times that people read as they stand; any other (weeks, decades, nights, what is known in part) is told in
#: the article's words.
DAY = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?|-Q\d)?)(?:T(\d\d:\d\d))?")
#: The forms that a source's claims can have.
REPORTED = ("direct", "mixed", "indirect")
#: What is counted of those who are put together.
SHARE_COLUMNS = ("sources", "documents", "claims", *REPORTED, "words", "share")
#: The least share that is given as a number.
LEAST = 0.005
#: What stands for a source where there is none.
VOICES = {"unattributed": "(nobody named)", "article": "(the article itself)"}

Shown = TypeVar("Shown", bound=Result)


class TableWriter(Generic[Shown]):
    """Writes tables with rich, as ``make`` makes them."""

    def __init__(self, stream: TextIO, style: Style, make: Callable[[Shown, int], Table]) -> None:
        from rich.console import Console

        self._make = make
        self._stream = stream
        self._console = Console(
            file=stream,
            width=max(style.width or WIDTH, LEAST_WIDTH),
            force_terminal=style.color,
            no_color=not style.color,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def open(self) -> None:
        """Nothing stands before the first document."""

    def write(self, document: Shown) -> None:
        """Write the table; without colours no line ends in blanks."""
        with self._console.capture() as capture:
            self._console.print(self._make(document, self._console.width))
        self._stream.write("\n".join(line.rstrip(" ") for line in capture.get().split("\n")))


def make_table(document: Document, width: int) -> Table:
    """The claims of a document as a table of rich: who, in which way, what, in which form, figures and dates."""
    return _table_of(_head(document.doc), [_cells(claim) for claim in document.claims], COLUMNS, width)


def make_list_table(claims: ClaimList, width: int) -> Table:
    """Claims of several documents as a table of rich, with the document that each stands in."""
    rows = [{DOCUMENT.name: _text(claim.doc.id), **_cells(claim)} for claim in claims.claims]
    return _table_of(claims.title, rows, (DOCUMENT, *COLUMNS), width)


def _table_of(head: str, rows: Sequence[Mapping[str, Text]], columns: Sequence[Column], width: int) -> Table:
    shown = [column for column in columns if column.name not in OPTIONAL or any(row[column.name].plain for row in rows)]
    table = _table(head)
    for column, least in zip(shown, _widths(shown, rows, width), strict=True):
        table.add_column(column.name, ratio=column.ratio, width=least, overflow="fold")
    for row in rows:
        table.add_row(*(row[column.name] for column in shown))
    return table


def _widths(columns: Sequence[Column], rows: Sequence[Mapping[str, Text]], width: int) -> list[int]:
    """Widths in which no word is broken, if the table is wide enough for that; else the longest words give way."""
    widths = [
        max(column.least, *(len(word) for row in rows for word in row[column.name].plain.split()), len(column.name))
        for column in columns
    ]
    while sum(widths) + len(widths) + 1 > width:
        spare, widest = max(
            (each - column.least, n) for n, (each, column) in enumerate(zip(widths, columns, strict=True))
        )
        if spare <= 0:
            break
        widths[widest] -= 1
    return widths


def _cells(claim: Claim) -> dict[str, Text]:
    from rich.text import Text

    return {
        "who": _who(claim),
        "cue": _text(claim.cue.text if claim.cue else ""),
        "claim": _text(claim.text),
        "form": Text(claim.form, style=FORM_STYLES[claim.form]),
        "figures": _text(*(quantity.text for quantity in claim.quantities)),
        "dates": _text(*_dates(claim)),
    }


def _text(*lines: str) -> Text:
    """Words of an article as they are shown: a line each, white space normalised, and nothing that a terminal obeys."""
    from rich.text import Text

    return Text("\n".join(printable(" ".join(line.split())) for line in lines))


def make_sources_table(document: DocumentSources, width: int) -> Table:
    """The sources of a document as a table of rich: who, how many claims of which form and words, and by which cues."""
    del width  # its columns fit into the least
    table = _table(_head(document.doc))
    table.add_column("who", ratio=3, width=16, overflow="fold")
    for name in ("claims", *REPORTED, "words", "share"):
        table.add_column(name, justify="right", style=FORM_STYLES.get(name), min_width=len(name))
    table.add_column("cues", ratio=2, width=10, overflow="fold")
    for source in document.sources:
        numbers = (source.claims, *(getattr(source, form) for form in REPORTED), source.words)
        cues = ", ".join(cue.lemma if cue.claims == 1 else f"{cue.lemma} ({cue.claims})" for cue in source.cues)
        table.add_row(_speaker(source), *(str(number or "") for number in numbers), _share(source), cues)
    return table


def make_shares_table(shares: ShareList, width: int) -> Table:
    """Who speaks in a run as a table of rich, by name with the role, or by what they are."""
    from rich.text import Text

    del width  # its columns fit into the least
    by = shares.shares[0].by if shares.shares else ""
    table = _table(f"Who speaks, by {by}" if by else "Who speaks")
    table.add_column(by, ratio=3, width=16, overflow="fold")
    for name in SHARE_COLUMNS:
        table.add_column(name, justify="right", style=FORM_STYLES.get(name), min_width=len(name))
    for row in shares.shares:
        numbers = (row.sources, row.documents, row.claims, *(getattr(row, form) for form in REPORTED), row.words)
        value = _text(row.value or "(not told)")
        if row.role:
            value = value.append_text(Text(f" ({printable(' '.join(row.role.split()))})", style="dim"))
        table.add_row(value, *(str(number or "") for number in numbers), _percent(row.share))
    return table


def _head(doc: DocInfo | DocRef) -> str:
    return ", ".join(filter(None, (doc.title or doc.id, doc.published)))


def _table(head: str) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    title = Text(printable(head), style="bold")
    return Table(
        box=box.SIMPLE_HEAD, title=title, title_justify="left", expand=True, padding=(0, 1, 0, 0), pad_edge=False
    )


def _speaker(source: SourceSummary) -> Text:
    from rich.text import Text

    if source.voice != "source":
        return Text(VOICES[source.voice], style="dim")
    who = (printable(source.name), "bold") if source.name else printable(source.text or "")
    return Text.assemble(who, (f" ({source.type})", "dim"))


def _share(source: SourceSummary) -> str:
    if source.share is None:
        return ""
    if source.nested == source.claims:
        return "nested"  # all that it says is told by others, and counts for them
    return _percent(source.share)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share >= LEAST else "<1 %"


def _who(claim: Claim) -> Text:
    from rich.text import Text

    if claim.source is None:
        return Text(VOICES["article" if claim.form == "narrated" else "unattributed"], style="dim")
    return _text(claim.source.name or claim.source.text)


def _dates(claim: Claim) -> Iterator[str]:
    """The days and times of a claim as people read them."""
    # Lengths of time stand among the figures, unless they have none ("decades").
    for time in claim.times:
        if time.type not in ("date", "time") or NO_DAY.fullmatch(time.value or ""):
            continue
        day = DAY.fullmatch(time.value or "")
        yield " ".join(filter(None, day.groups())) if day else time.text
