"""``claimx show``: an article in the terminal with its claims marked in place."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.console import Failures, has_color, say
from claimx.cli.documents import inputs_or_stdin
from claimx.cli.options import (
    Aliases,
    AllowPrivate,
    AnyLanguage,
    DateColumn,
    DayFirst,
    IdColumn,
    Inputs,
    Limit,
    MinConfidence,
    NoNarrated,
    TextColumn,
    read_options,
    work_options,
)
from claimx.cli.run_outputs import envelopes, part
from claimx.errors import InputError
from claimx.records import Document, Options, ReadOptions, from_dict

if TYPE_CHECKING:
    from claimx.writers.style import Style


def show(  # noqa: PLR0913 - an argument for each option
    inputs: Inputs = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day the articles were published, where they do not tell."),
    ] = None,
    no_narrated: NoNarrated = False,
    min_confidence: MinConfidence = None,
    aliases: Aliases = None,
    color: Annotated[
        bool | None,
        typer.Option(
            "--color/--no-color",
            help="With colours and underlines, as in a terminal, or with marks alone; --color is for 'less -R'.",
        ),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(min=40, metavar="N", help="Columns to write; by default those of the terminal, 80 elsewhere."),
    ] = None,
    limit: Limit = None,
    day_first: DayFirst = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    any_language: AnyLanguage = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Show articles with their claims marked in place, and who says what below.

    Claims are underlined in their source's colour and numbered; without colours, marks stand for that. INPUT may also
    be what 'claimx extract' wrote as json or sqlite.
    """
    from itertools import islice

    from claimx.claims.selection import Selection
    from claimx.writers.output import open_stream
    from claimx.writers.show import show_document

    reading = read_options(date, day_first, text_column, id_column, date_column, any_language, allow_private)
    failures = Failures()
    style = _style(color, width)
    stream, _ = open_stream(None)
    options = work_options(min_confidence, aliases, day_first, no_narrated=no_narrated)
    selection = Selection(min_confidence or 0.0)
    found = _documents(inputs_or_stdin(inputs), reading, options, failures)
    for number, document in enumerate(islice(found, limit)):
        stream.write("\n" * bool(number) + show_document(selection.of(document), style))
        stream.flush()
    failures.exit_if_any()


def _style(color: bool | None, width: int | None) -> Style:
    from claimx.writers.style import Style

    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    usual = shutil.get_terminal_size().columns if is_terminal else None
    wanted = color if color is not None else is_terminal and has_color(sys.stdout)
    return Style(color=wanted, width=width or usual)


def _documents(inputs: list[str], reading: ReadOptions, options: Options, failures: Failures) -> Iterator[Document]:
    """What runs wrote before, then what is read now."""
    outputs, articles = part(inputs)
    for envelope in envelopes(outputs, failures):
        try:
            yield from_dict(Document, envelope)
        except (KeyError, TypeError, ValueError) as error:
            name = envelope["doc"].get("id")
            failures(InputError(f"{name} was written by another version of claimx ({error}); extract it anew."))
    if articles:
        yield from _extracted(articles, reading, options, failures)


def _extracted(articles: list[str], reading: ReadOptions, options: Options, failures: Failures) -> Iterator[Document]:
    from claimx.articles.reading import read_articles
    from claimx.pipeline import Extractor
    from claimx.runs.local import attempt

    extractor = Extractor(options)
    for article in read_articles(articles, options=reading, on_error=failures, on_note=say):
        outcome = attempt(article, extractor.document)
        if outcome.fault is not None:
            failures(InputError(outcome.fault.message))
        if outcome.value is not None:
            yield outcome.value
