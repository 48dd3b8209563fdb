"""Puts the commands together. What a command needs beside the command line is imported when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

import claimx
from claimx.cli.console import Command, guarded, keep_standard_files
from claimx.cli.convert import convert
from claimx.cli.datasette import datasette
from claimx.cli.diff import diff
from claimx.cli.evaluate import evaluate
from claimx.cli.explain import explain
from claimx.cli.extract import extract
from claimx.cli.info import info
from claimx.cli.report import report
from claimx.cli.schema import schema
from claimx.cli.show import show
from claimx.cli.sources import sources

# Without rich's help and tracebacks: they would cost as much time as everything else at start-up.
HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    name="claimx", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=HELP
)
#: The commands that do something without an argument: extract, show, report and sources read standard input then.
WITHOUT_ARGUMENTS = (extract, show, report, sources, schema, info)
for command in (extract, show, report, sources, diff, convert, datasette, explain, schema, info, evaluate):
    app.command(cls=Command, no_args_is_help=command not in WITHOUT_ARGUMENTS, context_settings=HELP)(guarded(command))


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimx {claimx.__version__}")
        raise typer.Exit


@app.callback()
def claimx_command(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Reads news articles and writes every claim in them as structured JSON.

    Who says what, in which words, to whom, when, with which figures and dates, how certain, and where it stands.
    """


def main() -> None:
    """Run the command line.

    Exit status: 0 all inputs were read; 1 some were not, each of which is named on standard error; 2 wrong usage; 130
    and the like: it was stopped by a signal.
    """
    keep_standard_files()
    app(prog_name="claimx")
