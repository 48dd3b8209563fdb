"""The main predicate of a content, a cue or a sentence, with its grammar, as an :class:`~claimx.records.Event`.

What a claim's polarity and certainty hang on after FactBank (Saurí & Pustejovsky 2009) is read off the parse here, so
that the claims step needs no parser: negation, auxiliaries, adverbs, conditionals, questions, commands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimx.grammar import roles, word_classes
from claimx.grammar.tense import Tense
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.loader import load
from claimx.lexicons.words import word_set
from claimx.records import Event, Mention, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch, Token

PredicateKind = Literal["raising", "reporting", "light"]

_WORDS = "grammar/function_words"
_FUTURE = word_set(_WORDS, "future_auxiliaries")
_NEGATORS = word_set(_WORDS, "negators")
_AFTER_NOT = word_set(_WORDS, "after_not")
_CONDITIONS = word_set(_WORDS, "conditions")
#: Arguments that a negator may stand in ("no plan was made").
_NEGATED_ARGUMENTS = roles.SUBJECTS | {
    roles.OBJECT, roles.ATTRIBUTE, roles.INDIRECT_OBJECT, roles.OBJECT_PREDICATE, roles.EXPLETIVE
}  # fmt: skip
_NO_NEGATED_ROLES = frozenset((roles.CONJUNCT, roles.PREPOSITION, roles.INTERJECTION))
_NEGATOR_ROLES = frozenset((roles.DETERMINER, roles.NEGATION, roles.ADVERB))
_ADVERBS = frozenset((word_classes.ADVERB, word_classes.ADJECTIVE, word_classes.SUBORDINATOR))
#: What with a verb makes a phrase that may be listed ("point out", "make clear").
_PARTICLES = frozenset(
    (roles.PARTICLE, roles.PREPOSITION, roles.ADJECTIVE_COMPLEMENT, roles.OBJECT, roles.ADVERB, roles.AGENT)
)
#: Where the word that counts stands at an empty verb ("made a **promise**").
_CARRIERS = roles.PREDICATIVES | {roles.OBJECT, roles.PREPOSITION_OBJECT, roles.PASSIVE_SUBJECT}
_CUE_SIGNS = frozenset(":-–—―")
_ACCORDING = "according to"
_DEEPEST = 8  # predicates that hand on to predicates; a chain any longer is a broken parse


@dataclass(frozen=True, slots=True)
class PredicateRow:
    """A predicate that hands on to its complement (see ``reporting/predicates.toml``).

    ``kinds`` tell where it does so; ``passive``: only as a passive ("is said to"); ``negative``: "failed to pay".
    """

    key: str
    kinds: tuple[PredicateKind, ...]
    passive: bool = False
    negative: bool = False


def content_event(doc: Parse, content: Sequence[Span]) -> Event | None:
    """The main event of a content, or None where there is no word in it; ``content`` are ranges of code points."""
    tokens = _tokens(doc, content)
    head = _top(tokens)
    if head is None:
        return None
    return _event(head, {token.i for token in tokens}, "raising", asks=_asks(tokens, head))


def cue_event(doc: Parse, cue: Sequence[Span]) -> Event | None:
    """The predicate of a cue: in "declined to say" it is "say", negated. None where there is no word in it."""
    tokens = _tokens(doc, cue)
    head = _top(tokens)
    return None if head is None else _event(head, None, "reporting", asks=False, within={token.i for token in tokens})


def sentence_event(sent: Stretch) -> Event | None:
    """The main event of a sentence, or None where there is no word in it."""
    tokens = [token for token in sent if not (token.is_space or token.is_punct)]
    if not tokens:
        return None
    head = sent.root if _is_predicate(sent.root) else _top(tokens)
    return None if head is None else _event(head, None, "raising", asks=_asks(list(sent), head))


def clause_event(verb: Token) -> Event:
    """The event of a clause, which its verb heads."""
    return _event(verb, None, "raising", asks=_asks(list(verb.subtree), verb))


def cue_lemma(doc: Parse, cue: Sequence[Span]) -> str:
    """The lemma that a cue is listed under: "said in a statement" → "say", "pointed out" → "point out", ":" → ":".

    Words of the lexicon of several words go before single ones; of "made a promise" the noun counts, the verb being
    empty. A cue that is not listed gets the lemma of its head; one without a word its own text.
    """
    rows = cue_rows()
    tokens = _tokens(doc, cue)
    text = " ".join(token.lower for token in tokens) or _signs(doc, cue)
    top = _top(tokens)
    if text in rows or top is None:
        return text
    head, _ = _descend(top, "reporting", {token.i for token in tokens})
    lemma = _listed(head)
    beside = (t for t in tokens if t.i == head.i + 1 or (t.head.i == head.i and t.dep in _PARTICLES))
    following = [t.lower for t in tokens if head.i < t.i <= head.i + 2]
    phrases = (" ".join((lemma, *words)) for words in (following, *([token.lower] for token in beside)))
    if phrase := next((phrase for phrase in phrases if phrase in rows), None):
        return phrase
    if "light" in _kinds(lemma):
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
    rows, lemma, word = cue_rows(), _lemma(token), token.lower
    stems = (word.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing"))
    guesses = (lemma, f"{lemma}e", word, *stems, word.removesuffix("ing") + "e", lemma.removesuffix("e"))
    return next((guess for guess in guesses if guess in rows), lemma)


# --- finding the predicate --------------------------------------------------


def _tokens(doc: Parse, spans: Sequence[Span]) -> list[Token]:
    """The words of the ranges, without white space and punctuation, in text order."""
    tokens: list[Token] = []
    length = doc.tokens[-1].end if len(doc) else 0
    for start, end in spans:
        part = doc.char_span(start, end, alignment_mode="expand") if 0 <= start < end <= length else None
        tokens += [token for token in part or () if not (token.is_space or token.is_punct)]
    return tokens


def _signs(doc: Parse, spans: Sequence[Span]) -> str:
    """The signs of a cue without a word: a colon, a dash."""
    parts = [doc.char_span(start, end, alignment_mode="expand") for start, end in spans]
    signs = "".join(token.text for part in parts for token in part or () if token.is_punct)
    return "".join(sign for sign in signs if sign in _CUE_SIGNS) or signs


def _top(tokens: Sequence[Token]) -> Token | None:
    """The word that governs the others: a verb before other words, a main clause before a subordinate one."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    verbs = [t for t in tops if _is_predicate(t)]
    return min(verbs or tops, key=lambda t: (t.dep in roles.SUBORDINATE_CLAUSES, t.i), default=None)


def _is_predicate(token: Token) -> bool:
    """Whether a word is a verb, or has a subject ("he was troubled", the participle taken for an adjective)."""
    if token.pos in word_classes.VERBS:
        return token.dep not in roles.AUXILIARIES
    return any(child.dep in roles.ALL_SUBJECTS for child in token.children)


def _descend(head: Token, kind: PredicateKind, inside: set[int] | None) -> tuple[Token, list[Token]]:
    """Follow predicates that hand on to their complement; gives the event's word and those passed on the way."""
    passed: list[Token] = []
    while len(passed) < _DEEPEST:
        carrier = _carrier(head, kind)
        following = None if carrier is None else _complement(carrier, head, inside)
        if carrier is None or following is None:
            break
        passed.append(carrier)
        head = following
    return head, passed


def _carrier(head: Token, kind: PredicateKind) -> Token | None:
    """The word at a predicate that hands on: the verb itself, or the adjective at "be"."""
    candidates = [head, *(child for child in head.children if child.dep in roles.PREDICATIVES)]
    for token in candidates:
        row = _predicates().get(_lemma(token))
        if row is not None and kind in row.kinds and not (row.passive and not _is_passive(token)):
            return token
    return None


def _complement(carrier: Token, head: Token, inside: set[int] | None) -> Token | None:
    for token in dict.fromkeys((carrier, head)):
        for child in token.children:
            if child.dep in roles.COMPLEMENT_CLAUSES and child.pos in word_classes.VERBS and child.i > carrier.i:
                if inside is not None and child.i not in inside:
                    continue
                if child.dep == roles.OPEN_COMPLEMENT or carrier is not head:
                    return child
    return None


def _is_passive(token: Token) -> bool:
    is_participle = token.dep in (roles.ADJECTIVE_COMPLEMENT, roles.OBJECT_PREDICATE)
    return is_participle or any(child.dep == roles.PASSIVE_AUXILIARY for child in token.children)


# --- reading its grammar ----------------------------------------------------


def _event(
    head: Token, inside: set[int] | None, kind: PredicateKind, *, asks: bool, within: set[int] | None = None
) -> Event:
    """Read the event off the parse; ``inside`` limits the words that count, ``within`` the complements followed."""
    finite = head
    head, passed = _descend(head, kind, within if within is not None else inside)
    chain = list(dict.fromkeys([finite, *passed, head]))
    words = [t for token in chain for t in token.children if (t.i in inside if inside else _is_own(t, finite, within))]
    auxiliaries = [t for t in words if t.dep in roles.AUXILIARIES]
    adverbs = [t for t in words if t.dep == roles.ADVERB and t.pos in _ADVERBS]
    negators = [*_negators(words), *(t for aux in auxiliaries for t in aux.children if t.dep == roles.NEGATION)]
    conditions = [c for w in words if w.dep == roles.ADVERBIAL_CLAUSE for c in _conditions(w)]
    negative = sum(_predicates()[_lemma(t)].negative for t in passed) + bool(negators)
    shown = {t.i: t for t in (*auxiliaries, *adverbs, *negators, *conditions, *passed)}
    return Event(
        lemma=_lemma(head),
        pos=head.pos,
        tense=_tense(finite, [t for t in auxiliaries if t.head.i == finite.i]),
        negated=negative % 2 == 1,
        auxiliaries=tuple(t.lower for t in sorted(auxiliaries, key=lambda t: t.i)),
        adverbs=tuple(t.lower for t in sorted(adverbs, key=lambda t: t.i)),
        conditional=bool(conditions),
        question=asks,
        imperative=_is_imperative(finite, auxiliaries, words),
        words=tuple(Mention(t.text, Span(t.idx, t.end)) for _, t in sorted(shown.items())),
    )


def _is_own(word: Token, verb: Token, cue: set[int] | None) -> bool:
    """Whether a word is a predicate's own: a cue's objects after it belong to the content ("offered no proof")."""
    return cue is None or word.i < verb.i or word.i in cue


def _negators(words: Sequence[Token]) -> Iterator[Token]:
    """Negating words at a predicate: "not", "never", "nobody came", "no plan was made", "no longer"."""
    for token in words:
        if token.dep == roles.NEGATION or (token.lower in _NEGATORS and token.dep not in _NO_NEGATED_ROLES):
            yield token
        elif token.dep in _NEGATED_ARGUMENTS or token.lower == "longer":
            yield from (t for t in token.children if t.lower in _NEGATORS and t.dep in _NEGATOR_ROLES)
            if token.left_edge.lower == "not" and token.left_edge.nbor().lower in _AFTER_NOT:
                yield token.left_edge


def _conditions(clause: Token) -> Iterator[Token]:
    """The "if" of an adverbial clause; "as if" and "even if" set no condition."""
    for token in clause.children:
        if token.dep == roles.MARKER and token.lower in _CONDITIONS:
            before = token.nbor(-1).lower if token.i else ""
            if before not in ("as", "even"):
                yield token


def _tense(verb: Token, auxiliaries: Sequence[Token]) -> Tense:
    """The tense of a verb group; the present perfect counts as past, "going to" as future."""
    first = next((t for t in auxiliaries if t.tag in word_classes.FINITE), verb)
    if first.tag not in word_classes.FINITE:
        return "none"
    if first.lower in _FUTURE and first.tag == word_classes.MODAL:
        return "future"
    if (
        verb.lemma == "go"
        and verb.tag == word_classes.GERUND
        and any(t.dep == roles.OPEN_COMPLEMENT for t in verb.children)
    ):
        return "future"
    if first.tag == word_classes.PAST or (first is not verb and first.lemma == "have"):
        return "past"
    return "present"


def _is_imperative(verb: Token, auxiliaries: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether a verb is a command: a bare form without a subject, and nothing before it that governs it."""
    if verb.tag != word_classes.BASE or verb.dep not in (roles.ROOT, roles.CLAUSE_COMPLEMENT):
        return False
    if any(word.dep in roles.ALL_SUBJECTS for word in words):
        return False
    return all(t.lower in ("do", "let") for t in auxiliaries)


def _asks(tokens: Sequence[Token], head: Token) -> bool:
    """Whether words are a question: a question mark follows the main clause, or "whether" or "if" opens it."""
    if any(
        t.dep == roles.MARKER and (t.lower == "whether" or (t.lower == "if" and head.dep == roles.CLAUSE_COMPLEMENT))
        for t in head.children
    ):
        return True
    sent = head.sent
    last = max((t.i for t in tokens if sent.start <= t.i < sent.end), default=None)
    return last is not None and any(t.text == "?" for t in head.doc[last : min(last + 3, sent.end)])


def _lemma(token: Token) -> str:
    return str(token.lemma or token.text).lower()


def _kinds(lemma: str) -> tuple[PredicateKind, ...]:
    row = _predicates().get(lemma)
    return row.kinds if row else ()


def _predicates() -> dict[str, PredicateRow]:
    return load("reporting/predicates", PredicateRow)
