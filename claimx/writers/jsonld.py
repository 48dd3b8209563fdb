"""``jsonld``: linked data after schema.org: for each document a graph of its claims (https://schema.org/Claim).

``appearance`` is the article and ``author`` who claims it. Of what a source denies, or does not confirm, it is no
author: it stands as who reviews the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from claimx.records import Claim, DocInfo, DocRef, Document, Entity, Source
from claimx.writers.iris import claim_iri, document_iri
from claimx.writers.json_text import JsonStream
from claimx.writers.rows import ClaimList, Json
from claimx.writers.style import Style

CONTEXT = "https://schema.org"
#: The types of sources, and those of names, that schema.org has; of others only the name is told.
SOURCE_TYPES = {"person": "Person", "organization": "Organization", "place": "Organization"}  # a place's government
ENTITY_TYPES = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "EVENT": "Event",
    "PRODUCT": "Product",
    "WORK_OF_ART": "CreativeWork",
    "LAW": "Legislation",
}
#: A whole date after ISO 8601.
DAY = 10


class GraphWriter:
    """Writes a graph a document; of chosen claims one a claim."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._out = JsonStream(stream, style)

    def open(self) -> None:
        """Nothing stands before the first document."""

    def write(self, document: Document | ClaimList) -> None:
        """Write one graph."""
        names = {entity.id: entity for entity in reversed(document.entities)} if isinstance(document, Document) else {}
        doc = document.doc if isinstance(document, Document) else None
        graph = [_claim(claim, _article(doc or claim.doc), names) for claim in document.claims]
        self._out.write({"@context": CONTEXT, "@graph": graph})


def _claim(claim: Claim, article: Json, names: Mapping[str, Entity]) -> Json:
    author = _author(claim, article, names)
    is_held = claim.stance == "affirm"
    review = {"@type": "Review", "author": author, "reviewBody": claim.cue.text if claim.cue else None}
    made = claim.made.value if claim.made else None
    return _told(
        {
            "@type": "Claim",
            "@id": claim_iri(claim),
            "identifier": claim.id,
            "text": claim.text,
            "author": author if is_held else None,
            "review": None if is_held else _told(review),
            "dateCreated": made if made and len(made) >= DAY and made[:4].isdigit() and "X" not in made else None,
            "appearance": article,
            "isPartOf": {"@id": claim_iri(claim, claim.parent)} if claim.parent else None,
            "mentions": [*_mentions(claim.entities)],
        }
    )


def _author(claim: Claim, article: Json, names: Mapping[str, Entity]) -> Json | list[Json] | None:
    """Who claims it: its source, or who wrote the article that asserts it."""
    if claim.source is None:
        return article.get("author") if claim.form == "narrated" else None
    speakers = [*_speakers(claim.source, names)]
    return speakers[0] if len(speakers) == 1 else speakers


def _speakers(source: Source, names: Mapping[str, Entity]) -> Iterator[Json]:
    if len(source.entities) > 1 and all(id in names for id in source.entities):
        for id in source.entities:
            yield _named(names[id])
        return
    role = source.role.text if source.role else None
    job = {"jobTitle": role} if source.type == "person" else {"description": role}
    yield _told({"@type": SOURCE_TYPES.get(source.type), "name": source.name or source.text, **job})


def _mentions(entities: Iterable[Entity]) -> Iterator[Json]:
    for entity in {entity.id: entity for entity in entities}.values():
        yield _named(entity)


def _named(entity: Entity) -> Json:
    return _told({"@type": ENTITY_TYPES.get(entity.label), "name": entity.name})


def _article(doc: DocInfo | DocRef) -> Json:
    """The article, by what is known of it; chosen claims know less."""
    more: Json = {}
    if isinstance(doc, DocInfo):
        more = {
            "author": {"name": doc.author} if doc.author else None,
            "publisher": {"@type": "Organization", "name": doc.publisher} if doc.publisher else None,
            "inLanguage": doc.language,
        }
    head = {"headline": doc.title, "datePublished": doc.published, "url": doc.url}
    return _told({"@type": "NewsArticle", "@id": document_iri(doc), "identifier": doc.id, **head, **more})


def _told(node: Json) -> Json:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [])}
