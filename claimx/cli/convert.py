"""``claimx convert``: what a run wrote, in another format."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.options import FORMATS, Pretty, RawCsv, list_formats
from claimx.cli.output import Target, choose_format, is_stream, output_file, refuse_inputs, style_for
from claimx.cli.saved import Saved, open_saved
from claimx.errors import UsageError

if TYPE_CHECKING:
    from typing import TextIO

    from claimx.writers.formats import Written
    from claimx.writers.style import Style


def convert(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="What 'claimx extract' wrote: whole documents (json, sqlite), or claims alone (jsonl, parquet), "
            "packed or not; - for standard input.",
        ),
    ],
    output: Annotated[
        str,
        typer.Argument(
            metavar="OUTPUT", help="The file to write, whose ending tells the format; - for standard output."
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            autocompletion=list_formats,
            help="The format of OUTPUT, where its ending does not tell it.",
        ),
    ] = None,
    pretty: Pretty = False,
    raw_csv: RawCsv = False,
) -> None:
    """Write what a run wrote in another format, without reading the articles again.

    Whole documents become any format. Claims alone, which are without the texts that they stand in, become formats of
    claims; CSV, tables, linked data and annotations hold no whole records, and are read again by nobody.
    """
    refuse_inputs([source], {"OUTPUT": output_file(output)})
    with ExitStack() as stack:
        saved = open_saved(source, stack)
        target = _target(source, saved, format, output, pretty=pretty, raw=raw_csv)
        style = style_for(output, pretty=pretty, raw=raw_csv)
        write = partial(_write, saved, target, style)
        path = output_file(output)
        if path is None or is_stream(path):
            from claimx.writers.output import open_stream

            stream, _ = open_stream(path)
            write(stream)
            stream.flush()
            return
        from claimx.runs.journal import Journal

        journal = Journal(path, {}, b"", resume=False, rewrite=lambda _, whole: write(whole))
        try:
            journal.finish()
        except BaseException:
            journal.discard()
            raise


def _target(source: str, saved: Saved, format: str | None, output: str, *, pretty: bool, raw: bool) -> Target:
    of: Written = "claims" if saved.documents is None else "documents"
    try:
        return choose_format(format, output, otherwise="jsonl", of=of, pretty=pretty, raw=raw)
    except UsageError as error:
        if saved.documents is not None:
            raise
        raise UsageError(f"{source} holds claims without the texts that they stand in: {error}") from None


def _write(saved: Saved, target: Target, style: Style, out: Path | TextIO) -> None:
    from claimx.cli import plans

    documents, claims = saved.documents, saved.claims
    if isinstance(out, Path):
        if documents is not None:
            plans.write_documents(*target, style, out, documents)
        else:
            plans.write_claims(*target, style, out, claims, row=saved.row)
    elif documents is not None:
        plans.put_documents(target.format, style, out, documents)
    else:
        plans.put_claims(target.format, style, out, claims, row=saved.row)
