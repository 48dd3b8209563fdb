"""The texts that credence learns from, and what is right in them, as statements come to be weighed."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from vectors import VectorReader, Vectors

from benchmarks.gum import read_gum
from benchmarks.kept import Kept
from benchmarks.timeml import read_timeml
from claimx.attributions import finder
from claimx.attributions.credence import beside_news, elsewhere, news
from claimx.attributions.statement import Rank, Statement
from claimx.evaluation.gold import GoldArticle, Roles, read_gold
from claimx.evaluation.matching import ENOUGH, pairs
from claimx.reading import Reading
from claimx.records import Article

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "tests" / "samples" / "gold.jsonl"
#: F1 of the words of two contents from which on one is the other in the main.
IN_THE_MAIN = 0.5
#: The same from which on a mark that was made of what claimx had found is one of what it finds now.
THE_SAME = 0.8
#: Marks of what somebody says, writes, believes, knows, fears, wants: statements, as those who annotated news have it.
SAID = ("statement", "mind")
_WORD = re.compile(r"\w+")


class Row(NamedTuple):
    """A statement: its document, its features in news and elsewhere, whether it is right (in the main, and closely).

    ``vectors`` [places, size] are the mean vectors of its words. ``beside_news``: those who annotated news looked at no
    such statements.
    """

    document: str
    as_news: tuple[float, ...]
    elsewhere: tuple[float, ...]
    vectors: NDArray[np.float32]
    right: float
    close: bool
    mark: str
    beside_news: bool = False


class Document(NamedTuple):
    """A text: its set, genre, the number and the mean vector of its words, and its statements that have gold."""

    name: str
    set: str
    genre: str
    words: int
    mean: NDArray[np.float32]
    rows: list[Row]


class Text(NamedTuple):
    """A text to read, with its gold: attributions, or marks by where contents (of contrasts: cues) begin and end."""

    name: str
    set: str
    genre: str
    text: str
    gold: GoldArticle | Mapping[tuple[int, int], str] | None


class Heard:
    """Statements as they come to be weighed, noted while articles are read."""

    def __init__(self, folder: Path | None) -> None:
        """Take the place of the weighing in the finder."""
        self._kept = Kept(folder)
        self._reader = VectorReader()
        self._found: tuple[Sequence[Statement], Reading] | None = None
        finder.weigh = self._note

    def _note(self, statements: Sequence[Statement], reading: Reading) -> list[Statement]:
        self._found = statements, reading
        return list(statements)  # with new features there are no weights yet

    def read(self, text: Text) -> Document:
        """A text with its statements that have gold."""
        self._kept.again(Article(text=text.text, id=text.name))
        assert self._found is not None  # the finder has run
        statements, reading = self._found
        others = [s for s in statements if s.rule.rank is not Rank.TURN]
        vectors = Vectors(reading.text, reading.layout, self._reader)
        rows = [
            Row(
                text.name,
                tuple(news.features(others[at], reading)),
                tuple(elsewhere.features(others[at])),
                vectors.of(others[at]),
                *verdict,
                beside_news=beside_news(others[at]),
            )
            for at, verdict in _verdicts(text, others).items()
        ]
        return Document(text.name, text.set, text.genre, vectors.count, vectors.mean(), rows)


def _verdicts(text: Text, found: Sequence[Statement]) -> dict[int, tuple[float, bool, str]]:
    """Of the statements that the gold can judge whether they are right, by their places."""
    if isinstance(text.gold, GoldArticle):
        outer = [at for at, statement in enumerate(found) if statement.parent is None]
        roles = [Roles(found[at].source, found[at].cue, found[at].content) for at in outer]
        paired = {p.found: p.f1 for p in pairs(text.gold, roles) if p.sources_meet}
        f1 = {at: paired.get(number, 0.0) for number, at in enumerate(outer)}
        return {at: (float(value >= IN_THE_MAIN), value >= ENOUGH, "") for at, value in f1.items()}
    marks = text.gold or {}
    if text.set == "contrasts":
        said = {at: _of_cue(s, marks) for at, s in enumerate(found)}
        return {at: (float(m in SAID), m in SAID, m) for at, m in said.items() if m is not None}
    least = IN_THE_MAIN if text.set == "short" else THE_SAME  # short texts were marked before claimx read them
    given = {at: _nearest(s, text.text, marks, least) for at, s in enumerate(found)}
    return {at: (float(m in SAID), m in SAID, m) for at, m in given.items() if m is not None}


def _nearest(statement: Statement, text: str, marks: Mapping[tuple[int, int], str], least: float) -> str | None:
    """The mark of the words that are a statement's in the main."""
    own = _places_of_words(text, statement.content)
    near = []
    for place, mark in marks.items():
        marked = _places_of_words(text, [place])
        near.append((2 * len(own & marked) / max(1, len(own) + len(marked)), mark))
    best, mark = max(near, default=(0.0, None))
    return mark if best >= least else None


def _of_cue(statement: Statement, marks: Mapping[tuple[int, int], str]) -> str | None:
    """The mark of the expression that a statement has as its cue."""
    of_cue = (mark for (start, end), mark in marks.items() if any(s < end and start < e for s, e in statement.cue))
    return next(of_cue, None)


def _places_of_words(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {match.start() for span in spans for match in _WORD.finditer(text, *span)}


def texts(data: Path) -> Iterator[Text]:
    """All texts: with gold, and news that is read for its kind alone."""
    for path, name in ((data / "polnear" / "dev", "dev"), (SAMPLES, "samples")):
        yield from (Text(gold.id, name, "news", gold.text, gold) for gold in read_gold(path))
    yield from _gum(data / "gum")
    for name in ("short", "passages"):
        for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            given = json.loads(line)
            marks = {(mark["start"], mark["end"]): mark["mark"] for mark in given["marks"]}
            yield Text(given["text"], name, given["genre"], given["whole"], marks)
    for line in (HERE / "contrasts.jsonl").read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        marks = dict.fromkeys(map(tuple, given["said"]), "statement")
        marks |= dict.fromkeys(map(tuple, given["not_said"]), "none")
        yield Text(given["doc"], "contrasts", given["genre"], given["text"], marks)
    train = (gold for gold in read_gold(data / "polnear" / "train") if zlib.crc32(gold.id.encode()) % 4 == 0)
    yield from (Text(gold.id, "train", "news", gold.text, None) for gold in train)
    for name in ("TimeBank", "AQUAINT"):
        yield from (Text(d.id, "timebank", "news", d.text, None) for d in read_timeml(data / "timebank" / name))
    for path in sorted((data / "basil" / "articles").rglob("*.json")):
        if zlib.crc32(path.name.encode()) % 2 == 0:
            article = json.loads(path.read_text(encoding="utf-8"))
            paragraphs = [article["title"], *(" ".join(sentences) for sentences in article["body-paragraphs"])]
            yield Text(path.stem, "basil", "news", "\n\n".join(paragraphs), None)


def _gum(folder: Path) -> Iterator[Text]:
    marks: dict[str, dict[tuple[int, int], str]] = {}
    for line in (HERE / "marks.jsonl").read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        marks.setdefault(mark["text"], {})[mark["start"], mark["end"]] = mark["mark"]
    lines = (folder / "attributions.jsonl").read_text(encoding="utf-8").splitlines()
    whole = {row["id"]: row["text"] for row in map(json.loads, lines)}
    for path in sorted((folder / "dep").glob("*.conllu")):
        text = whole.get(path.stem) or read_gum(path).text
        yield Text(path.stem, "gum", path.stem.split("_")[1], text, marks.get(path.stem))
