"""Step 6: records to text and files. ``FORMATS`` is the table of formats; ``open_writer`` opens one that is text.

A writer's ``open`` writes what stands before the first document, its ``write`` one document; the text of a document
does not depend on those before it, so that documents can be written apart and put together.
"""

from __future__ import annotations

import difflib
from pathlib import PurePath
from typing import TextIO

from claimx.errors import UsageError
from claimx.records import Claim, Document, DocumentSources
from claimx.writers.compression import compression_of
from claimx.writers.formats import FORMATS, Format, Writer, Written
from claimx.writers.rows import ClaimList, ShareList
from claimx.writers.style import PLAIN, Style

__all__ = [
    "FORMATS",
    "find_format",
    "format_of",
    "names_of",
    "open_claim_writer",
    "open_share_writer",
    "open_source_writer",
    "open_writer",
]

#: What is said of a format that cannot be written of something, before those that can.
_MISFITS: dict[Written, str] = {
    "documents": "is no format of documents; there are",
    "sources": "is no format of sources; there are",
    "shares": "is no format of shares; there are",
    "claims": "is a format of whole documents; for claims alone there are",
}


def open_writer(format: str, stream: TextIO, style: Style = PLAIN) -> Writer[Document]:
    """Make a writer of documents.

    Args:
        format: a key of ``FORMATS``.
        stream: what is written to; opened with ``newline=""``.
        style: how it is to look.

    Raises:
        UsageError: no such format, or it is no text.
    """
    make = find_format(format).documents
    if make is None:
        raise _no_text(format)
    return make(stream, style)


def open_source_writer(format: str, stream: TextIO, style: Style = PLAIN) -> Writer[DocumentSources]:
    """Make a writer of the sources of documents; as :func:`open_writer`."""
    make = find_format(format, of="sources").sources
    if make is None:
        raise _no_text(format)
    return make(stream, style)


def open_claim_writer(format: str, stream: TextIO, row: type[Claim], style: Style = PLAIN) -> Writer[ClaimList]:
    """Make a writer of claims of several documents, all of the type ``row``; as :func:`open_writer`."""
    make = find_format(format, of="claims").claims
    if make is None:
        raise _no_text(format)
    return make(stream, style, row)


def open_share_writer(format: str, stream: TextIO, style: Style = PLAIN) -> Writer[ShareList]:
    """Make a writer of who speaks in a run, put together; as :func:`open_writer`."""
    make = find_format(format, of="shares").shares
    if make is None:
        raise _no_text(format)
    return make(stream, style)


def _no_text(format: str) -> UsageError:
    return UsageError(f"{format} is no text: it is written to a file.")


def names_of(what: Written = "documents", *, is_json: bool = False) -> list[str]:
    """The formats that can be written of something; with ``is_json`` those alone that can be indented."""
    return [row.name for row in FORMATS.values() if row.writes(what) and (row.is_json or not is_json)]


def find_format(name: str, *, of: Written = "documents") -> Format:
    """Look a format up.

    Raises:
        UsageError: there is none, or what is to be written cannot be written in it.
    """
    fitting = names_of(of)
    if name in fitting:
        return FORMATS[name]
    if name in FORMATS:
        raise UsageError(f"{name} {_MISFITS[of]} {', '.join(fitting)}.")
    close = difflib.get_close_matches(name.lower(), fitting, n=1)
    hint = f" (did you mean {close[0]}?)" if close else ""
    raise UsageError(f"no such format: {name}{hint}; there are {', '.join(fitting)}.")


def format_of(path: str, *, of: Written = "documents") -> str | None:
    """The format that the ending of a file's name tells, or None where there is no ending.

    The ending of a compression is set aside: ``claims.csv.gz`` is CSV.

    Raises:
        UsageError: the ending is that of no format.
    """
    name = PurePath(path)
    ending = name.suffix if compression_of(path) is None else name.with_suffix("").suffix
    if not ending:
        return None
    for row in FORMATS.values():
        if ending.lower() in row.endings:
            return row.name
    raise UsageError(f"{ending} tells no format; name one for {path} (--format {'|'.join(names_of(of))}).")
