"""Who holds the office that letters stand for: "the **SP**", where a Superintendent of Police is named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Referent
from claimx.attributions.sources.portraits import roles_of
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_ARTICLES = word_set("names/small_words", "english_articles")
#: Of so many letters at most are abbreviations of offices.
_LETTERS = 4
_BRACKETED = re.compile(r"\([^()]*\)")


class OfficesByInitials:
    """The offices of an article's persons by their last initials: "Arden **P**orts **D**irector"."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def bearer(self, head: Token) -> Referent | None:
        """Whom letters behind "the" mean; null where they are no office, or that of several."""
        letters = head.text
        if not (letters.isupper() and letters.isalpha() and 1 < len(letters) <= _LETTERS and head.i):
            return None
        named = self._discourse.named_by(head)
        is_longer = named is not None and named.name is not None and plain(named.name) != plain(letters)
        if is_longer or head.nbor(-1).lower not in _ARTICLES:
            return None
        return self._offices.get(letters)

    @cached_property
    def _offices(self) -> Mapping[str, Referent | None]:
        mentioned = {mention.referent for mention in self._discourse.mentions}
        persons = {referent for referent in mentioned if referent is not None and referent.kind == "person"}
        found: dict[str, Referent | None] = {}
        for referent, role in roles_of(self._discourse, persons).items():
            words = _BRACKETED.sub(" ", role.text).split()
            initials = "".join(word[0] for word in words if word[0].isupper())
            for letters in _runs(initials):
                found[letters] = None if letters in found and found[letters] is not referent else referent
        return found


def _runs(initials: str) -> set[str]:
    """The last initials, two or more, and the first, three or more: "**S**tation **H**ouse **O**fficer Inspector"."""
    last = {initials[start:] for start in range(len(initials) - 1)}
    return last | {initials[:stop] for stop in range(3, len(initials))}
