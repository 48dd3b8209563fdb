"""A claim's id, by which one claim of one text is told from another, and its key, which all its repeats share."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import regex

from claimx.records import Cue, Form, Source, Span

DIGITS = 16
#: What counts in a key: words, and the signs that change what a number means ("£5" is not "$5", "5 %" is not "5").
_WORDS = regex.compile(r"[\p{L}\p{M}\p{N}]+|[\p{Sc}%‰°]")


def claim_id(sha256: str, form: Form, spans: Sequence[Span], source: Source | None, cue: Cue | None) -> str:
    """Sixteen hexadecimal digits of a SHA-256 over the text's digest and the places of content, source and cue.

    The same over runs, machines and file moves, different for different claims of one text.
    """
    places = (spans, source.spans if source else (), cue.spans if cue else ())
    parts = [sha256, form, *(",".join(f"{start}-{end}" for start, end in place) for place in places)]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:DIGITS]


def claim_key(text: str, source: Source | None) -> str:
    """Sixteen hexadecimal digits of a SHA-256 over the content's words and who says it, case and punctuation aside.

    The same in every edition of an article and every copy of a wire story that has these words of this source.

    Args:
        text: the content as the claim gives it (``Claim.text``).
        source: who says it: told by the name, else by the words that stand there; None counts as one source of its own.
    """
    who = (source.name or source.text) if source else ""
    return hashlib.sha256(f"{_folded(text)}|{_folded(who)}".encode()).hexdigest()[:DIGITS]


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
