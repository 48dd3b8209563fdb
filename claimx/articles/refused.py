"""Files that are no plain text, told by their first bytes ("magic numbers"), and what to do about them."""

from __future__ import annotations

from typing import NamedTuple

from claimx.errors import InputError

CONVERT = "convert it to plain text"
UNPACK = "unpack it"
COPY = "put the text that it shows into a text file"


class Format(NamedTuple):
    """A format: its first bytes, what a file of it is called, and what to do."""

    start: bytes
    name: str
    remedy: str


#: Formats that have no reader.
FORMATS = (
    Format(b"{\\rtf", "an RTF file", CONVERT),
    Format(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a file of an old Word or other Office program, or an encrypted one of a new",
        CONVERT,
    ),
    Format(b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
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
    found = next((row for row in FORMATS if data.startswith(row.start)), None)
    if found is not None:
        raise InputError(f"{name} is {found.name}, not plain text; {found.remedy}.")
