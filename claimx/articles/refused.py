"""Files that are no plain text, told by their first bytes ("magic numbers"), and what to do about them."""

from __future__ import annotations

from typing import NamedTuple

from claimx.errors import InputError

CONVERT = "convert it to plain text"
UNPACK = "unpack it"
COPY = "put the text that it shows into a text file"


class Format(NamedTuple):
    """A format: its first bytes, what a file of it is called, what to do, and bytes that tell it from its like."""

    start: bytes
    name: str
    remedy: str
    inside: bytes = b""


#: A row with ``inside`` stands before the one that is left when no such bytes are found.
FORMATS = (
    Format(b"%PDF-", "a PDF file", CONVERT),
    Format(b"{\\rtf", "an RTF file", CONVERT),
    Format(b"PK\x03\x04", "a Word file (docx)", CONVERT, b"word/"),
    Format(b"PK\x03\x04", "an Excel file (xlsx)", CONVERT, b"xl/"),
    Format(b"PK\x03\x04", "an OpenDocument file", CONVERT, b"application/vnd.oasis.opendocument"),
    Format(b"PK\x03\x04", "an e-book (EPUB)", CONVERT, b"application/epub+zip"),
    Format(b"PK\x03\x04", "a ZIP archive", UNPACK),
    Format(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an old Word or other Office program", CONVERT),
    Format(b"\x1f\x8b", "a gzip archive", UNPACK),
    Format(b"BZh91AY&SY", "a bzip2 archive", UNPACK),
    Format(b"\xfd7zXZ\0", "an xz archive", UNPACK),
    Format(b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    Format(b"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
    Format(b"\x89PNG", "a picture (PNG)", COPY),
    Format(b"\xff\xd8\xff", "a picture (JPEG)", COPY),
    Format(b"GIF89a", "a picture (GIF)", COPY),
    Format(b"GIF87a", "a picture (GIF)", COPY),
    Format(b"SQLite format 3\0", "an SQLite database", "export the articles as JSON Lines"),
)


def refuse_binary(data: bytes, name: str) -> None:
    """See to it that the bytes of a file are those of no known format that is not plain text.

    Args:
        data: the file's bytes, from its start.
        name: the file's name, for the message.

    Raises:
        InputError: they are.
    """
    found = next((row for row in FORMATS if data.startswith(row.start) and row.inside in data), None)
    if found is not None:
        raise InputError(f"{name} is {found.name}, not plain text; {found.remedy}.")
