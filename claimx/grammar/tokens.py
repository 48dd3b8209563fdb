"""A parsed text as plain Python: its tokens with their labels, heads and places, read from the parser once.

The rules ask for tokens millions of times; a token here is an object with plain attributes, made once a text, that owes
nothing to the parser that it came from. Words of attributes follow spaCy (``head``, ``left_edge``, ``char_span``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, overload

from claimx.grammar.columns import Columns
from claimx.grammar.tree import InTree
from claimx.records import Span

Alignment = Literal["expand", "contract"]


class Token(InTree):
    """A word or mark with its place in text and tree.

    ``i`` is its row; it stands at ``[idx, end)`` in code points; ``dep``, ``tag`` and ``pos`` are labels that only
    :mod:`claimx.grammar` reads; ``ent_type`` and ``ent_iob`` tell the name that it belongs to ("" and "O" where none).
    """

    __slots__ = (
        "doc",
        "end",
        "ent_iob",
        "ent_type",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "is_stop",
        "left_edge",
        "lemma",
        "like_num",
        "lower",
        "pos",
        "right_edge",
        "sent",
        "tag",
        "text",
        "whitespace",
    )

    doc: Parse
    left_edge: Token
    right_edge: Token
    sent: Stretch

    def __init__(self, doc: Parse, i: int, columns: Columns) -> None:
        """Take row ``i``; head, children, edges and sentence are set by the :class:`Parse` that makes all tokens."""
        self.doc = doc
        self.i = i
        self.idx = columns.starts[i]
        self.text = text = columns.words[i]
        self.end = self.idx + len(text)
        self.lower = text.lower()
        self.lemma = columns.lemmas[i]
        self.pos = columns.classes[i]
        self.tag = columns.tags[i]
        self.dep = columns.deps[i]
        self.whitespace = " " if columns.spaces[i] else ""
        self.is_sent_start = columns.sentence_starts[i]
        self.is_space = text.isspace()
        self.is_punct = columns.punctuation[i]
        self.is_stop = columns.stop_words[i]
        self.like_num = columns.numerals[i]
        self.ent_type = ""
        self.ent_iob = "O"
        self.children = []

    def __len__(self) -> int:
        """Its length in code points."""
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters alone."""
        return self.text.isalpha()

    @property
    def is_upper(self) -> bool:
        """Whether its letters are capitals."""
        return self.text.isupper()

    def nbor(self, distance: int = 1) -> Token:
        """The token ``distance`` rows on.

        Raises:
            IndexError: the text ends before.
        """
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


class Stretch(Sequence[Token]):
    """Tokens ``[start, end)`` of a parse: a sentence, a phrase, a name (then with its ``label``)."""

    __slots__ = ("doc", "end", "label", "start")

    def __init__(self, doc: Parse, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Stretch: ...
    def __getitem__(self, place: int | slice) -> Token | Stretch:
        """A token, or a shorter stretch, by places within this one."""
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Stretch(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[range(self.start, self.end)[place]]

    @property
    def start_char(self) -> int:
        """The offset where it begins."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """The offset where it ends."""
        return self.doc.tokens[self.end - 1].end

    @property
    def text(self) -> str:
        """Its words as the parser read them."""
        return "".join(token.text + token.whitespace for token in self).removesuffix(self[-1].whitespace)

    @property
    def root(self) -> Token:
        """The first of its tokens that stand highest in the tree; marks and blanks only where there is nothing else."""
        tokens = self.doc.tokens[self.start : self.end]
        if len(tokens) == 1:
            return tokens[0]
        for token in tokens:
            if token.head is token:
                return token
        outside = [token for token in tokens if not self.start <= token.head.i < self.end]
        if len(outside) == 1:
            return outside[0]
        return min(outside, key=_depth, default=tokens[0])

    @property
    def sent(self) -> Stretch:
        """The sentence that it begins in."""
        return self.doc.tokens[self.start].sent

    @property
    def ents(self) -> list[Stretch]:
        """The names that lie within it."""
        return [name for name in self.doc.ents if self.start <= name.start and name.end <= self.end]


def _depth(token: Token) -> tuple[bool, int]:
    """How far a token is from the root; a mark or blank on which nothing hangs is farther than any word."""
    is_mark = (token.is_punct or token.is_space) and not token.children
    return is_mark, 0 if is_mark else sum(1 for _ in token.ancestors)


class Parse(Sequence[Token]):
    """A parsed text: its tokens and sentences, and ways from offsets to them.

    ``columns`` are what it was made of; ``text`` is untouched; ``ents`` are names with their labels, as :meth:`name`
    set them.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.text = columns.text
        self.tokens = [Token(self, i, columns) for i in range(len(columns.starts))]
        self.ents: tuple[Stretch, ...] = ()
        self._starts = columns.starts
        self._reaches = [token.end + len(token.whitespace) for token in self.tokens]
        starts = [i for i, token in enumerate(self.tokens) if i == 0 or token.is_sent_start]
        self.sents = [
            Stretch(self, start, end) for start, end in zip(starts, [*starts[1:], len(self.tokens)], strict=False)
        ]
        self._link(columns.heads)
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def _link(self, heads: Sequence[int]) -> None:
        """Tie each token to its head, its children and the edges of its subtree."""
        tokens = self.tokens
        for token, head in zip(tokens, heads, strict=True):
            token.head = tokens[head]
            token.left_edge = token.right_edge = token
            if head != token.i:
                tokens[head].children.append(token)
        order = [token for token in tokens if token.head is token]
        for token in order:  # grows as it goes: from the roots down
            order += token.children
        for token in reversed(order):  # from the leaves up
            head_token = token.head
            if token.left_edge.i < head_token.left_edge.i:
                head_token.left_edge = token.left_edge
            if token.right_edge.i > head_token.right_edge.i:
                head_token.right_edge = token.right_edge

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Stretch: ...
    def __getitem__(self, place: int | slice) -> Token | Stretch:
        """A token by its row, or a stretch of them."""
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Stretch(self, start, max(start, end))
        return self.tokens[place]

    def name(self, names: Sequence[tuple[int, int, str]]) -> None:
        """Set the names of the text: rows ``[start, end)`` with a label each, in order and apart."""
        self.ents = tuple(Stretch(self, start, end, label) for start, end, label in names)
        for token in self.tokens:
            token.ent_type, token.ent_iob = "", "O"
        for name in self.ents:
            for token in name:
                token.ent_type, token.ent_iob = name.label, "I"
            name[0].ent_iob = "B"

    def char_span(self, start: int, end: int, alignment_mode: Alignment) -> Stretch | None:
        """The tokens that reach into the code points ``[start, end)`` ("expand"), or lie within ("contract").

        Null where the text has no token at an end, or none lies within.
        """
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "contract":
            first += self._starts[first] < start
            last -= end < self.tokens[last].end
            if last < first:
                return None
        elif start == self.tokens[first].end:  # the blank behind a token
            first += 1
        return Stretch(self, first, last + 1)

    def _at(self, offset: int) -> int | None:
        """The row of the token that an offset lies in, or in the blank behind."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and offset < self._reaches[place] else None

    def index_at(self, offset: int) -> int:
        """The row of the token at an offset, or of the last one before it (0 before the first)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def token_at(self, offset: int) -> Token:
        """The token at an offset, or the last one before it."""
        return self.tokens[self.index_at(offset)]

    def before(self, offset: int) -> Token | None:
        """The last token that ends at or before an offset and is no blank, or null."""
        for place in range(self.index_at(offset - 1) if offset > 0 else -1, -1, -1):
            token = self.tokens[place]
            if not token.is_space and token.end <= offset:
                return token
        return None

    def after(self, offset: int) -> Token | None:
        """The first token that begins at or after an offset and is no blank, or null."""
        rows = range(bisect_left(self._starts, offset), len(self.tokens))
        return next((self.tokens[row] for row in rows if not self.tokens[row].is_space), None)

    def within(self, span: Span) -> list[Token]:
        """The tokens that reach into a span of the text."""
        return list(self.char_span(span.start, span.end, "expand") or ())
