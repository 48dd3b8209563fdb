"""What nouns, pronouns, titles and first names tell of whom they mean: person, body or document, gender and number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from claimx.lexicons.loader import load
from claimx.lexicons.names import Country, DocumentNoun, FirstNames, Metonym, NameHead, Noun, Title, plain
from claimx.lexicons.words import WordSet, word_set

Gender = Literal["f", "m"]


@dataclass(frozen=True, slots=True)
class ThirdPersonPronoun:
    """A row of ``pronouns.toml``: what the pronoun asks of whom it means; a null kind or gender may be any."""

    number: Literal["one", "many"]
    kind: Literal["person"] | None = None
    gender: Gender | None = None
    reflexive: bool = False


_PERSON = Noun()
_PLURAL_BODIES = word_set("names/generic_bodies", "plural")
_MORE_BODIES = word_set("names/generic_bodies", "more")
_PARTICLES = word_set("names/small_words", "particles")
_TRADES = word_set("names/generic_bodies", "trades")
_TRADE_ENDINGS = tuple(word_set("names/generic_bodies", "trade_endings"))
#: Endings of compound nouns for people ("shopkeeper"), and of nouns for people who do something ("activist").
_PERSON_ENDINGS = tuple(word_set("names/reference_words", "person_endings"))
_AGENT_ENDINGS = tuple(word_set("names/reference_words", "agent_endings"))


def third_person_pronouns() -> Mapping[str, ThirdPersonPronoun]:
    """The pronouns of the third person, small-lettered."""
    return load("names/pronouns", ThirdPersonPronoun)


@lru_cache(maxsize=8192)
def person_noun(lemma: str) -> Noun | None:
    """What a common noun tells of the person that it names; null for one that names none ("river")."""
    row = load("names/person_nouns", Noun).get(lemma)
    return _PERSON if row is None and lemma.endswith(_PERSON_ENDINGS) else row


def may_be_person_noun(lemma: str) -> bool:
    """Whether a common noun names people, by the lexicon or by its ending ("reader", "activist")."""
    return lemma.endswith(_AGENT_ENDINGS) or person_noun(lemma) is not None


def has_agent_ending(lemma: str) -> bool:
    """Whether a noun ends as those for people who do something ("reader", "activist")."""
    return lemma.endswith(_AGENT_ENDINGS)


def synonym_class(lemma: str) -> str | None:
    """The class of nouns for people of which one can stand for another ("boy" and "son" are of class "child")."""
    row = load("names/person_nouns", Noun).get(lemma)
    return row.like if row else None


def gender_of_noun(lemma: str) -> Gender | None:
    """The gender that a noun for people tells ("spokeswoman")."""
    row = load("names/person_nouns", Noun).get(lemma)
    return row.gender if row else None


def is_name_head(noun: str) -> bool:
    """Whether a common noun is one that names of bodies and sites end in ("ministry", "bridge")."""
    return noun in load("names/name_heads", NameHead)


def leads_name(noun: str) -> bool:
    """Whether a noun, as it is looked up, tells a body's kind although it opens the name ("Radio Meridian")."""
    return noun in _leading_heads()


@cache
def _leading_heads() -> frozenset[str]:
    return frozenset(plain(noun) for noun, row in load("names/name_heads", NameHead).items() if row.leads)


def is_body_noun(lemma: str) -> bool:
    """Whether a common noun is one for an organisation ("ministry", "coalition")."""
    row = load("names/name_heads", NameHead).get(lemma)
    return lemma in _MORE_BODIES or (row is not None and row.label == "ORG")


@lru_cache(maxsize=8192)
def is_trade(lemma: str) -> bool:
    """Whether a noun is one for firms by what they do, which are companies, too ("airline", "carmaker")."""
    return lemma in _TRADES or (lemma.endswith(_TRADE_ENDINGS) and person_noun(lemma) is None)


def is_plural_body(lemma: str) -> bool:
    """Whether a noun for a body is a plural in English ("police", "troops")."""
    return lemma in _PLURAL_BODIES


def is_document_noun(lemma: str) -> bool:
    """Whether a common noun is one for a document, whose issuer says what it says ("report")."""
    return lemma in load("names/documents", DocumentNoun)


def deed_of_document(lemma: str) -> tuple[str, str]:
    """The verb that tells what somebody does who issues a document, and what must follow it ("write", "to")."""
    row = load("names/documents", DocumentNoun).get(lemma)
    return (row.verb, row.behind) if row else ("", "")


def gender_of_name(name: str) -> Gender | None:
    """The gender that a person's first name tells."""
    first, *rest = plain(name).split(" ")[0].split("-")
    if rest and first.lower() in _PARTICLES:  # "Al-Arden"
        return None
    gender = _genders_of_first_names().get(first)
    return "f" if gender == "f" else "m" if gender == "m" else None


def gender_of_title(title: str) -> Gender | None:
    """The gender that a title tells ("Mr", "MR.", "Queen")."""
    own = plain(title)
    row = titles().get(own) or (titles().get(own.capitalize()) if own.isupper() else None)
    return row.gender if row else None


def noun_of_title(title: str) -> str | None:
    """The noun that a title shortens ("governor" for "Gov.")."""
    row = titles().get(plain(title))
    return row.noun if row else None


@cache
def titles() -> Mapping[str, Title]:
    """What titles tell, by the title as it is looked up."""
    return {plain(key): row for key, row in load("names/titles", Title).items()}


def is_title(words: str) -> bool:
    """Whether words are a title or a rank, in capitals, too ("Ms.", "SEN.")."""
    return plain(words).casefold() in _titles_in_small_letters()


@cache
def _titles_in_small_letters() -> frozenset[str]:
    return frozenset(title.casefold() for title in titles())


@cache
def _genders_of_first_names() -> Mapping[str, str]:
    rows = load("names/first_names", FirstNames)
    return {plain(name): gender for gender, row in rows.items() for name in row.names}


@cache
def nations() -> Mapping[str, str]:
    """The country that a name or demonym stands for ("Kenyan" for "Kenya")."""
    found: dict[str, str] = {}
    for row in load("names/countries", Country).values():
        for name in (row.key, *row.aliases, *row.demonyms):
            found.setdefault(plain(name), row.key)
    return found


@cache
def seats_of_power() -> Mapping[str, str]:
    """The land or body whose government a capital or building stands for ("Nairobi", "the Kremlin")."""
    found: dict[str, str] = {}
    for row in load("names/countries", Country).values():
        for seat in row.capitals:
            found.setdefault(plain(seat), row.key)
    return found | {plain(key): row.of for key, row in load("names/metonyms", Metonym).items()}


@cache
def nouns_by_name_word() -> Mapping[str, frozenset[str]]:
    """By a word of a name, as looked up, the nouns that a body or site can be called by ("infirmary": "hospital")."""
    nouns: dict[str, set[str]] = {}
    for noun, row in load("names/kinds", WordSet).items():
        for word in row.words:
            nouns.setdefault(plain(word), set()).add(noun)
    return {word: frozenset(found) for word, found in nouns.items()}
