"""Capitals that name nothing: a politician's party and seat in brackets, codes of shares and goods on markets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import regex

from claimx.lexicons.words import alternatives
from claimx.records import Span

_PARTY = f"{alternatives('names/small_words', 'party_letters')}|{alternatives('names/small_words', 'party_tags')}"
_SEAT = r"\p{Lu}[\p{L}.]{0,15}(?: \p{Lu}[\p{L}.]{1,15}){0,2}(?: \d{1,3})?"
#: "(D-Fairfax)", ", R-Eau Claire,", and but the party in "(D., Ohio)"; "LCOc1", "CMCU3", "VOD.L", "EUR=", "(F.N)".
_TAG = regex.compile(
    rf"(?<=\(|, ?)(?:{_PARTY})[-–]{_SEAT}(?=[),;]|\.?$)|(?<=\()(?:{_PARTY})\.?(?=[,/] ?\p{{Lu}}[^()]{{1,40}}\))"
    r"|(?<![\p{L}\d.])(?:\p{Lu}{1,4}[a-z]\d{1,2}|CM\p{Lu}{2}\d|\p{Lu}{2,5}\.\p{Lu}{1,2}|[\p{Lu}\d]{2,8}=\p{Lu}*)(?![\p{L}\d])"
    r"|(?<=[(<])(?!U\.[SKN]|E\.U)\p{Lu}\.\p{Lu}{1,2}(?=[)>])",
    regex.M,
)


def tags_and_codes(text: str) -> list[Span]:
    """Where they stand, in text order."""
    return [Span(*match.span()) for match in _TAG.finditer(text)]


def touches(spans: Sequence[Span], begin: int, end: int) -> bool:
    """Whether some characters lie, in part, in one of some spans, which are in text order."""
    at = bisect_right(spans, (end - 1, end)) - 1
    return at >= 0 and spans[at].end > begin
