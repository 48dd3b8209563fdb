"""``table``: claims, or sources, to look at, a table for each document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TextIO, TypeVar

from claimx.records import Claim, DocInfo, DocRef, Document, DocumentSources, SourceSummary
from claimx.writers.rows import Result

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

#: The width of a table outside of a terminal, and the least in one; a narrower terminal breaks the lines itself.
WIDTH, LEAST_WIDTH = 120, 80
FORM_STYLES = {"direct": "green", "mixed": "cyan", "indirect": "blue", "narrated": "dim"}
#: The columns of a table of claims: name, share of the width and, of those that share, the least: a longish word's.
COLUMNS = (
    ("who", 3, 12),
    ("cue", 2, 9),
    ("claim", 8, 20),
    ("form", None, None),
    ("figures", 3, 8),
    ("dates", None, None),
)
#: Of these, what is left out where no claim has any.
OPTIONAL = frozenset({"figures", "dates"})
#: Values of times that tell no day: TIMEX3's PAST_REF and the like, and what has neither year nor day.
NO_DAY = re.compile(r"[A-Z]+_REF|[X:TW-]+")
#: The forms that a source's claims can have.
REPORTED = ("direct", "mixed", "indirect")
#: The least share that is given as a number.
LEAST = 0.005
#: What stands for a source where there is none.
VOICES = {"unattributed": "(nobody named)", "article": "(the article itself)"}

Shown = TypeVar("Shown", bound=Result)


class TableWriter(Generic[Shown]):
    """Writes tables with rich, as ``make`` makes them."""

    def __init__(self, stream: TextIO, *, pretty: bool, color: bool, make: Callable[[Shown], Table]) -> None:
        del pretty
        from rich.console import Console

        self._make = make
        self._stream = stream
        self._console = Console(
            file=stream,
            width=None if stream.isatty() else WIDTH,
            force_terminal=color,
            no_color=not color,
            highlight=False,
            markup=False,
            emoji=False,
        )
        self._console.width = max(self._console.width, LEAST_WIDTH)

    def write(self, document: Shown) -> None:
        """Write the table; without colours no line ends in blanks."""
        with self._console.capture() as capture:
            self._console.print(self._make(document))
        self._stream.write("\n".join(line.rstrip(" ") for line in capture.get().split("\n")))

    def close(self) -> None:
        """Nothing stands at the end."""


def make_table(document: Document) -> Table:
    """The claims of a document as a table of rich: who, in which way, what, in which form, figures and dates."""
    rows = [_cells(claim) for claim in document.claims]
    shown = [column for column in COLUMNS if column[0] not in OPTIONAL or any(row[column[0]].plain for row in rows)]
    table = _table(document.doc)
    for name, ratio, least in shown:
        table.add_column(name, ratio=ratio, width=least, overflow="fold", no_wrap=name == "form")
    for row in rows:
        table.add_row(*(row[name] for name, _, _ in shown))
    return table


def _cells(claim: Claim) -> dict[str, Text]:
    from rich.text import Text

    return {
        "who": _who(claim),
        "cue": Text(" ".join(claim.cue.text.split()) if claim.cue else ""),
        "claim": Text(claim.text),
        "form": Text(claim.form, style=FORM_STYLES[claim.form]),
        "figures": Text("\n".join(" ".join(quantity.text.split()) for quantity in claim.quantities)),
        "dates": Text("\n".join(_dates(claim))),
    }


def make_sources_table(document: DocumentSources) -> Table:
    """The sources of a document as a table of rich: who, how many claims of which form and words, and by which cues."""
    table = _table(document.doc)
    table.add_column("who", ratio=3, width=16, overflow="fold")
    for name in ("claims", *REPORTED, "words", "share"):
        table.add_column(name, justify="right", style=FORM_STYLES.get(name), min_width=len(name))
    table.add_column("cues", ratio=2, width=10, overflow="fold")
    for source in document.sources:
        numbers = (source.claims, *(getattr(source, form) for form in REPORTED), source.words)
        cues = ", ".join(cue.lemma if cue.claims == 1 else f"{cue.lemma} ({cue.claims})" for cue in source.cues)
        table.add_row(_speaker(source), *(str(number or "") for number in numbers), _share(source), cues)
    return table


def _table(doc: DocInfo | DocRef) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    head = ", ".join(filter(None, (doc.title or doc.id, doc.published)))
    title = Text(head, style="bold")
    return Table(
        box=box.SIMPLE_HEAD, title=title, title_justify="left", expand=True, padding=(0, 1, 0, 0), pad_edge=False
    )


def _speaker(source: SourceSummary) -> Text:
    from rich.text import Text

    if source.voice != "source":
        return Text(VOICES[source.voice], style="dim")
    who = (source.name, "bold") if source.name else (source.text or "")
    return Text.assemble(who, (f" ({source.type})", "dim"))


def _share(source: SourceSummary) -> str:
    if source.share is None:
        return ""
    if source.nested == source.claims:
        return "nested"  # all that it says is told by others, and counts for them
    return f"{100 * source.share:.0f} %" if source.share >= LEAST else "<1 %"


def _who(claim: Claim) -> Text:
    from rich.text import Text

    if claim.source is None:
        return Text(VOICES["article" if claim.form == "narrated" else "unattributed"], style="dim")
    return Text(claim.source.name or " ".join(claim.source.text.split()))


def _dates(claim: Claim) -> Iterator[str]:
    """The days and times of a claim; one that is known in part only ("XXXX-03-05", "XXXX-WXX-2") in its own words."""
    # Lengths of time stand among the figures, unless they have none ("decades").
    for time in claim.times:
        value = time.value or ""
        if time.type in ("date", "time") and not NO_DAY.fullmatch(value):
            yield value if value and "X" not in value else " ".join(time.text.split())
