"""``annotations``: W3C Web Annotations (https://www.w3.org/TR/annotation-model/), a page of them for each document.

Each claim is an annotation; each piece of its content is a target, told by its position and by its words. Positions
count code points in the document's text as claimx read it (``doc.text``), which the words find in the page as well.
"""

from __future__ import annotations

import json
from typing import TextIO

from claimx.records import Claim, DocInfo, Document, Span, to_dict
from claimx.writers.iris import PROGRAM, claim_iri, document_iri
from claimx.writers.json_text import JsonStream
from claimx.writers.rows import Json
from claimx.writers.style import Style

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: So many characters before and behind tell words that stand in a text twice apart.
AROUND = 32
#: The key of a claim that its document tells already.
DOC = "doc"


class AnnotationWriter:
    """Writes a page of annotations a document."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._out = JsonStream(stream, style)

    def open(self) -> None:
        """Nothing stands before the first document."""

    def write(self, document: Document) -> None:
        """Write one page."""
        iri = document_iri(document.doc)
        generator = {"id": PROGRAM, "type": "Software", "name": f"claimx {document.claimx}"}
        items = [{**_annotation(claim, document.doc), "generator": generator} for claim in document.claims]
        page = f"{iri}{'&' if '#' in iri else '#'}claims"
        self._out.write({"@context": CONTEXT, "id": page, "type": "AnnotationPage", "startIndex": 0, "items": items})


def _annotation(claim: Claim, doc: DocInfo) -> Json:
    record = {key: value for key, value in to_dict(claim).items() if key != DOC}
    tags = [claim.form, *([claim.stance] if claim.stance != "affirm" else [])]
    described = _body("describing", _in_words(claim))
    if doc.language:
        described["language"] = doc.language
    return {
        "id": claim_iri(claim),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {**described, "format": "text/plain"},
            *(_body("tagging", tag) for tag in tags),
            {**_body("classifying", json.dumps(record, ensure_ascii=False)), "format": "application/json"},
        ],
        "target": [_target(doc, span) for span in claim.spans],
    }


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _in_words(claim: Claim) -> str:
    """A line for people: who, by which words, what."""
    who = [claim.source.name or claim.source.text] if claim.source else []
    head = ", ".join([*who, *([claim.cue.text] if claim.cue else [])])
    return f"{head}: {claim.text}" if head else claim.text


def _target(doc: DocInfo, span: Span) -> Json:
    return {
        "source": document_iri(doc),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": doc.text[span.start : span.end],
                "prefix": doc.text[max(0, span.start - AROUND) : span.start],
                "suffix": doc.text[span.end : span.end + AROUND],
            },
        ],
    }
