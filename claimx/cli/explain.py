"""``claimx explain``: the rule or model behind every part of each claim."""

from __future__ import annotations

from typing import Annotated

import typer

from claimx.cli.console import Failures, say, to_date


def explain(
    input: Annotated[
        str,
        typer.Argument(
            metavar="INPUT",
            help="One of what 'claimx extract' takes: a file, a folder, a glob, or - for standard input.",
        ),
    ],
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day the article was published, if it does not tell.")
    ] = None,
) -> None:
    """Show the rule or model behind every part of each claim."""
    from claimx.articles.reading import read_articles
    from claimx.pipeline import Extractor
    from claimx.runs.local import run
    from claimx.writers.explain import explain_document
    from claimx.writers.output import open_output

    published = to_date(date)
    failures = Failures()
    with open_output(None) as stream:
        articles = read_articles([input], published=published, on_error=failures, on_note=say)
        for document in run(articles, Extractor(), on_error=failures):
            stream.writelines(f"{line}\n" for line in explain_document(document))
    failures.exit_if_any()
