"""What a quantity with a unit measures: the noun phrase that it belongs to, from the parse."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.grammar.clauses import (
    has_pronoun_subject,
    head_within,
    object_before,
    subject_noun_of,
    verb_of,
)
from claimx.grammar.noun_phrases import head_after, phrase_from
from claimx.grammar.nouns import is_noun
from claimx.lexicons.loader import load
from claimx.mentions.quantities.bounds import find_bound
from claimx.mentions.quantities.changes import change_verbs, is_transitive
from claimx.mentions.quantities.context_words import any_of, words
from claimx.mentions.quantities.counted import (
    NAMES_OF_TIMES,
    Counted,
    in_one_sentence,
    mention,
    noun_before_bracket,
    only_modifiers_between,
)
from claimx.mentions.quantities.unsaid import gapped_subject, is_free, labelled

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.quantities.measures import Measure

_PREPOSITION_AFTER = re.compile(rf"(?:\s\([^()]{{1,30}}\))?\s+({any_of('prepositions_of_what_is_measured')})\s+", re.I)
_OF = re.compile(r"\s+of\s+")
_ENDS_LINE = re.compile(r"[ .;]*(?:\n|$)")
_NUMBERS, _TOTALS = words("nouns_of_numbers"), words("nouns_of_numbers") | words("nouns_with_a_number")
_CONTENTS = words("prepositions_of_contents")
_NO_MATTER = NAMES_OF_TIMES | {"GPE", "CARDINAL"}
_PRENOMINAL = roles.PREMODIFIERS | {roles.NUMBER, roles.NOUN_ADVERBIAL}
_BY = words("before_amounts_of_a_change")
_BETWEEN_OWNER_AND_AGE = words("between_owner_and_age")
_BETWEEN_THING_AND_WORTH = words("between_thing_and_worth")
#: How many times may stand within one another ("in the year to the end of March").
_TIMES_WITHIN = 4
#: How many words may stand between an amount and what it is the worth of.
_RIGHT_BEFORE = 3
_BEFORE_AMOUNTS = frozenset((roles.PREPOSITION, roles.AGENT))
#: After these a duration says when, not how long the thing before is.
_TEMPORAL = words("prepositions_of_time")
_WITHOUT_MEASURE = words("nouns_without_a_measure")
#: How far before a quantity the noun that it measures may stand where the clause has no subject, in words.
_NOUN_WITHIN = 12


@dataclass(frozen=True, slots=True)
class MeasuringVerb:
    """A row of measuring_verbs.toml: a verb, under its lemma, whose subject is what is measured."""

    key: str


@cache
def _measuring() -> frozenset[str]:
    return frozenset(load("quantities/measuring_verbs", MeasuringVerb)) | frozenset(change_verbs())


def find_measured(doc: Parse, measure: Measure, taken: AbstractSet[int]) -> Counted:
    """What a number with a unit measures; ``taken``: indices of the tokens that belong to quantities."""
    first, last = doc.index_at(measure.start), doc.index_at(measure.end - 1)
    head, by_verb = _measured_head(doc, measure, first, last, taken)
    if head is None or not in_one_sentence(doc, first, head.i):
        return Counted()
    low = measure.end if head.i > last else 0
    span = phrase_from(doc, head, low, stop=measure.start if head.i < first else None)
    is_duration = measure.unit is not None and measure.unit.dimension == "time"
    if is_duration and not measure.rule.owned and head.i < first and "," in doc.text[head.end : measure.start]:
        return Counted()
    if by_verb and not measure.rule.owned and (is_duration or not _is_measured_by(doc[last])):
        return Counted()
    return Counted(mention(doc, span))


def find_totalled(doc: Parse, measure: Measure, taken: AbstractSet[int], *, changed: bool) -> Counted:
    """What a bare number is a total of: "the number of **nurses** rose to 500", "a **workforce** of 12,000".

    ``changed``: a change came to it, so that whatever changed is meant ("lower the **age** to 16").
    """
    first, last = doc.index_at(measure.start), doc.index_at(measure.end - 1)
    head = right_before(doc, measure, taken)
    if head is None:
        head, _ = _measured_head(doc, measure, first, last, taken)
        if (
            head is None
            or head.i > first
            or not ((changed and head.head is verb_of(doc[last])) or head.lemma.lower() in _TOTALS)
        ):
            return Counted()
    things = (
        head_after(doc, match.end()) if (match := _OF.match(doc.text, head.end)) and head.lemma in _NUMBERS else None
    )
    head = things or head
    return Counted(mention(doc, phrase_from(doc, head, 0, stop=measure.start)))


def _measured_head(
    doc: Parse, measure: Measure, first: int, last: int, taken: AbstractSet[int]
) -> tuple[Token | None, bool]:
    """The noun that is measured, and whether it is so by a verb ("revenue rose to …") and not beside the quantity."""
    within = head_within(doc.tokens[last], first, last)
    if (noun := _noun_beside(doc, measure, within.head, last, taken)) is not None:
        return noun, False
    if first and doc.tokens[first - 1].tag == word_classes.POSSESSIVE_MARK:
        return None, False  # "Marlow's profit rose 3 per cent, Fisk's 5 per cent"
    above = within.head
    is_raised = within.dep == roles.OBJECT and measure.is_money and is_transitive(above.lemma)
    if within.dep in roles.ALL_SUBJECTS or is_raised:
        return None, False  # "the two raised $350 million"
    if above.dep in _BEFORE_AMOUNTS and above.i < first:
        verb = verb_of(above) if above.lower in _BY else None
        changed = object_before(verb, above) if verb is not None else None
        noun = changed or _noun_before(above)
        if noun is not None and noun.i not in taken:
            return noun, above.lower in _TEMPORAL
        thing = object_before(above.head, above)
        if thing is not None and thing.i not in taken:
            return thing, True
    elif is_noun(above) and above.i < first and above.i not in taken:
        return above, False
    return _said_of(doc, above, first, taken), True


def _noun_beside(doc: Parse, measure: Measure, above: Token, last: int, taken: AbstractSet[int]) -> Token | None:
    """The noun right beside a quantity that is measured; ``above`` is what the quantity hangs on."""
    if (noun := _object_after(doc, measure)) is not None:
        return noun
    if (noun := noun_before_bracket(doc, measure.start, taken) or _before_particle(doc, measure, taken)) is not None:
        return noun
    if (noun := right_before(doc, measure, taken)) is not None:
        return noun
    is_after = above.i > last and is_noun(above) and is_free(above, taken) and only_modifiers_between(last, above)
    if is_after and not any(token.pos == word_classes.DETERMINER for token in doc.tokens[last + 1 : above.i]):
        return above
    if doc.text[measure.end : measure.end + 1] in ("-", " ") and doc[last].dep in _PRENOMINAL:
        noun = head_after(doc, measure.end, counted=True)
        return noun if noun is not None and is_free(noun, taken) else None
    return None


def right_before(doc: Parse, measure: Measure, taken: AbstractSet[int]) -> Token | None:
    """The noun whose age, worth or number the quantity is, by what alone stands between them.

    "her son, **aged** 6", "drugs **worth** about $5", and at the end of a line "Total cost**:** $5"; also the subject
    of a clause that leaves its verb to the one before: "the bridge is 40 metres long and **the tunnel** 900 metres".
    """
    start = find_bound(doc.text, measure.start, measure.end).start
    place = doc.index_at(start) - 1
    if place < 1 or (doc.tokens[place + 1].is_sent_start and doc.tokens[place].text != ":"):
        return None
    before, noun = doc.tokens[place], place
    if measure.rule.owned:
        while noun > 0 and (doc.tokens[noun].is_punct or doc.tokens[noun].lower in _BETWEEN_OWNER_AND_AGE):
            noun -= 1
    elif before.text == ":" and _ENDS_LINE.match(doc.text, measure.end):
        return labelled(doc, place, taken)
    elif before.lower in _BETWEEN_THING_AND_WORTH:
        noun = place - 1
    else:
        return None if _modifies(doc, measure) else gapped_subject(doc, place, taken)
    thing = doc.tokens[noun]
    is_here = place - noun <= _RIGHT_BEFORE and not doc.tokens[noun + 1].is_sent_start
    return thing if is_here and is_noun(thing) and is_free(thing, taken) else None


def _modifies(doc: Parse, measure: Measure) -> bool:
    """Whether a noun follows right behind a quantity: "and its biggest one-day gain"."""
    following = doc.after(measure.end)
    return following is not None and is_noun(following) and following.idx - measure.end <= 1


def _noun_before(preposition: Token) -> Token | None:
    """The noun that a preposition belongs to ("winds **of** …"); for an age, the one who has it."""
    noun = preposition.head
    for _ in range(_TIMES_WITHIN):
        if not is_noun(noun) or noun.dep != roles.PREPOSITION_OBJECT or not _is_of_time(noun):
            break
        holder = noun.head.head  # "net debt at the end of June of $2 billion"
        if not is_noun(holder):
            return object_before(holder, noun)
        noun = holder
    return noun if is_noun(noun) else None


def _is_of_time(noun: Token) -> bool:
    return noun.lower in _WITHOUT_MEASURE or noun.ent_type in NAMES_OF_TIMES


def _before_particle(doc: Parse, measure: Measure, taken: AbstractSet[int]) -> Token | None:
    """The noun in "Milk **up** 4 per cent", "the Dax **-1.6%**"."""
    token = doc.before(measure.start)
    if token is not None and token.lower in ("up", "down") and token.i:
        token = token.nbor(-1)
    elif doc.text[measure.start] not in "-−+":
        return None
    return token if token is not None and is_noun(token) and token.i not in taken else None


def _object_after(doc: Parse, measure: Measure) -> Token | None:
    match = _PREPOSITION_AFTER.match(doc.text, measure.end)
    if match is None:
        return None
    word = match.group(1).lower()
    inner = head_after(doc, match.end())
    is_rate = measure.unit is not None and measure.unit.per is not None
    if inner is None or (" ".join(word.split()) not in _CONTENTS and (is_rate or not measure.is_money)):
        return None  # "$12 an hour in the south"
    is_time = inner.ent_type in NAMES_OF_TIMES
    return None if is_time or (word in ("in", "for") and inner.ent_type in _NO_MATTER) else inner


def _said_of(doc: Parse, token: Token, first: int, taken: AbstractSet[int]) -> Token | None:
    """The subject of the clause; where the parse has none, the nearest noun before the quantity in its sentence."""
    subject = subject_noun_of(token)
    if subject is not None and subject.i not in taken and subject.i < first:
        return subject
    if subject is None and has_pronoun_subject(token):
        return None
    following = doc.tokens[first]
    for word in reversed(doc.tokens[max(0, first - _NOUN_WITHIN) : first]):
        if following.is_sent_start:
            return None
        if is_noun(word) and is_free(word, taken):
            return word
        following = word
    return None


def _is_measured_by(token: Token) -> bool:
    verb = verb_of(token)
    return verb is None or verb.lemma in _measuring()
