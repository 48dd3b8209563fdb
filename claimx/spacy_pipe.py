"""A spaCy pipe for those who already have a pipeline: ``nlp.add_pipe("claimx")``, then ``doc._.claims``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from claimx.pipeline import Extractor


@Language.factory("claimx", default_config={"narrated": True})
def make_component(nlp: Language, name: str, narrated: bool) -> ClaimsComponent:
    """Create the pipe; ``narrated`` also keeps the article's own assertions."""
    return ClaimsComponent(narrated=narrated)


class ClaimsComponent:
    """Writes the claims of a document into ``doc._.claims`` (a list of :class:`claimx.records.Claim`).

    ``doc.user_data["published"]`` (a date, a datetime or words like "5 March 2024") anchors relative dates. The
    document is read with claimx's own parser, so that the claims are the same as those of ``claimx.extract``, whatever
    the pipeline before it.
    """

    def __init__(self, *, narrated: bool = True) -> None:
        self.narrated = narrated
        self._extractor: Extractor | None = None
        if not Doc.has_extension("claims"):
            Doc.set_extension("claims", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        if self._extractor is None:
            from claimx.pipeline import Extractor
            from claimx.records import Options

            self._extractor = Extractor(Options(narrated=self.narrated))
        doc._.claims = self._extractor.extract(doc.text, published=doc.user_data.get("published"))
        return doc
