"""How the output of a run is made: written as documents come, or of all of them when the run is over.

What is known only then (which claims are the most check-worthy), or cannot grow document by document (a database, a
packed file), is made of the part file, which is text and can be gone on from.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

if TYPE_CHECKING:
    from claimx.records import By, Claim, Document, SourceShare
    from claimx.runs.sinks import Rewrite
    from claimx.writers.formats import Format
    from claimx.writers.rows import Json
    from claimx.writers.style import Style


@dataclass(frozen=True, slots=True)
class Plan:
    """In which format and style documents are written as they come, and what makes the output of that at the end.

    ``rewrite`` is None where what is written as it comes is the output.
    """

    format: str
    style: Style
    rewrite: Rewrite | None = None


def plan_of(format: Format, compression: str | None, style: Style, *, sources: bool = False) -> Plan:
    """How documents, or their sources, are written.

    Args:
        format: what is wanted.
        compression: the ending of what it is packed by, or None.
        style: how it is to look.
        sources: write the sources of documents.
    """
    from claimx.records import Claim, SourceSummary
    from claimx.writers.style import PLAIN

    if format.file is None:
        return Plan(format.name, style, _packing(compression) if compression else None)
    if format.made_of == "documents":
        return Plan("json", PLAIN, _file_of_documents(format))
    return Plan("jsonl", PLAIN, _file_of_rows(format, SourceSummary if sources else Claim))


def plan_of_chosen(format: Format, compression: str | None, style: Style, *, top: int | None, distinct: bool) -> Plan:
    """How claims are written that are chosen among those of the whole run (``--top``, ``--distinct``)."""
    from claimx.records import Claim, DistinctClaim
    from claimx.writers.style import PLAIN

    row = DistinctClaim if distinct else Claim
    title = "Claims most worth checking" if top is not None else "Claims"

    def rewrite(spool: BinaryIO, path: Path) -> None:
        from claimx.claims.whole_run import rows_of_run

        chosen = rows_of_run(spool, distinct=distinct, top=top)
        write_claims(format, compression, style, path, chosen, row=row, title=title)

    return Plan("jsonl", PLAIN, rewrite)


def plan_of_shares(format: Format, compression: str | None, style: Style, by: By) -> Plan:
    """How it is written who speaks in a run, put together (``claimx sources --by``)."""
    from claimx.writers.style import PLAIN

    def rewrite(spool: BinaryIO, path: Path) -> None:
        from claimx.claims.shares import shares_of_run
        from claimx.records import SourceShare, to_dict
        from claimx.writers import json_reading, open_share_writer
        from claimx.writers.rows import ShareList

        rows = json_reading.read(spool)
        shares = _people_of_run(rows) if by == "name" else shares_of_run(rows, by)
        if format.file is not None:
            format.file(path, map(to_dict, shares), SourceShare)
            return
        with open_text(path, compression) as stream:
            writer = open_share_writer(format.name, stream, style)
            writer.open()
            writer.write(ShareList(tuple(shares)))

    # Whose surname stands alone, all names of an article tell, not those of its sources alone.
    return Plan("json" if by == "name" else "jsonl", PLAIN, rewrite)


def _people_of_run(envelopes: Iterable[Json]) -> list[SourceShare]:
    """Who speaks in a run by name, of the envelopes of its documents."""
    from claimx.claims.shares import shares_of_run
    from claimx.claims.speakers import summarize_sources
    from claimx.lexicons.surnames import Surnames
    from claimx.records import Document, from_dict, to_dict

    surnames = Surnames()
    rows: list[Json] = []
    for envelope in envelopes:
        surnames.add_envelope(envelope)
        rows += to_dict(summarize_sources(from_dict(Document, envelope)).sources)
    return shares_of_run(rows, "name", surnames.full_names())


def write_claims(
    format: Format,
    compression: str | None,
    style: Style,
    path: Path,
    claims: Iterable[Claim],
    *,
    row: type[Claim],
    title: str = "Claims",
) -> None:
    """Write claims, which are all of the type ``row``, to a file."""
    from claimx.records import to_dict

    if format.file is not None:
        format.file(path, map(to_dict, claims), row)
        return
    with open_text(path, compression) as stream:
        put_claims(format, style, stream, claims, row=row, title=title)


def put_claims(
    format: Format, style: Style, stream: TextIO, claims: Iterable[Claim], *, row: type[Claim], title: str = "Claims"
) -> None:
    """Write claims as text."""
    from claimx.writers import open_claim_writer
    from claimx.writers.rows import ClaimList

    writer = open_claim_writer(format.name, stream, row, style)
    writer.open()
    if format.name == "table":  # the widths of its columns go by all rows
        writer.write(ClaimList(title, tuple(claims)))
    else:
        for claim in claims:
            writer.write(ClaimList(title, (claim,)))


def write_documents(
    format: Format, compression: str | None, style: Style, path: Path, documents: Iterable[Document]
) -> None:
    """Write documents to a file."""
    from claimx.records import Claim, Document, to_dict

    if format.file is None:
        with open_text(path, compression) as stream:
            put_documents(format, style, stream, documents)
    elif format.made_of == "documents":
        format.file(path, map(with_sources, documents), Document)
    else:
        format.file(path, (to_dict(claim) for document in documents for claim in document.claims), Claim)


def put_documents(format: Format, style: Style, stream: TextIO, documents: Iterable[Document]) -> None:
    """Write documents as text."""
    from claimx.writers import open_writer

    writer = open_writer(format.name, stream, style)
    writer.open()
    for document in documents:
        writer.write(document)


@contextmanager
def open_text(path: Path, compression: str | None) -> Iterator[TextIO]:
    """Open a file for text, packed or not, that is to be written whole."""
    from claimx.writers.output import ENCODING

    with packed(path, compression) as out, io.TextIOWrapper(out, newline="", **ENCODING) as stream:  # type: ignore[arg-type]
        yield stream


@contextmanager
def packed(path: Path, compression: str | None) -> Iterator[BinaryIO]:
    """Open a file for bytes, which are packed if ``compression`` is given."""
    from claimx.writers.compression import COMPRESSIONS

    with path.open("wb") as out:
        if compression is None:
            yield out
            return
        with COMPRESSIONS[compression](out) as packing:
            yield packing


def with_sources(document: Document) -> Json:
    """The envelope of a document with who speaks in it, which a file of documents is made of, too."""
    from claimx.claims.speakers import summarize_sources
    from claimx.records import to_dict

    return {**to_dict(document), "sources": to_dict(summarize_sources(document).sources)}


def _packing(compression: str) -> Rewrite:
    def rewrite(spool: BinaryIO, path: Path) -> None:
        with packed(path, compression) as out:
            shutil.copyfileobj(spool, out)

    return rewrite


def _file_of_rows(format: Format, row: type) -> Rewrite:
    def rewrite(spool: BinaryIO, path: Path) -> None:
        from claimx.writers import json_reading

        assert format.file is not None  # else it would be text
        format.file(path, json_reading.read(spool), row)

    return rewrite


def _file_of_documents(format: Format) -> Rewrite:
    def rewrite(spool: BinaryIO, path: Path) -> None:
        from claimx.records import Document, from_dict
        from claimx.writers import json_reading

        assert format.file is not None
        documents = (from_dict(Document, envelope) for envelope in json_reading.read(spool))
        format.file(path, map(with_sources, documents), Document)

    return rewrite
