"""Two and more persons together: "Ada and Karl" is whom "they", "the couple" and "the two" mean after it."""

from __future__ import annotations

from claimx.attributions.discourse.referents import Mention


def resolve_group(mention: Mention) -> None:
    """Name a group by its members, who are resolved, if all are named; others than persons are no group."""
    group = mention.referent
    if group is None:
        return
    members = [member.referent for member in group.members]
    if any(member is None or member.kind != "person" for member in members):
        mention.referent = None
        return
    names = list(dict.fromkeys(member.name for member in members if member is not None and member.name))
    if len(names) == len(members):
        group.name, group.times_named = " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))), 1
