"""What an article has told up to a mention: who was mentioned how recently, and who is whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from claimx.attributions.discourse.discourse import MENTIONS_BACK
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.relations import Relations

#: Referents that are looked through together: of a kind, or all that have names.
Group = Literal["person", "organization", "named"]
#: How many of an article's places are weighed that are not near: the first and whatever could rival it.
_WEIGHED_PLACES = 3


class History:
    """The mentions of an article that have been resolved so far, and its names, which are known from the start.

    ``mentions`` are in text order, ``relations`` what was told of whose anybody is, ``speaker`` is who spoke last.
    Referents are kept in the order of their last mention, so that a look back costs no more than what it looks at.
    """

    def __init__(self, named: Mapping[str, Referent]) -> None:
        self.relations = Relations()
        self.mentions: list[Mention] = []
        self.speaker: Referent | None = None
        self._last: dict[str, dict[Referent, int]] = {"person": {}, "organization": {}, "named": {}}
        names = list(named.values())
        self._named: dict[Group, list[Referent]] = {
            "person": [referent for referent in names if referent.kind == "person"],
            "organization": [referent for referent in names if referent.kind == "organization"],
            "named": names,
        }
        self._nouns = {noun for referent in names for noun in (*referent.nouns, *referent.head_words)}
        self._places: dict[str, list[Referent]] = {}

    def add(self, mention: Mention) -> None:
        """Take in the next mention, resolved."""
        number, referent = len(self.mentions), mention.referent
        self.mentions.append(mention)
        if referent is None:
            return
        of_kind = self._last.get(referent.kind)
        if of_kind is not None:
            _move_to_end(of_kind, referent, number)
        if referent.name:
            _move_to_end(self._last["named"], referent, number)

    def of_others(self, speaker: Referent) -> Sequence[Mention]:
        """The last mentions of all but one who speaks."""
        return [mention for mention in self.mentions[-MENTIONS_BACK:] if mention.referent is not speaker]

    def mentioned(self, group: Group) -> Iterator[Referent]:
        """The referents of a group that were mentioned not too long ago, by their last mention, the last first."""
        first = len(self.mentions) - MENTIONS_BACK
        for referent, number in reversed(self._last[group].items()):
            if number < first:
                return
            yield referent

    def candidates(self, group: Group) -> Iterator[Referent]:
        """Referents by their last mention, then named ones that the article has yet to mention."""
        yield from self.mentioned(group)
        first, last = max(len(self.mentions) - MENTIONS_BACK, 0), self._last[group]
        for referent in self._named[group]:
            if last.get(referent, -1) < first:
                yield referent

    def has_mentioned(self, referent: Referent) -> bool:
        """Whether a person or body was mentioned not too long ago."""
        last = self._last["person" if referent.kind == "person" else "organization"].get(referent, -1)
        return last >= max(len(self.mentions) - MENTIONS_BACK, 0)

    def note_noun(self, referent: Referent, noun: str) -> None:
        """Take in that something named is called by a noun."""
        referent.nouns.add(noun)
        self._nouns.add(noun)

    def is_noun_of_name(self, noun: str) -> bool:
        """Whether anything named is called by a noun, or has it in its name."""
        return noun in self._nouns

    def places_called(self, lemma: str) -> Sequence[Referent]:
        """The named places that a noun can mean, the one that is named most first; no more than can matter."""
        if lemma not in self._places:
            places = [r for r in self._named["named"] if r.kind == "place" and r.name and lemma in r.nouns]
            self._places[lemma] = sorted(places, key=lambda place: -place.times_named)[:_WEIGHED_PLACES]
        return self._places[lemma]


def _move_to_end(last: dict[Referent, int], referent: Referent, number: int) -> None:
    last.pop(referent, None)
    last[referent] = number
