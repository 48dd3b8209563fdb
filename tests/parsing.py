"""Texts as the steps read them: parsed, with the names that the network tags as the document's entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimx import document
from claimx.network.names import tag
from claimx.network.reader import NetworkReader
from claimx.records import Span, Zone

if TYPE_CHECKING:
    from spacy.tokens import Doc


@cache
def reader() -> NetworkReader:
    return NetworkReader()


def parse(texts: Iterable[tuple[str, Sequence[Zone]]]) -> Iterator[Doc]:
    """Parse texts with their zones, in order; without zones, all of a text is one."""
    some = list(texts)
    for (text, zones), doc in zip(some, document.parse(some), strict=True):
        tag(doc, text, [zone.span for zone in zones] or [Span(0, len(text))], reader())
        yield doc
