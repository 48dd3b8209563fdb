"""Bytes to text: byte order marks, UTF-8, and guesses that say so."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from claimx.errors import InputError

#: Byte order marks; UTF-32 first, because its little-endian mark begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Where nine bytes in ten are ASCII, a text in English is taken to be in one of these, rather than in any of ninety.
WESTERN = ["cp1252", "mac_roman", "latin_1"]
SHARE_ASCII = 0.9
#: A guess is made from this many bytes.
SAMPLE = 200_000

_SURROGATE = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    """A text and notes on how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


def find_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start of ``data`` tells, or None."""
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)


def decode(data: bytes, name: str) -> Decoded:
    """Decode a file. Line ends stay as they are; a byte order mark is left out.

    Args:
        data: the file's bytes.
        name: the file's name, for error messages.

    Raises:
        InputError: the bytes are no text.
    """
    marked = find_mark(data)
    if marked is None and b"\0" in data:
        raise InputError(f"{name} is not a text file (it holds NUL bytes); save it as plain text.")
    try:
        return Decoded(data.decode(marked or "utf-8"))
    except UnicodeDecodeError as error:
        if marked is not None:
            raise InputError(f"{name} begins as {marked.upper()} but breaks off; save it as UTF-8.") from error
    encoding = guess_encoding(data[:SAMPLE])
    if encoding is None:
        raise InputError(f"{name} is in no encoding that can be recognised; save it as UTF-8.")
    return Decoded(data.decode(encoding, errors="replace"), (f"encoding-guessed: {encoding}",))


def guess_encoding(data: bytes) -> str | None:
    """The likeliest encoding of bytes that are not UTF-8, as Python names it; None where it is no text."""
    from charset_normalizer import from_bytes

    ascii_share = sum(byte < 128 for byte in data) / len(data)
    guess = None
    if ascii_share >= SHARE_ASCII:
        guess = from_bytes(data, cp_isolation=WESTERN).best()
    guess = guess or from_bytes(data).best()
    return guess.encoding if guess else None


def without_surrogates(text: str) -> Decoded:
    """Replace lone halves of surrogate pairs, which JSON can hold and no text can, one for one by U+FFFD."""
    clean = _SURROGATE.sub("\ufffd", text)
    return Decoded(clean, () if clean == text else ("lone-surrogates-replaced",))
