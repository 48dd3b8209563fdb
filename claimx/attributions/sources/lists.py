"""Several who speak together, as an answer: by the order of the words, else by the parse."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Mention, Referent, joined_names
from claimx.attributions.sources.answers import Answer, closing_person
from claimx.attributions.sources.heads import words_of
from claimx.attributions.sources.together import joined_to_pronoun, listed_persons, listed_states
from claimx.attributions.statement import Statement
from claimx.grammar import roles
from claimx.grammar.dependents import has_role, in_role
from claimx.lexicons.cues import cue_words
from claimx.records import SourceMention

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token


def listed(statement: Statement, discourse: Discourse) -> Answer | None:
    """Several persons or lands that the words name one after the other."""
    words = words_of(statement, discourse)
    several = listed_persons(words, discourse) or listed_states(words, discourse)
    return together(several, [one.name or "" for one in several], "list") if several else None


def with_those_joined(answer: Answer, words: Sequence[Token], discourse: Discourse) -> Answer:
    """Whom a pronoun means, with the persons whom the words name behind it: "**he** and **Ada Holm** said"."""
    others = joined_to_pronoun(words, discourse)
    one = answer.referent
    if one is None or one.kind != "person" or not one.name or not others or one in others:
        return answer
    speakers = (one, *others)
    return together(speakers, [speaker.name or "" for speaker in speakers], "pronoun and names", "pronominal")


def authors(head: Token, statement: Statement, discourse: Discourse) -> Answer | None:
    """Those who wrote a document together: "a study by **Ada Holm** of Arden and **Karl Lund** of Norland"."""
    words = words_of(statement, discourse)
    by = next((n for n, token in enumerate(words) if token.i > head.i and token.lower in cue_words("by")), len(words))
    persons = listed_persons(words[by + 1 :], discourse)
    if not persons:
        return None
    answer = together(persons, [person.name or "" for person in persons], "authors", "nominal")
    return dataclasses.replace(answer, type="document")


def namesakes(head: Token, discourse: Discourse) -> Answer | None:
    """Those of one surname whom its plural means, where the article names several: "the **Holms**", "the two Holms"."""
    if not head.text.endswith("s") or not any(child.dep == roles.DETERMINER for child in head.children):
        return None
    surnames = {head.text.removesuffix("s"), head.text.removesuffix("es")}
    named = (mention.referent for mention in discourse.mentions if mention.kind == "name")
    persons = {one.name: one for one in named if one is not None and one.kind == "person" and one.name}
    meant = [one for name, one in persons.items() if " " in name and name.rpartition(" ")[2] in surnames]
    return together(tuple(meant), [one.name or "" for one in meant], "namesakes") if len(meant) > 1 else None


def joined(head: Token, statement: Statement, discourse: Discourse) -> Answer | None:
    """Several that speak together; of a group of whom some are unknown the others are its name."""
    if head.dep == roles.CONJUNCT:
        return None
    others = [
        token
        for token in head.conjuncts
        if token.i > head.i and any(start <= token.idx < end for start, end in statement.source)
    ]
    if not any(has_role(token, roles.CONJUNCTION) for token in (head, *others)) or not others:
        return None  # "Bram, Carrick": a name and where its bearer is
    apposed = in_role(head, roles.APPOSITION)
    if apposed and head.i < apposed[0].i < others[0].i and discourse.named_by(others[0]) is None:
        return None  # "Ada Holm, the writer and leader of her party"
    titled = closing_person(words_of(statement, discourse), head, discourse)
    if titled is not None:
        return Answer("person", "named", titled, "titles")
    mentions = [discourse.at(token) for token in (head, *others)]
    named = [
        (m, m.referent, name) for m in mentions if m is not None and m.referent and (name := _name_of(m, discourse))
    ]
    if len(named) < len(mentions):  # nobody is put in the place of those who have no name
        several = tuple(referent for _, referent, _ in named)
        named = [one for one in named if one[0].kind == "name"]
        if not named:
            return Answer("group", "nominal", None, "coordination", several=several) if several else None
    by_name = {name: one for _, one, name in named}  # "Trinidad and Tobago" is one
    if len(by_name) < len(named) == 2:
        return None
    return together(tuple(by_name.values()), list(by_name), "coordination")


def _name_of(mention: Mention, discourse: Discourse) -> str | None:
    """The name of what is mentioned; of a people the words at hand."""
    if mention.referent is None or mention.referent.kind != "people" or mention.kind != "name":
        return mention.referent.name if mention.referent is not None else None
    return written(mention, discourse)


def written(mention: Mention, discourse: Discourse) -> str:
    """A mention's own words."""
    return " ".join(discourse.doc[mention.start : mention.end].text.split())


def together(
    speakers: tuple[Referent, ...], names: Sequence[str], rule: str, mention: SourceMention = "named"
) -> Answer:
    """Several who speak, all of them by name."""
    return Answer("group", mention, None, rule, joined_names(names), speakers)
