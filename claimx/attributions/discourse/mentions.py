"""The mentions of an article in text order: names with their referents, nouns and pronouns, groups of persons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from claimx.attributions.discourse.referents import Mention, MentionKind, Referent, Role
from claimx.grammar import roles, word_classes
from claimx.grammar.nouns import first_of_list, is_definite, is_parent_of_some, is_part_of_word
from claimx.lexicons.nouns import third_person_pronouns
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch, Token

#: The last word of "the 44-year-old", a noun for a person.
AGED = "old"
_FOR = "for"
_OBJECTS = roles.OBJECTS | {roles.ATTRIBUTE, roles.OBJECT_PREDICATE}
_MODIFIERS = roles.PREMODIFIERS | {roles.NOUN_ADVERBIAL}
_PREDICATES = frozenset((roles.ATTRIBUTE, roles.APPOSITION, roles.OBJECT_PREDICATE))
_NOUNLIKE = frozenset((word_classes.ADJECTIVE, word_classes.NUMERAL))
_MAY_BE_NOUN = word_classes.NOUNS | _NOUNLIKE
_ADJECTIVE_ROLES = frozenset((roles.ADJECTIVE, roles.ADJECTIVE_COMPLEMENT))
_COMPANY = word_set("names/generic_persons", "company")
_PRONOUNS = third_person_pronouns()


def find_mentions(doc: Parse, names: Sequence[tuple[Stretch, Referent]], quoted: Set[int]) -> list[Mention]:
    """All mentions of an article by one thing each, in text order; nouns and pronouns still without referent.

    Args:
        doc: the parsed article.
        names: its names, with whom they name.
        quoted: the rows that stand in quotations.
    """
    starts = [sentence.start for sentence in doc.sents]
    found = [_by_name(name, referent, starts, quoted) for name, referent in names]
    named = {row for name, _ in names for row in range(name.start, name.end)}
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            if token.pos not in _MAY_BE_NOUN and token.lower not in _PRONOUNS:
                continue  # as most
            if token.i in named or (kind := _kind(token)) is None:
                continue
            start = max(token.left_edge.i, sentence.start) if kind == "noun" else token.i
            mention = Mention(token, start, token.i + 1, kind, number, _role(token), token.i in quoted)
            if _is_plural(token):
                mention.number = "many"
            found.append(mention)
    return sorted(found, key=lambda mention: mention.head.i)


def _by_name(name: Stretch, referent: Referent, starts: Sequence[int], quoted: Set[int]) -> Mention:
    head = name.root
    sentence = bisect_right(starts, head.i) - 1
    return Mention(
        head, name.start, name.end, "name", sentence, _role_of_name(head), head.i in quoted, referent, referent.number
    )


def _role_of_name(head: Token) -> Role:
    """What a name is in its clause; who is said to hold what follows is as good as its subject: "For **Holm**, …"."""
    leads = head.dep == roles.PREPOSITION_OBJECT and head.head.lower == _FOR and bool(head.head.is_sent_start)
    return "subject" if leads else _role(head)


def _kind(token: Token) -> MentionKind | None:
    if token.lower in _PRONOUNS:
        return "pronoun"
    if token.pos in word_classes.NOUNS:
        if token.dep not in _MODIFIERS:
            return None if is_part_of_word(token) and not is_parent_of_some(token) else "noun"
    elif token.pos in _NOUNLIKE and token.dep in _PREDICATES and is_definite(token):
        return "noun"  # "the first", "the youngest of five"
    is_aged = token.lower == AGED and token.pos == word_classes.ADJECTIVE and token.dep not in _ADJECTIVE_ROLES
    return "noun" if is_aged and is_definite(token) else None


def _is_plural(token: Token) -> bool:
    pronoun = _PRONOUNS.get(token.lower)
    return token.tag in word_classes.PLURALS or (pronoun is not None and pronoun.number == "many")


def _role(token: Token) -> Role:
    token = first_of_list(token)
    if token.dep == roles.ROOT and any(child.dep in roles.CLAUSES_OF_NOUNS for child in token.children):
        return "subject"  # "Nolan, who is nine, left", where the parser has missed the verb
    if token.dep in roles.ALL_SUBJECTS:
        return "subject"
    if token.dep == roles.POSSESSOR and token.head.dep in roles.SUBJECTS and not _is_named(token.head):
        return "subject"  # "**Holm's** fate is unclear, but she said …", not "**Holm's** aunt Ada left, but she …"
    return "object" if token.dep in _OBJECTS else "other"


def _is_named(noun: Token) -> bool:
    """Whether a noun is a name, or stands before the name of whom it means: "her **colleague** Ada Holm"."""
    apposed = noun.child(roles.APPOSITION)
    return noun.pos == word_classes.NAME or (apposed is not None and apposed.pos == word_classes.NAME)


def add_groups(mentions: Sequence[Mention]) -> list[Mention]:
    """An article's mentions with one more for each group of persons joined by "and", behind the last of them."""
    by_head = {mention.head.i: mention for mention in mentions}
    groups: dict[int, Mention] = {}
    for head in _firsts_of_lists(mentions):
        group = _group(by_head[head.i], by_head) if head.i in by_head else None
        if group is not None:
            groups[group.head.i] = group
    found: list[Mention] = []
    for mention in mentions:
        found.append(mention)
        if mention.head.i in groups:
            found.append(groups[mention.head.i])
    return found


def _firsts_of_lists(mentions: Sequence[Mention]) -> list[Token]:
    """The heads that mentions are joined to, once each; each step up is taken once, since a list may be endless."""
    climbed: set[int] = set()
    found: list[Token] = []
    for mention in mentions:
        token = mention.head
        while token.dep == roles.CONJUNCT and token.head is not token and token.i not in climbed:
            climbed.add(token.i)
            token = token.head
        if token is not mention.head and token.i not in climbed:
            climbed.add(token.i)
            found.append(token)
    return found


def _group(first: Mention, by_head: Mapping[int, Mention]) -> Mention | None:
    """The mention of several persons together whose first is ``first``, if all of them may be persons."""
    head = first.head
    members = [by_head.get(token.i) for token in (head, *head.conjuncts) if token.i >= head.i]
    while (before := _listed_before(first, by_head)) is not None:
        members.insert(0, before)
        first = before
    known = [member for member in members if member is not None and _may_be_person(member)]
    if len(known) < 2 or len(known) < len(members):
        return None
    last = known[-1]
    referent = Referent("person", number="many", members=tuple(known))
    return Mention(
        last.head, first.start, last.end, "group", first.sentence, first.role, first.quoted, referent, "many"
    )


def _listed_before(mention: Mention, by_head: Mapping[int, Mention]) -> Mention | None:
    """The person named before another, whom the parser takes for an apposition: "**Ada Holm**, Karl Lund and …"."""
    head = mention.head
    before = by_head.get(head.head.i) if head.dep == roles.APPOSITION and head.head.i < head.i else None
    if before is None or before.kind != "name" or mention.kind != "name" or not _may_be_person(before):
        return None
    between = head.doc.tokens[before.end : mention.start]
    return before if [token.text for token in between] == [","] else None


def _may_be_person(mention: Mention) -> bool:
    if mention.kind == "name":
        return mention.referent is not None and mention.referent.kind == "person"
    return mention.kind == "pronoun" or mention.number == "one" or is_of_company(mention)


def is_of_company(mention: Mention) -> bool:
    """Whether several are meant who go with somebody: "Ada Holm and **her colleagues**"."""
    head = mention.head
    is_owned = any(child.dep == roles.POSSESSOR and child.pos == word_classes.PRONOUN for child in head.children)
    return mention.kind == "noun" and is_owned and head.lemma.lower() in _COMPANY
