"""Two and more persons together: "Ada and Karl" is whom "they", "the couple" and "the two" mean after it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claimx.attributions.discourse.callings import calling
from claimx.attributions.discourse.discourse import MENTIONS_BACK
from claimx.attributions.discourse.mentions import is_of_company
from claimx.attributions.discourse.person_kinds import is_of_kind
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.salience import most_salient, near, salience_of
from claimx.attributions.discourse.told import KIN, is_called
from claimx.lexicons.nouns import gender_of_noun, person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: How much more salient than another pair one must be that "the couple" means.
PAIR_MARGIN = 1.3
_PAIR = 2
_OF_ONE_FAMILY = word_set("names/generic_persons", "of_one_family")


def resolve_group(mention: Mention) -> None:
    """Name a group by its members, who are resolved, if all are named; others than persons are no group."""
    group = mention.referent
    if group is None:
        return
    members = [member.referent for member in group.members]
    company = [member for member in group.members if is_of_company(member)]
    if company:  # "Ada Holm and her colleagues" go by her name
        group.members = tuple(member for member in group.members if member not in company)
        members = [member.referent for member in group.members]
    if any(member is None or member.kind != "person" for member in members):
        mention.referent = None
        return
    _note_their_noun(mention, members)
    names = list(dict.fromkeys(member.name for member in members if member is not None and member.name))
    if len(names) == len(members):
        group.name, group.times_named = joined_names(names), 1


def joined_names(names: Sequence[str]) -> str:
    """Names as one tells them: "Ada, Karl and Ida"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def resolve_pair(mention: Mention, history: Sequence[Mention], owner: Referent | None = None) -> Referent | None:
    """The two that "the couple" means; "her parents" are not her and somebody else."""
    groups = (before for before in near(mention, history) if before.kind == "group")
    salience = salience_of(mention, groups, lambda group: all(member.referent is not owner for member in group.members))
    return most_salient(salience, margin=PAIR_MARGIN) or _of_one_surname(mention, history)


def _of_one_surname(mention: Mention, history: Sequence[Mention]) -> Referent | None:
    """The only two of one surname who were named near by: "**Ada Holm** … her brother, **Karl Holm**. The siblings"."""
    if mention.head.lemma.lower() not in _OF_ONE_FAMILY:
        return None
    by_surname: dict[str, dict[Referent, Mention]] = {}
    for before in near(mention, history):
        one = before.referent
        first, _, surname = (one.name or "").rpartition(" ") if one is not None else ("", "", "")
        if one is not None and one.kind == "person" and first and before.kind != "group":
            by_surname.setdefault(surname, {})[one] = before
    pairs = [two for two in by_surname.values() if len(two) == _PAIR and any(one.nouns & KIN for one in two)]
    gender = gender_of_noun(mention.head.lemma.lower())
    if len(pairs) != 1 or any(one.told_gender not in (gender, None) for one in pairs[0] if gender is not None):
        return None
    members = tuple(reversed(pairs[0].values()))
    name = joined_names([member.referent.name or "" for member in members if member.referent is not None])
    return Referent("person", name, number="many", members=members, times_named=1)


def _note_their_noun(mention: Mention, members: Sequence[Referent | None]) -> None:
    """Note what a plural before their names tells of all: "**Bishops** Ada Holm and Karl Lund"."""
    before = mention.head.doc.tokens[mention.start - 1] if mention.start else None
    if before is None:
        return
    forms = (before.lemma.lower(), before.lower.removesuffix("s"))
    singular = next((form for form in forms if form != before.lower and person_noun(form) is not None), None)
    if singular is None:
        return
    for member in members:
        if member is not None:
            member.nouns.add(singular)


def resolve_several(mention: Mention, history: Sequence[Mention]) -> Referent | None:
    """Those who were named together, of whom a plural noun is true: "**Justices Ada Holm and Karl Lund** … the judges".

    Args:
        mention: the noun phrase.
        history: the mentions before it, in text order.
    """
    lemma, called = mention.head.lemma.lower(), calling(mention.head)
    for before in near(mention, history):
        group = before.referent
        if before.kind == "noun" and before.number == "many" and before.head.lemma.lower() == lemma:
            return None  # "Justices Holm and Lund sat. **Other judges** left. The judges …"
        if before.kind != "group" or group is None or not group.name or group.kind != "person":
            continue
        members = [member.referent for member in group.members if member.referent is not None]
        if all(is_called(member, called) or is_of_kind(member, lemma) for member in members):
            return group
    return _of_one_surname(mention, history)


def those_called(head: Token, history: Sequence[Mention]) -> tuple[Referent, ...]:
    """The named persons of whom a plural noun is true, in the order in which they were named."""
    lemma, called = head.lemma.lower(), calling(head)
    named = (m.referent for m in islice(reversed(history), MENTIONS_BACK) if m.kind == "name")
    persons = dict.fromkeys(one for one in named if one is not None and one.kind == "person" and one.name)
    such = [one for one in persons if is_called(one, called) or is_of_kind(one, lemma)]
    return tuple(reversed(such))
