"""Whom an age tells: "Ada Holm, **43**, …", then "the **43-year-old** baker"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.mentions import AGED
from claimx.attributions.discourse.referents import Mention, Referent

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token


#: How many digits an age has.
_DIGITS = 3
#: How many tokens before "old" an age stands: "43 - year - old".
_TO_AGE = 4


def age_behind(name: Mention) -> str:
    """The age that follows a name: "Ada Holm, **79**,"; nothing where none does."""
    tokens, row = name.head.doc.tokens, name.end + 1
    is_told = row < len(tokens) and tokens[row - 1].text == "," and tokens[row].text.isdigit()
    return tokens[row].text if is_told and len(tokens[row]) <= _DIGITS else ""


def of_told_age(noun: Token, discourse: Discourse) -> Referent | None:
    """The only person so far of the age that goes with a noun: "the **43-year-old** baker" after "Ada Holm, 43"."""
    old = next((word for word in (noun, *noun.lefts) if word.lower == AGED and word.i > _TO_AGE), None)
    age = old.nbor(-_TO_AGE).text if old is not None else None
    named = (m for m in discourse.before(noun) if m.kind == "name" and age_behind(m) == age)
    persons = {m.referent for m in named if m.referent is not None and m.referent.kind == "person"}
    return persons.pop() if len(persons) == 1 else None
