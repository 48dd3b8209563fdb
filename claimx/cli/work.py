"""What is done with each article of a run: read it, choose among its claims, write them in a format."""

from __future__ import annotations

import gc
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from claimx.cli.spacy_import import import_spacy
from claimx.records import Article, Document, Options

if TYPE_CHECKING:
    from claimx.claims.selection import Selection
    from claimx.writers.style import Style


class Rendered(NamedTuple):
    """A document as it is written, and what is counted of it."""

    text: str
    claims: int
    words: int
    left_out: int = 0


@dataclass(frozen=True)
class Extraction:
    """Reads articles into text of a format. It can be sent to worker processes, which do the writing, too."""

    options: Options
    selection: Selection
    format: str
    style: Style
    sources: bool = field(default=False)

    def open(self) -> Callable[[Article], Rendered]:
        """Import what is needed; the models are opened at the first article."""
        # What is made up to the first article (modules, models, lexicons) stays for good: looking through it for
        # garbage again and again takes a tenth of the start.
        gc.disable()
        import_spacy()
        from claimx.pipeline import Extractor

        extractor = Extractor(self.options)

        def read(article: Article) -> Rendered:
            document = self.selection.of(extractor.document(article))
            rendered = Rendered(self._render(document), len(document.claims), document.doc.words, document.left_out)
            if not gc.isenabled():
                gc.freeze()
                gc.enable()
            return rendered

        return read

    def _render(self, document: Document) -> str:
        from claimx.claims.speakers import summarize_sources
        from claimx.writers import open_source_writer, open_writer

        stream = io.StringIO(newline="")
        if self.sources:
            open_source_writer(self.format, stream, self.style).write(summarize_sources(document))
        else:
            open_writer(self.format, stream, self.style).write(document)
        return stream.getvalue()

    def head(self) -> str:
        """What stands before the first document."""
        from claimx.writers import open_source_writer, open_writer

        stream = io.StringIO(newline="")
        (open_source_writer if self.sources else open_writer)(self.format, stream, self.style).open()
        return stream.getvalue()
