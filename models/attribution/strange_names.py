"""Puts other names into texts, so that the name tagger goes by how a name is used and not by which one it is.

News of one country holds one country's names; here each text gets names of another (``world_names``).
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from world_bodies import WorldNames
from world_names import made_of

Spans = tuple[tuple[int, int, tuple[str, ...]], ...]
#: Share of names that are kept: of persons' words, of places and bodies of one word (those that everyone knows are to
#: be known), of longer names of bodies.
KEPT_WORDS, KEPT_SINGLE, KEPT_BODIES = 0.1, 0.5, 0.65


class Swapper:
    """Replaces some names of a text, each by the same name throughout."""

    def __call__(
        self, text: str, spans: Spans, unsure: Sequence[tuple[int, int]], dice: random.Random
    ) -> tuple[str, Spans, tuple[tuple[int, int], ...]]:
        """Give the text with other names, with the spans and the unsure words where they stand in it."""
        given: dict[str, str] = {}
        names = WorldNames(dice)
        changes: list[tuple[int, int, str]] = []
        for start, end, labels in sorted(spans):
            other = _other(text[start:end], labels, given, names)
            if other is not None and (not changes or changes[-1][1] <= start):
                changes.append((start, end, other))
        pieces, at, shifts = [], 0, []
        for start, end, other in changes:
            pieces += [text[at:start], other]
            at = end
            shifts.append((end, len(other) - (end - start)))
        pieces.append(text[at:])

        def moved(start: int, end: int) -> tuple[int, int]:
            before = sum(shift for until, shift in shifts if until <= start)
            return start + before, end + sum(shift for until, shift in shifts if until <= end)

        return (
            "".join(pieces),
            tuple((*moved(s, e), labels) for s, e, labels in sorted(spans)),
            tuple(moved(s, e) for s, e in unsure),
        )


def _other(name: str, labels: tuple[str, ...], given: dict[str, str], names: WorldNames) -> str | None:
    """Another name for one of the same kind; null for those that are kept."""
    words = name.split()
    if "PERSON" in labels and len(words) <= 3:
        for word in words:
            if word not in given:
                own = names.pool()[0]
                other = names.dice.choice(own.last if word is words[-1] else own.first)
                given[word] = word if names.often(KEPT_WORDS) else other
        return " ".join(given[word] for word in words)
    if name.isupper() or not set(labels) <= {"ORG", "GPE", "LOC", "FAC"}:
        return None
    if name not in given:
        if len(words) == 1:
            other = names.coined() if labels == ("ORG",) else names.town()
            given[name] = name if names.often(KEPT_SINGLE) else other
        elif labels == ("ORG",):
            other = made_of(names.dice, (names.body, names.body, names.firm, names.paper, names.party, names.group))
            given[name] = name if names.often(KEPT_BODIES) else other
        else:
            return None
    return given[name]
