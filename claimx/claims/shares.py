"""Who speaks in a run: by name, or its people by role or by pronouns, as monitors of the press count them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from claimx.claims.best_role import best_role
from claimx.lexicons.nouns import may_be_person_noun, noun_of_title
from claimx.lexicons.words import alternatives, word_set
from claimx.records.shares import By, SourceShare

Json = dict[str, Any]

#: Of which types the sources are that are counted; by name of any.
COUNTED: dict[By, frozenset[str]] = {"role": frozenset(("person", "group")), "pronouns": frozenset(("person",))}
#: Where the noun phrase ends that tells the role: before "of", "who", a comma.
_END = re.compile(rf"(?:,|\b(?:{alternatives('names/reference_words', 'behind_role')})\b).*", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+\.?")
_CROWDS = word_set("names/generic_persons", "crowds")


def shares_of_run(rows: Iterable[Json], by: By, full_names: Mapping[str, str] | None = None) -> list[SourceShare]:
    """Count who speaks in a run.

    Args:
        rows: its sources, as ``claimx sources`` writes them.
        by: what puts them together.
        full_names: of persons who are called by their surname alone, as :class:`Surnames` tells them.

    Returns:
        One for each value, those with most words first; null stands for those of whom the articles do not tell it.
        By name persons and what is none stay apart, whatever they are called.
    """
    groups: defaultdict[tuple[str | None, bool], list[Json]] = defaultdict(list)
    known = full_names or {}
    for row in rows:
        if row["voice"] == "source" and (by not in COUNTED or row["type"] in COUNTED[by]):
            groups[_key(row, by, known)].append(row)
    whole = sum(row["words"] for group in groups.values() for row in group)
    shares = [_share(by, group, whole, known) for group in groups.values()]
    return sorted(shares, key=lambda share: (share.value is None, -share.words, -share.claims, share.value or ""))


def _key(row: Json, by: By, full_names: Mapping[str, str]) -> tuple[str | None, bool]:
    """What puts a source together with others, and whether it is by name a person's."""
    if by != "name":
        return _value(row, by, full_names), False
    name = _value(row, by, full_names)
    return (None, False) if name is None else (name.casefold(), row["type"] == "person")


def _value(row: Json, by: By, full_names: Mapping[str, str]) -> str | None:
    """The name, the noun of the role, or the pronouns."""
    if by == "role":
        return role_noun(row["role"] or row["text"])
    value: str | None = row[by]
    return full_names.get(value, value) if by == "name" and value and row["type"] == "person" else value


def _share(by: By, rows: list[Json], whole: int, full_names: Mapping[str, str]) -> SourceShare:
    counts = {key: sum(row[key] for row in rows) for key in ("claims", "direct", "mixed", "indirect", "words")}
    value = _value(rows[0], by, full_names)
    is_one = by == "name" and value is not None
    types = Counter(row["type"] for row in rows)
    return SourceShare(
        by=by,
        value=value,
        names=tuple(dict.fromkeys(row["name"] for row in rows)) if is_one else (),
        role=best_role(row["role"] for row in rows) if is_one else None,
        type=types.most_common(1)[0][0] if is_one else None,
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
