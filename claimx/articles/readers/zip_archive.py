"""ZIP archives: every file in them that claimx can read, one after the other, without unpacking to disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from claimx.articles.readers.archive_limits import BoundedStream
from claimx.articles.readers.dispatch import read_source
from claimx.articles.readers.members import Members
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article

#: An archive that comes from a stream or another archive is copied up to this size.
MAX_COPY = 1_000_000_000
#: A bit of a member's flags: it is encrypted.
ENCRYPTED = 0x1
#: What members of formats that are ZIP archives themselves tell them by, and what these are called.
DOCUMENTS = {
    "word/document.xml": ("docx", "a Word file"),
    "xl/workbook.xml": ("spreadsheet", "an Excel file"),
    "META-INF/container.xml": (None, "an e-book (EPUB)"),
    "content.xml": (None, "an OpenDocument file"),
}


def read(source: Source) -> Iterator[Article]:
    """The articles of the files inside, in the archive's order; a member is called ``archive.zip/path``.

    Raises:
        InputError: it is broken, or holds nothing that claimx reads.
    """
    with source.seekable(MAX_COPY) as stream:
        yield from _articles(stream, source)


def _articles(stream: BinaryIO, source: Source) -> Iterator[Article]:
    try:
        archive = ZipFile(stream)
    except BadZipFile:
        raise InputError(f"{source.shown} is a broken ZIP archive.") from None
    with archive:
        names = archive.namelist()
        document = next((what for name, what in DOCUMENTS.items() if name in names), None)
        if document is not None:
            yield from _read_document(source, stream, *document)
            return
        members = Members(source)
        for member in archive.infolist():
            if not member.is_dir() and members.is_wanted(member.filename):
                yield from _read_member(archive, member, source, members)
        members.close()


def _read_document(source: Source, stream: BinaryIO, module: str | None, what: str) -> Iterator[Article]:
    """A document without its usual ending."""
    if module is None:
        raise InputError(f"{source.shown} is {what}, not plain text; convert it to plain text.")
    ending = ".docx" if module == "docx" else ".xlsx"
    stream.seek(0)
    yield from read_source(source.within(stream, file_name=f"{PurePosixPath(source.file_name).stem}{ending}"))


def _read_member(archive: ZipFile, member: ZipInfo, source: Source, members: Members) -> Iterator[Article]:
    name = members.name(member.filename)
    if member.flag_bits & ENCRYPTED:
        source.on_error(InputError(f"{name} is encrypted; unpack it with its password."))
        return
    try:
        with archive.open(member) as stream:
            bounded = BoundedStream(stream, max(member.compress_size, 1), name)
            yield from read_source(
                source.within(cast("BinaryIO", io.BufferedReader(bounded)), name=name, file_name=member.filename)
            )
    except (BadZipFile, NotImplementedError) as error:
        source.on_error(InputError(f"{name} cannot be unpacked: {error}."))
