"""Arguments and options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

from claimx.cli.console import to_date
from claimx.records import MIN_CONFIDENCE, Alias, Options, ReadOptions

#: Listed here too, so that ``--help`` needs no writer; a test holds it against ``claimx.writers.FORMATS``.
FORMATS = ("jsonl", "json", "csv", "parquet", "sqlite", "jsonld", "annotations", "table")
SOURCE_FORMATS = ("jsonl", "json", "csv", "parquet", "table")

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, addresses of pages or in object stores (s3://…), or - for standard input, which "
        "is also read where none is named: plain text, Markdown, web pages, PDF, Word, mails, feeds; JSON, CSV, Excel "
        "and Parquet with text and, optionally, id, title, date, publisher, author, url; WARC; packed files and "
        "archives of all these (docs/inputs.md). Of a folder, and the folders in it, files of such endings are read, "
        "but for READMEs; other files are passed over. A file that is given twice is read once. A text of more than "
        "200,000 characters is read in parts; one of more than 5,000,000 is refused.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file, or with - to standard output. While the run goes, FILE.part grows; FILE is replaced "
        "only at the end, and left as it is if no input can be read. Without --format its ending tells the format: "
        ".jsonl, .json (of several articles an envelope a line), .csv, .parquet, .db; with .gz or .zst behind it, text "
        "is packed.",
    ),
]
DayFirst = Annotated[
    bool | None,
    typer.Option(
        "--day-first/--month-first",
        help="Read dates of publication like 05/03/2024 as 5 March, or as 3 May; without it as 3 May, with a warning.",
    ),
]
TextColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The key of JSON, or column, with the articles' text, if it has no usual name.",
    ),
]
IdColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="The same for what the articles are called in the results.")
]
DateColumn = Annotated[str | None, typer.Option(metavar="NAME", help="The same for the day of publication.")]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Read texts that are not in English, too; without it they are refused.")
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Let web addresses lead into private networks and to this machine."),
]
Aliases = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Names of your own for people, bodies and places in all articles of the run: CSV with the columns name, "
        "other_names (with semicolons), kind (person, organization, place) and id, or TOML (docs/runs.md).",
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="Read only the first N articles.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="Read with N worker processes; the results are the same for any N. By default as many as there are cores, "
        "but a handful of short articles is read without any.",
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        min=0.1,
        metavar="SECONDS",
        help="Give an article up that takes longer than that, and name it; by default it may take as long as it takes.",
    ),
]
Errors = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Also write what could not be read to FILE, as JSON Lines: input, kind (input, fault, memory, crash, "
        "timeout), message.",
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="Go on where an earlier run onto the same --output was broken off; articles that have changed since, and "
        "those after them, are read anew.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress; what cannot be read is still named.")]
Pretty = Annotated[bool, typer.Option("--pretty", help="Indent the JSON, as in a terminal.")]
RawCsv = Annotated[
    bool,
    typer.Option(
        "--raw-csv",
        help="CSV for programs: without the byte order mark by which Excel knows UTF-8, and without the apostrophe "
        "before a text that a spreadsheet would run as a formula (one that begins with =, +, -, @).",
    ),
]
Engine = Annotated[
    str,
    typer.Option(
        metavar="local|ray",
        help="What reads the articles: worker processes of this machine, or a Ray cluster (docs/scale.md).",
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Of the Ray cluster: auto, HOST:PORT, ray://HOST:PORT. Without it the one that RAY_ADDRESS names, else "
        "one is started on this machine and ended with the run.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        metavar="0…1",
        help="Only claims that are right with at least this probability. Without it articles are read with "
        f"{MIN_CONFIDENCE:g}: what is less likely is mostly no statement. 0 gives all.",
    ),
]
NoNarrated = Annotated[
    bool, typer.Option("--no-narrated", help="Leave out what the article itself asserts; only who says what.")
]


def read_options(
    date: str | None,
    day_first: bool | None,
    text_column: str | None,
    id_column: str | None,
    date_column: str | None,
    any_language: bool,
    allow_private: bool,
) -> ReadOptions:
    """How inputs are to be read, as the options of the command line say it.

    Raises:
        UsageError: ``--date`` is no date.
    """
    return ReadOptions(
        published=to_date(date, day_first=day_first),
        day_first=day_first,
        text_column=text_column,
        id_column=id_column,
        date_column=date_column,
        any_language=any_language,
        allow_private=allow_private,
    )


def work_options(
    min_confidence: float | None, aliases: str | None, day_first: bool | None, *, no_narrated: bool = False
) -> Options:
    """How articles are to be understood, as the options of the command line say it.

    Raises:
        UsageError: as :func:`claimx.mentions.read_aliases`.
    """
    least = MIN_CONFIDENCE if min_confidence is None else min_confidence
    return Options(narrated=not no_narrated, day_first=day_first, aliases=aliases_of(aliases), min_confidence=least)


def aliases_of(path: str | None) -> tuple[Alias, ...]:
    """The names that ``--aliases`` gives.

    Raises:
        UsageError: as :func:`claimx.mentions.read_aliases`.
    """
    if path is None:
        return ()
    from claimx.mentions import read_aliases

    return read_aliases(path)


def list_formats() -> list[str]:
    """The values of ``--format``, for the shell's completion."""
    return [*FORMATS]


def list_source_formats() -> list[str]:
    """The same for sources."""
    return [*SOURCE_FORMATS]
