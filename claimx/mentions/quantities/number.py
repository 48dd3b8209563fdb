"""One number as it was read in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

Kind = Literal["digits", "words", "fraction", "slash", "vague", "year"]


class Letter(NamedTuple):
    """A letter after digits that may be a scale ("2.7m") or a unit ("50m"): the scale, and where the letter ends."""

    scale: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)``.

    ``kind`` "vague" is an open number, of which ``value`` is the least ("dozens": 12), "year" a year in words
    ("nineteen eighty-four"). ``scaled`` tells that a scale word is in it, ``letter`` holds a scale that context must
    confirm.
    """

    start: int
    end: int
    value: Fraction
    kind: Kind = "digits"
    scaled: bool = False
    letter: Letter | None = None

    def with_letter(self) -> Number:
        """The number with its letter taken as a scale."""
        if self.letter is None:
            return self
        return replace(self, value=self.value * self.letter.scale, end=self.letter.end, scaled=True, letter=None)
