"""Whether the clause of a time expression lies before or after the time of writing, from spaCy's parse."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimx.lexicons.loader import load

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class ProspectiveRow:
    """A row of prospective.toml: the forms of a verb or adjective after which what follows is still to come.

    ``participle``: "a meeting set for Friday"; ``present``: "the offer expires on Friday"; ``gerund``: "starting on
    Friday"; ``infinitive``: "they plan to vote on Friday".
    """

    participle: bool = False
    present: bool = False
    gerund: bool = False
    infinitive: bool = False


_FUTURE_AUXILIARIES = frozenset(
    ["will", "'ll", "’ll", "wo", "shall", "may", "might", "must", "can", "ca", "should", "could", "would"]
)
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve", "'d", "having"})
#: After these, "postponed until Tuesday" looks ahead though it is past.
_FORWARD = frozenset({"until", "till", "to", "for", "from"})
#: "could not be reached on Friday" is past.
_POSSIBLE = frozenset({"could", "would", "can", "might"})
_NO = frozenset({"neither", "nobody", "none", "no"})
#: "The next match is on Saturday" tells of what is to come; an order does, too: ``Ask me in the summer``.
_NEXT = frozenset({"next", "upcoming", "forthcoming", "coming"})
_OPENING = frozenset({'"', "“", "‘", "„", "«", "''", "``", ":", "please"})
_PLAIN = ProspectiveRow()
#: How many verbs, and how many words between two verbs, are looked at: a parse may be as deep as its text is long.
_DEPTH, _CLIMB = 6, 12


@cache
def _prospective() -> dict[str, ProspectiveRow]:
    return load("times/prospective", ProspectiveRow)


def tense_at(token: Token, known: dict[tuple[int, str], Tense]) -> Tense:
    """The tense of the clause that a token stands in: that of the nearest verb above it.

    ``known`` keeps the tenses of one document's verbs, so that each is looked at once.
    """
    word, preposition = token, ""
    if token.dep == "poss":
        # "Friday's vote" is taken as past unless something is told of it that is to come.
        word = token.head
        if word.dep not in ("nsubj", "nsubjpass"):
            return "none"
    for _ in range(_CLIMB):
        if word.pos in ("VERB", "AUX") and word.tag != "MD":
            preposition = preposition if preposition in _FORWARD else ""
            if (word.i, preposition) not in known:
                known[word.i, preposition] = _tense(word, _DEPTH, preposition)
            return known[word.i, preposition]
        if word.pos == "ADJ" and _row(word).infinitive:
            return "future"
        if not preposition and word.pos in ("ADP", "SCONJ"):
            preposition = word.lower
        if word.head.i == word.i:
            break
        word = word.head
    return "none"


def verb_at(token: Token) -> Token | None:
    """The nearest verb above a token, or the token itself; None where none is near."""
    word = token
    for _ in range(_CLIMB):
        if word.pos in ("VERB", "AUX"):
            return word
        if word.head.i == word.i:
            break
        word = word.head
    return None


def _row(word: Token) -> ProspectiveRow:
    return _prospective().get(word.lemma.lower(), _PLAIN)


def _tense(verb: Token, depth: int, preposition: str = "") -> Tense:
    row = _row(verb)
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    words = {child.lower for child in helpers}
    perfect = bool(words & _PERFECT)
    if words & _FUTURE_AUXILIARIES and not perfect:
        return "past" if words & _POSSIBLE and _is_negated(verb) else "future"
    if "to" in words and verb.tag in ("VB", "VBN") and not perfect:
        return _infinitive(verb, depth)
    if verb.lemma == "be" and any(_is_to(verb, child) for child in verb.children):
        return "future"
    if row.participle and (verb.tag == "VBN" or preposition in _FORWARD):
        return "future"
    return "past" if perfect else _finite(verb, row, helpers, depth)


def _finite(verb: Token, row: ProspectiveRow, helpers: list[Token], depth: int) -> Tense:
    if verb.tag == "VBD" or any(child.tag in ("VBD", "VBN") for child in helpers):
        return "past"
    if verb.tag in ("VBZ", "VBP"):
        return "future" if row.present or _is_of_next(verb) else "present"
    if verb.tag == "VBN":
        return "present" if helpers else "past"
    if verb.tag == "VBG":
        return "future" if row.gerund or any(c.tag in ("VBP", "VBZ") for c in helpers) else _above(verb, depth)
    if verb.tag == "VB":
        if not helpers and _is_order(verb):
            return "future"
        return _above(verb, depth) if verb.dep in ("xcomp", "ccomp", "conj", "advcl") else "future"
    return "none"


def _infinitive(verb: Token, depth: int) -> Tense:
    """Tell "they plan to vote on Friday" and "they declined to comment on Friday" apart."""
    head = verb.head
    if head.i == verb.i or _row(head).infinitive or _is_to(head, verb):
        return "future"
    return "past" if _above(verb, depth) == "past" else "future"


def _is_of_next(verb: Token) -> bool:
    """Whether what the clause tells of is the next of its kind ("our next meeting is on Monday")."""
    subjects = (child for child in verb.children if child.dep in ("nsubj", "nsubjpass"))
    return any(word.lower in _NEXT for subject in subjects for word in subject.children)


def _is_order(verb: Token) -> bool:
    """Whether a verb in the infinitive opens a sentence or a quotation, without a subject: an imperative."""
    if any(child.dep in ("nsubj", "nsubjpass", "csubj") for child in verb.children):
        return False
    return bool(verb.is_sent_start) or verb.i == 0 or verb.nbor(-1).lower in _OPENING


def _is_negated(verb: Token) -> bool:
    subjects = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]
    words = {word.lower for subject in subjects for word in (subject, *subject.children)}
    return bool(words & _NO) or any(child.dep == "neg" for child in verb.children)


def _is_to(be: Token, verb: Token) -> bool:
    """Whether a verb hangs on a "be" with "to" right after it: "they are to travel on Friday"."""
    return be.lemma == "be" and any(c.lower == "to" and c.dep == "aux" and c.i - be.i in (1, 2) for c in verb.children)


def _above(verb: Token, depth: int) -> Tense:
    """The tense of the next verb above."""
    word = verb
    for _ in range(_CLIMB if depth > 0 else 0):
        if word.head.i == word.i:
            break
        word = word.head
        if word.pos in ("VERB", "AUX") and word.tag != "MD":
            return _tense(word, depth - 1)
    return "none"
