"""``claimx explain``: the rule or model behind every part of each claim."""

from __future__ import annotations

from typing import Annotated

import typer

from claimx.cli.console import Failures, say
from claimx.cli.options import (
    Aliases,
    AllowPrivate,
    AnyLanguage,
    DateColumn,
    DayFirst,
    IdColumn,
    MinConfidence,
    TextColumn,
    read_options,
    work_options,
)
from claimx.errors import InputError


def explain(  # noqa: PLR0913 - an argument for each option
    input: Annotated[
        str,
        typer.Argument(
            metavar="INPUT",
            help="One of what 'claimx extract' takes: a file, a folder, a glob, or - for standard input.",
        ),
    ],
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day the article was published, if it does not tell.")
    ] = None,
    min_confidence: MinConfidence = None,
    aliases: Aliases = None,
    day_first: DayFirst = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    any_language: AnyLanguage = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Show the rule or model behind every part of each claim."""
    from claimx.articles.reading import read_articles
    from claimx.claims.selection import Selection
    from claimx.pipeline import Extractor
    from claimx.runs.local import attempt
    from claimx.text.printable import printable
    from claimx.writers.explain import explain_document
    from claimx.writers.output import open_stream

    reading = read_options(date, day_first, text_column, id_column, date_column, any_language, allow_private)
    failures = Failures()
    stream, _ = open_stream(None)
    selection = Selection(min_confidence or 0.0)
    extractor = Extractor(work_options(min_confidence, aliases, day_first))
    for article in read_articles([input], options=reading, on_error=failures, on_note=say):
        outcome = attempt(article, extractor.document)
        if outcome.fault is not None:
            failures(InputError(outcome.fault.message))
        if outcome.value is not None:
            stream.writelines(f"{printable(line)}\n" for line in explain_document(selection.of(outcome.value)))
    failures.exit_if_any()
