"""``claimx sources``: articles in, who speaks in them out."""

from __future__ import annotations

import sys
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.documents import RunOptions, deliver, inputs_or_stdin
from claimx.cli.options import (
    SOURCE_FORMATS,
    Aliases,
    AllowPrivate,
    AnyLanguage,
    DateColumn,
    DayFirst,
    Errors,
    IdColumn,
    Inputs,
    Jobs,
    Limit,
    MinConfidence,
    NoNarrated,
    Output,
    Pretty,
    Quiet,
    RawCsv,
    Resume,
    TextColumn,
    Timeout,
    list_source_formats,
    read_options,
    work_options,
)
from claimx.cli.output import choose_format, style_for

if TYPE_CHECKING:
    from claimx.writers.formats import Written


class ByKey(Enum):
    """The values of ``--by``."""

    name = "name"
    role = "role"
    pronouns = "pronouns"


def sources(  # noqa: PLR0913 - an argument for each option
    inputs: Inputs = None,
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
            metavar="|".join(SOURCE_FORMATS),
            autocompletion=list_source_formats,
            help="table: to look at, the default in a terminal; jsonl, the default elsewhere: a source a line; json: "
            "an envelope for each document, one a line; csv: for spreadsheets; parquet: a source a row, with types.",
        ),
    ] = None,
    output: Output = None,
    by: Annotated[
        ByKey | None,
        typer.Option(
            metavar="name|role|pronouns",
            help="Of the whole run, put together: all who speak by their names, people by the noun of their role "
            "(minister, professor, resident), or persons by the pronouns of the articles for them (she, he, they); the "
            "formats are those but json.",
        ),
    ] = None,
    no_narrated: NoNarrated = False,
    min_confidence: MinConfidence = None,
    aliases: Aliases = None,
    limit: Limit = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    errors: Errors = None,
    resume: Resume = False,
    quiet: Quiet = False,
    pretty: Pretty = False,
    raw_csv: RawCsv = False,
    day_first: DayFirst = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    any_language: AnyLanguage = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Write who speaks in articles: how often, in which form, with how many words, by which verbs.

    For each article its sources, those with most words first; then what is attributed to nobody ("reportedly"), and
    what the article itself asserts. With ``--by`` a line for each name, role or pronoun of the whole run. Exit status
    1: some inputs could not be read, and are named; the others are delivered.
    """
    from claimx.articles.reading import read_articles
    from claimx.claims.selection import Selection
    from claimx.cli.plans import plan_of, plan_of_shares
    from claimx.cli.work import Extraction

    reading = read_options(date, day_first, text_column, id_column, date_column, any_language, allow_private)
    usual = "table" if output is None and sys.stdout is not None and sys.stdout.isatty() else "jsonl"
    what: Written = "sources" if by is None else "shares"
    target = choose_format(format, output, otherwise=usual, of=what, pretty=pretty, raw=raw_csv)
    style = style_for(output, pretty=pretty, raw=raw_csv)
    plan = plan_of(*target, style, sources=True) if by is None else plan_of_shares(*target, style, by.value)
    options_of_work = work_options(min_confidence, aliases, day_first, no_narrated=no_narrated)
    deliver(
        inputs_or_stdin(inputs),
        partial(read_articles, options=reading),
        Extraction(
            options_of_work, Selection(min_confidence or 0.0), plan.format, plan.style, sources=by is not ByKey.name
        ),
        RunOptions(output, limit, jobs, timeout, errors, resume, quiet),
        {"command": "sources", "reading": repr(reading), "by": by and by.value},
        plan.rewrite,
    )
