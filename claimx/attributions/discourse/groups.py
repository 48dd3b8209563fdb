"""Two and more persons together: "Ada and Karl" is whom "they", "the couple" and "the two" mean after it."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.attributions.discourse.mentions import is_of_company
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.salience import most_salient, near, salience_of

#: How much more salient than another pair one must be that "the couple" means.
PAIR_MARGIN = 1.3


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
    names = list(dict.fromkeys(member.name for member in members if member is not None and member.name))
    if len(names) == len(members):
        group.name, group.times_named = " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))), 1


def resolve_pair(mention: Mention, history: Sequence[Mention], owner: Referent | None = None) -> Referent | None:
    """The two that "the couple" means; "her parents" are not her and somebody else."""
    groups = (before for before in near(mention, history) if before.kind == "group")
    salience = salience_of(mention, groups, lambda group: all(member.referent is not owner for member in group.members))
    return most_salient(salience, margin=PAIR_MARGIN)
