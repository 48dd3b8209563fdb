"""What one run or edition has and another has not: claims lost, gained and changed."""

from __future__ import annotations

import difflib
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from claimx.records import Claim

#: What is compared of claims that belong together; where they stand, and how sure claimx is, may differ.
COMPARED: dict[str, Callable[[Claim], Any]] = {
    "text": lambda claim: claim.text,
    "source": lambda claim: claim.source and (claim.source.name or claim.source.text),
    "cue": lambda claim: claim.cue and claim.cue.text,
    "form": lambda claim: claim.form,
    "made": lambda claim: claim.made and (claim.made.value or claim.made.text),
    "act": lambda claim: claim.act,
    "stance": lambda claim: claim.stance,
    "polarity": lambda claim: claim.polarity,
    "certainty": lambda claim: claim.certainty,
    "quantities": lambda claim: [(q.text, q.value, q.high, q.bound, q.unit) for q in claim.quantities],
    "times": lambda claim: [(time.text, time.value) for time in claim.times],
}
#: What tells that two claims are one, the surest first.
_TOLD_BY: tuple[Callable[[Claim], Any], ...] = (lambda claim: (claim.key, claim.doc.id), lambda claim: claim.key)
#: How alike the words of two claims are, of which one may have become the other: difflib's ratio of words.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that was lost, gained or changed; of a changed one both, and the names of what differs."""

    kind: Literal["lost", "gained", "changed"]
    old: Claim | None
    new: Claim | None
    fields: tuple[str, ...] = ()


def differences(old: Iterable[Claim], new: Iterable[Claim]) -> Iterator[Difference]:
    """Compare claims, those lost or changed in the order of ``old``, then those gained in the order of ``new``.

    Claims with one key are one claim; of the others those with most words in common, of one document if the documents
    have the same names, are taken for one that was changed.
    """
    old, new = [*old], [*new]
    pairs = dict(_by_key(old, new))
    matched = {*pairs.values()}
    left = [n for n in range(len(new)) if n not in matched]
    same_names = {claim.doc.id for claim in old} & {claim.doc.id for claim in new}
    for place, was in enumerate(old):
        if place in pairs:
            continue
        rivals = [n for n in left if new[n].doc.id == was.doc.id or was.doc.id not in same_names]
        if (best := _most_alike(was, [new[n] for n in rivals])) is not None:
            pairs[place] = rivals[best]
            left.remove(rivals[best])
    for place, was in enumerate(old):
        if place not in pairs:
            yield Difference("lost", was, None)
        elif fields := _changed(was, new[pairs[place]]):
            yield Difference("changed", was, new[pairs[place]], fields)
    yield from (Difference("gained", None, new[n]) for n in left)


def _by_key(old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Places of claims with one key, those of one document first."""
    left_old, left_new = [*range(len(old))], {*range(len(new))}
    for told_by in _TOLD_BY:
        waiting: dict[Any, deque[int]] = defaultdict(deque)
        for place in sorted(left_new):
            waiting[told_by(new[place])].append(place)
        unmatched: list[int] = []
        for place in left_old:
            if same := waiting[told_by(old[place])]:
                left_new.discard(same[0])
                yield place, same.popleft()
            else:
                unmatched.append(place)
        left_old = unmatched


def _most_alike(claim: Claim, others: Sequence[Claim]) -> int | None:
    words = claim.text.casefold().split()
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(words)
    best, place = ALIKE, None
    for n, other in enumerate(others):
        matcher.set_seq1(other.text.casefold().split())
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
            best, place = ratio + 1e-9, n
    return place


def _changed(was: Claim, now: Claim) -> tuple[str, ...]:
    return tuple(name for name, value in COMPARED.items() if value(was) != value(now))
