"""What a quantity counts: the noun phrase after the number, from the parse."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from claimx.grammar.clauses import NOUNS
from claimx.grammar.quantity_phrases import coordinated, head_after, noun_of, phrase
from claimx.records import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimx.grammar.tokens import View
    from claimx.mentions.quantities.measures import Measure

_OF = re.compile(r"[ -]of[ -]+", re.I)
_COLLECTIVE = frozenset({"people", "staff", "police", "personnel", "aircraft", "fish", "cattle", "sheep", "troops"})


class Counted(NamedTuple):
    """What is counted or measured; ``noun`` is a count's noun in singular with its modifiers."""

    of: Mention | None = None
    noun: str = ""


def counted_plural(view: View, start: int, end: int) -> Token | None:
    """The plural noun that the number at ``[start, end)`` modifies, close to its right."""
    first, last = view.index_at(start), view.index_at(end - 1)
    for head in (modified(view, first, last), head_after(view, end, counted=True)):
        if (
            head is not None
            and (head.tag_ in ("NNS", "NNPS") or head.lower_ in _COLLECTIVE)
            and clear(view, last, head)
        ):
            return head
    return None


def mention(view: View, span: Span) -> Mention | None:
    """The span with its words; null for an empty one."""
    return Mention(view.text[span.start : span.end], span) if span.end > span.start else None


def find_counted(view: View, measure: Measure, taken: AbstractSet[int]) -> Counted:
    """What a number without a unit counts; ``taken``: indices of the tokens that belong to quantities."""
    first, last = view.index_at(measure.start), view.index_at(measure.end - 1)
    head = _count_head(view, measure, first, last)
    if head is not None and (head.i in taken or (head.ent_type_ in ("DATE", "TIME") and head.tag_ in ("NN", "NNP"))):
        head = None
    if head is None:
        return Counted()
    # everything after the number up to its noun is of the phrase; after "one of" a determiner may come first
    match = _OF.match(view.text, measure.end)
    span = phrase(view, head, match.end() if match else measure.end, whole=match is None)
    before = [t for t in head.lefts if t.i == first - 1 and t.dep_ in ("amod", "compound", "nmod")]
    return Counted(mention(view, coordinated(span, head)), noun_of(view, span, head, before))


def modified(view: View, first: int, last: int) -> Token | None:
    """The noun to the right that a token of the number modifies."""
    for i in range(last, first - 1, -1):
        token = view.doc[i]
        while first <= token.i <= last and token.head != token:
            token = token.head
        if last < token.i <= last + 7 and token.pos_ in NOUNS:
            return token
    return None


def _count_head(view: View, measure: Measure, first: int, last: int) -> Token | None:
    if match := _OF.match(view.text, measure.end):
        return head_after(view, match.end())
    if view.text[measure.end : measure.end + 1] not in (" ", "-", "\u00a0", "\n"):
        return None
    if view.text[measure.end] == "-":
        # "a 15-member council" counts members
        joined_to = view.after(measure.end + 1)
        return joined_to if joined_to is not None and joined_to.pos_ in NOUNS else None
    head = modified(view, first, last)
    if head is not None and head.dep_ in ("amod", "compound", "nmod"):
        # "12 Kenyan and Ugandan runners": the parse gives the number to the first modifier
        head = head_after(view, measure.end, counted=True) or head
    if head is not None and clear(view, last, head):
        if measure.value != 1 and head.tag_ == "NN" and head.lower_ not in _COLLECTIVE and head.i > last + 1:
            # "a 12 page document" counts pages
            following = view.after(measure.end)
            if following is not None and following.tag_ == "NN" and following.dep_ != "amod":
                return following
        return head
    return head_after(view, measure.end, counted=True)


def clear(view: View, last: int, head: Token) -> bool:
    """Whether only modifiers stand between the number and its noun."""
    for i in range(last + 1, head.i):
        token = view.doc[i]
        glued = token.text == "-" and not token.whitespace_ and not view.doc[i - 1].whitespace_
        if (
            token.pos_ in ("ADP", "PUNCT", "SCONJ", "PRON", "AUX", "VERB")
            and not glued
            and token.dep_ not in ("amod", "compound")
        ):
            return False
    return True


def before_bracket(view: View, start: int, taken: AbstractSet[int]) -> Token | None:
    """The noun right before the bracket that the quantity opens ("Maria Lopez (3 goals)")."""
    left = view.text[max(0, start - 3) : start].rstrip(" ~")
    if not left.endswith("("):
        return None
    bracket = view.before(start)
    while bracket is not None and bracket.text != "(" and bracket.i:
        bracket = bracket.nbor(-1)
    noun = bracket.nbor(-1) if bracket is not None and bracket.i else None
    return noun if noun is not None and noun.pos_ in NOUNS and noun.i not in taken else None
