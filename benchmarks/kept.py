"""Reads articles again and again, each parsed and read by the network once, or once for all in a folder."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from pathlib import Path

from claimx.articles.layout import lay_out
from claimx.document import PARSER_DIGEST
from claimx.grammar.columns import Columns
from claimx.grammar.tokens import Parse
from claimx.models import installed
from claimx.network.names import set_entities
from claimx.network.reader import MODEL
from claimx.pipeline import Extractor
from claimx.reading import Reading
from claimx.records import Article, Document, Heard, Layout


class Kept:
    """Keeps the parse of each article and what the network heard in it, for its zones.

    In ``folder``, if there is one, all that is kept stays for the next time. What is there goes by texts and models, so
    the folder has to be emptied after the code has changed that parses or runs the network.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._extractor = Extractor()
        self._folder = folder
        self._readings: dict[str, Reading] = {}
        self._first: dict[str, str] = {}  # by text: under which key it was kept first

    def prepare(self, articles: Sequence[Article]) -> None:
        """Read articles, but for those that are kept."""
        for article in articles:
            self._first.setdefault(article.text, self._reading(article, lay_out(article))[0])

    def is_laid_out_as_before(self, article: Article) -> bool:
        """Whether an article's zones are those that it was prepared with."""
        return _key(article, lay_out(article)) == self._first[article.text]

    def words(self, article: Article) -> frozenset[str]:
        """The words and lemmas of an article as it was prepared, in lower case."""
        columns = self._readings[self._first[article.text]].doc.columns
        return frozenset(word.casefold() for word in (*columns.words, *columns.lemmas))

    def again(self, article: Article) -> Document:
        """Everything found in an article, by the rules as they are now."""
        return self._extractor.interpret(self.reading(article))

    def reading(self, article: Article) -> Reading:
        """An article as it is read, laid out by the rules as they are now."""
        layout = lay_out(article)
        _, reading = self._reading(article, layout)
        return Reading(reading.article, layout, reading.doc, reading.heard)

    def _reading(self, article: Article, layout: Layout) -> tuple[str, Reading]:
        """What is kept of an article with that layout, and under which key; read now where it was not yet."""
        key = _key(article, layout)
        if key not in self._readings:
            self._readings[key] = self._from_folder(key, layout) or self._read(key, article)
        return key, self._readings[key]

    def _from_folder(self, key: str, layout: Layout) -> Reading | None:
        if self._folder is None or not (self._folder / key).exists():
            return None
        kept: tuple[Article, Columns, Heard] = pickle.loads((self._folder / key).read_bytes())
        article, columns, heard = kept
        doc = Parse(columns)
        set_entities(doc, heard.names)
        return Reading(article, layout, doc, heard)

    def _read(self, key: str, article: Article) -> Reading:
        reading = self._extractor.read(article)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            kept = (reading.article, reading.doc.columns, reading.heard)
            (self._folder / key).write_bytes(pickle.dumps(kept))
        return reading


def _key(article: Article, layout: Layout) -> str:
    models = (PARSER_DIGEST, installed(MODEL).table["sha256"])
    return hashlib.sha256(repr((article.text, layout.zones, models)).encode("utf-8", "surrogatepass")).hexdigest()
