"""Noun phrases around a head, as far as quantities need them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

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


def head_after(doc: Parse, at: int, *, counted: bool = False) -> Token | None:
    """The head of the noun phrase that begins at ``at``: the last noun of the run of modifiers and nouns there.

    ``counted``: a number stands right before it, so that it has no determiner.
    """
    token = doc.after(at)
    if token is None or token.idx - at > 2 or len(token) < 2 or (counted and token.pos in ("DET", "PRON", "NUM")):
        return None
    head = None
    for _ in range(9):
        if token.pos in _NOUNS:
            if head is not None and _is_plural(head) and head.head != token:
                break
            head = token
        elif token.tag == "CC":
            # "Kia and Hyundai vehicles": the names share a noun
            if head is not None and (_is_plural(head) or head.dep not in ("compound", "nmod", "amod")):
                break
        elif token.text in _CLITICS:
            head = None if token.tag == "POS" else head
        elif not _opens(token) or (head is not None and (_is_plural(head) or not _modifies_later(token))):
            break
        if token.i + 1 >= len(token.doc) or token.nbor().is_sent_start:
            break
        token = token.nbor()
    return head


def _is_plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS")


def _opens(token: Token) -> bool:
    if token.pos == "ADV":
        return token.head.pos in ("ADJ", "NUM") or token.head.dep == "amod"
    if token.tag in ("VBG", "VBN"):
        return token.head.i > token.i and token.head.pos in _NOUNS
    return token.pos in ("ADJ", "DET", "NUM") or token.dep in ("amod", "poss") or token.tag in _BEFORE_TAGS


def _modifies_later(token: Token) -> bool:
    return token.dep in ("amod", "compound") and token.head.i > token.i and token.pos == "ADJ"


def phrase(doc: Parse, head: Token, low: int, *, stop: int | None = None, whole: bool = False) -> Span:
    """The noun phrase around ``head``: modifiers from offset ``low`` on, and an "of" phrase that ends before ``stop``.

    Determiners and possessives at its beginning are left out. ``whole``: it begins at ``low``, whatever the parse says.
    """
    head = hyphened(head)
    start = head
    if whole:
        start = doc.after(low) or head
    while start.i > 0 and not whole:
        left = start.nbor(-1)
        if left.idx < low or start.is_sent_start or left.i < head.i - 8 or not _belongs(left, head):
            break
        start = left
    while start.i < head.i and _is_outer(start):
        start = start.nbor()
    end = head.idx + len(head)
    match = _OF.match(doc.text, end)
    if match is not None:
        inner = head_after(doc, match.end())
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
        while place < len(tokens) and place < last.i + 3 and (tokens[place].tag == "CC" or tokens[place].text == ","):
            closed = closed or tokens[place].lower in ("and", "or")
            place += 1
        following = _coordinate(tokens[place]) if last.i + 1 < place < len(tokens) else None
        if following is None:
            break
        last = following
        if closed:
            is_clause = last.i + 1 < len(tokens) and tokens[last.i + 1].tag in _FINITE and head.dep not in _SUBJECTS
            return span if is_clause else Span(span.start, last.idx + len(last))
    return span


def _coordinate(token: Token) -> Token | None:
    """The last word of a coordinate that begins at the token: a bare plural, or people told by an adjective."""
    if token.lower == "the" and token.i + 2 < len(token.doc):
        people = token.nbor()
        is_people = people.tag in ("JJ", "VBN") and token.nbor(2).pos not in (*_NOUNS, "ADJ", "NUM")
        return people if is_people and people.dep == "conj" else None
    for _ in range(3):
        if token.pos not in ("NOUN", "ADJ") or token.is_sent_start:
            return None
        if token.tag == "NNS":
            return token if token.dep == "conj" else None
        if token.i + 1 >= len(token.doc):
            return None
        token = token.nbor()
    return None


def hyphened(head: Token) -> Token:
    """The last noun of a word with hyphens that the tokeniser cut ("e-mails")."""
    for _ in range(3):
        if head.whitespace or head.i + 2 >= len(head.doc):
            break
        hyphen, rest = head.nbor(), head.nbor(2)
        if hyphen.text != "-" or hyphen.whitespace or rest.pos not in _NOUNS:
            break
        head = rest
    return head


def _belongs(token: Token, head: Token) -> bool:
    if token.i < head.i and not token.whitespace and token.nbor().text == "-":
        return True
    if token.dep not in _MODIFIERS or not token.i < token.head.i <= head.i:
        return token.text in ("'s", "’s", "-") and token.i < head.i
    if token.pos in ("VERB", "AUX", "PRON", "ADP", "PUNCT"):
        return token.dep in ("amod", "poss", "compound") or token.text == "-"
    return True


def _is_outer(token: Token) -> bool:
    return token.is_punct or token.is_space or token.tag in ("CC", "DT", "PRP$", "POS", "PDT", "WDT", "WP$")


def noun_of(doc: Parse, span: Span, head: Token, before: list[Token]) -> str:
    """A counted noun in singular with its adjectives and nouns; participles and function words are left out.

    ``before`` are modifiers that stand before the number ("a record 32 goals").
    """
    tokens = [*before, *doc[doc.index_at(span.start) : doc.index_at(span.end - 1) + 1]]
    superlative = any(t.tag == "JJS" for t in tokens)
    if superlative and (match := _IN.match(doc.text, span.end)) and (place := head_after(doc, match.end())):
        tokens.append(place)
    words: list[str] = []
    for token in tokens:
        if token.text == "-" and words:
            words.append("-")
        elif token.lower == "of" and head.lemma == "barrel":
            words.append("of")
        elif token.pos not in _FUNCTION and not (token.tag in ("VBN", "VBG") and token != head and token.pos == "VERB"):
            words.append(_singular(token))
    return " ".join(words).replace(" - ", "-").strip("- ")


def _singular(token: Token) -> str:
    lemma: str = token.lemma
    if token.tag == "JJS" and lemma.lower() == token.lower and lemma.endswith("est") and len(lemma) > 5:
        return lemma[:-3]
    return lemma if token.tag in ("NNS", "NNPS", "JJS", "JJR") else token.text
