"""Bytes to text: byte order marks, UTF-8 with faults in it, and guesses that say so."""

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
#: Of UTF-16 text in a Western language without a byte order mark, every second byte is 0; at least this share of them.
SHARE_NUL = 0.8

_SURROGATE = re.compile("[\ud800-\udfff]")
#: Python's error handler gives a byte that is not UTF-8 as half a surrogate pair, so that it can be found again.
_BAD = re.compile("[\udc80-\udcff]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: What cp1252 has above ASCII beside letters: quotation marks, dashes, currencies and the like, as news has them.
_CP1252_SIGNS = frozenset("€‚„…‘’“”•–—™\xa0£¥§©«»®°±²³·¼½¾¿¡×÷šŠžŽŸœŒˆ˜‹›‰†‡ƒ¢¤¦¨ª¬\xad¯´µ¶¸¹º")
_WORD = re.compile(r"[^\W\d_]+")
#: How a text in another encoding looks in cp1252: "donÕt", "ÒWe will".
_BROKEN_WORD = re.compile(r"[a-zß-öø-ÿ][À-ÖØ-Þ]|[À-ÖØ-Þ][A-Z][a-z]")
#: Fewer faults than this tell no encoding: cp1252 only where they are one of its signs or a letter after a letter.
ENOUGH = 3
_CP1252_FAULT = re.compile("[‘’“”–—…•™\xa0£€©°½]|(?<=[A-Za-z])[àáäåçèéêëíîïñóôöøúûüß]")


class Decoded(NamedTuple):
    """A text and notes on how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


def find_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start of ``data`` tells, or None."""
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)


def decode(data: bytes, name: str, *, declared: str | None = None) -> Decoded:
    """Decode a file. Line ends stay as they are; a byte order mark is left out.

    A file that is UTF-8 but for some bytes is read as UTF-8, with U+FFFD for them. Only where nothing in it is UTF-8
    is its encoding guessed, cp1252 first.

    Args:
        data: the file's bytes.
        name: the file's name, for error messages.
        declared: the encoding that a header or a page tells; taken if the bytes are neither marked nor UTF-8.

    Raises:
        InputError: the bytes are no text.
    """
    marked = find_mark(data) or _unmarked_utf16(data)
    if marked is None and b"\0" in data:
        raise InputError(f"{name} is not a text file (it holds NUL bytes); save it as plain text.")
    if marked is not None and marked != "utf-8-sig":
        text = data.decode(marked, errors="replace")
        if not text.strip("\ufffd\0 \r\n"):
            raise InputError(f"{name} begins as {marked.upper()} but breaks off; save it as UTF-8.")
        return Decoded(text, _replaced(text.count("\ufffd")) if "\ufffd" in text[-2:] else ())
    try:
        return Decoded(data.decode(marked or "utf-8"))
    except UnicodeDecodeError:
        return _decode_faulty(data.removeprefix(codecs.BOM_UTF8), name, is_marked=marked is not None, declared=declared)


def _decode_faulty(data: bytes, name: str, *, is_marked: bool, declared: str | None) -> Decoded:
    """Decode bytes that are not UTF-8 throughout."""
    escaped = data.decode("utf-8", errors="surrogateescape")
    bad = _BAD.findall(escaped)
    good = sum(map(len, re.findall(r"[^\x00-\x7f]+", _BAD.sub("", escaped))))
    is_cut = len(bad) == 1 and _BAD.search(escaped[-3:]) is not None and _is_cut(data)
    if is_marked or is_cut or good >= sum(map(len, bad)):
        return Decoded(data.decode("utf-8", errors="replace"), _replaced(sum(map(len, bad))))
    encoding = _known(declared)
    if encoding is None and len(bad) < ENOUGH and not _CONTROLS.search(escaped):
        faults = b"".join(fault.encode("utf-8", "surrogateescape") for fault in bad)
        if not _is_cp1252(data) or len(_CP1252_FAULT.findall(data.decode("cp1252"))) < len(faults):
            return Decoded(data.decode("utf-8", errors="replace"), _replaced(len(faults)))
    encoding = encoding or guess_encoding(data[:SAMPLE])
    if encoding is None:
        raise InputError(f"{name} is in no encoding that can be recognised; save it as UTF-8.")
    said = () if encoding == _known(declared) else (f"encoding-guessed: {encoding}",)
    return Decoded(data.decode(encoding, errors="replace"), said)


def _replaced(count: int) -> tuple[str, ...]:
    return (f"bytes-replaced: {count}",)


def _is_cut(data: bytes) -> bool:
    """Whether the file ends in the middle of a character of UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 in a Western language that has no byte order mark."""
    sample = data[:SAMPLE]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[: 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if odd >= SHARE_NUL * half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even >= SHARE_NUL * half and odd == 0 else None


def _known(encoding: str | None) -> str | None:
    """The encoding as Python names it, None if it knows none of that name."""
    try:
        return codecs.lookup(encoding).name if encoding else None
    except (LookupError, ValueError):
        return None


def guess_encoding(data: bytes) -> str | None:
    """The likeliest encoding of bytes that are not UTF-8, as Python names it; None where it is no text."""
    from charset_normalizer import from_bytes

    if _is_cp1252(data):
        return "cp1252"
    ascii_share = sum(byte < 128 for byte in data) / len(data)
    guess = None
    if ascii_share >= SHARE_ASCII:
        guess = from_bytes(data, cp_isolation=WESTERN).best()
    guess = guess or from_bytes(data).best()
    return guess.encoding if guess else None


def _is_cp1252(data: bytes) -> bool:
    """Whether bytes make sense as cp1252: nearly all ASCII, letters inside of words, signs that news has."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    high = [char for char in text if char > "\x7f"]
    if _CONTROLS.search(text) or len(high) > (1 - SHARE_ASCII) * len(text):
        return False
    if any(char not in _CP1252_SIGNS and not char.isalpha() for char in high) or _BROKEN_WORD.search(text):
        return False
    alone = [word for word in _WORD.findall(text) if not word.isascii() and len(word) < 2]
    return not alone


def without_surrogates(text: str) -> Decoded:
    """Replace lone halves of surrogate pairs, which JSON can hold and no text can, one for one by U+FFFD."""
    clean = _SURROGATE.sub("\ufffd", text)
    return Decoded(clean, () if clean == text else ("lone-surrogates-replaced",))
