"""One article with all that was read of it: what steps 3 and 4 work on, handed down as one argument."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.grammar.tokens import Parse
from claimx.records import Article, Heard, Layout, Span, Zone


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, how it is laid out, its parse (with the names that were heard), and what the network heard in it."""

    article: Article
    layout: Layout
    doc: Parse
    heard: Heard

    @property
    def text(self) -> str:
        """The article's text, untouched."""
        return self.article.text

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The article's paragraphs."""
        return self.layout.zones

    @property
    def sentences(self) -> list[Span]:
        """Where its sentences stand, in text order."""
        return [Span(sentence.start_char, sentence.end_char) for sentence in self.doc.sents]
