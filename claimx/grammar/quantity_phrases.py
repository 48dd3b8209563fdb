"""Noun phrases around a head, as far as quantities need them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimx.grammar.tokens import View

_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset(
    {"amod", "compound", "nmod", "nummod", "advmod", "punct", "quantmod", "case", "poss", "conj", "cc", "det"}
)
_CLITICS = frozenset({"-", "'s", "’s", "'", "’"})
_OF = re.compile(r"[ -]of[ -]+", re.I)
_IN = re.compile(r" in ")
#: How many things that share a number are looked at.
_COORDINATES = 8
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Tags of words that a noun's modifiers can have before it.
_BEFORE_TAGS = frozenset({"PRP$", "POS"})
_FUNCTION = frozenset({"DET", "ADP", "CCONJ", "PART", "PRON", "PUNCT", "SPACE"})


def head_after(view: View, at: int, *, counted: bool = False) -> Token | None:
    """The head of the noun phrase that begins at ``at``: the last noun of the run of modifiers and nouns there.

    ``counted``: a number stands right before it, so that it has no determiner.
    """
    token = view.after(at)
    if token is None or token.idx - at > 2 or len(token) < 2 or (counted and token.pos_ in ("DET", "PRON", "NUM")):
        return None
    head = None
    for _ in range(9):
        if token.pos_ in _NOUNS:
            if head is not None and _is_plural(head) and head.head != token:
                break
            head = token
        elif token.tag_ == "CC":
            # "Kia and Hyundai vehicles": the names share a noun
            if head is not None and (_is_plural(head) or head.dep_ not in ("compound", "nmod", "amod")):
                break
        elif token.text in _CLITICS:
            head = None if token.tag_ == "POS" else head
        elif not _opens(token) or (head is not None and (_is_plural(head) or not _modifies_later(token))):
            break
        if token.i + 1 >= len(token.doc) or token.nbor().is_sent_start:
            break
        token = token.nbor()
    return head


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS")


def _opens(token: Token) -> bool:
    if token.pos_ == "ADV":
        return token.head.pos_ in ("ADJ", "NUM") or token.head.dep_ == "amod"
    if token.tag_ in ("VBG", "VBN"):
        return token.head.i > token.i and token.head.pos_ in _NOUNS
    return token.pos_ in ("ADJ", "DET", "NUM") or token.dep_ in ("amod", "poss") or token.tag_ in _BEFORE_TAGS


def _modifies_later(token: Token) -> bool:
    return token.dep_ in ("amod", "compound") and token.head.i > token.i and token.pos_ == "ADJ"


def phrase(view: View, head: Token, low: int, *, stop: int | None = None, whole: bool = False) -> Span:
    """The noun phrase around ``head``: modifiers from offset ``low`` on, and an "of" phrase that ends before ``stop``.

    Determiners and possessives at its beginning are left out. ``whole``: it begins at ``low``, whatever the parse says.
    """
    head = hyphened(head)
    start = head
    if whole:
        start = view.after(low) or head
    while start.i > 0 and not whole:
        left = start.nbor(-1)
        if left.idx < low or start.is_sent_start or left.i < head.i - 8 or not _belongs(left, head):
            break
        start = left
    while start.i < head.i and _is_outer(start):
        start = start.nbor()
    end = head.idx + len(head)
    match = _OF.match(view.text, end)
    if match is not None:
        inner = head_after(view, match.end())
        if inner is not None and (stop is None or inner.idx < stop):
            end = inner.idx + len(inner)
    return Span(start.idx, end)


def coordinated(span: Span, head: Token) -> Span:
    """The span with the plurals that share its number: "2,500 **women, children and the elderly**".

    A coordinate with a number or a determiner of its own ("12 cars and a lorry") is another thing, and a row without
    "and" or "or" ("4,000 people, mostly women, ...") is no coordination.
    """
    tokens, last, closed = head.doc, head, False
    for _ in range(_COORDINATES if _is_plural(head) else 0):
        place = last.i + 1
        while place < len(tokens) and place < last.i + 3 and (tokens[place].tag_ == "CC" or tokens[place].text == ","):
            closed = closed or tokens[place].lower_ in ("and", "or")
            place += 1
        following = _coordinate(tokens[place]) if last.i + 1 < place < len(tokens) else None
        if following is None:
            break
        last = following
        if closed:
            is_clause = last.i + 1 < len(tokens) and tokens[last.i + 1].tag_ in _FINITE and head.dep_ not in _SUBJECTS
            return span if is_clause else Span(span.start, last.idx + len(last))
    return span


def _coordinate(token: Token) -> Token | None:
    """The last word of a coordinate that begins at the token: a bare plural, or people told by an adjective."""
    if token.lower_ == "the" and token.i + 2 < len(token.doc):
        people = token.nbor()
        is_people = people.tag_ in ("JJ", "VBN") and token.nbor(2).pos_ not in (*_NOUNS, "ADJ", "NUM")
        return people if is_people and people.dep_ == "conj" else None
    for _ in range(3):
        if token.pos_ not in ("NOUN", "ADJ") or token.is_sent_start:
            return None
        if token.tag_ == "NNS":
            return token if token.dep_ == "conj" else None
        if token.i + 1 >= len(token.doc):
            return None
        token = token.nbor()
    return None


def hyphened(head: Token) -> Token:
    """The last noun of a word with hyphens that the tokeniser cut ("e-mails")."""
    for _ in range(3):
        if head.whitespace_ or head.i + 2 >= len(head.doc):
            break
        hyphen, rest = head.nbor(), head.nbor(2)
        if hyphen.text != "-" or hyphen.whitespace_ or rest.pos_ not in _NOUNS:
            break
        head = rest
    return head


def _belongs(token: Token, head: Token) -> bool:
    if token.i < head.i and not token.whitespace_ and token.nbor().text == "-":
        return True
    if token.dep_ not in _MODIFIERS or not token.i < token.head.i <= head.i:
        return token.text in ("'s", "’s", "-") and token.i < head.i
    if token.pos_ in ("VERB", "AUX", "PRON", "ADP", "PUNCT"):
        return token.dep_ in ("amod", "poss", "compound") or token.text == "-"
    return True


def _is_outer(token: Token) -> bool:
    return token.is_punct or token.is_space or token.tag_ in ("CC", "DT", "PRP$", "POS", "PDT", "WDT", "WP$")


def noun_of(view: View, span: Span, head: Token, before: list[Token]) -> str:
    """A counted noun in singular with its adjectives and nouns; participles and function words are left out.

    ``before`` are modifiers that stand before the number ("a record 32 goals").
    """
    tokens = [*before, *view.doc[view.index_at(span.start) : view.index_at(span.end - 1) + 1]]
    superlative = any(t.tag_ == "JJS" for t in tokens)
    if superlative and (match := _IN.match(view.text, span.end)) and (place := head_after(view, match.end())):
        tokens.append(place)
    words: list[str] = []
    for token in tokens:
        if token.text == "-" and words:
            words.append("-")
        elif token.lower_ == "of" and head.lemma_ == "barrel":
            words.append("of")
        elif token.pos_ not in _FUNCTION and not (
            token.tag_ in ("VBN", "VBG") and token != head and token.pos_ == "VERB"
        ):
            words.append(_singular(token))
    return " ".join(words).replace(" - ", "-").strip("- ")


def _singular(token: Token) -> str:
    lemma: str = token.lemma_
    if token.tag_ == "JJS" and lemma.lower() == token.lower_ and lemma.endswith("est") and len(lemma) > 5:
        return lemma[:-3]
    return lemma if token.tag_ in ("NNS", "NNPS", "JJS", "JJR") else token.text
