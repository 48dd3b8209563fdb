"""Whether the clause of a time expression lies before or after the time of writing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimx.grammar import roles, word_classes
from claimx.lexicons.loader import load
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class ProspectiveRow:
    """A row of prospective.toml: the forms of a word beside which what is told is still to come.

    ``participle``: "a meeting set for Friday"; ``moved``: "the trial was adjourned until Friday" (but on Friday it was
    adjourned); ``present``: "the offer expires on Friday"; ``gerund``: "starting on Friday"; ``infinitive``: "they plan
    to vote on Friday"; ``event``: a noun of what has a day set beforehand ("before Friday's vote").
    """

    participle: bool = False
    moved: bool = False
    present: bool = False
    gerund: bool = False
    infinitive: bool = False
    event: bool = False


_WORDS = "grammar/function_words"
_FUTURE_AUXILIARIES = word_set(_WORDS, "auxiliaries_before_times_to_come")
_PERFECT = word_set(_WORDS, "perfect_auxiliaries")
_LOOKING_AHEAD = word_set(_WORDS, "prepositions_that_look_ahead")
_POSSIBLE = word_set(_WORDS, "modals_of_possibility")
_NEGATIVE_SUBJECTS = word_set(_WORDS, "negative_subjects")
_BEFORE_EVENTS = word_set(_WORDS, "before_events_to_come")
_AHEAD_OF_EVENTS = word_set(_WORDS, "ahead_of_events")
_INDEFINITE = word_set("names/small_words", "indefinite")
_TAKING = word_set(_WORDS, "verbs_of_taking_place")
_PLACE = word_set(_WORDS, "places_taken")
_NEXT = word_set(_WORDS, "next")
_BEFORE_COMMANDS = word_set(_WORDS, "before_commands")
_PAST_FORMS = frozenset((word_classes.PAST, word_classes.PARTICIPLE))
_COMPLEMENTS = roles.COMPLEMENT_CLAUSES | {roles.CONJUNCT, roles.ADVERBIAL_CLAUSE}
#: What a gerund is to the verb that it is told by.
_GERUNDS = roles.COMPLEMENT_CLAUSES | {roles.PREPOSITION_CLAUSE}
_BE, _OF = "be", "of"
_THAT = "that"
_NOT_PROSPECTIVE = ProspectiveRow()
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
    if _is_premodifier(token):
        if _is_to_come(token.head):
            return "future"
        if token.dep == roles.POSSESSOR:
            # "Friday's vote" is taken as past unless something is told of it that is to come.
            word = token.head
            if word.dep not in roles.SUBJECTS:
                return "none"
        elif not _row(token.head).event and any(child.lower in _INDEFINITE for child in token.head.children):
            return "past"  # "they signed a December accord"
    for _ in range(_CLIMB):
        if _is_main_verb(word):
            if _tells_only_when(word, token):
                return "future"
            preposition = preposition if preposition in _LOOKING_AHEAD else ""
            if (word.i, preposition) not in known:
                known[word.i, preposition] = _tense(word, _DEPTH, preposition)
            return known[word.i, preposition]
        if word.pos == word_classes.ADJECTIVE and _row(word).infinitive:
            return "future"
        if not preposition and word.pos in (word_classes.ADPOSITION, word_classes.SUBORDINATOR):
            preposition = word.lower
        if word.head is word:
            break
        word = word.head
    return "none"


def _is_premodifier(token: Token) -> bool:
    """Whether a time stands before a noun as its modifier: "Friday's vote", "a Friday vote"."""
    modifiers = roles.PREMODIFIERS | {roles.POSSESSOR, roles.NOUN_ADVERBIAL}
    return token.dep in modifiers and token.head.i > token.i and token.head.pos in word_classes.NOUNS


def _is_to_come(noun: Token) -> bool:
    """Whether what a noun names is yet to happen: "ahead of Friday's vote", "for its Friday show", "faces a vote"."""
    governor = noun.head
    if governor.pos in (word_classes.ADPOSITION, word_classes.SUBORDINATOR):
        if governor.lower == _OF and governor.head.lower in _AHEAD_OF_EVENTS:
            return True
        return _row(noun).event and (governor.lower in _BEFORE_EVENTS or governor.head.lower in _AHEAD_OF_EVENTS)
    is_told_of = _is_main_verb(governor) and not is_infinitive(governor)  # "they want to discuss Friday's vote"
    if not _row(noun).event or noun.dep not in roles.OBJECTS or not is_told_of:
        return False
    return _tense(governor, _DEPTH) in ("present", "future")


def _tells_only_when(be: Token, token: Token) -> bool:
    """Whether "is" has nothing after it but the time: "the vote is on Friday", "the hearing is Thursday"."""
    if be.lemma != _BE or be.tag not in word_classes.PRESENT_FORMS:
        return False
    last = token.head if token.dep == roles.PREPOSITION_OBJECT else token
    first = min((child.i for child in token.children), default=token.i)
    return last.head is be and min(last.i, first) == be.i + 1


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return verb.tag == word_classes.BASE and any(child.lower == "to" for child in verb.children)


def _is_main_verb(word: Token) -> bool:
    return word.pos in word_classes.VERBS and word.tag != word_classes.MODAL


def _row(word: Token) -> ProspectiveRow:
    return _prospective().get(word.lemma.lower(), _NOT_PROSPECTIVE)


def _tense(verb: Token, depth: int, preposition: str = "") -> Tense:
    row = _row(verb)
    helpers = [child for child in verb.children if child.dep in roles.AUXILIARIES]
    words = {child.lower for child in helpers}
    perfect = bool(words & _PERFECT)
    if words & _FUTURE_AUXILIARIES and not perfect:
        return "past" if words & _POSSIBLE and _is_negated(verb) else "future"
    if "to" in words and verb.tag in (word_classes.BASE, word_classes.PARTICIPLE) and not perfect:
        return _infinitive(verb, depth)
    if verb.lemma == "be" and any(_is_to(verb, child) for child in verb.children):
        return "future"
    is_ahead = preposition in _LOOKING_AHEAD
    if (row.participle and (verb.tag == word_classes.PARTICIPLE or is_ahead)) or (row.moved and is_ahead):
        return "future"
    return "past" if perfect else _finite(verb, row, helpers, depth)


def _finite(verb: Token, row: ProspectiveRow, helpers: list[Token], depth: int) -> Tense:
    if verb.tag == word_classes.PAST or any(child.tag in _PAST_FORMS for child in helpers):
        return "past"
    if verb.tag in word_classes.PRESENT_FORMS:
        is_set = row.present or _is_of_next(verb) or _is_due(verb) or _takes_place(verb)
        return "future" if is_set else "present"
    if verb.tag == word_classes.PARTICIPLE:
        is_second = verb.dep == roles.CONJUNCT and verb.head.tag == word_classes.PARTICIPLE
        if is_second and not helpers:
            return _above(verb, depth)  # "it will be read on Monday and put to the vote on Friday"
        return "present" if helpers else "past"
    if verb.tag == word_classes.GERUND:
        is_present = any(child.tag in word_classes.PRESENT_FORMS for child in helpers)
        return "future" if row.gerund or is_present else _above(verb, depth)
    if verb.tag == word_classes.BASE:
        if not helpers and (_is_order(verb) or _is_wanted(verb)):
            return "future"
        return _above(verb, depth) if verb.dep in _COMPLEMENTS else "future"
    return "none"


def _infinitive(verb: Token, depth: int) -> Tense:
    """Tell "they plan to vote on Friday" and "they declined to comment on Friday" apart."""
    head = verb.head
    if head.tag == word_classes.GERUND and head.dep in _GERUNDS:  # "he admitted planning to rob a shop in May"
        return "past" if _above(verb, depth) == "past" else "none"
    if head is verb or _row(head).infinitive or _is_to(head, verb):
        return "future"
    return "past" if _above(verb, depth) == "past" else "future"


def _is_of_next(verb: Token) -> bool:
    """Whether what the clause tells of is the next of its kind ("our next meeting is on Monday")."""
    subjects = (child for child in verb.children if child.dep in roles.SUBJECTS)
    return any(word.lower in _NEXT for subject in subjects for word in subject.children)


def _is_due(be: Token) -> bool:
    """Whether what the clause tells of is yet to come ("the results are due in June", "she is likely to go in May")."""
    return be.lemma == _BE and any(
        child.pos == word_classes.ADJECTIVE and child.i > be.i and _row(child).infinitive for child in be.children
    )


def _takes_place(verb: Token) -> bool:
    """Whether what the clause tells of has a day set ("the draw takes place on Friday")."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc.tokens) else verb
    return verb.lemma in _TAKING and after.lower in _PLACE


def _is_order(verb: Token) -> bool:
    """Whether a verb in the infinitive opens a sentence or a quotation, without a subject: an imperative."""
    if any(child.dep in roles.SUBJECTS or child.dep == roles.CLAUSAL_SUBJECT for child in verb.children):
        return False
    return bool(verb.is_sent_start) or verb.i == 0 or verb.nbor(-1).lower in _BEFORE_COMMANDS


def _is_wanted(verb: Token) -> bool:
    """Whether a verb tells what is to be done, by its form behind "that": "ordered that a hearing take place"."""
    return verb.child(*roles.SUBJECTS) is not None and any(child.lower == _THAT for child in verb.children)


def _is_negated(verb: Token) -> bool:
    subjects = [child for child in verb.children if child.dep in roles.SUBJECTS]
    words = {word.lower for subject in subjects for word in (subject, *subject.children)}
    return bool(words & _NEGATIVE_SUBJECTS) or any(child.dep == roles.NEGATION for child in verb.children)


def _is_to(be: Token, verb: Token) -> bool:
    """Whether a verb hangs on a "be" with "to" right after it: "they are to travel on Friday"."""
    return be.lemma == "be" and any(
        c.lower == "to" and c.dep == roles.AUXILIARY and c.i - be.i in (1, 2) for c in verb.children
    )


def _above(verb: Token, depth: int) -> Tense:
    """The tense of the next verb above."""
    word = verb
    for _ in range(_CLIMB if depth > 0 else 0):
        if word.head is word:
            break
        word = word.head
        if _is_main_verb(word):
            return _tense(word, depth - 1)
    return "none"
