"""What of an article stands in quotations, and who speaks there."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from claimx.grammar import roles
from claimx.grammar.dependents import in_role
from claimx.records import Quotation

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: A stretch between quotation marks with fewer tokens is no speech, but a title or a word at a distance.
SPOKEN = 4
_REPORTED = frozenset((roles.CLAUSE_COMPLEMENT, roles.PARATAXIS))


def quoted_rows(doc: Parse, quotations: Sequence[Quotation]) -> set[int]:
    """The rows of the tokens that stand in quotations, marks and all."""
    return {token.i for quotation in quotations for piece in quotation.pieces for token in doc.within(piece)}


def quotation_speakers(doc: Parse, quotations: Sequence[Quotation], quoted: Set[int]) -> dict[int, Token]:
    """For each row of a quotation, the subject of the verb outside that the quotation hangs on.

    Args:
        doc: the parsed article.
        quotations: its quotations.
        quoted: the rows of all of them.
    """
    found: dict[int, Token] = {}
    for tokens in (doc.within(piece) for quotation in quotations for piece in quotation.pieces):
        if len(tokens) < SPOKEN:
            continue
        verbs = dict.fromkeys(token.head for token in tokens if token.head.i not in quoted)
        subjects = (child for verb in verbs for child in in_role(verb, roles.SUBJECT))
        subject = next((child for child in subjects if child.i not in quoted), None)
        if subject is not None:
            found.update((token.i, subject) for token in tokens)
    return found


def is_reporting_subject(token: Token) -> bool:
    """Whether a token is the subject of a verb that takes a clause or a quotation."""
    return token.dep == roles.SUBJECT and any(child.dep in _REPORTED for child in token.head.children)


def is_reported_itself(token: Token) -> bool:
    """Whether the subject of a verb is only said to say something: "Holm said that **the mayor** believes …"."""
    verb = token.head
    return verb.dep == roles.CLAUSE_COMPLEMENT and any(child.i < verb.i for child in in_role(verb.head, roles.SUBJECT))
