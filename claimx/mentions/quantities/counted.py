"""What a quantity counts: the noun phrase after the number, from the parse."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from claimx.grammar.clauses import NOUNS
from claimx.grammar.quantity_phrases import coordinated, head_after, noun_of, phrase
from claimx.records import Mention, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.quantities.measures import Measure

_OF = re.compile(r"[ -]of[ -]+", re.I)
_COLLECTIVE = frozenset({"people", "staff", "police", "personnel", "aircraft", "fish", "cattle", "sheep", "troops"})


class Counted(NamedTuple):
    """What is counted or measured; ``noun`` is a count's noun in singular with its modifiers."""

    of: Mention | None = None
    noun: str = ""


def counted_plural(doc: Parse, start: int, end: int) -> Token | None:
    """The plural noun that the number at ``[start, end)`` modifies, close to its right."""
    first, last = doc.index_at(start), doc.index_at(end - 1)
    for head in (modified(doc, first, last), head_after(doc, end, counted=True)):
        if head is not None and (head.tag in ("NNS", "NNPS") or head.lower in _COLLECTIVE) and clear(doc, last, head):
            return head
    return None


def mention(doc: Parse, span: Span) -> Mention | None:
    """The span with its words; null for an empty one."""
    return Mention(doc.text[span.start : span.end], span) if span.end > span.start else None


def find_counted(doc: Parse, measure: Measure, taken: AbstractSet[int]) -> Counted:
    """What a number without a unit counts; ``taken``: indices of the tokens that belong to quantities."""
    first, last = doc.index_at(measure.start), doc.index_at(measure.end - 1)
    head = _count_head(doc, measure, first, last)
    if head is not None and (head.i in taken or (head.ent_type in ("DATE", "TIME") and head.tag in ("NN", "NNP"))):
        head = None
    if head is None:
        return Counted()
    # everything after the number up to its noun is of the phrase; after "one of" a determiner may come first
    match = _OF.match(doc.text, measure.end)
    span = phrase(doc, head, match.end() if match else measure.end, whole=match is None)
    before = [t for t in head.lefts if t.i == first - 1 and t.dep in ("amod", "compound", "nmod")]
    return Counted(mention(doc, coordinated(span, head)), noun_of(doc, span, head, before))


def modified(doc: Parse, first: int, last: int) -> Token | None:
    """The noun to the right that a token of the number modifies."""
    for i in range(last, first - 1, -1):
        token = doc[i]
        while first <= token.i <= last and token.head != token:
            token = token.head
        if last < token.i <= last + 7 and token.pos in NOUNS:
            return token
    return None


def _count_head(doc: Parse, measure: Measure, first: int, last: int) -> Token | None:
    if match := _OF.match(doc.text, measure.end):
        return head_after(doc, match.end())
    if doc.text[measure.end : measure.end + 1] not in (" ", "-", "\u00a0", "\n"):
        return None
    if doc.text[measure.end] == "-":
        # "a 15-member council" counts members
        joined_to = doc.after(measure.end + 1)
        return joined_to if joined_to is not None and joined_to.pos in NOUNS else None
    head = modified(doc, first, last)
    if head is not None and head.dep in ("amod", "compound", "nmod"):
        # "12 Kenyan and Ugandan runners": the parse gives the number to the first modifier
        head = head_after(doc, measure.end, counted=True) or head
    if head is not None and clear(doc, last, head):
        if measure.value != 1 and head.tag == "NN" and head.lower not in _COLLECTIVE and head.i > last + 1:
            # "a 12 page document" counts pages
            following = doc.after(measure.end)
            if following is not None and following.tag == "NN" and following.dep != "amod":
                return following
        return head
    return head_after(doc, measure.end, counted=True)


def clear(doc: Parse, last: int, head: Token) -> bool:
    """Whether only modifiers stand between the number and its noun."""
    for i in range(last + 1, head.i):
        token = doc[i]
        glued = token.text == "-" and not token.whitespace and not doc[i - 1].whitespace
        if (
            token.pos in ("ADP", "PUNCT", "SCONJ", "PRON", "AUX", "VERB")
            and not glued
            and token.dep not in ("amod", "compound")
        ):
            return False
    return True


def before_bracket(doc: Parse, start: int, taken: AbstractSet[int]) -> Token | None:
    """The noun right before the bracket that the quantity opens ("Maria Lopez (3 goals)")."""
    left = doc.text[max(0, start - 3) : start].rstrip(" ~")
    if not left.endswith("("):
        return None
    bracket = doc.before(start)
    while bracket is not None and bracket.text != "(" and bracket.i:
        bracket = bracket.nbor(-1)
    noun = bracket.nbor(-1) if bracket is not None and bracket.i else None
    return noun if noun is not None and noun.pos in NOUNS and noun.i not in taken else None
