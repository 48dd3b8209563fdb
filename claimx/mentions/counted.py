"""What a quantity counts or measures: the noun phrase beside it, from the parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimx.records import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimx.mentions.measures import Measure
    from claimx.mentions.view import View

_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset(
    {"amod", "compound", "nmod", "nummod", "advmod", "punct", "quantmod", "case", "poss", "conj", "cc", "det"}
)
_OF = re.compile(r"[ -]of[ -]+", re.I)
_DETERMINERS = frozenset(["the", "a", "an", "these", "those", "this", "that", "his", "her", "its", "their", "our", "my", "your", "all", "some", "any"])
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_VERBS = frozenset({"VERB", "AUX"})


class Counted(NamedTuple):
    """What is counted or measured; ``noun`` is a count's noun in singular with its modifiers; ``concept`` its context."""

    of: Mention | None
    head: Token | None
    noun: str
    concept: str


def counted_plural(view: View, start: int, end: int) -> Token | None:
    """The plural noun, or singular after "one", that the number at ``[start, end)`` modifies, close to its right."""
    first, last = view.index_at(start), view.index_at(end - 1)
    head = _nummod_head(view, first, last)
    if head is not None:
        return (
            head if head.tag_ in ("NNS", "NNPS") or head.lower_ in ("people", "staff", "police", "personnel") else None
        )
    return None


def _nummod_head(view: View, first: int, last: int) -> Token | None:
    for i in range(last, first - 1, -1):
        token = view.doc[i]
        while first <= token.i <= last and token.head != token:
            token = token.head
        if token.i > last and token.i - last <= 7 and token.pos_ in _NOUNS:
            return token
    return None


def find_counted(view: View, measure: Measure, *, plain: bool) -> Counted:
    """What the quantity counts (``plain``: it has no unit) or measures."""
    first, last = view.index_at(measure.start), view.index_at(measure.end - 1)
    if plain:
        head = _count_head(view, measure, first, last)
        if head is None:
            return Counted(None, None, "", _context(view, view.doc[last], first, last, skip=None))
        span = _phrase(view, head, measure.end, partitive=True)
        concept = _context(view, head, first, last, skip=head)
        return Counted(_mention(view, span), head, _noun(view, span, head), concept)
    head = _measured_head(view, measure, first, last)
    if head is None:
        return Counted(None, None, "", "")
    low = measure.end if head.i > last else 0
    span = _phrase(view, head, low, partitive=True, stop=measure.start if head.i < first else None)
    concept = " ".join((view.text[span.start : span.end], _subject_text(view, head, first, last)))
    return Counted(_mention(view, span), head, "", concept.strip())


def _mention(view: View, span: Span) -> Mention | None:
    return Mention(view.text[span.start : span.end], span) if span.end > span.start else None


# --- counts ------------------------------------------------------------------


def _count_head(view: View, measure: Measure, first: int, last: int) -> Token | None:
    if match := _OF.match(view.text, measure.end):
        return _head_after(view, match.end())
    head = _nummod_head(view, first, last)
    if head is not None and _clear(view, last, head):
        return head
    return _head_after(view, measure.end) if view.text[measure.end : measure.end + 1] in " -\u00a0" else None


def _clear(view: View, last: int, head: Token) -> bool:
    """Whether only modifiers stand between the number and its noun."""
    return all(
        view.doc[i].pos_ not in ("VERB", "ADP", "PUNCT", "SCONJ", "PRON", "AUX")
        or view.doc[i].lower_ == "-"
        or view.doc[i].dep_ == "amod"
        for i in range(last + 1, head.i)
    )


def _head_after(view: View, at: int) -> Token | None:
    """The head of the noun phrase that begins at ``at``: the last noun of the run of modifiers and nouns there."""
    token = view.after(at)
    if token is None or token.idx - at > 2:
        return None
    head = None
    for _ in range(9):
        if token.pos_ in _NOUNS:
            head = token
        elif not (
            token.pos_ in ("ADJ", "DET", "NUM", "ADV")
            or token.dep_ in ("amod", "case", "poss")
            or token.text in ("-", "'s", "’s")
            or token.tag_ in ("VBN", "VBG", "PRP$")
            or (token.tag_ == "CC" and head is None)
        ) or (head is not None and token.text not in ("-", "'s", "’s") and token.tag_ != "POS"):
            break
        if token.i + 1 >= len(token.doc) or token.nbor().is_sent_start:
            break
        token = token.nbor()
    return head


def _phrase(view: View, head: Token, low: int, *, partitive: bool, stop: int | None = None) -> Span:
    """The noun phrase around ``head`` from ``low`` on: modifiers before it, and an "of" phrase after it."""
    start = head
    while start.i > 0:
        left = start.nbor(-1)
        if left.idx < low or left.is_sent_end or left.i < head.i - 8:
            break
        inside = (left.head.i <= head.i and left.head.i >= left.i) or left.dep_ in ("case",)
        if (
            not inside
            or left.dep_ not in _MODIFIERS
            or (left.pos_ in ("VERB", "ADP", "AUX", "PRON", "PUNCT")
            and left.text not in ("-", "'s", "’s")
            and left.dep_ not in ("amod", "poss", "compound"))
        ):
            break
        start = left
    while start.i < head.i and (
        start.lower_ in _DETERMINERS or start.is_punct or start.is_space or start.tag_ in ("CC", "DT", "PRP$", "POS")
    ):
        start = start.nbor()
    end = head.idx + len(head)
    if partitive:
        end = _with_of(view, head, end, stop)
    return Span(start.idx, end)


def _with_of(view: View, head: Token, end: int, stop: int | None) -> int:
    match = _OF.match(view.text, end)
    if match is None:
        return end
    inner = _head_after(view, match.end())
    if inner is None or (stop is not None and inner.idx >= stop):
        return end
    return inner.idx + len(inner)


def _noun(view: View, span: Span, head: Token) -> str:
    """The counted noun in singular with its modifiers, function words left out."""
    words = []
    for token in view.doc[view.index_at(span.start) : view.index_at(span.end - 1) + 1]:
        if token.is_space or token.is_punct or token.pos_ in ("DET", "ADP", "CCONJ", "PART", "PRON"):
            if token.text == "-" and words:
                words.append("-")
            elif token.lower_ == "of" and token.head == head and head.lower_ in ("barrel", "barrels"):
                words.append("of")
            continue
        words.append(token.lemma_ if token.tag_ in ("NNS", "NNPS", "JJS", "JJR") else token.text)
    return " ".join(words).replace(" - ", "-").strip("- ")


# --- measures ----------------------------------------------------------------


def _measured_head(view: View, measure: Measure, first: int, last: int) -> Token | None:
    text = view.text
    if match := re.compile(r"\s+(?:of|in|for|off)\s+").match(text, measure.end):
        word = match.group().strip()
        inner = _head_after(view, match.end())
        if inner is not None and (
            word in ("of", "off") or (measure.rule == "money" and inner.ent_type_ not in ("DATE", "GPE", "TIME"))
        ):
            return inner
    token = view.doc[last]
    while first <= token.i <= last and token.head != token:
        token = token.head
    if token.i > last and token.pos_ in _NOUNS and _clear(view, last, token):
        return token
    if text[measure.end : measure.end + 1] in ("-", " ") and view.doc[last].dep_ in (
        "nummod",
        "compound",
        "npadvmod",
        "amod",
        "nmod",
    ):
        if (inner := _head_after(view, measure.end)) is not None:
            return inner
    if token.dep_ in ("prep", "agent") and token.head.pos_ in _NOUNS and token.i < first:
        return token.head
    if token.pos_ in _NOUNS and token.i < first:
        return token
    return _subject(token)


def _verb_of(token: Token) -> Token | None:
    for _ in range(8):
        if token.pos_ in _VERBS and token.dep_ not in ("aux", "auxpass", "amod"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _subject(token: Token) -> Token | None:
    """The noun subject of the clause that the token stands in; of the governing clause where this one has none."""
    verb = _verb_of(token)
    for _ in range(3):
        if verb is None:
            return None
        for child in verb.lefts:
            if child.dep_ in _SUBJECTS:
                return _antecedent(child, verb)
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "pcomp") or verb.head == verb:
            return None
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in _NOUNS:
            return verb.head
        verb = verb.head if verb.head.pos_ in _VERBS else _verb_of(verb.head)
    return None


def _antecedent(subject: Token, verb: Token) -> Token | None:
    if subject.pos_ in _NOUNS:
        return subject
    if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" and verb.head.pos_ in _NOUNS:
        return verb.head
    return None


def _subject_text(view: View, head: Token, first: int, last: int) -> str:
    subject = _subject(view.doc[last])
    if subject is None or subject == head or first <= subject.i <= last:
        return ""
    span = _phrase(view, subject, 0, partitive=True)
    return view.text[span.start : span.end]


def _context(view: View, token: Token, first: int, last: int, *, skip: Token | None) -> str:
    """What a count is said of: the noun that governs it by a preposition, and the subject of its clause."""
    parts = []
    if token.dep_ == "pobj" and token.head.head.pos_ in _NOUNS and token.head.head.i < first:
        span = _phrase(view, token.head.head, 0, partitive=False)
        parts.append(view.text[span.start : span.end])
    subject = _subject(token)
    if subject is not None and subject != skip and subject != token:
        span = _phrase(view, subject, 0, partitive=True)
        if not (span.start <= token.idx < span.end):
            parts.append(view.text[span.start : span.end])
    return " ".join(parts)
