"""``table``: claims to look at, a table for each document."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from claimx.records import Claim, Document

if TYPE_CHECKING:
    from rich.table import Table

#: The width of a table that is not written to a terminal.
WIDTH = 120
FORM_STYLES = {"direct": "green", "mixed": "cyan", "indirect": "blue", "narrated": "dim"}


class TableWriter:
    """Writes tables with rich: who, in which way, what, in which form, with which figures and dates."""

    def __init__(self, stream: TextIO, *, pretty: bool, color: bool) -> None:
        del pretty
        from rich.console import Console

        self._console = Console(
            file=stream,
            width=None if stream.isatty() else WIDTH,
            force_terminal=color,
            no_color=not color,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def write(self, document: Document) -> None:
        """Write the table."""
        self._console.print(make_table(document))

    def close(self) -> None:
        """Nothing stands at the end."""


def make_table(document: Document) -> Table:
    """The claims of a document as a table of rich."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    head = ", ".join(filter(None, (document.doc.title or document.doc.id, document.doc.published)))
    table = Table(box=box.SIMPLE_HEAD, title=Text(head, style="bold"), title_justify="left", expand=True)
    for name, ratio in (("who", 3), ("cue", 2), ("claim", 8), ("form", None), ("figures", 3), ("dates", None)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for claim in document.claims:
        form = Text(claim.form, style=FORM_STYLES[claim.form])
        who, cue, figures, dates = (Text(cell) for cell in (_who(claim), _cue(claim), _figures(claim), _dates(claim)))
        table.add_row(who, cue, Text(claim.text), form, figures, dates)
    return table


def _who(claim: Claim) -> str:
    if claim.source is None:
        return ""
    return claim.source.name or " ".join(claim.source.text.split())


def _cue(claim: Claim) -> str:
    return " ".join(claim.cue.text.split()) if claim.cue else ""


def _figures(claim: Claim) -> str:
    return "\n".join(" ".join(quantity.text.split()) for quantity in claim.quantities)


def _dates(claim: Claim) -> str:
    # Lengths of time stand among the figures, unless they have none ("decades").
    dates = (time for time in claim.times if time.type in ("date", "time"))
    return "\n".join(time.value or " ".join(time.text.split()) for time in dates)
