"""What of an article stands in quotations, and who speaks there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from claimx.grammar import roles
from claimx.grammar.dependents import in_role

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: A stretch between quotation marks with fewer tokens is no speech, but a title or a word at a distance.
SPOKEN = 4
_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“"}
_REPORTED = frozenset((roles.CLAUSE_COMPLEMENT, roles.PARATAXIS))


def quoted_tokens(doc: Parse) -> list[bool]:
    """Whether each token stands between double quotation marks; a paragraph's end closes them."""
    quoted = [False] * len(doc)
    closing: str | None = None
    before = 0
    for token in doc.tokens:
        if closing is None or "\n" in doc.text[before : token.idx]:
            closing = _PAIRS.get(token.text)
        elif token.text == closing:
            closing = None
        quoted[token.i] = closing is not None
        before = token.idx
    return quoted


def quotation_speakers(doc: Parse, quoted: Sequence[bool]) -> dict[int, Token]:
    """For each row of a quotation, the subject of the verb outside that the quotation hangs on."""
    found: dict[int, Token] = {}
    tokens = doc.tokens
    for is_inside, rows in groupby(range(len(tokens)), key=quoted.__getitem__):
        if not is_inside or len(run := list(rows)) < SPOKEN:
            continue
        verbs = dict.fromkeys(tokens[row].head for row in run if not quoted[tokens[row].head.i])
        subjects = (child for verb in verbs for child in in_role(verb, roles.SUBJECT))
        subject = next((child for child in subjects if not quoted[child.i]), None)
        if subject is not None:
            found.update(dict.fromkeys(run, subject))
    return found


def is_reporting_subject(token: Token) -> bool:
    """Whether a token is the subject of a verb that takes a clause or a quotation."""
    return token.dep == roles.SUBJECT and any(child.dep in _REPORTED for child in token.head.children)
