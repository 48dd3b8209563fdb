"""Names on the web (IRIs) of documents and claims, for formats of linked data."""

from __future__ import annotations

from urllib.parse import quote

from claimx.records import Claim, DocInfo, DocRef

#: The program, as what made something.
PROGRAM = "https://github.com/claimx/claimx"
_WEB = ("http://", "https://")
#: What may stand in an IRI as it is, letters and digits apart; a per cent sign is taken for one that quotes already.
_SAFE = ":/?#[]@!$&'()*+,;=%~"


def document_iri(doc: DocInfo | DocRef) -> str:
    """The address of a document, or a name made of its id where it has none."""
    if doc.url and doc.url.startswith(_WEB):
        return quote(doc.url, safe=_SAFE)
    return f"urn:claimx:{_quoted(doc.id)}"


def claim_iri(claim: Claim, id: str | None = None) -> str:
    """A name of a claim, or of another (``id``) in the same document."""
    return f"urn:claimx:{_quoted(claim.doc.id)}:{id or claim.id}"


def _quoted(id: str) -> str:
    return quote(id, safe="/", errors="backslashreplace")
