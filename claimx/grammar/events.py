"""The main predicate of a content, a cue or a sentence, with its grammar, as an :class:`~claimx.records.Event`.

What a claim's polarity and certainty hang on after FactBank (Saurí & Pustejovsky 2009) is read off the parse here, so
that the claims step needs no parser: negation, auxiliaries, adverbs, conditionals, questions, commands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.grammar.predicates import (
    PredicateKind,
    follow_complements,
    governing_word,
    is_predicate,
    lemma_of,
    predicates,
    words_within,
)
from claimx.grammar.tense import Tense
from claimx.lexicons.words import word_set
from claimx.records import Event, Mention, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch, Token

_WORDS = "grammar/function_words"
_FUTURE = word_set(_WORDS, "future_auxiliaries")
_NEGATORS = word_set(_WORDS, "negators")
_AFTER_NOT = word_set(_WORDS, "after_not")
_NOTHING = word_set(_WORDS, "nothing")
_UNDENYING, _AFTER_NOTHING = word_set(_WORDS, "undenying"), word_set(_WORDS, "after_nothing")
_COMPARING = word_set(_WORDS, "comparing")
_THIRD_SINGULAR = word_set(_WORDS, "third_singular")
_CONDITIONS = word_set(_WORDS, "conditions")
#: Arguments that a negator may stand in ("no plan was made").
_NEGATED_ARGUMENTS = roles.SUBJECTS | {
    roles.OBJECT, roles.ATTRIBUTE, roles.INDIRECT_OBJECT, roles.OBJECT_PREDICATE, roles.EXPLETIVE
}  # fmt: skip
_OBJECTS_OF_CUES = roles.OBJECTS | {roles.ATTRIBUTE, roles.PARATAXIS} | roles.COMPLEMENT_CLAUSES
_NO_NEGATED_ROLES = frozenset((roles.CONJUNCT, roles.PREPOSITION, roles.INTERJECTION))
_NEGATOR_ROLES = frozenset((roles.DETERMINER, roles.NEGATION, roles.ADVERB))
_ADVERBS = frozenset((word_classes.ADVERB, word_classes.ADJECTIVE, word_classes.SUBORDINATOR))


def content_event(doc: Parse, content: Sequence[Span]) -> Event | None:
    """The main event of a content, or None where there is no word in it; ``content`` are ranges of code points."""
    tokens = words_within(doc, content)
    head = governing_word(tokens)
    if head is None:
        return None
    inside = {token.i for token in tokens}
    head = _told_to(head, inside)
    return _event(head, inside, "raising", asks=_asks(tokens, head))


def _told_to(head: Token, inside: set[int]) -> Token:
    """Of a content that begins with those who are told ("asked | them to leave") the verb of what they are told."""
    if head.dep not in roles.OBJECTS or head.pos not in word_classes.NOMINALS:
        return head
    after = [c for c in head.head.children if c.i in inside and c.i > head.i]
    clauses = (c for c in after if c.dep in roles.COMPLEMENT_CLAUSES)
    bare = (
        c for c in after if c.dep == roles.CONJUNCT and c.tag == word_classes.BASE
    )  # a second one, the first misread
    return next(clauses, next(bare, head))


def cue_event(doc: Parse, cue: Sequence[Span], content: Sequence[Span] = ()) -> Event | None:
    """The predicate of a cue: in "declined to say" it is "say", negated. None where there is no word in it.

    Words of the content are not its own, whatever the parse makes of them: "“No cuts for nurses,” she said".
    """
    tokens = words_within(doc, cue)
    head = governing_word(tokens)
    if head is None:
        return None
    said = frozenset(token.i for token in words_within(doc, content))
    return _event(head, None, "reporting", asks=False, within={token.i for token in tokens}, without=said)


def sentence_event(sent: Stretch) -> Event | None:
    """The main event of a sentence, or None where there is no word in it."""
    tokens = [token for token in sent if not (token.is_space or token.is_punct)]
    if not tokens:
        return None
    head = sent.root if is_predicate(sent.root) else governing_word(tokens)
    return None if head is None else _event(head, None, "raising", asks=_asks(list(sent), head))


def clause_event(verb: Token) -> Event:
    """The event of a clause, which its verb heads."""
    return _event(verb, None, "raising", asks=_asks(list(verb.subtree), verb))


def _event(
    head: Token,
    inside: set[int] | None,
    kind: PredicateKind,
    *,
    asks: bool,
    within: set[int] | None = None,
    without: frozenset[int] = frozenset(),
) -> Event:
    """Read the event off the parse.

    ``inside`` limits the words that count, ``without`` are words that do not; complements are followed ``within``.
    """
    finite = head
    head, passed = follow_complements(head, kind, within if within is not None else inside)
    chain = list(dict.fromkeys([finite, *passed, head]))
    passed = [token for token in passed if not _is_compared(token)]
    children = (t for token in chain for t in token.children if t.i not in without)
    words = [t for t in children if (t.i in inside if inside else _is_own(t, finite, within))]
    auxiliaries = [t for t in words if t.dep in roles.AUXILIARIES]
    adverbs = [t for t in words if t.dep == roles.ADVERB and t.pos in _ADVERBS and not _is_compared(t)]
    negators = [*_negators(words), *(t for aux in auxiliaries for t in aux.children if t.dep == roles.NEGATION)]
    conditions = [c for w in words if w.dep == roles.ADVERBIAL_CLAUSE for c in _conditions(w)]
    negative = sum(predicates()[lemma_of(t)].negative for t in passed) + bool(negators)
    shown = {t.i: t for t in (*auxiliaries, *adverbs, *negators, *conditions, *passed)}
    return Event(
        lemma=lemma_of(head),
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
    """Whether a word is a predicate's own: a cue's objects belong to the content ("offered no proof")."""
    return cue is None or word.i in cue or (word.i < verb.i and word.dep not in _OBJECTS_OF_CUES)


def _is_compared(token: Token) -> bool:
    """Whether a word is set against another, and says nothing of how sure something is: "15 percent less likely"."""
    return any(child.lower in _COMPARING and child.i < token.i for child in token.children)


def _negators(words: Sequence[Token]) -> Iterator[Token]:
    """Negating words at a predicate: "not", "never", "nobody came", "no plan was made", "no longer"."""
    for token in words:
        if token.dep == roles.NEGATION or (token.lower in _NEGATORS and token.dep not in _NO_NEGATED_ROLES):
            if _negates(token):
                yield token
        elif token.dep in _NEGATED_ARGUMENTS or token.lower == "longer":
            own = (t for t in token.children if t.lower in _NEGATORS and t.dep in _NEGATOR_ROLES)
            yield from (t for t in own if _negates(t))
            if token.left_edge.lower == "not" and token.left_edge.nbor().lower in _AFTER_NOT:
                yield token.left_edge


def _negates(token: Token) -> bool:
    """Whether a negating word denies: not "no doubt", "no matter who", "No 10", "nothing but", "none other than"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    if token.lower.rstrip(".") == "no":
        number = following.nbor() if following.text == "." and following.i + 1 < len(token.doc) else following
        return not (number.like_num or following.lower in _UNDENYING or token.head.lower in _UNDENYING)
    return token.lower not in _NOTHING or following.lower not in _AFTER_NOTHING


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
    if first.tag == word_classes.PRESENT and first is verb and _is_subjunctive(verb):
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


def _is_subjunctive(verb: Token) -> bool:
    """Whether a verb without an ending has a subject of the third person singular: "that she **hand** it over"."""
    subject = verb.child(roles.SUBJECT)
    if subject is None or any(child.dep == roles.CONJUNCT for child in subject.children):
        return False
    return verb.dep == roles.CLAUSE_COMPLEMENT and subject.lower in _THIRD_SINGULAR


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
