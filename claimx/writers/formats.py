"""The table of formats: what each is called, what it holds, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, Protocol, TextIO, TypeVar

from claimx.errors import UsageError
from claimx.records import Claim, Document, DocumentSources, SourceShare, SourceSummary
from claimx.writers import parquet, sqlite
from claimx.writers.annotations import AnnotationWriter
from claimx.writers.csv import CsvWriter
from claimx.writers.json import EnvelopeWriter
from claimx.writers.jsonl import RowWriter
from claimx.writers.jsonld import GraphWriter
from claimx.writers.rows import ClaimList, Json, Result, ShareList
from claimx.writers.style import Style
from claimx.writers.table import TableWriter, make_list_table, make_shares_table, make_sources_table, make_table

Written_contra = TypeVar("Written_contra", bound=Result, contravariant=True)


class Writer(Protocol[Written_contra]):
    """Writes documents, or their sources, one by one."""

    def open(self) -> None:
        """Write what stands before the first document."""

    def write(self, document: Written_contra) -> None:
        """Write what this format keeps of a document."""


class MakeWriter(Protocol[Written_contra]):
    """Makes a writer on a stream of text, which is opened with ``newline=""``."""

    def __call__(self, stream: TextIO, style: Style) -> Writer[Written_contra]:
        """Make it."""


#: What is written: whole documents, their sources, claims without their documents, or who speaks in a run.
Written = Literal["documents", "sources", "claims", "shares"]
#: Makes a writer of claims of several documents, all of the type that is given.
MakeClaimWriter = Callable[[TextIO, Style, type[Claim]], Writer[ClaimList]]
#: Writes a file of records of plain JSON, and is told what they are.
WriteFile = Callable[[Path, Iterable[Json], type], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be written: as a stream of text, or by ``file`` as a file that is made at once.

    Attributes:
        name: the value of ``--format``.
        endings: of its files' names.
        help: a line for the documentation.
        documents: writes documents.
        sources: writes the sources of documents.
        claims: writes claims that were chosen among those of several documents.
        shares: writes who speaks in a run, put together.
        file: writes the file, of what ``made_of`` says.
        made_of: what ``file`` is given: claims (or sources), or whole documents.
        extra: what to install for it beside claimx, as in ``claimx[parquet]``.
        library: the module that the extra brings.
        is_json: its text can be indented.
    """

    name: str
    endings: tuple[str, ...]
    help: str
    documents: MakeWriter[Document] | None = None
    sources: MakeWriter[DocumentSources] | None = None
    claims: MakeClaimWriter | None = None
    shares: MakeWriter[ShareList] | None = None
    file: WriteFile | None = None
    made_of: Literal["claims", "documents"] = "claims"
    extra: str | None = None
    library: str | None = None
    is_json: bool = False

    def writes(self, what: Written) -> bool:
        """Whether it can be written of that."""
        if self.file is None:
            return getattr(self, what) is not None
        return what == "documents" or self.made_of == "claims"

    def check_installed(self) -> None:
        """See to it that what it needs is there.

        Raises:
            UsageError: it is not; the message says how to install it.
        """
        if self.library is not None and find_spec(self.library) is None:
            raise UsageError(f"{self.name} needs a part that is not installed: pip install 'claimx[{self.extra}]'.")


def _rows(stream: TextIO, style: Style, row: type[Claim]) -> Writer[ClaimList]:
    del row  # every row says what it is
    return RowWriter(stream, style)


def _graphs(stream: TextIO, style: Style, row: type[Claim]) -> Writer[ClaimList]:
    del row  # it tells what all claims have
    return GraphWriter(stream, style)


def _list_table(stream: TextIO, style: Style, row: type[Claim]) -> Writer[ClaimList]:
    del row  # it shows what all claims have
    return TableWriter(stream, style, make=make_list_table)


#: Every format, by its name.
FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format("jsonl", (".jsonl", ".ndjson"), "a claim a line", RowWriter, RowWriter, _rows, RowWriter, is_json=True),
        Format(
            "json",
            (".json",),
            "an envelope for each document, one a line: its text, all its mentions and its claims",
            EnvelopeWriter,
            EnvelopeWriter,
            is_json=True,
        ),
        Format(
            "csv",
            (".csv",),
            "a claim a row, for spreadsheets",
            CsvWriter,
            partial(CsvWriter, row=SourceSummary),
            CsvWriter,
            partial(CsvWriter, row=SourceShare),
        ),
        Format(
            "parquet",
            (".parquet",),
            "a claim a row, with types, for DuckDB and data frames",
            file=parquet.write,
            extra="parquet",
            library="pyarrow",
        ),
        Format(
            "sqlite",
            (".db", ".sqlite", ".sqlite3"),
            "a database of documents, claims, sources, figures, times and names, for Datasette",
            file=sqlite.write,
            made_of="documents",
        ),
        Format(
            "jsonld",
            (".jsonld",),
            "linked data for each document, one a line: schema.org's Claim with author and appearance",
            GraphWriter,
            claims=_graphs,
            is_json=True,
        ),
        Format(
            "annotations",
            (),
            "W3C Web Annotations, a page for each document, one a line, with position and quote selectors",
            AnnotationWriter,
            is_json=True,
        ),
        Format(
            "table",
            (),
            "to look at",
            partial(TableWriter, make=make_table),
            partial(TableWriter, make=make_sources_table),
            _list_table,
            partial(TableWriter, make=make_shares_table),
        ),
    )
}
