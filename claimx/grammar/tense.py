"""Whether the clause of a time expression lies before or after the time of writing."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Literal

from claimx.grammar import roles, word_classes
from claimx.grammar.prospective import ProspectiveRow, row_of
from claimx.lexicons.cues import is_saying
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

Tense = Literal["past", "present", "future", "none"]
Told = Literal["past", "present", "future", "none", "over"]

_WORDS = "grammar/function_words"
_FUTURE_AUXILIARIES = word_set(_WORDS, "auxiliaries_before_times_to_come")
_PERFECT = word_set(_WORDS, "perfect_auxiliaries")
_LOOKING_AHEAD = word_set(_WORDS, "prepositions_that_look_ahead")
_POSSIBLE, _ABLE = word_set(_WORDS, "modals_of_possibility"), word_set(_WORDS, "modals_of_ability")
_NEGATIVE_SUBJECTS = word_set(_WORDS, "negative_subjects")
_BEFORE_EVENTS = word_set(_WORDS, "before_events_to_come")
_AHEAD_OF_EVENTS = word_set(_WORDS, "ahead_of_events")
_WAITING_FOR = word_set(_WORDS, "waiting_for")
_AWAITING = word_set(_WORDS, "verbs_of_awaiting")
_TAKING_PART = word_set(_WORDS, "verbs_of_taking_part")
_INVITING = {word: word_set(_WORDS, f"before_events_with_{word}") for word in ("to", "of")}
_LOOKING_TO = word_set(_WORDS, "looking_to")
_AT_EVENTS = word_set(_WORDS, "prepositions_of_events")
_BEFORE_DEADLINES = word_set(_WORDS, "before_deadlines")
_ACCUSING = word_set(_WORDS, "words_of_accusing")
_FOR = word_set(_WORDS, "before_what_is_awaited")
_HAD = word_set(_WORDS, "had")
_HOURS = word_set(_WORDS, "hours")
_INDEFINITE = word_set("names/small_words", "indefinite")
_TAKING = word_set(_WORDS, "verbs_of_taking_place")
_PLACE = word_set(_WORDS, "places_taken")
_NEXT = word_set(_WORDS, "next")
_BEFORE_COMMANDS = word_set(_WORDS, "before_commands")
_PAST_FORMS = frozenset((word_classes.PAST, word_classes.PARTICIPLE))
_COMPLEMENTS = roles.COMPLEMENT_CLAUSES | {roles.CONJUNCT, roles.ADVERBIAL_CLAUSE}
#: What may stand between "is" and a day that the clause has nothing beside.
_BEFORE_DAYS = frozenset((word_classes.ADPOSITION, word_classes.NUMERAL))
#: What a gerund is to the verb that it is told by.
_GERUNDS = roles.COMPLEMENT_CLAUSES | {roles.PREPOSITION_CLAUSE}
_BE, _OF = "be", "of"
_THAT = "that"
#: How many verbs, and how many words between two verbs, are looked at: a parse may be as deep as its text is long.
_DEPTH, _CLIMB = 6, 12
#: How many words a phrase like "go on general sale" has behind its verb.
_PHRASE = 3


def tense_at(token: Token, known: dict[tuple[int, str], Tense]) -> Told:
    """The tense of the clause that a token stands in: that of the nearest verb above it.

    "over": what the time is of is past whatever stands around it ("the July blast").

    ``known`` keeps the tenses of one document's verbs, so that each is looked at once.
    """
    word, preposition = token, ""
    if _is_premodifier(token):
        if told := _by_noun(token.head, is_owned=token.dep == roles.POSSESSOR):
            return told
        word = token.head if token.dep == roles.POSSESSOR else token
    for _ in range(_CLIMB):
        if _is_main_verb(word):
            if _tells_only_when(word, token):
                return "future"
            preposition = preposition if preposition in _LOOKING_AHEAD | _BEFORE_DEADLINES else ""
            if (word.i, preposition) not in known:
                known[word.i, preposition] = _tense(word, _DEPTH, preposition)
            return known[word.i, preposition]
        if word.pos == word_classes.ADJECTIVE and row_of(word).infinitive:
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


def _by_noun(noun: Token, *, is_owned: bool) -> Told | None:
    """The tense that a noun tells of the time before it; None where it is for the clause to tell.

    ``is_owned``: "Friday's vote", which is taken as past unless something is told of it that is to come.
    """
    if row_of(noun).unforeseen and not _is_foreseen(noun):
        return "over"
    if _is_to_come(noun):
        return "future"
    if is_owned:
        return None if noun.dep in roles.SUBJECTS else "none"
    is_any = not row_of(noun).event and any(child.lower in _INDEFINITE for child in noun.children)
    return "past" if is_any else None  # "they signed a December accord"


def _is_foreseen(noun: Token) -> bool:
    """Whether a verb tells of a noun as of what is to come: "the Friday raid will be filmed", "will hit a June low"."""
    is_any = any(child.lower in _INDEFINITE for child in noun.children)
    is_told_of = noun.dep in roles.SUBJECTS or (is_any and noun.dep in roles.OBJECTS)
    return is_told_of and _is_main_verb(noun.head) and _tense(noun.head, _DEPTH) == "future"


def _is_to_come(noun: Token) -> bool:
    """Whether what a noun names is yet to happen: "ahead of Friday's vote", "for its Friday show", "faces a vote"."""
    governor, is_event = noun.head, row_of(noun).event
    if governor.pos in (word_classes.ADPOSITION, word_classes.SUBORDINATOR):
        if governor.lower == _OF and governor.head.lower in _AHEAD_OF_EVENTS:
            return True
        if governor.lower in _FOR and governor.head.lemma.lower() in _WAITING_FOR and not _is_done(governor.head):
            return True
        if governor.i and governor.nbor(-1).lower in _LOOKING_TO and not _is_done(governor.head):
            return True  # "they looked ahead to Friday's figures"
        above = {governor.head.lemma.lower(), governor.head.head.lemma.lower()}
        if is_event and above & _INVITING.get(governor.lower, frozenset()):
            return True  # "tickets to Saturday's show", "she was ruled out of Saturday's game"
        if governor.lower in _AT_EVENTS:
            verb = governor.head  # "he will explain his role in Friday's vote"
            if verb.dep in roles.SUBJECTS and is_event:  # "a win in Sunday's match would help"
                return _is_main_verb(verb.head) and _tense(verb.head, _DEPTH) == "future"
            is_there = is_event and _is_main_verb(verb) and verb.child(*roles.OBJECTS) is None
            return is_there and _tense(verb, _DEPTH) == "future"
        return is_event and (governor.lower in _BEFORE_EVENTS or governor.head.lower in _AHEAD_OF_EVENTS)
    if noun.dep not in roles.OBJECTS or not _is_main_verb(governor):
        return False
    if governor.lemma in _AWAITING:
        return not _is_done(governor)
    # "they want to discuss Friday's vote"
    is_told_of = not is_infinitive(governor) or governor.lemma in _TAKING_PART
    is_event = is_event or any(child.dep == roles.COMPOUND and row_of(child).event for child in noun.children)
    return is_event and is_told_of and _tense(governor, _DEPTH) in ("present", "future")


def _is_done(verb: Token) -> bool:
    """Whether a verb tells what was over by then ("they had braced for Friday's storm")."""
    return any(child.lower in _HAD for child in verb.children)


def _tells_only_when(be: Token, token: Token) -> bool:
    """Whether "is" has nothing after it but the time: "the vote is on Friday", "the hearing is at noon Thursday"."""
    if be.lemma != _BE or be.tag not in word_classes.PRESENT_FORMS or token.i - be.i > _CLIMB:
        return False
    between = be.doc.tokens[be.i + 1 : token.i]
    return token.i > be.i and all(
        word.pos in _BEFORE_DAYS or word.lower in _HOURS or word.head is token for word in between
    )


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return verb.tag == word_classes.BASE and any(child.lower == "to" for child in verb.children)


def _is_main_verb(word: Token) -> bool:
    return word.pos in word_classes.VERBS and word.tag != word_classes.MODAL


def _tense(verb: Token, depth: int, preposition: str = "") -> Tense:
    row = row_of(verb)
    helpers = [child for child in verb.children if child.dep in roles.AUXILIARIES]
    words = {child.lower for child in helpers}
    perfect = bool(words & _PERFECT)
    if words & _FUTURE_AUXILIARIES and not perfect:
        return "past" if words & _POSSIBLE and _is_negated(verb) and not _is_foretold(verb, words) else "future"
    if "to" in words and verb.tag in (word_classes.BASE, word_classes.PARTICIPLE) and not perfect:
        return _infinitive(verb, depth, preposition)
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
        if row.passive and any(child.tag in word_classes.PRESENT_FORMS for child in helpers):
            return "future"  # "the winner is announced on Sunday"
        is_second = verb.dep == roles.CONJUNCT and verb.head.tag == word_classes.PARTICIPLE
        if is_second and not helpers:
            return _above(verb, depth)  # "it will be read on Monday and put to the vote on Friday"
        return "present" if helpers else "past"
    if verb.tag == word_classes.GERUND:
        if _is_charge(verb):
            return "past"
        is_present = any(child.tag in word_classes.PRESENT_FORMS for child in helpers)
        return "future" if row.gerund or is_present else _above(verb, depth)
    if verb.tag == word_classes.BASE:
        if not helpers and (_is_order(verb) or _is_wanted(verb)):
            return "future"
        return _above(verb, depth) if verb.dep in _COMPLEMENTS else "future"
    return "none"


def _infinitive(verb: Token, depth: int, preposition: str) -> Tense:
    """Tell "they plan to vote on Friday" and "they declined to comment on Friday" apart."""
    head = verb.head
    if head.tag == word_classes.GERUND and head.dep in _GERUNDS:  # "he admitted planning to rob a shop in May"
        return "past" if _is_charge(head) or _above(verb, depth) == "past" else "none"
    if row_of(head).duty and preposition in _BEFORE_DEADLINES:
        return "future"
    if head is verb or row_of(head).infinitive or _is_to(head, verb):
        return "future"
    return "past" if _above(verb, depth) == "past" else "future"


def _is_charge(gerund: Token) -> bool:
    """Whether a gerund tells what somebody is said to have done: "accused **of plotting** to rob a bank"."""
    if gerund.dep not in _GERUNDS:
        return False
    return bool({gerund.head.lemma.lower(), gerund.head.head.lemma.lower()} & _ACCUSING)


def _is_of_next(verb: Token) -> bool:
    """Whether what the clause tells of is the next of its kind ("our next meeting is on Monday")."""
    subjects = (child for child in verb.children if child.dep in roles.SUBJECTS)
    return any(word.lower in _NEXT for subject in subjects for word in subject.children)


def _is_due(be: Token) -> bool:
    """Whether what the clause tells of is yet to come ("the results are due in June", "she is likely to go in May")."""
    return be.lemma == _BE and any(
        child.pos == word_classes.ADJECTIVE and child.i > be.i and row_of(child).infinitive for child in be.children
    )


def _takes_place(verb: Token) -> bool:
    """Whether what the clause tells of has a day set ("the draw takes place on Friday", "seats go on sale Friday")."""
    after = verb.doc.tokens[verb.i + 1 : verb.i + 1 + _PHRASE]
    return verb.lemma in _TAKING and any(word.lower in _PLACE for word in after)


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


def _is_foretold(verb: Token, helpers: Set[str]) -> bool:
    """Whether somebody says that something "would not" happen, which but told by itself was refused."""
    is_reported = verb.dep == roles.CLAUSE_COMPLEMENT and is_saying(verb.head.lemma.lower())
    return is_reported and helpers.isdisjoint(_ABLE)


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
