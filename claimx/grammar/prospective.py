"""Words beside which what is told is still to come, or lies in the past, as the lexicon has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicons.loader import load

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token


@dataclass(frozen=True, slots=True)
class ProspectiveRow:
    """A row of prospective.toml: the forms of a word beside which what is told is still to come.

    ``participle``: "a meeting set for Friday"; ``moved``: "the trial was adjourned until Friday" (but on Friday it was
    adjourned); ``present``: "the offer expires on Friday"; ``gerund``: "starting on Friday"; ``infinitive``: "they plan
    to vote on Friday"; ``event``: a noun of what has a day set beforehand ("before Friday's vote"); ``duty``: "they had
    to pay by Friday" (but what they had to do on Friday is done); ``unforeseen``: a noun of what has no day set
    ("the July blast"), so that it lies in the past; ``passive``: "the winner is announced on Friday".
    """

    participle: bool = False
    moved: bool = False
    present: bool = False
    gerund: bool = False
    infinitive: bool = False
    event: bool = False
    duty: bool = False
    unforeseen: bool = False
    passive: bool = False


@cache
def _prospective() -> dict[str, ProspectiveRow]:
    return load("times/prospective", ProspectiveRow)


_NOT_PROSPECTIVE = ProspectiveRow()


def row_of(word: Token) -> ProspectiveRow:
    """The row of a word, or of the word of two parts that it ends ("run-off"); an empty one where it has none."""
    if word.i > 1 and word.nbor(-1).text == "-" and (row := _prospective().get(word.nbor(-2).lower + word.lower)):
        return row
    return _prospective().get(word.lemma.lower(), _NOT_PROSPECTIVE)
