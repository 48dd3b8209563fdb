"""Who says "I" or "we" in an article where nobody is quoted: its one author, who signs a letter, what body writes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile

import regex

from claimx.attributions.discourse.referents import Mention, Referent
from claimx.lexicons.nouns import is_title
from claimx.lexicons.words import alternatives
from claimx.reading import Reading
from claimx.records import Span
from claimx.text import signatures
from claimx.text.marks import DOUBLE

#: What joins the names of several authors.
_JOINING = (" and ", ",", "&")
_ENDS = ".?!…:;”\"’'"
#: A signature, or what its bearer is, has no more characters.
_LONGEST_LINE = 90
_FROM = regex.compile(r"From (?P<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}), \p{Lu}[\p{L} ,'’-]+")
#: "Sir, …", "Dear all,": no "Sir Karl Lund slept".
_SALUTATION = regex.compile(
    rf"(?:{alternatives('names/letters', 'salutations')})(?: \S+){{0,4}}?\s?(?:[,:–—-]|\n|$)", regex.IGNORECASE
)
_GREETING = regex.compile(rf"(?:{alternatives('names/letters', 'greetings')})\b", regex.IGNORECASE)
_SELF = regex.compile(
    r"\b(?:(?P<sure>[Mm]y name is)|(?P<own>I['’]m|I am)|[Tt]his is|[Ii]t['’]s) "
    r"(?P<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A passage in which ``writer``, a person, says "I" outside of quotations, or a body says "we"."""

    span: Span
    writer: Referent


def author_of(reading: Reading, mentions: Sequence[Mention]) -> Referent | None:
    """The one author of an article, as far as it tells.

    Args:
        reading: the article.
        mentions: its mentions, names with whom they name.
    """
    name = reading.article.author
    if name is None:
        return _Writers(reading, mentions).author
    if any(word in name for word in _JOINING):
        return None
    known = (m.referent for m in mentions if m.kind == "name" and m.referent is not None and m.referent.name == name)
    return next(known, None) or Referent("person", name, times_named=1)


def letters_of(reading: Reading, mentions: Sequence[Mention]) -> list[Letter]:
    """The letters in an article, each from the signature before it, or from its salutation, to its own; in text order.

    What bears a body's name above it all is one of that body. Arguments as those of `author_of`.
    """
    return list(_Writers(reading, mentions).letters())


class _Writers:
    """The lines of an article by which it tells who writes."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        self._text, self._reading = reading.text, reading
        self._lines = [zone.span for zone in reading.zones if zone.kind != "dateline"]
        self._names = [mention for mention in mentions if mention.kind == "name" and mention.referent is not None]

    @cached_property
    def author(self) -> Referent | None:
        """Whom the lines at the article's head, or who introduces himself, tell to have written all of it."""
        text, layout = self._text, self._reading.layout
        posted = (signatures.posted(text, line) for line in (*self._lines[:5], *self._lines[-3:]))
        if (name := next(filter(None, posted), None)) is not None:
            return self._person(name)
        sent = (_FROM.fullmatch(text, *line) for line in self._head[1:])
        reporter = next((Span(*match.span("name")) for match in sent if match), None)
        if reporter is not None and self._is_once_named(reporter):  # whose name is often taken for a place's
            return Referent("person", text[slice(*reporter)], times_named=1)
        if layout.turns:
            return None
        above = [writer for line in self._head if (writer := self._bare(line)) is not None]
        return above[0] if len(above) == 1 else self._introduced()

    def _is_once_named(self, name: Span) -> bool:
        known = self._named(name)
        return known is None or known.times_named == 1

    @cached_property
    def _head(self) -> list[Span]:
        """The lines before the first that ends as a sentence does."""
        ends = (place for place, line in enumerate(self._lines) if self._text[line.end - 1] in _ENDS)
        return self._lines[: next(ends, 0)]

    def _introduced(self) -> Referent | None:
        """Who tells his own name in the first sentences: "My name is Ann", "Hello, it's Ann Lee"."""
        body = [zone.span for zone in self._reading.zones if zone.kind == "body"]
        for paragraph in body[:2]:
            for match in _SELF.finditer(self._text, *paragraph):
                is_greeting = match["own"] or _GREETING.match(self._text, paragraph.start)
                if self._is_quoted(match.start()):
                    continue
                name = Span(*match.span("name"))
                known = self._named(name)
                if match["sure"] or (is_greeting and known is not None and known.kind == "person"):
                    return self._person(name)
        return None

    def letters(self) -> Iterator[Letter]:
        """The signed letters, and what a body writes under its name."""
        text, start = self._text, 0
        for place, line in enumerate(self._lines):
            name = signatures.glued(text, line)
            writer = self._person(name) if name else self._signed(place)
            if writer is None:
                continue
            greeted = [one.start for one in self._lines[: place + 1] if _SALUTATION.match(text, one.start)]
            begin = max((offset for offset in greeted if offset >= start), default=start)
            yield Letter(Span(begin, name.start if name else line.end), writer)
            start = line.end
        for line in self._lines[: 0 if self._reading.article.author else 1]:
            named = self._named(line)
            if named is not None and named.kind == "organization" and self._covers(line, named):
                yield Letter(Span(line.end, len(text)), named)

    def _signed(self, place: int) -> Referent | None:
        """Who signs with a line: behind a dash, below "Yours", in a line of its own below a letter."""
        text, line = self._text, self._lines[place]
        before = self._lines[place - 1] if place else None
        if before is None or line.end - line.start > _LONGEST_LINE:
            return None
        name = signatures.signed(text, line)
        if name is not None:
            beside = self._lines[place - 1 : place + 2 : 2]
            is_listed = any(text[other.start] in "-–—~•" for other in beside if text[line.start] in "-–—~")
            is_cited = text[before.start] in DOUBLE or text[before.end - 1] in DOUBLE
            return None if is_listed or is_cited else self._person(name)
        if (
            signatures.closes(text, before)
            and not self._named(before)
            and place > 1
            and text[self._lines[place - 2].end - 1] in _ENDS
        ):
            return self._below_closing(line)
        after = self._lines[place + 1] if place + 1 < len(self._lines) else None
        is_below = text[before.end - 1] in _ENDS and (after is None or text[after.end - 1] not in _ENDS)
        return self._bare(line) if is_below and self._author_above is None else None

    @property
    def _author_above(self) -> Referent | None:
        return next(filter(None, map(self._bare, self._head)), None)

    def _below_closing(self, line: Span) -> Referent | None:
        """Who signs below "Yours": a person by whatever name, or the one body in the line: "All of us at Arden"."""
        name, named = signatures.plain(self._text, line), self._named(line)
        if named is not None and named.kind != "person":
            is_alone = name is not None and self._covers(line, named)
            return named if named.kind == "organization" or not is_alone else None  # "12 Mill Lane, / Arden"
        is_name = name is not None and self._text[name.end : name.end + 2].strip("\r\n")[:2] in ("", ",", ", ", " (")
        return named or self._person(name) if name is not None and is_name else None

    def _bare(self, line: Span) -> Referent | None:
        """The person whose full name a line is, or begins with before what she is: "Ann Lee, 41, baker"."""
        name = signatures.plain(self._text, line)
        if name is None or line.end - line.start > _LONGEST_LINE or " " not in self._text[slice(*name)]:
            return None
        person = self._named(name)
        is_person = person is not None and person.kind == "person" and self._covers(name, person)
        return person if is_person else None

    def _person(self, name: Span) -> Referent | None:
        """The person of a name; None for what is known as something else."""
        known = self._named(name)
        if known is not None:
            return known if known.kind == "person" else None
        words = self._untitled(name)
        return Referent("person", words, times_named=1) if words else None

    def _untitled(self, name: Span) -> str:
        """A name without titles before it."""
        return " ".join(dropwhile(is_title, self._text[slice(*name)].split()))

    def _named(self, span: Span) -> Referent | None:
        """What the first name in a span names."""
        place = bisect_left(self._names, span.start, key=lambda mention: mention.head.idx)
        mention = self._names[place] if place < len(self._names) else None
        return mention.referent if mention is not None and mention.head.idx < span.end else None

    def _covers(self, span: Span, named: Referent) -> bool:
        """Whether a name is all that stands in a span."""
        return named.name is not None and self._untitled(span).casefold() == named.name.casefold()

    def _is_quoted(self, offset: int) -> bool:
        return any(piece.start <= offset < piece.end for q in self._reading.layout.quotations for piece in q.pieces)
