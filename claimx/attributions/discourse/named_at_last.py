"""Who says something without a name, and is then quoted by it: "**A nurse** said …. “…,” **Ada Holm** told us"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from claimx.attributions.discourse.ages import age_behind
from claimx.attributions.discourse.callings import calling, office_of
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.leads import is_inverted, leads
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.told import told_to_be
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.nouns import gender_of_noun, noun_of_title, person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_DESCRIBING = word_classes.NOUNS | {word_classes.ADJECTIVE}
#: How many words a full name has at least.
FULL = 2
#: How many quoted words, marks and all, are but a fragment; how many of them in the paragraph of the description.
FRAGMENT, FEW = 8, 3
#: How many sentences later who is meant by his office alone is named.
SOON = 2
_COURTESY = word_set("names/generic_persons", "courtesy")
#: Nouns that tell no office of somebody: "Dr Ada Holm", and whoever is on trial.
NO_OFFICES = {noun_of_title(title) for title in _COURTESY} | word_set("names/trials", "defendants")
_UNNAMED = word_set("names/generic_persons", "unnamed_speakers")
_OF_BODIES = word_set("names/generic_persons", "spokespersons")


def relative_named(mention: Mention, discourse: Discourse) -> Referent | None:
    """The relative who speaks and is then quoted by name: "**Her husband** doubts it. “It leaks,” **Omar** says"."""
    before, behind = discourse.parted_at(mention.head)
    gender = gender_of_noun(mention.head.lemma.lower())
    known = {m.referent for m in before if m.kind == "name" and not m.quoted}
    if not has_role(mention.head, roles.POSSESSOR) or not _reports(mention.head):
        return None
    for other in behind:
        if "\n" in discourse.doc.text[mention.head.idx : other.head.idx] or other.sentence > mention.sentence + SOON:
            return None
        if not _is_another_person(other):
            continue
        one = other.referent
        if other.kind != "name" or one is None or one in known or told_to_be(one) or not _reports(other.head):
            return None
        fits = one.told_gender in (gender, None) and _quotes(other.head.sent, discourse, FEW)
        return one if fits and other.sentence > mention.sentence else None
    return None


def is_named_at_last(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """Whether somebody says something, and is then quoted by a full name of which nothing tells whose it is.

    "**A nurse at the clinic** said wards were shut. “We sleep in the hall,” **Ada Holm** told reporters." Below a
    headline who is named at the start of the next paragraph need not be quoted.
    Aides and sources stay without a name, spokesmen beyond a paragraph.
    """
    referent = name.referent
    text = discourse.doc.text[mention.head.idx : name.head.idx]
    lemma, is_quoted = mention.head.lemma.lower(), "\n" not in text and _quotes(name.head.sent, discourse, FEW)
    if lemma in _UNNAMED and not (lemma in _OF_BODIES and is_quoted):
        return False
    office = office_of(calling(mention.head))  # of a barrister that of a lawyer
    if referent is None or not _stands_alone(name, office):
        return False
    if {office_of(noun) for noun in referent.nouns - NO_OFFICES} - {office}:
        return False
    if not (_reports(mention.head) and _reports(name.head)) or _quotes(mention.head.sent, discourse):
        return False
    if not _quotes(name.head.sent, discourse) and "\n" in text and not leads(mention, discourse):
        return False
    _, behind = discourse.parted_at(mention.head)
    between = takewhile(lambda other: other is not name, behind)
    inside = name.start if name.head.head.dep == roles.CONJUNCT else name.head.sent.start  # before it is what he says
    return not any(_is_another_person(other) for other in between if other.head.i < inside)


def _stands_alone(name: Mention, office: str) -> bool:
    """Whether a full name has nothing by it that tells who bears it; an age, "Ms" or the office before it do not."""
    if name.end - name.start < FULL:
        return False
    tokens, row = name.head.doc.tokens, name.start - 1
    while row >= 0 and (tokens[row].text.removesuffix(".") in _COURTESY or office_of(tokens[row].lower) == office):
        row -= 1
    if row >= 0 and tokens[row].pos in _DESCRIBING:
        return False
    behind = [child for child in name.head.children if child.i >= name.end and child.dep != roles.PUNCTUATION]
    is_bare = all(child.lemma.lower() in cue_rows() for child in behind)  # "said Ada Holm, **adding** that …"
    return is_bare or bool(age_behind(name))


def is_explained(name: Mention) -> bool:
    """Whether brackets behind a name tell whose it is: "Ada Holm (**farmers' union**)"."""
    tokens = name.head.doc.tokens
    return name.end + 1 < len(tokens) and tokens[name.end].text == "(" and tokens[name.end + 1].pos in _DESCRIBING


def _reports(head: Token) -> bool:
    """Whether a word is the subject of a verb of saying, or of several verbs among which there is one."""
    verbs = (head.head, *head.head.conjuncts) if head.dep in roles.SUBJECTS or is_inverted(head) else ()
    return any(verb.lemma.lower() in cue_rows() for verb in verbs)


def _quotes(sentence: Iterable[Token], discourse: Discourse, fragment: int = FRAGMENT) -> bool:
    """Whether more than a few words of a sentence are quoted."""
    return sum(token.i in discourse.quoted for token in sentence) > fragment


def _is_another_person(mention: Mention) -> bool:
    """Whether a name or noun outside of what is said is of somebody who says something, or of a person who acts."""
    if mention.is_said or mention.role != "subject" or mention.number == "many" or mention.head.dep == roles.APPOSITION:
        return False
    if mention.kind == "noun":
        return _reports(mention.head) or person_noun(mention.head.lemma.lower()) is not None
    return mention.kind == "name" and mention.referent is not None and mention.referent.kind == "person"
