"""``claimx extract``: articles in, claims out."""

from __future__ import annotations

from typing import Annotated

import typer

from claimx.cli.console import Failures
from claimx.cli.documents import choose_format, read_documents, write_results
from claimx.cli.options import (
    FORMATS,
    AnyLanguage,
    DateColumn,
    DayFirst,
    IdColumn,
    Inputs,
    NoNarrated,
    Output,
    Pretty,
    TextColumn,
    list_formats,
    read_options,
)
from claimx.records import Options


def extract(  # noqa: PLR0913 - an argument for each option
    inputs: Inputs,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day the articles were published, where they do not tell: it anchors dates like 'on Thursday', "
            "which stay partial without it.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            autocompletion=list_formats,
            help="jsonl, the default: a claim a line; json: an envelope for each document, with its text and all "
            "its mentions, one a line; csv; table: to look at.",
        ),
    ] = None,
    output: Output = None,
    no_narrated: NoNarrated = False,
    pretty: Pretty = False,
    day_first: DayFirst = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    any_language: AnyLanguage = False,
) -> None:
    """Write the claims of articles.

    Results go to standard output, messages to standard error. Exit status 1: some inputs could not be read, and are
    named; the others are delivered.
    """
    from claimx.writers import open_writer

    reading = read_options(date, day_first, text_column, id_column, date_column, any_language)
    chosen = choose_format(format, output, otherwise="jsonl", pretty=pretty)
    failures = Failures()
    options = Options(narrated=not no_narrated, day_first=day_first)
    documents = read_documents(inputs, reading=reading, options=options, failures=failures)
    write_results(documents, open_writer, format=chosen, output=output, pretty=pretty, failures=failures)
    failures.exit_if_any()
