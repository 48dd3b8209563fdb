"""``claimx extract``: articles in, claims out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from itertools import chain
from typing import Annotated

import typer

from claimx.cli.console import Failures, has_color, to_date
from claimx.cli.spacy_import import import_spacy
from claimx.errors import UsageError
from claimx.records import Article, Document, Options

#: Listed here too, so that ``--help`` needs no writer; a test holds it against ``WRITERS``.
FORMATS = ("csv", "json", "jsonl", "table")


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files, folders (read recursively), globs, or - for standard input: plain text, or JSON Lines with "
            "text and, optionally, id, title, published, publisher, author, url.",
        ),
    ],
    date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="The day the articles were published, where they do not tell: it anchors dates like 'on Thursday', "
            "which stay partial without it.",
        ),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            autocompletion=lambda: list(FORMATS),
            help="jsonl: a claim a line; json: a line for each document, with its text and all its mentions; csv; "
            "table: to look at.",
        ),
    ] = "jsonl",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file, which is replaced only at the end."),
    ] = None,
    no_narrated: Annotated[
        bool, typer.Option("--no-narrated", help="Leave out what the article itself asserts; only who says what.")
    ] = False,
    pretty: Annotated[bool, typer.Option("--pretty", help="Indent the JSON, as in a terminal.")] = False,
) -> None:
    """Write the claims of articles.

    Results go to standard output, messages to standard error. Exit status 1: some inputs could not be read, and are
    named; the others are delivered.
    """
    from claimx.articles.read import read_articles
    from claimx.writers import PRETTY, open_writer
    from claimx.writers.output import open_output

    published = to_date(date)
    if pretty and format not in PRETTY:
        raise UsageError(f"--pretty goes with {' and '.join(sorted(PRETTY))}, not with {format}.")
    failures = Failures()
    with open_output(output) as stream:
        is_terminal = stream.isatty()
        writer = open_writer(format, stream, pretty=pretty or is_terminal, color=has_color(stream))
        articles = read_articles(inputs, published=published, on_error=failures)
        for document in _documents(articles, Options(narrated=not no_narrated), failures):
            writer.write(document)
            if is_terminal:
                sys.stdout.flush()
        writer.close()
    failures.exit_if_any()


def _documents(articles: Iterator[Article], options: Options, failures: Failures) -> Iterator[Document]:
    first = next(articles, None)
    if first is None:  # nothing to read: the parser and the models need not be opened
        return
    # What is made up to the first article (modules, models, lexicons) stays for good: looking through it for garbage
    # again and again takes a tenth of the start.
    gc.disable()
    import_spacy()
    from claimx.pipeline import Extractor
    from claimx.runs.local import run

    for document in run(chain([first], articles), Extractor(options), on_error=failures):
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        yield document
