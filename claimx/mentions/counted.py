"""What a quantity counts or measures: the noun phrase beside it, from the parse."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimx import lexicon
from claimx.mentions.changes import verbs
from claimx.mentions.phrases import head_after, noun_of, phrase
from claimx.records import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimx.mentions.measures import Measure
    from claimx.mentions.view import View

_NOUNS = frozenset({"NOUN", "PROPN"})
_OF = re.compile(r"[ -]of[ -]+", re.I)
_PREPOSITION_AFTER = re.compile(r"(?:\s\([^()]{1,30}\))?\s+(of|in|for|off|worth\s+of)\s+", re.I)
_LATER = re.compile(r"\s+(?:later|ago|earlier|after|before|afterwards|previously|from\s+now|hence)\b", re.I)
_NAMED_TIMES = frozenset({"DATE", "GPE", "TIME", "CARDINAL"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_CLAUSES = frozenset(
    {"conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "pcomp", "dep", "prep", "appos", "parataxis", "attr", "oprd"}
)
_PRENOMINAL = frozenset({"nummod", "compound", "npadvmod", "amod", "nmod"})
#: After these a duration says when, not how long the thing before is.
_TEMPORAL = frozenset({"in", "for", "within", "after", "over", "during", "at", "before", "by", "until", "past"})
_COLLECTIVE = frozenset({"people", "staff", "police", "personnel", "aircraft", "fish", "cattle", "sheep", "troops"})


@dataclass(frozen=True, slots=True)
class MeasuringVerb:
    """A row of measuring_verbs.toml: a verb, under its lemma, whose subject is what is measured."""

    key: str


class Counted(NamedTuple):
    """What is counted or measured.

    ``noun``: a count's noun in singular with its modifiers. ``concept``: the words that the quantity is said of, wider
    than ``of``: the phrase, the noun that governs it, and the subject of the clause.
    """

    of: Mention | None
    noun: str
    concept: str


@cache
def _measuring() -> frozenset[str]:
    return frozenset(lexicon.load("measuring_verbs", MeasuringVerb)) | frozenset(verbs())


def counted_plural(view: View, start: int, end: int) -> Token | None:
    """The plural noun that the number at ``[start, end)`` modifies, close to its right."""
    first, last = view.index_at(start), view.index_at(end - 1)
    head = _modified(view, first, last)
    if head is None or not (head.tag_ in ("NNS", "NNPS") or head.lower_ in _COLLECTIVE) or not _clear(view, last, head):
        return None
    return head


def find_counted(view: View, measure: Measure, *, plain: bool, taken: AbstractSet[int]) -> Counted:
    """What the quantity counts or measures.

    Args:
        view: the parsed document.
        measure: the number or range with its unit.
        plain: it has no unit, and counts.
        taken: indices of the tokens that belong to quantities, and can be measured by none.
    """
    first, last = view.index_at(measure.start), view.index_at(measure.end - 1)
    if plain:
        return _count(view, measure, first, last, taken)
    head, by_verb = _measured_head(view, measure, first, last, taken)
    if head is None:
        return Counted(None, "", "")
    low = measure.end if head.i > last else 0
    span = phrase(view, head, low, stop=measure.start if head.i < first else None)
    concept = _joined(view, [span, _governor(view, head, taken), _subject_span(view, head, first, last, taken)])
    if by_verb and (measure.unit is not None and measure.unit.dimension == "time" and measure.rule != "age"):
        return Counted(None, "", "" if _LATER.match(view.text, measure.end) else concept)
    if by_verb and measure.rule != "age" and not _is_measured_by(view.doc[last]):
        return Counted(None, "", concept)
    return Counted(_mention(view, span), "", concept)


def _mention(view: View, span: Span) -> Mention | None:
    return Mention(view.text[span.start : span.end], span) if span.end > span.start else None


def _joined(view: View, spans: list[Span | None]) -> str:
    seen: list[Span] = []
    for span in spans:
        if span is not None and not any(span.overlaps(other) for other in seen):
            seen.append(span)
    return " ".join(view.text[s.start : s.end] for s in seen)


# --- counts ------------------------------------------------------------------


def _count(view: View, measure: Measure, first: int, last: int, taken: AbstractSet[int]) -> Counted:
    head = _count_head(view, measure, first, last)
    if head is not None and head.i in taken:
        head = None
    if head is None:
        top = _top(view, first, last)
        concept = _joined(view, _context(view, top, first, last, taken))
        return Counted(None, "", concept)
    span = phrase(view, head, measure.end)
    top = _top(view, first, max(last, head.i))
    spans = _context(view, top, first, max(last, head.i), taken)
    whole = _modified(view, first, last)
    if whole is not None and whole != head and whole.i == head.i + 1 and head.tag_ == "NN":
        spans.insert(0, phrase(view, whole, head.idx + len(head)))
    concept = _joined(view, spans)
    before = [t for t in head.lefts if t.i == first - 1 and t.dep_ in ("amod", "compound", "nmod")]
    return Counted(_mention(view, span), noun_of(view, span, head, before), concept)


def _modified(view: View, first: int, last: int) -> Token | None:
    """The noun to the right that a token of the number modifies."""
    for i in range(last, first - 1, -1):
        token = view.doc[i]
        while first <= token.i <= last and token.head != token:
            token = token.head
        if last < token.i <= last + 7 and token.pos_ in _NOUNS:
            return token
    return None


def _count_head(view: View, measure: Measure, first: int, last: int) -> Token | None:
    if match := _OF.match(view.text, measure.end):
        return head_after(view, match.end())
    if view.text[measure.end : measure.end + 1] not in (" ", "-", "\u00a0", "\n"):
        return None
    head = _modified(view, first, last)
    if head is not None and _clear(view, last, head):
        if measure.value != 1 and head.tag_ == "NN" and head.lower_ not in _COLLECTIVE and head.i > last + 1:
            # "a 12 page document" counts pages
            following = view.after(measure.end)
            if following is not None and following.tag_ == "NN" and following.dep_ != "amod":
                return following
        return head
    return head_after(view, measure.end, counted=True)


def _clear(view: View, last: int, head: Token) -> bool:
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


def _top(view: View, first: int, last: int) -> Token:
    """The token of a stretch that governs it from inside."""
    token = view.doc[last]
    for _ in range(12):
        if token.head == token or not first <= token.head.i <= last:
            break
        token = token.head
    return token


def _context(view: View, token: Token, first: int, last: int, taken: AbstractSet[int]) -> list[Span | None]:
    """What a count is said of: the noun that governs it by a preposition, and the subject of its clause."""
    if token.dep_ in _SUBJECTS:
        return []
    spans: list[Span | None] = []
    start = view.doc[first].idx
    if (name := _before_bracket(view, start, taken)) is not None:
        return [phrase(view, name, 0, stop=start)]
    governor = token.head.head if token.dep_ == "pobj" and token.head.dep_ != "ROOT" else None
    if governor is not None and governor.pos_ in _NOUNS and governor.i < first and governor.i not in taken:
        spans.append(phrase(view, governor, 0, stop=start))
    elif token.dep_ == "pobj" and (thing := _object_of(token.head.head, token.head)) and thing.i not in taken:
        spans.append(phrase(view, thing, 0, stop=start))
    subject = subject_of(token) or _outer_subject(token)
    if subject is not None and not first <= subject.i <= last and subject.i not in taken:
        spans.append(phrase(view, subject, 0, stop=start if subject.i < first else None))
    return spans


def _before_bracket(view: View, start: int, taken: AbstractSet[int]) -> Token | None:
    """The noun right before the bracket that the quantity opens ("Maria Lopez (3 goals)")."""
    left = view.text[max(0, start - 3) : start].rstrip(" ~")
    if not left.endswith("("):
        return None
    bracket = view.before(start)
    while bracket is not None and bracket.text != "(" and bracket.i:
        bracket = bracket.nbor(-1)
    noun = bracket.nbor(-1) if bracket is not None and bracket.i else None
    return noun if noun is not None and noun.pos_ in _NOUNS and noun.i not in taken else None


# --- measures ----------------------------------------------------------------


def _measured_head(
    view: View, measure: Measure, first: int, last: int, taken: AbstractSet[int]
) -> tuple[Token | None, bool]:
    """The noun that is measured, and whether it is so by a verb ("revenue rose to …") and not beside the quantity."""
    if (after := _object_after(view, measure)) is not None:
        return after, False
    if (name := _before_bracket(view, measure.start, taken) or _before_particle(view, measure, taken)) is not None:
        return name, False
    token = view.doc[last]
    while first <= token.i <= last and token.head != token:
        token = token.head
    if token.i > last and token.pos_ in _NOUNS and token.i not in taken and _clear(view, last, token):
        return token, False
    if view.text[measure.end : measure.end + 1] in ("-", " ") and view.doc[last].dep_ in _PRENOMINAL:
        inner = head_after(view, measure.end)
        if inner is not None and inner.i not in taken:
            return inner, False
    if _top(view, first, last).dep_ in _SUBJECTS:
        return None, False
    if token.dep_ in ("prep", "agent") and token.i < first:
        governor = _noun_governor(token)
        if governor is not None and governor.i not in taken:
            return governor, token.lower_ in _TEMPORAL
        thing = _object_of(token.head, token)
        if thing is not None and thing.i not in taken:
            return thing, True
    elif token.pos_ in _NOUNS and token.i < first and token.i not in taken:
        return token, False
    return _said_of(view, token, first, taken), True


def _noun_governor(preposition: Token) -> Token | None:
    noun = preposition.head
    if noun.pos_ not in _NOUNS:
        return None
    if noun.lower_ in ("age", "ages") and noun.dep_ == "pobj":
        holder = noun.head.head
        return holder if holder.pos_ in _NOUNS else _object_of(holder, noun)
    return noun


def _before_particle(view: View, measure: Measure, taken: AbstractSet[int]) -> Token | None:
    """The noun in "Milk **up** 4 per cent", "the Dax **-1.6%**"."""
    token = view.before(measure.start)
    if token is not None and token.lower_ in ("up", "down") and token.i:
        token = token.nbor(-1)
    elif view.text[measure.start] not in "-−+":
        return None
    return token if token is not None and token.pos_ in _NOUNS and token.i not in taken else None


def _object_after(view: View, measure: Measure) -> Token | None:
    match = _PREPOSITION_AFTER.match(view.text, measure.end)
    if match is None:
        return None
    word = match.group(1).lower()
    inner = head_after(view, match.end())
    if inner is None or (word not in ("of", "off", "worth of") and measure.rule != "money"):
        return None
    return None if word in ("in", "for") and inner.ent_type_ in _NAMED_TIMES else inner


def _object_of(verb: Token, before: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("dobj", "obj") and child.i < before.i and child.pos_ in _NOUNS:
            return child
    return None


def _said_of(view: View, token: Token, first: int, taken: AbstractSet[int]) -> Token | None:
    """The subject of the clause; where the parse has none, the nearest noun before the quantity in its sentence."""
    subject = subject_of(token)
    if subject is not None and subject.i not in taken:
        return subject
    if subject is None and _has_pronoun(token):
        return None
    i = first - 1
    while i >= 0 and i >= first - 12 and not view.doc[i + 1].is_sent_start:
        if view.doc[i].pos_ in _NOUNS and i not in taken and view.doc[i].ent_type_ not in ("DATE", "TIME"):
            return view.doc[i]
        i -= 1
    return None


def _verb_of(token: Token) -> Token | None:
    for _ in range(10):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _is_measured_by(token: Token) -> bool:
    verb = _verb_of(token)
    return verb is None or verb.lemma_ in _measuring()


def _subject_token(token: Token) -> Token | None:
    """The subject of the clause that the token stands in, or of the clause that governs it."""
    verb = _verb_of(token)
    for _ in range(5):
        if verb is None:
            return None
        for child in verb.lefts:
            if child.dep_ in _SUBJECTS:
                return child
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in _NOUNS:
            return verb.head
        if verb.dep_ not in _CLAUSES or verb.head == verb:
            return None
        verb = verb.head if verb.head.pos_ in ("VERB", "AUX") else _verb_of(verb.head)
    return None


def subject_of(token: Token) -> Token | None:
    """The noun that is the subject; a relative pronoun gives its antecedent, another pronoun null."""
    subject = _subject_token(token)
    if subject is None or subject.pos_ in _NOUNS:
        return subject
    verb = subject.head
    if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" and verb.head.pos_ in _NOUNS:
        return verb.head
    return None


def _outer_subject(token: Token) -> Token | None:
    """The noun that a pronoun subject of a reported clause most often stands for: the subject that reports."""
    subject = _subject_token(token)
    if subject is None or subject.pos_ != "PRON" or subject.lower_ not in ("it", "they", "he", "she"):
        return None
    clause = subject.head
    while clause.dep_ in ("xcomp", "conj") and clause.head != clause:
        clause = clause.head
    return subject_of(clause.head) if clause.dep_ == "ccomp" and clause.head != clause else None


def _has_pronoun(token: Token) -> bool:
    subject = _subject_token(token)
    return subject is not None and subject.pos_ == "PRON"


def _subject_span(view: View, head: Token, first: int, last: int, taken: AbstractSet[int]) -> Span | None:
    subject = subject_of(view.doc[last]) or _outer_subject(view.doc[last])
    if subject is None or subject == head or first <= subject.i <= last or subject.i in taken:
        return None
    return phrase(view, subject, 0)


def _governor(view: View, head: Token, taken: AbstractSet[int]) -> Span | None:
    if head.dep_ != "pobj":
        return None
    noun = head.head.head
    return phrase(view, noun, 0) if noun.pos_ in _NOUNS and noun.i not in taken and noun.i < head.i else None
