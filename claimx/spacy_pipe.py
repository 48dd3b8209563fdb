"""A spaCy pipe for those who already have a pipeline: ``nlp.add_pipe("claimx")``, then ``doc._.claims``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from claimx.records import Claim, from_dict, to_dict

if TYPE_CHECKING:
    from claimx.pipeline import Extractor


#: Where the claims are kept in ``Doc.user_data``: as plain types, so that the document can be saved and sent.
KEPT = "claimx"


def _claims(doc: Doc) -> list[Claim] | None:
    """The claims of a document; None if it has not been read for them."""
    kept = doc.user_data.get(KEPT)
    return None if kept is None else [from_dict(Claim, claim) for claim in kept]


if not Doc.has_extension("claims"):
    Doc.set_extension("claims", getter=_claims)


@Language.factory("claimx", default_config={"narrated": True})
def make_component(nlp: Language, name: str, narrated: bool) -> ClaimsComponent:  # noqa: ARG001 - spaCy names them
    """Create the pipe; ``narrated`` also keeps the article's own assertions."""
    return ClaimsComponent(narrated=narrated)


class ClaimsComponent:
    """Finds the claims of a document, which are then ``doc._.claims`` (a list of :class:`claimx.records.Claim`).

    ``doc.user_data["published"]`` (a date, a datetime or words like "5 March 2024") anchors relative dates. The
    document is read with claimx's own parser, so that the claims are the same as those of ``claimx.extract``, whatever
    the pipeline before it.
    """

    def __init__(self, *, narrated: bool = True) -> None:
        self.narrated = narrated
        self._extractor: Extractor | None = None

    def __getstate__(self) -> dict[str, object]:
        """What goes to other processes: the models are opened there anew."""
        return {**self.__dict__, "_extractor": None}

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        if self._extractor is None:
            from claimx.pipeline import Extractor
            from claimx.records import Options

            self._extractor = Extractor(Options(narrated=self.narrated))
        claims = self._extractor.extract(doc.text, published=doc.user_data.get("published"))
        doc.user_data[KEPT] = [to_dict(claim) for claim in claims]
        return doc
