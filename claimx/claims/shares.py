"""Who speaks in a run as a whole: its people by role or by pronouns, as monitors of the press count them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from claimx.lexicons.nouns import may_be_person_noun, noun_of_title
from claimx.lexicons.words import alternatives, word_set
from claimx.records.shares import By, SourceShare

Json = dict[str, Any]

#: Of which types the sources are that are counted.
COUNTED: dict[By, frozenset[str]] = {"role": frozenset(("person", "group")), "pronouns": frozenset(("person",))}
#: Where the noun phrase ends that tells the role: before "of", "who", a comma.
_END = re.compile(rf"(?:,|\b(?:{alternatives('names/reference_words', 'behind_role')})\b).*", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+\.?")
_CROWDS = word_set("names/generic_persons", "crowds")


def shares_of_run(rows: Iterable[Json], by: By) -> list[SourceShare]:
    """Count the people who speak in a run by what they are.

    Args:
        rows: its sources, as ``claimx sources`` writes them.
        by: what puts them together.

    Returns:
        One for each value, those with most words first; null stands for those of whom the articles do not tell it.
    """
    groups: defaultdict[str | None, list[Json]] = defaultdict(list)
    for row in rows:
        if row["voice"] == "source" and row["type"] in COUNTED[by]:
            groups[role_noun(row["role"] or row["text"]) if by == "role" else row["pronouns"]].append(row)
    whole = sum(row["words"] for group in groups.values() for row in group)
    shares = [_share(by, value, group, whole) for value, group in groups.items()]
    return sorted(shares, key=lambda share: (share.value is None, -share.words, -share.claims, share.value or ""))


def _share(by: By, value: str | None, rows: list[Json], whole: int) -> SourceShare:
    counts = {key: sum(row[key] for row in rows) for key in ("claims", "direct", "mixed", "indirect", "words")}
    return SourceShare(
        by=by,
        value=value,
        sources=len(rows),
        documents=len({row["doc"]["id"] for row in rows}),
        **counts,
        share=round(counts["words"] / whole, 4) if whole else 0.0,
    )


def role_noun(words: str) -> str | None:
    """The noun that tells somebody's role, in the singular: "minister" for "Foreign Minister", "senator" for "Sen."."""
    for word in reversed(_WORD.findall(_END.sub("", words, count=1))):
        title: str | None = noun_of_title(word)
        if title is not None:
            return title
        noun: str = word.lower()
        if noun in _CROWDS:
            return None
        for form in (noun, noun.removesuffix("s")):
            if may_be_person_noun(form):
                return form
    return None
