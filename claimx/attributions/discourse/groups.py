"""Two and more persons together: "Ada and Karl" is whom "they", "the couple" and "the two" mean after it."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.attributions.discourse.pronouns import most_salient, salience_of
from claimx.attributions.discourse.referents import Mention, Referent

#: How much more salient than another pair one must be that "the couple" means.
PAIR_MARGIN = 1.3


def with_groups(mentions: Sequence[Mention]) -> list[Mention]:
    """Add to an article's mentions one for each group of persons joined by "and", behind the last of them."""
    by_head = {mention.head.i: mention for mention in mentions}
    found: list[Mention] = []
    groups: dict[int, Mention] = {}
    for mention in mentions:
        head = mention.head
        if head.dep == "conj" or not any(child.dep == "conj" for child in head.children):
            continue
        members = [by_head.get(token.i) for token in (head, *head.conjuncts) if token.i >= head.i]
        known = [member for member in members if member is not None and _may_be_person(member)]
        if len(known) > 1 and len(known) == len(members):
            last = known[-1]
            groups[last.head.i] = Mention(
                last.head,
                mention.start,
                last.end,
                "several",
                mention.sentence,
                mention.place,
                mention.quoted,
                Referent("person", number="many", members=tuple(known)),
                "many",
            )
    for mention in mentions:
        found.append(mention)
        if mention.head.i in groups:
            found.append(groups[mention.head.i])
    return found


def _may_be_person(mention: Mention) -> bool:
    if mention.kind == "name":
        return mention.referent is not None and mention.referent.kind == "person"
    return mention.kind == "pronoun" or mention.number == "one"


def name_group(mention: Mention) -> None:
    """Name a group by its members once these are resolved, if all are named; others than persons are no group."""
    group = mention.referent
    if group is None:
        return
    members = [member.referent for member in group.members]
    if any(member is None or member.kind != "person" for member in members):
        mention.referent = None
        return
    names = list(dict.fromkeys(member.name for member in members if member is not None and member.name))
    if len(names) == len(members):
        group.name, group.names = ", ".join(names[:-1]) + " and " + names[-1], 1


def pair(mention: Mention, history: Sequence[Mention], owner: Referent | None = None) -> Referent | None:
    """The two that "the couple" means; "her parents" are not her and somebody else."""
    salience = salience_of(
        mention,
        history,
        lambda m, r: m.kind == "several" and owner not in [member.referent for member in r.members],
    )
    return most_salient(salience, margin=PAIR_MARGIN)
