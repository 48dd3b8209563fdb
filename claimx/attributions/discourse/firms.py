"""Firms that the tagger takes for persons: "Arden's owner, **Holm Homes**, bought it in May. The firm said …"."""

from __future__ import annotations

from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.pronouns import near
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.lexicons.nouns import is_trade, third_person_pronouns
from claimx.lexicons.words import word_set

_IT = {word for word, row in third_person_pronouns().items() if row.kind is None and row.number == "one"}
_OWNERS = word_set("names/generic_bodies", "trades", "owners")


def firm_by_another_label(mention: Mention, history: History) -> Referent | None:
    """The only one near that "the company" can mean where no body is near; is one from now on.

    Of one that is named before "the company" nobody tells a gender or a title. It has acted, as an owner or a trader,
    or is "it" in its sentence.

    Args:
        mention: "the company".
        history: what the article told before it.
    """
    before = [one for one in near(mention, history.mentions) if one.kind == "name" and one.role == "subject"]
    meant = {one.referent for one in before if one.referent is not None and _may_be_firm(one, one.referent)}
    if len(meant) != 1:
        return None
    firm = meant.pop()
    firm.kind = "organization"
    history.note_noun(firm, mention.head.lemma.lower())
    return firm


def _may_be_firm(mention: Mention, referent: Referent) -> bool:
    if referent.kind != "person" or referent.gender or not referent.name:
        return False
    is_it = " " not in referent.name and any(token.lower in _IT for token in mention.head.sent)
    return is_it or any(noun in _OWNERS or is_trade(noun) for noun in referent.nouns)
