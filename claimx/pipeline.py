"""The table of contents: the steps in their order, in one process. Only this module knows the order."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import claimx
from claimx.articles.dates import to_date
from claimx.articles.language import ENGLISH, tell_language
from claimx.articles.layout import lay_out
from claimx.articles.published import TOLD_OUTSIDE, date_in_text
from claimx.articles.zones import find_author, find_noted_author
from claimx.attributions.finder import find_attributions
from claimx.attributions.model.tagger import AttributionTagger
from claimx.claims.assemble import build_claims
from claimx.claims.days_of_saying import tell_days
from claimx.document import memory_zone, parse
from claimx.mentions import find_mentions
from claimx.network.names import set_entities, tagged_names
from claimx.network.reader import NetworkReader, Read
from claimx.network.said import heard_words
from claimx.reading import Reading
from claimx.records import (
    MIN_CONFIDENCE,
    SCHEMA_VERSION,
    Article,
    Claim,
    DocInfo,
    Document,
    Heard,
    HeardName,
    HeardWord,
    Layout,
    Options,
    Zone,
)

if TYPE_CHECKING:
    pass


def extract(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    narrated: bool = True,
    min_confidence: float = MIN_CONFIDENCE,
) -> list[Claim]:
    """The claims of one text, in text order.

    Args:
        text: the article's text; offsets point into it.
        published: the publication date, which anchors relative dates; without it they stay partial. A date, a datetime
            (pandas' Timestamp is one) or words ("5 March 2024").
        title: the title, where it is known; else a first line that looks like one is taken.
        narrated: also give the article's own assertions.
        min_confidence: what is less likely a statement is left out; 0 gives all.
    """
    return _extractor(Options(narrated=narrated, min_confidence=min_confidence)).extract(
        text, published=published, title=title
    )


@cache
def _extractor(options: Options) -> Extractor:
    return Extractor(options)


class Extractor:
    """Reads articles into claims; open once, use for many. Not to be shared between threads.

    The parser and the models are opened at the first article.
    """

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self._network = NetworkReader()
        self._tagger = AttributionTagger()

    def extract(
        self, text: str, *, published: date | str | None = None, id: str = "-", title: str | None = None
    ) -> list[Claim]:
        """The claims of one text, in text order.

        Args:
            text: the article's text; offsets point into it.
            published: the publication date, as in :func:`extract`.
            id: a name for the document, repeated in each claim.
            title: the title, where it is known; else a first line that looks like one is taken.
        """
        article = Article(text=text, id=id, title=title, published=to_date(published, day_first=self.options.day_first))
        return list(self.document(article).claims)

    def document(self, article: Article) -> Document:
        """Everything found in one article."""
        return self.interpret(self.read(article))

    def read(self, article: Article) -> Reading:
        """Steps 1 and 2, and the network: what is read of an article before its claims are told."""
        layout = lay_out(article)
        article = self._completed(article, layout.zones)
        with memory_zone():
            [doc] = parse([(article.text, layout.zones)])
        heard = self._hear(article.text, layout)
        set_entities(doc, heard.names)
        return Reading(article, layout, doc, heard)

    def pipe(
        self, articles: Iterable[Article], *, on_error: Callable[[Article, Exception], None] | None = None
    ) -> Iterator[Document]:
        """Read a stream of articles, in order, each as it comes.

        Args:
            articles: what to read.
            on_error: is given each article that cannot be read, with the exception; the others are delivered. Without
                it the exception is raised where that document would be, and the next ``next`` goes on behind it.
        """
        if on_error is None:
            return map(self.document, articles)
        return self._read_what_can_be(articles, on_error)

    def _read_what_can_be(
        self, articles: Iterable[Article], on_error: Callable[[Article, Exception], None]
    ) -> Iterator[Document]:
        for article in articles:
            try:
                document = self.document(article)
            except Exception as error:  # the caller decides what becomes of it
                on_error(article, error)
            else:
                yield document

    def _completed(self, article: Article, zones: Sequence[Zone]) -> Article:
        """The article with its day of publication and author, as given or as its text tells them, and its language."""
        warnings = article.warnings
        day, origin = article.published, article.published_from
        if day is not None and type(day) is not date:  # a datetime, NaT, words
            day = to_date(day, day_first=self.options.day_first)
        if day is None or origin in TOLD_OUTSIDE:
            told = date_in_text(article.text, zones, day_first=self.options.day_first)
            day, origin = (told.value, "text") if told.value else (day, origin)
            warnings = (*warnings, *told.warnings)
        language = article.language or tell_language(article.text)
        if article.language is None and language != ENGLISH:
            warnings = (*warnings, f"language: {language}")
        return dataclasses.replace(
            article,
            published=day,
            published_from=(origin or "given") if day else None,
            author=article.author or find_author(article.text, zones) or find_noted_author(article.text, zones),
            language=language,
            warnings=warnings,
        )

    def _hear(self, text: str, layout: Layout) -> Heard:
        """Read the title and the body with the network: names, and who says what."""
        names: list[HeardName] = []
        words: list[HeardWord] = []
        statements = self._tagger.tag(self._listened(text, layout, names, words))
        return Heard(tuple(names), tuple(statements), tuple(words))

    def _listened(self, text: str, layout: Layout, names: list[HeardName], words: list[HeardWord]) -> Iterator[Read]:
        """What the network reads, window by window, noting names and words; windows are handed on, none is kept."""
        tags = self._network.model.table["names"]
        for read in self._network.read([text], [[zone.span for zone in layout.read]]):
            names.extend(tagged_names(read, tags))
            words.extend(heard_words(read))
            yield read

    def interpret(self, reading: Reading) -> Document:
        """Steps 3 to 5 on what was read of an article: mentions, attributions, claims."""
        article, zones = reading.article, reading.zones
        mentions = find_mentions(reading, self.options.aliases)
        found = find_attributions(reading, mentions, self.options.min_confidence)
        attributions, times = tell_days(found.attributions, mentions.times, article.published)
        narrated = found.narrated if self.options.narrated else ()
        found = dataclasses.replace(found, attributions=tuple(attributions), narrated=narrated)
        mentions = dataclasses.replace(mentions, times=times)
        info = _doc_info(article, zones)
        claims = build_claims(info, found, mentions, reading.sentences, zones)
        return Document(
            schema=SCHEMA_VERSION,
            claimx=claimx.__version__,
            doc=info,
            entities=mentions.entities,
            quantities=mentions.quantities,
            times=mentions.times,
            claims=tuple(claims),
            warnings=(*article.warnings, *found.warnings),
        )


def _doc_info(article: Article, zones: Sequence[Zone]) -> DocInfo:
    headlines = (" ".join(article.text[z.span.start : z.span.end].split()) for z in zones if z.kind == "title")
    return DocInfo(
        id=article.id,
        title=article.title or next(headlines, None),
        published=article.published.isoformat() if article.published else None,
        published_from=article.published_from,
        publisher=article.publisher,
        author=article.author,
        url=article.url,
        language=article.language,
        sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        words=len(article.text.split()),
        text=article.text,
    )
