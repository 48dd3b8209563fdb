"""Arguments and options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

#: Listed here too, so that ``--help`` needs no writer; a test holds it against ``WRITERS``.
FORMATS = ("csv", "json", "jsonl", "table")

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, or - for standard input: plain text, or JSON Lines with text and, optionally, "
        "id, title, published, publisher, author, url. Of a folder, and the folders in it, .txt, .text, .md, .jsonl "
        "and .ndjson files are read, but for READMEs; other files are passed over. A file that is given twice is read "
        "once. An article has at most 1,000,000 characters.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file, which is replaced only at the end, and left as it is if no input can be read. Without "
        "--format its ending tells the format: .csv, .json (of several articles an envelope a line), .jsonl.",
    ),
]
Pretty = Annotated[bool, typer.Option("--pretty", help="Indent the JSON, as in a terminal.")]
NoNarrated = Annotated[
    bool, typer.Option("--no-narrated", help="Leave out what the article itself asserts; only who says what.")
]


def list_formats() -> list[str]:
    """The values of ``--format``, for the shell's completion."""
    return [*FORMATS]
