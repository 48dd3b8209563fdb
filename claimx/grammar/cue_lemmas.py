"""The lemma under which the lexicon of reporting expressions lists a cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.grammar.predicates import follow_complements, governing_word, kinds_of, lemma_of, words_within
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.words import word_list
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: What with a verb makes a phrase that may be listed ("point out", "make clear").
_PARTICLES = frozenset(
    (roles.PARTICLE, roles.PREPOSITION, roles.ADJECTIVE_COMPLEMENT, roles.OBJECT, roles.ADVERB, roles.AGENT)
)
#: Where the word that counts stands at an empty verb ("made a **promise**").
_CARRIERS = roles.PREDICATIVES | {roles.OBJECT, roles.PREPOSITION_OBJECT, roles.PASSIVE_SUBJECT}
_CUE_SIGNS = frozenset(":-–—―")
_ACCORDING = "according to"
_ENDINGS = word_list("grammar/function_words", "verb_endings")


def cue_lemma(doc: Parse, cue: Sequence[Span]) -> str:
    """The lemma that a cue is listed under: "said in a statement" → "say", "pointed out" → "point out", ":" → ":".

    Words of the lexicon of several words go before single ones; of "made a promise" the noun counts, the verb being
    empty. A cue that is not listed gets the lemma of its head; one without a word its own text.
    """
    rows = cue_rows()
    tokens = words_within(doc, cue)
    text = " ".join(token.lower for token in tokens) or _signs(doc, cue)
    top = governing_word(tokens)
    if text in rows or top is None:
        return text
    if top.dep in roles.AUXILIARIES and top.head.i > top.i:
        top = top.head  # of "**do** not think" the network may give the first word alone
    head, _ = follow_complements(top, "reporting", {token.i for token in tokens})
    lemma = _listed(head)
    beside = (t for t in tokens if t.i == head.i + 1 or (t.head.i == head.i and t.dep in _PARTICLES))
    following = [t.lower for t in tokens if head.i < t.i <= head.i + 2]
    closing = [tokens[-1].lower]  # "voted seven to four **against**"
    phrases = (" ".join((lemma, *words)) for words in (following, *([token.lower] for token in beside), closing))
    if phrase := next((phrase for phrase in phrases if phrase in rows), None):
        return phrase
    if "light" in kinds_of(lemma):
        carriers = [t for t in tokens if t.dep in _CARRIERS and t.i != head.i and _listed(t) in rows]
        if carriers:
            return _listed(carriers[0])
    if lemma in rows:
        return lemma
    if text.startswith(_ACCORDING):
        return _ACCORDING
    return next((_listed(t) for t in tokens if t.pos in word_classes.CONTENT_WORDS and _listed(t) in rows), lemma)


def _listed(token: Token) -> str:
    """A word's lemma; where the lexicon has only another one that its ending allows ("hoping" as "hop"), that one."""
    rows, lemma, word = cue_rows(), lemma_of(token), token.lower
    if lemma in rows:
        return lemma
    stems = (word.removesuffix(ending) for ending in _ENDINGS)
    guesses = (f"{lemma}e", word, *stems, word.removesuffix("ing") + "e", lemma.removesuffix("e"))
    return next((guess for guess in guesses if guess in rows), lemma)


def _signs(doc: Parse, spans: Sequence[Span]) -> str:
    """The signs of a cue without a word: a colon, a dash."""
    parts = [doc.char_span(start, end, alignment_mode="expand") for start, end in spans]
    signs = "".join(token.text for part in parts for token in part or () if token.is_punct)
    return "".join(sign for sign in signs if sign in _CUE_SIGNS) or signs
