"""What a quantity counts: the noun phrase after the number, from the parse."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from claimx.grammar import roles, word_classes
from claimx.grammar.clauses import governor
from claimx.grammar.noun_phrases import head_after, phrase_from, singular_name, with_plural_conjuncts
from claimx.grammar.nouns import is_noun, is_plural
from claimx.mentions.quantities.context_words import words
from claimx.records import Mention, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.quantities.measures import Measure

_OF = re.compile(r"[ -]of[ -]+", re.I)
_COLLECTIVE = words("collective_nouns")
#: Names of these kinds are no things that a number counts.
NAMES_OF_TIMES = frozenset({"DATE", "TIME"})
_SINGULARS = frozenset((word_classes.SINGULAR, word_classes.NAME_SINGULAR))
#: What ends the run of modifiers between a number and its noun.
_NO_MODIFIERS = word_classes.VERBS | frozenset(
    (word_classes.ADPOSITION, word_classes.PUNCTUATION, word_classes.SUBORDINATOR, word_classes.PRONOUN)
)
_MODIFYING = frozenset((roles.ADJECTIVE, roles.COMPOUND))
#: What may describe a counted noun from before its number.
_TELLING_WHICH = words("telling_which")
_DESCRIBING = word_classes.NOUNS | {word_classes.ADJECTIVE}
#: How far behind its number a noun may stand, in words.
_NOUN_WITHIN = 7


class Counted(NamedTuple):
    """What is counted or measured; ``noun`` is a count's noun in singular with its modifiers."""

    of: Mention | None = None
    noun: str = ""


def counted_plural(doc: Parse, start: int, end: int) -> Token | None:
    """The plural noun that the number at ``[start, end)`` modifies, close to its right."""
    first, last = doc.index_at(start), doc.index_at(end - 1)
    for head in (modified(doc, first, last), head_after(doc, end, counted=True)):
        if head is not None and (is_plural(head) or head.lower in _COLLECTIVE) and only_modifiers_between(last, head):
            return head
    return None


def in_one_sentence(doc: Parse, one: int, other: int) -> bool:
    """Whether two tokens, by their rows, stand in one sentence and paragraph, as a quantity and its thing do."""
    low, high = sorted((one, other))
    if any(token.is_sent_start and not token.text[0].islower() for token in doc.tokens[low + 1 : high + 1]):
        return False  # none begins with a small letter: "30 in. of topsoil"
    return "\n\n" not in doc.text[doc[low].idx : doc[high].idx]


def mention(doc: Parse, span: Span) -> Mention | None:
    """The span with its words; null for an empty one."""
    return Mention(doc.text[span.start : span.end], span) if span.end > span.start else None


def find_counted(doc: Parse, measure: Measure, taken: AbstractSet[int]) -> Counted:
    """What a number without a unit counts; ``taken``: indices of the tokens that belong to quantities."""
    first, last = doc.index_at(measure.start), doc.index_at(measure.end - 1)
    head = _count_head(doc, measure, first, last)
    if head is not None and (head.i in taken or (head.ent_type in NAMES_OF_TIMES and head.tag in _SINGULARS)):
        head = None
    if head is not None and not in_one_sentence(doc, first, head.i):
        head = None
    if head is None:
        return Counted()
    # everything after the number up to its noun is of the phrase; after "one of" a determiner may come first
    match = _OF.match(doc.text, measure.end)
    low = _after_number(doc, match.end(), taken) if match else measure.end
    span = phrase_from(doc, head, low, whole=match is None)
    before = [t for t in head.lefts if t.i == first - 1 and t.dep in roles.PREMODIFIERS and _describes(t)]
    return Counted(mention(doc, with_plural_conjuncts(span, head)), singular_name(doc, span, head, before))


def _describes(modifier: Token) -> bool:
    """Whether a modifier before the number tells of what kind a thing is: "a record 32 goals", not "off 32 balls"."""
    return modifier.pos in _DESCRIBING and modifier.lower not in _TELLING_WHICH


def _after_number(doc: Parse, at: int, taken: AbstractSet[int]) -> int:
    """Where a phrase goes on behind the number that it begins with: "three of the five **judges**"."""
    token = doc.after(at)
    if token is not None and token.pos == word_classes.DETERMINER and token.i + 1 < len(doc.tokens):
        token = token.nbor()
    end = at
    while token is not None and token.i in taken and token.i + 1 < len(doc.tokens):
        end, token = token.end, token.nbor()
    return end


def modified(doc: Parse, first: int, last: int) -> Token | None:
    """The noun to the right that a token of the number modifies."""
    for i in range(last, first - 1, -1):
        noun = governor(doc.tokens[i], first, last)
        if last < noun.i <= last + _NOUN_WITHIN and is_noun(noun):
            return noun
    return None


def _count_head(doc: Parse, measure: Measure, first: int, last: int) -> Token | None:
    if match := _OF.match(doc.text, measure.end):
        return head_after(doc, match.end())
    if doc.text[measure.end : measure.end + 1] not in (" ", "-", "\u00a0", "\n"):
        return None
    if doc.text[measure.end] == "-":
        # "a 15-member council" counts members
        joined_to = doc.after(measure.end + 1)
        return joined_to if joined_to is not None and is_noun(joined_to) else None
    head = modified(doc, first, last)
    if head is not None and head.dep in roles.PREMODIFIERS:
        # "12 Kenyan and Ugandan runners": the parse gives the number to the first modifier
        head = head_after(doc, measure.end, counted=True) or head
    if head is not None and only_modifiers_between(last, head):
        is_singular = head.tag == word_classes.SINGULAR and head.lower not in _COLLECTIVE
        if measure.value != 1 and is_singular and head.i > last + 1:
            # "a 12 page document" counts pages
            following = doc.after(measure.end)
            if following is not None and following.tag == word_classes.SINGULAR and following.dep != roles.ADJECTIVE:
                return following
        return head
    return head_after(doc, measure.end, counted=True)


def only_modifiers_between(last: int, head: Token) -> bool:
    """Whether only modifiers stand between a number, whose last token is in row ``last``, and its noun."""
    tokens = head.doc.tokens
    for token in tokens[last + 1 : head.i]:
        if token.pos not in _NO_MODIFIERS or token.dep in _MODIFYING:
            continue
        is_glued_hyphen = token.text == "-" and not token.whitespace and not tokens[token.i - 1].whitespace
        if not is_glued_hyphen:
            return False
    return True


def noun_before_bracket(doc: Parse, start: int, taken: AbstractSet[int]) -> Token | None:
    """The noun right before the bracket that the quantity opens ("Maria Lopez (3 goals)")."""
    left = doc.text[max(0, start - 3) : start].rstrip(" ~")
    if not left.endswith("("):
        return None
    bracket = doc.before(start)
    while bracket is not None and bracket.text != "(" and bracket.i:
        bracket = bracket.nbor(-1)
    noun = bracket.nbor(-1) if bracket is not None and bracket.i else None
    return noun if noun is not None and is_noun(noun) and noun.i not in taken else None
