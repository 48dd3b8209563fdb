"""``claimx extract``: articles in, claims out."""

from __future__ import annotations

from functools import partial
from typing import Annotated, cast

import typer

from claimx.cli.cluster import deliver_on_cluster, is_on_cluster
from claimx.cli.documents import RunOptions, deliver, inputs_or_stdin
from claimx.cli.options import (
    FORMATS,
    Address,
    Aliases,
    AllowPrivate,
    AnyLanguage,
    DateColumn,
    DayFirst,
    Engine,
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
    list_formats,
    read_options,
    work_options,
)
from claimx.cli.output import choose_format, style_for
from claimx.records import Form


def extract(  # noqa: PLR0913 - an argument for each option
    inputs: Inputs = None,
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
            "its mentions, one a line; csv: for spreadsheets; parquet: a claim a row, with types; sqlite: a database "
            "for Datasette; jsonld: schema.org's Claim; annotations: W3C Web Annotations; table: to look at "
            "(docs/outputs.md).",
        ),
    ] = None,
    output: Output = None,
    no_narrated: NoNarrated = False,
    only: Annotated[
        str | None,
        typer.Option(metavar="FORMS", help="Only claims of these forms, with commas: direct,mixed,indirect,narrated."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Only claims of sources with these words in their name (or words, where unnamed)."
        ),
    ] = None,
    min_confidence: MinConfidence = None,
    min_checkworthiness: Annotated[
        float, typer.Option(metavar="0…1", help="Only claims that are at least so much worth checking.")
    ] = 0.0,
    top: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Only the N claims of the whole run that are most worth checking, that first."
        ),
    ] = None,
    distinct: Annotated[
        bool,
        typer.Option(
            "--distinct",
            help="Of claims of the whole run that have one key (the same words of the same source) only the first, "
            "with how often and where else it stands.",
        ),
    ] = False,
    aliases: Aliases = None,
    limit: Limit = None,
    jobs: Jobs = None,
    engine: Engine = "local",
    address: Address = None,
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
    """Write the claims of articles.

    Results go to standard output, messages to standard error. Exit status 1: some inputs could not be read, and are
    named; the others are delivered.
    """
    from claimx.articles.reading import read_articles
    from claimx.claims.selection import Selection
    from claimx.cli.plans import plan_of, plan_of_chosen
    from claimx.cli.work import Extraction

    is_chosen = top is not None or distinct
    target = choose_format(
        format, output, otherwise="jsonl", of="claims" if is_chosen else "documents", pretty=pretty, raw=raw_csv
    )
    style = style_for(output, pretty=pretty, raw=raw_csv)
    plan = plan_of_chosen(*target, style, top=top, distinct=distinct) if is_chosen else plan_of(*target, style)
    reading = read_options(date, day_first, text_column, id_column, date_column, any_language, allow_private)
    options_of_work = work_options(min_confidence, aliases, day_first, no_narrated=no_narrated)
    selection = Selection(min_confidence or 0.0, min_checkworthiness, _forms(only), source)
    work = Extraction(options_of_work, selection, plan.format, plan.style)
    options = RunOptions(output, limit, jobs, timeout, errors, resume, quiet)
    settings = {"command": "extract", "reading": repr(reading)}
    sources = inputs_or_stdin(inputs)
    if is_on_cluster(engine, options, address, of_run=is_chosen):
        ending = "".join((*target.format.endings[:1], target.compression or ""))
        deliver_on_cluster(sources, reading, work, options, settings, plan.rewrite, address=address, ending=ending)
    else:
        deliver(sources, partial(read_articles, options=reading), work, options, settings, plan.rewrite)


def _forms(only: str | None) -> tuple[Form, ...]:
    """The forms of ``--only``; ``Selection`` sees to it that there are such."""
    return tuple(cast("Form", form.strip()) for form in only.split(",")) if only else ()
