"""Whom an article talks about, as data: every mention with its referent, and what each token is part of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.attributions.discourse.authors import Letter
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.lexicons.nouns import Gender
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: How many mentions back anything can be meant.
MENTIONS_BACK = 200


@dataclass(frozen=True, slots=True, eq=False)
class Discourse:
    """Whom an article talks about.

    ``mentions`` are in text order, as far as the text is read: what stands in a byline or caption mentions nobody.
    ``named`` are the named things by entity id. ``by_name``, ``by_head`` and ``by_title`` lead from rows of tokens to
    the mention whose name they are part of, that they are the head of, before whose name they stand as a title.
    ``speakers`` leads from the rows of quotations to the subject of the reporting verb. ``topic`` is the body that the
    article is about, ``main_persons`` are the persons whom it is about by the gender that a pronoun tells.
    ``headlines`` are its titles, ``author`` is who says "I" in it where nobody is quoted, as in the
    ``quoted`` rows, and ``letters`` have writers of their own.
    """

    doc: Parse
    named: Mapping[str, Referent]
    mentions: Sequence[Mention]
    by_name: Mapping[int, Mention]
    by_head: Mapping[int, Mention]
    by_title: Mapping[int, Mention]
    speakers: Mapping[int, Token]
    topic: Referent | None
    main_persons: Mapping[Gender | None, Referent | None]
    headlines: Sequence[Span]
    author: Referent | None
    letters: Sequence[Letter]
    quoted: Set[int]

    def at(self, token: Token) -> Mention | None:
        """The mention that a token is the head of, or that it is part of as a name or as a title before one.

        A noun that is not resolved yet counts as the title that it may be.
        """
        mention = self.by_name.get(token.i) or self.by_head.get(token.i)
        if mention is None or mention.referent is None:
            return self.by_title.get(token.i) or mention
        return mention

    def meant_by(self, token: Token) -> Referent | None:
        """Whom a token means: the referent of its mention."""
        mention = self.at(token)
        return mention.referent if mention is not None else None

    def named_by(self, token: Token) -> Referent | None:
        """The named thing that a token is part of the name of."""
        mention = self.by_name.get(token.i)
        return mention.referent if mention is not None else None

    def titled_by(self, token: Token) -> Referent | None:
        """The person before whose name a noun stands as a title: "referee Joel Aguilar"."""
        mention = self.by_title.get(token.i)
        return mention.referent if mention is not None else None

    def speaker_at(self, token: Token) -> Referent | None:
        """Who speaks the quotation that a token stands in; "I" there, and nobody else's "he"."""
        subject = self.speakers.get(token.i)
        return self.meant_by(subject) if subject is not None else None

    def writer(self, token: Token, *, is_body: bool = False) -> Referent | None:
        """Who says "I" at a token, or which body "we"; None where somebody is quoted, and where it is not told."""
        if token.i in self.quoted:
            return None
        letters = (one.writer for one in self.letters if one.span.start <= token.idx < one.span.end)
        signed = next((writer for writer in letters if (writer.kind != "person") is is_body), None)
        return signed or (None if is_body else self.author)

    def before(self, token: Token) -> Sequence[Mention]:
        """The mentions whose heads stand before a token, the last of them."""
        stop = bisect_left(self.mentions, token.i, key=lambda mention: mention.head.i)
        return self.mentions[max(0, stop - MENTIONS_BACK) : stop]

    def parted_at(self, token: Token) -> tuple[Sequence[Mention], Sequence[Mention]]:
        """All mentions up to a token, those whose head it is among them, and all behind it."""
        place = bisect_right(self.mentions, token.i, key=lambda mention: mention.head.i)
        return self.mentions[:place], self.mentions[place:]

    def named_in(self, spans: Sequence[Span]) -> set[Referent | None]:
        """What is called by its name inside of some text; nobody calls himself so in what he says."""
        found: set[Referent | None] = set()
        for span in spans:
            first, last = (bisect_left(self.mentions, offset, key=lambda m: m.head.idx) for offset in span)
            found |= {mention.referent for mention in self.mentions[first:last] if mention.kind == "name"}
        return found

    def is_in_headline(self, token: Token) -> bool:
        """Whether a token stands in a title of the article."""
        return any(span.start <= token.idx < span.end for span in self.headlines)
