"""An article as it is looked at in a terminal: its claims marked in place, and who says what below.

With colours, claims are underlined in their source's colour; without, brackets and other marks stand for that, so that
nothing is lost in a pager, a mail or a log.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimx.records import Claim, Document, Span
from claimx.text.printable import printable
from claimx.writers.style import Style
from claimx.writers.table import VOICES

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

#: Columns outside of a terminal.
WIDTH = 80
#: Colours of sources that a terminal's theme makes legible on its ground, light or dark; then they begin anew.
COLORS = ("blue", "magenta", "cyan", "green", "red")
_BLANK_LINE = re.compile(r"(?:\r?\n[ \t]*){2,}")
_LINE_END = re.compile(r"[\r\n]+")
_SPACE = re.compile(r"\s")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Look(NamedTuple):
    """How words of a role are set off: rich's style, and the marks that stand for it without colours."""

    style: str
    opening: str
    closing: str


LOOKS: Mapping[str, Look] = {
    "claim": Look("underline", "[", "]"),
    "source": Look("bold", "*", "*"),
    "cue": Look("italic", "_", "_"),
    "figure": Look("bold", "‹", "›"),
    "date": Look("bold italic", "‹", "›"),
}


class Marked(NamedTuple):
    """Words in a role: ``number`` is that of a claim, and empty for other roles; ``color`` that of the source."""

    span: Span
    role: str
    number: str
    color: str


def show_document(document: Document, style: Style) -> str:
    """The article and a table of its sources with their claims, as lines of text that end with a line feed."""
    from rich.text import Text

    console = _console(style)
    colors = _colors(document.claims)
    marked = sorted(_marked(document, colors), key=lambda each: (each.span.start, -each.span.end))
    with console.capture() as capture:
        console.print(Text(printable(document.doc.title or document.doc.id), style="bold"))
        about = (document.doc.publisher, document.doc.author, document.doc.published)
        if any(about):
            console.print(Text(printable(", ".join(filter(None, about))), style="dim"))
        console.print(_legend(style.color))
        for start, end in _paragraphs(document.doc.text):
            console.print()
            for line in _paragraph(document.doc.text, Span(start, end), marked, color=style.color).wrap(
                console, console.width
            ):
                line.rstrip()  # or the blanks at its end would be underlined
                console.print(line)
        console.print(_table(document.claims, colors))
    return "\n".join(line.rstrip(" ") for line in capture.get().split("\n"))


def _console(style: Style) -> Console:
    from rich.console import Console

    return Console(
        file=io.StringIO(),
        width=style.width or WIDTH,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _who(claim: Claim) -> str:
    if claim.source is None:
        return VOICES["article" if claim.form == "narrated" else "unattributed"]
    return claim.source.name or " ".join(claim.source.text.split())


def _colors(claims: Sequence[Claim]) -> dict[str, str]:
    """A colour for each source, in the order in which they speak; none for the article's own words."""
    speakers = dict.fromkeys(_who(claim) for claim in claims if claim.source is not None)
    return {who: COLORS[number % len(COLORS)] for number, who in enumerate(speakers)}


def _marked(document: Document, colors: Mapping[str, str]) -> Iterator[Marked]:
    for number, claim in enumerate(document.claims, start=1):
        color = colors.get(_who(claim), "")
        for span in claim.spans:
            yield Marked(span, "claim", str(number), color)
        for role, words in (("source", claim.source), ("cue", claim.cue)):
            for span in words.spans if words else ():
                yield Marked(span, role, "", color)
    dates = {time.span for time in document.times}
    figures = {quantity.span for quantity in document.quantities} | dates
    for span in figures:
        # "two years" in "over two years" is set off already.
        if not any(other.start <= span.start and span.end <= other.end and other != span for other in figures):
            yield Marked(span, "date" if span in dates else "figure", "", "")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs stand: parted by blank lines or, in a text without any, by the ends of lines."""
    gap = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    start = 0
    for end, following in [*(match.span() for match in gap.finditer(text)), (len(text), len(text))]:
        if text[start:end].strip():
            yield start, end
        start = following


def _paragraph(text: str, where: Span, marked: Sequence[Marked], *, color: bool) -> Text:
    """A paragraph with its marks; words that one source says twice over, once in the other, are marked twice."""
    from rich.text import Text

    inside = list(dict.fromkeys(each for each in marked if where.start <= each.span.start < where.end))
    inside = [each for each in inside if each.span.end <= where.end] + _cut(marked, where)
    edges = sorted({*where, *(edge for each in inside for edge in each.span)})
    made = Text()
    for start, end in pairwise(edges):
        ending, beginning = _at(inside, start)
        made.append_text(_signs(ending, beginning, color=color))
        words = printable(_SPACE.sub(" ", text[start:end]))
        here = [each for each in inside if each.span.start <= start and end <= each.span.end]
        made.append(words, style=_style(here) if color else "")
    made.append_text(_signs(_at(inside, where.end)[0], [], color=color))
    return made


def _cut(marked: Sequence[Marked], where: Span) -> list[Marked]:
    """What reaches over the paragraph's edges, as far as it stands in it."""
    crossing = [each for each in marked if each.span.start < where.end and each.span.end > where.start]
    reaching = [each for each in crossing if each.span.start < where.start or each.span.end > where.end]
    return [
        each._replace(span=Span(max(each.span.start, where.start), min(each.span.end, where.end))) for each in reaching
    ]


def _at(marked: Sequence[Marked], place: int) -> tuple[list[Marked], list[Marked]]:
    """What ends at a place, inner marks first, and what begins there, outer marks first."""
    ending = sorted((each for each in marked if each.span.end == place), key=lambda each: -each.span.start)
    beginning = sorted((each for each in marked if each.span.start == place), key=lambda each: -each.span.end)
    return ending, beginning


def _signs(ending: Sequence[Marked], beginning: Sequence[Marked], *, color: bool) -> Text:
    """The marks between two pieces of text: with colours only the claims' numbers."""
    from rich.text import Text

    if color:
        numbers = " ".join(each.number for each in beginning if each.number)
        return Text(numbers.translate(_SUPERSCRIPT), style="dim")
    opened = "".join(LOOKS[each.role].opening + (f"{each.number} " if each.number else "") for each in beginning)
    return Text("".join(LOOKS[each.role].closing for each in ending) + opened)


def _style(here: Sequence[Marked]) -> str:
    """The styles of all roles that lie on some words, with the colour of the shortest of them that has one."""
    claims = sorted(here, key=lambda each: each.span.end - each.span.start)
    color = next((each.color for each in claims if each.color), "")
    # What the article itself asserts is numbered, but not underlined: nearly all of the rest would be.
    styles = [LOOKS[each.role].style for each in here if each.role != "claim" or each.color]
    return " ".join(dict.fromkeys(filter(None, [*" ".join(styles).split(), color])))


def _legend(color: bool) -> Text:
    from rich.text import Text

    made = Text()
    for role, look in LOOKS.items():
        sign = "" if color else look.opening + ("1 " if role == "claim" else "")
        made.append(f"{sign}{role}{'' if color else look.closing}", style=look.style if color else "")
        made.append("  ")
    return made


def _table(claims: Sequence[Claim], colors: Mapping[str, str]) -> Table:
    """Who says what: the claims by their sources, in the order in which these speak first."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("who", ratio=3, min_width=12, overflow="fold")
    table.add_column("", justify="right", min_width=2)
    table.add_column("claim", ratio=9, min_width=20, overflow="fold")
    table.add_column("form", min_width=8)
    groups: dict[str, list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(claims, start=1):
        groups.setdefault(_who(claim), []).append((number, claim))
    for who, said in groups.items():
        for at, (number, claim) in enumerate(said):
            name = Text() if at else _name(who, [claim for _, claim in said], colors)
            table.add_row(name, str(number), Text(printable(claim.text)), Text(claim.form, style="dim"))
    return table


def _name(who: str, claims: Sequence[Claim], colors: Mapping[str, str]) -> Text:
    """A source with the role that the article gives it."""
    from rich.text import Text

    roles = (claim.source.role for claim in claims if claim.source is not None)
    role = next((" ".join(role.text.split()) for role in roles if role is not None), "")
    style = f"bold {colors[who]}" if who in colors else "dim"
    return Text.assemble((printable(who), style), (printable(f", {role}") if role else "", "dim"))
