"""What the attribution network sees of a text: wordpieces, quotation marks, capitals and paragraph starts.

Training and inference both come through here, so that they cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimx.text.links import without_links

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float32]

OUTSIDE, OPENING, INSIDE, CLOSING = range(4)
"""The four states of a character towards quotation: outside, an opening mark, between the marks, a closing mark."""

QUOTE_STATES = 4
SHAPES = 4  # other, first letter a capital, all capitals, digit
STARTS = 2  # within a paragraph, first piece of a paragraph

_MARKS = re.compile(r"''|``|‘‘|’’|[\"“”„‟«»″＂‘’‚‛']")
_SURROGATE = re.compile("[\ud800-\udfff]")
_OPENERS = frozenset(["“", "„", "‟", "«", "``", "‘‘"])
_CLOSERS = frozenset(["”", "»", "’’"])
_SINGLES = frozenset(["‘", "’", "‚", "‛", "'"])


@dataclass(frozen=True, slots=True)
class Pieces:
    """The wordpieces of all paragraphs of one text, one after the other; every array has one row a piece.

    ``starts`` and ``ends`` are code points into the whole text; ``word`` is true where a word begins (a word never
    splits a run of letters and digits), ``ends_sentence`` where a mark ends one, ``paragraph`` counts the paragraphs
    given from 0; ``leads_on`` has a row a paragraph: does it end in a colon, in a comma or inside a quotation?
    """

    ids: IntArray
    starts: IntArray
    ends: IntArray
    quote: IntArray
    shape: IntArray
    start: IntArray
    paragraph: IntArray
    word: NDArray[np.bool_]
    ends_sentence: NDArray[np.bool_]
    leads_on: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)


def quote_states(text: str) -> NDArray[np.int8]:
    """Tell for each character of a paragraph how it stands to quotation marks (``OUTSIDE`` …), in linear time.

    Straight, curly and doubled single marks and guillemets quote; a single mark quotes if it cannot be an apostrophe
    and a closing one follows. A quotation that nothing closes goes on to the end of the paragraph.
    """
    states = np.zeros(len(text), np.int8)
    marks = list(_MARKS.finditer(text))
    last_single_close = max((m.start() for m in marks if _closes_single(text, m)), default=-1)
    inside = ""  # "", "double" or "single"
    begin = 0
    for mark in marks:
        turn = _turn(text, mark, inside, last_single_close)
        if not turn:
            continue
        if inside:
            states[begin : mark.start()] = INSIDE
        opening = turn != "close"
        states[mark.start() : mark.end()] = OPENING if opening else CLOSING
        inside = turn if opening else ""
        begin = mark.end()
    if inside:
        states[begin:] = INSIDE
    return states


def _turn(text: str, mark: re.Match[str], inside: str, last_single_close: int) -> str:
    """What a mark does: "double" or "single" opens such a quotation, "close" ends one, "" is no quotation mark."""
    sign = mark.group()
    if sign in _SINGLES:
        if inside == "single":
            return "close" if _closes_single(text, mark) else ""
        return "single" if not inside and _opens(text, mark) and mark.start() < last_single_close else ""
    if sign in _OPENERS:
        return "double"
    opens = _opens(text, mark)
    if inside == "double":
        return "double" if opens and sign not in _CLOSERS else "close"
    if opens or (sign not in _CLOSERS and not _ends_word(text, mark)):
        return "double"
    return "close"


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands as opening ones do: after white space or a bracket, before a sign."""
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return not (before.isalnum() or before in ".,!?;:%)") and not after.isspace()


def _ends_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands as closing ones do: right after a sign, before white space or the end."""
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _closes_single(text: str, mark: re.Match[str]) -> bool:
    return mark.group() in {"’", "'"} and _ends_word(text, mark)


class PieceMaker:
    """Turns texts into ``Pieces`` with a WordPiece ``tokenizers.Tokenizer``."""

    def __init__(self, tokenizer: Any) -> None:  # noqa: ANN401 - tokenizers has no stubs
        """Take a tokenizer as loaded from ``tokenizer.json``; its truncation and padding are switched off."""
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        vocabulary: dict[str, int] = tokenizer.get_vocab()
        self.cls, self.sep, self.mask = (vocabulary[mark] for mark in ("[CLS]", "[SEP]", "[MASK]"))
        self._continues = np.zeros(max(vocabulary.values()) + 1, np.bool_)
        self._continues[[i for piece, i in vocabulary.items() if piece.startswith("##")]] = True
        self._sentence_ends = np.array([vocabulary[mark] for mark in ".!?"], np.int64)

    def __call__(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Pieces:
        """Cut the given paragraphs (half-open ranges of code points, in order) of a text into pieces."""
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        counts: list[int] = []
        leads_on: list[bool] = []
        quotes: list[NDArray[np.int8]] = []
        text = without_links(text)
        for begin, end in paragraphs:
            part = _SURROGATE.sub("\ufffd", text[begin:end])  # half a character, which no tokenizer takes
            encoding = self._tokenizer.encode(part, add_special_tokens=False)
            ids += encoding.ids
            counts.append(len(encoding.ids))
            offsets += [(begin + s, begin + e) for s, e in encoding.offsets]
            starts = np.fromiter((s for s, _ in encoding.offsets), np.int64, len(encoding.ids))
            states = quote_states(part)
            quotes.append(states[starts])
            leads_on.append(part.rstrip().endswith((":", ",")) or (len(part) > 0 and states[-1] in (OPENING, INSIDE)))
        spans = np.array(offsets, np.int64).reshape(-1, 2)
        paragraph = np.repeat(np.arange(len(counts)), counts)
        start = np.diff(paragraph, prepend=-1) != 0
        id_array = np.array(ids, np.int64)
        return Pieces(
            ids=id_array,
            starts=spans[:, 0],
            ends=spans[:, 1],
            quote=np.concatenate(quotes).astype(np.int64) if quotes else np.zeros(0, np.int64),
            shape=np.fromiter((_shape(text[s : min(e, s + 100)]) for s, e in offsets), np.int64, len(ids)),
            start=start.astype(np.int64),
            paragraph=paragraph,
            word=start | ~(self._continues[id_array] | _joined(text, spans)),
            ends_sentence=np.isin(id_array, self._sentence_ends),
            leads_on=np.array(leads_on, np.bool_),
        )

    def inputs(self, pieces: Pieces, begin: int, end: int) -> dict[str, IntArray]:
        """Give the network's inputs for the pieces ``[begin, end)``, with [CLS] before and [SEP] after them."""
        named = {"ids": pieces.ids, "quote": pieces.quote, "shape": pieces.shape, "start": pieces.start}
        inputs = {name: np.zeros(end - begin + 2, np.int64) for name in named}
        for name, values in named.items():
            inputs[name][1:-1] = values[begin:end]
        inputs["ids"][0], inputs["ids"][-1] = self.cls, self.sep
        return inputs


@lru_cache(maxsize=1 << 15)
def _shape(piece: str) -> int:
    """0 other, 1 begins with a capital, 2 all capitals, 3 begins with a digit."""
    if piece[:1].isupper():
        return 2 if len(piece) > 1 and piece.isupper() else 1
    return 3 if piece[:1].isdigit() else 0


def _joined(text: str, spans: IntArray) -> NDArray[np.bool_]:
    r"""Whether each piece touches the one before it inside a run of ``\w``, as around the underscore of ``a_b``."""
    touching = np.zeros(len(spans), np.bool_)
    touching[1:] = spans[1:, 0] == spans[:-1, 1]
    for i in np.flatnonzero(touching):
        at = spans[i, 0]
        touching[i] = _is_word(text[at - 1]) and _is_word(text[at]) if 0 < at < len(text) else False
    return touching


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
