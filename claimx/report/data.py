"""The data of a page: documents in chunks, each compressed by itself, and an index that is read first.

The index tells what a list of articles shows, so that a thousand of them stand there before the first text is unpacked.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimx.lexicons.surnames import Surnames
from claimx.report.things import things_of

Json = dict[str, Any]
Envelope = Mapping[str, Any]

#: Characters of JSON after which a chunk is full: a browser unpacks it within a tenth of a second.
CHUNK = 1_000_000
#: Colours of sources (``--hue0`` and on in ``base.css``).
HUES = 8


class PageData:
    """Packs envelopes chunk by chunk as they come; what the index needs of each is kept."""

    def __init__(self, envelopes: Iterable[Envelope]) -> None:
        """Take document envelopes as plain JSON types, as ``to_dict`` makes them or ``--format json`` writes them."""
        self._envelopes = envelopes
        self._heads: list[Json] = []
        self._hash = hashlib.sha256()
        self._surnames = Surnames()
        self._claims_of: Counter[str] = Counter()

    def chunks(self) -> Iterator[str]:
        """The documents, some in each chunk, in order: JSON, packed with gzip, in base64."""
        waiting: list[str] = []
        size = 0
        for envelope in self._envelopes:
            text = _to_json(_kept(envelope))
            self._heads.append(_head(envelope))
            self._surnames.add_envelope(envelope)
            self._claims_of.update(
                c["source"]["name"] for c in envelope["claims"] if c["source"] and c["source"]["name"]
            )
            waiting.append(text)
            size += len(text)
            if size >= CHUNK:
                yield self._packed(waiting)
                waiting, size = [], 0
        if waiting:
            yield self._packed(waiting)

    def _packed(self, documents: list[str]) -> str:
        self._hash.update("".join(documents).encode("utf-8", "backslashreplace"))
        self._heads[-1]["last"] = True
        return pack(f"[{','.join(documents)}]")

    def index(self) -> str:
        """What is known of each document before its chunk is read, packed likewise; complete after the last chunk.

        ``key`` tells these data from any other: notes and ticks are kept under it in the browser. ``persons`` are those
        whom an article calls by the surname alone, with the full names that others have. ``leading`` are the names of
        those who have most claims, that first: each has a colour of its own, in all articles.
        """
        persons = self._surnames.full_names()
        claims_of: Counter[str] = Counter()
        for name, claims in self._claims_of.items():
            claims_of[persons.get(name, name)] += claims
        leading = [name for name, _ in claims_of.most_common(HUES)]
        key = self._hash.hexdigest()[:16]
        return pack(_to_json({"key": key, "persons": persons, "leading": leading, "documents": self._heads}))


def pack(text: str) -> str:
    """Text as gzip in base64: the same bytes for the same text."""
    return base64.b64encode(gzip.compress(text.encode("utf-8", "backslashreplace"), 6, mtime=0)).decode()


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _kept(envelope: Envelope) -> Json:
    """An envelope without what the page can do without: a claim's document is the one that it stands in.

    ``things`` are what its figures are of, by the offsets where they begin.
    """
    kept = {key: value for key, value in envelope.items() if key != "entities"}
    kept["things"] = things_of(envelope)
    kept["claims"] = [{key: value for key, value in claim.items() if key != "doc"} for claim in envelope["claims"]]
    return kept


def _head(envelope: Envelope) -> Json:
    doc, claims = envelope["doc"], envelope["claims"]
    sources = {claim["source"]["name"] or claim["source"]["text"] for claim in claims if claim["source"]}
    head = {key: doc.get(key) for key in ("id", "title", "published", "publisher", "words")}
    return head | {
        "claims": len(claims),
        "sources": len(sources),
        "figures": len(envelope["quantities"]),
        "top": max((claim["checkworthiness"] for claim in claims), default=0),
    }
