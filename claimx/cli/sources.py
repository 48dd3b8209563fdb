"""``claimx sources``: articles in, who speaks in them out."""

from __future__ import annotations

import sys
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


def sources(  # noqa: PLR0913 - an argument for each option
    inputs: Inputs,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day the articles were published, where they do not tell; it stands beside each source.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            autocompletion=list_formats,
            help="table: to look at, the default in a terminal; jsonl, the default elsewhere: a source a line; json: "
            "an envelope for each document, one a line; csv.",
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
    """Write who speaks in articles: how often, in which form, with how many words, by which verbs.

    For each article its sources, those with most words first; then what is attributed to nobody ("reportedly"), and
    what the article itself asserts. Exit status 1: some inputs could not be read, and are named; the others are
    delivered.
    """
    from claimx.claims.speakers import summarize_sources
    from claimx.writers import open_source_writer

    reading = read_options(date, day_first, text_column, id_column, date_column, any_language)
    usual = "table" if output is None and sys.stdout.isatty() else "jsonl"
    chosen = choose_format(format, output, otherwise=usual, pretty=pretty)
    failures = Failures()
    options = Options(narrated=not no_narrated, day_first=day_first)
    documents = read_documents(inputs, reading=reading, options=options, failures=failures)
    write_results(
        map(summarize_sources, documents),
        open_source_writer,
        format=chosen,
        output=output,
        pretty=pretty,
        failures=failures,
    )
    failures.exit_if_any()
