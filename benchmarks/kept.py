"""Reads articles again and again, each parsed and read by the network once, or once for all in a folder."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.switches import swapped
from claimx import pipeline
from claimx.articles.zones import find_zones
from claimx.attributions.model.tagger import TaggedAttribution
from claimx.document import PARSER_DIGEST, parse, read_columns
from claimx.grammar.columns import Columns
from claimx.grammar.tokens import Parse
from claimx.mentions import TaggedName
from claimx.models import installed
from claimx.network.reader import MODEL, Read
from claimx.records import Article, Document, Zone

_AT_A_TIME = 32  # articles that are parsed together


class _Heard(NamedTuple):
    """All of an article that takes long: its parse, and the names and statements that the network heard."""

    parse: Parse
    names: list[TaggedName]
    statements: list[TaggedAttribution]


class _Recorded:
    """Stands for the tagger and gives what it found before."""

    statements: list[TaggedAttribution]

    def tag(self, reads: Iterable[Read]) -> list[TaggedAttribution]:
        """The statements of the article that is read now; ``reads`` have none."""
        assert not list(reads)
        return self.statements


class Kept(pipeline.Extractor):
    """An extractor that keeps the parse of each article and what the network heard in it, for its zones.

    In ``folder``, if there is one, all that is kept stays for the next time. What is there goes by texts and models, so
    the folder has to be emptied after the code has changed that parses or runs the network.
    """

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._heard: dict[str, _Heard] = {}
        self._first: dict[str, str] = {}  # by text: under which key it was kept first
        self._tagging, self._recorded = self._tagger, _Recorded()

    def prepare(self, articles: Sequence[Article]) -> None:
        """Parse articles and run the network over them, many at a time, but for those in the folder."""
        zoned = [(article, find_zones(article.text, article.title)) for article in articles]
        for article, zones in zoned:
            self._first.setdefault(article.text, _key(article, zones))
        new = [(article, zones) for article, zones in zoned if not self._is_kept(_key(article, zones))]
        for start in range(0, len(new), _AT_A_TIME):
            some = new[start : start + _AT_A_TIME]
            parsed = _columns([(article.text, zones) for article, zones in some])
            for (article, zones), columns in zip(some, parsed, strict=True):
                names: list[TaggedName] = []
                statements = self._tagging.tag(super()._listened(article.text, zones, names))
                self._keep(_key(article, zones), columns, names, statements)

    def is_laid_out_as_before(self, article: Article) -> bool:
        """Whether an article's zones are those that it was prepared with."""
        return _key(article, find_zones(article.text, article.title)) == self._first[article.text]

    def again(self, article: Article) -> Document:
        """Everything found in an article, by the rules as they are now."""
        zones = find_zones(article.text, article.title)
        key = _key(article, zones)
        if key not in self._heard:
            self.prepare([article])
        heard = self._heard[key]
        self._recorded.statements, self._names = heard.statements, heard.names
        self._tagger = self._recorded  # type: ignore[assignment]
        return self.read(article, zones, heard.parse)

    def _listened(self, text: str, zones: Sequence[Zone], names: list[TaggedName]) -> Iterator[Read]:
        names.extend(self._names)
        return iter(())

    def _is_kept(self, key: str) -> bool:
        """Whether an article is kept, in memory by now."""
        if key not in self._heard and self._folder is not None and (self._folder / key).exists():
            columns, names, statements = pickle.loads((self._folder / key).read_bytes())
            self._heard[key] = _Heard(Parse(columns), names, statements)
        return key in self._heard

    def _keep(self, key: str, columns: Columns, names: list[TaggedName], statements: list[TaggedAttribution]) -> None:
        self._heard[key] = _Heard(Parse(columns), names, statements)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / key).write_bytes(pickle.dumps((columns, names, statements)))


def _columns(texts: Sequence[tuple[str, Sequence[Zone]]]) -> list[Columns]:
    """What the parser says of some texts."""
    found: list[Columns] = []

    def note(doc: Any, text: str) -> Columns:  # noqa: ANN401 - spaCy's document
        found.append(read_columns(doc, text))
        return found[-1]

    with swapped([(read_columns, note)]):
        list(parse(texts))
    return found


def _key(article: Article, zones: Sequence[Zone]) -> str:
    models = (PARSER_DIGEST, installed(MODEL).table["sha256"])
    return hashlib.sha256(repr((article.text, tuple(zones), models)).encode("utf-8", "surrogatepass")).hexdigest()
