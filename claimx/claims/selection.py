"""Which claims of a document a caller wants."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import get_args

import regex

from claimx.errors import UsageError
from claimx.records import Claim, Document, Form

_WORDS = regex.compile(r"[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a claim must be to be given; by default every claim is.

    ``min_confidence`` and ``min_checkworthiness``: at least so much. ``forms``: one of these; empty for any.
    ``source``: the words of a name, which stand in this order in that of the source, or in its own words where it has
    no name.
    """

    min_confidence: float = 0.0
    min_checkworthiness: float = 0.0
    forms: tuple[Form, ...] = ()
    source: str | None = None

    def __post_init__(self) -> None:
        """See to it that the choice makes sense.

        Raises:
            UsageError: it does not.
        """
        for name in ("min_confidence", "min_checkworthiness"):
            if not 0 <= getattr(self, name) <= 1:
                raise UsageError(f"{name.replace('_', '-')} is {getattr(self, name):g}; it goes from 0 to 1.")
        if unknown := [form for form in self.forms if form not in get_args(Form)]:
            raise UsageError(f"no such form: {', '.join(unknown)}; there are {', '.join(get_args(Form))}.")
        if self.source is not None and not _words(self.source):
            raise UsageError("the source to look for has no words.")

    def keeps(self, claim: Claim) -> bool:
        """Whether the claim is wanted."""
        return (
            claim.confidence >= self.min_confidence
            and claim.checkworthiness >= self.min_checkworthiness
            and (not self.forms or claim.form in self.forms)
            and (self.source is None or self._is_from(claim, self.source))
        )

    @staticmethod
    def _is_from(claim: Claim, source: str) -> bool:
        if claim.source is None:
            return False
        return f" {_words(source)} " in f" {_words(claim.source.name or claim.source.text)} "

    def of(self, document: Document) -> Document:
        """The document with the wanted claims alone."""
        if self == Selection():
            return document
        return dataclasses.replace(document, claims=tuple(filter(self.keeps, document.claims)))


def _words(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
