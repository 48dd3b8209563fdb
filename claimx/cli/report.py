"""``claimx report``: articles, or what a run wrote of them, in; one page to look at out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from claimx.cli.console import Failures
from claimx.cli.documents import RunOptions, deliver, inputs_or_stdin
from claimx.cli.options import (
    Aliases,
    AllowPrivate,
    AnyLanguage,
    DateColumn,
    DayFirst,
    Errors,
    IdColumn,
    Inputs,
    Jobs,
    MinConfidence,
    NoNarrated,
    Quiet,
    Resume,
    TextColumn,
    Timeout,
    read_options,
    work_options,
)
from claimx.cli.output import output_file, refuse_inputs
from claimx.cli.run_outputs import envelopes, part
from claimx.errors import InputError


def report(  # noqa: PLR0913 - an argument for each option
    inputs: Inputs = None,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="The page to write; - for standard output."),
    ] = "report.html",
    title: Annotated[str, typer.Option(metavar="HEADING", help="The heading of the page.")] = "Claims",
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day the articles were published, where they do not tell."),
    ] = None,
    no_narrated: NoNarrated = False,
    min_confidence: MinConfidence = None,
    aliases: Aliases = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    errors: Errors = None,
    resume: Resume = False,
    quiet: Quiet = False,
    day_first: DayFirst = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    any_language: AnyLanguage = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Write a page on which people look at claims: one file, for any browser, without a network.

    Articles with their claims lit up in place, filters, search, who says how much, figures side by side, dates, notes
    and ticks (docs/report.md). INPUT may also be what 'claimx extract' wrote as json, packed or not, or as sqlite.
    """
    from claimx.articles.reading import read_articles
    from claimx.claims.selection import Selection
    from claimx.cli.work import Extraction
    from claimx.writers.style import PLAIN

    outputs, articles = part(inputs_or_stdin(inputs))
    refuse_inputs(outputs, {"--output": output_file(output), "--errors": errors})
    reading = read_options(date, day_first, text_column, id_column, date_column, any_language, allow_private)
    options_of_work = work_options(min_confidence, aliases, day_first, no_narrated=no_narrated)
    failures = Failures()
    deliver(
        articles,
        partial(read_articles, options=reading),
        Extraction(options_of_work, Selection(min_confidence or 0.0), "json", PLAIN),
        RunOptions(output, None, jobs, timeout, errors, resume, quiet, has_more=bool(outputs)),
        {"command": "report", "reading": repr(reading), "page": [title, min_confidence, *outputs]},
        partial(_write, outputs, title, min_confidence or 0.0, failures),
    )
    failures.exit_if_any()


def _write(outputs: Sequence[str], title: str, least: float, failures: Failures, spool: BinaryIO, path: Path) -> None:
    """Make the page of what runs wrote before and of what this one has read.

    Raises:
        InputError: there is nothing in them.
    """
    from claimx.cli.plans import open_text
    from claimx.report import write_page

    documents: Iterator[dict[str, Any]] = chain(_at_least(least, envelopes(outputs, failures)), map(json.loads, spool))
    first = next(documents, None)
    if first is None:
        raise InputError("there is no article to report on; what 'claimx extract' wrote is read from a file.")
    with open_text(path, None) as stream:
        write_page(chain([first], documents), stream, title)


def _at_least(least: float, found: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Envelopes without the claims that are less likely."""
    for envelope in found:
        yield envelope | {"claims": [claim for claim in envelope["claims"] if claim.get("confidence", 1) >= least]}
