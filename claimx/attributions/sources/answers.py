"""Whom the words of a source mean by themselves: a name, a government for its capital, a crowd, an agent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Kind, Mention, Referent, resolve_anybody
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role
from claimx.lexicons.cues import cue_words
from claimx.lexicons.names import plain
from claimx.lexicons.nouns import has_agent_ending, nations, person_noun, seats_of_power
from claimx.lexicons.words import word_set
from claimx.records import SourceMention, SourceType

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: The kind of a referent to the type of a source.
TYPES: Mapping[Kind, SourceType] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "people": "group",
    "document": "document",
    "thing": "unknown",
}
_GOVERNMENTS = word_set("names/generic_bodies", "governments")
_CROWDS, _PARTIAL = word_set("names/generic_persons", "crowds"), word_set("names/small_words", "partial")
_RELATIVES = cue_words("relatives")
_PEOPLE_ENDINGS = tuple(word_set("names/reference_words", "people_endings"))
_ONE_OF_A_PEOPLE = frozenset((word_classes.SINGULAR, word_classes.NAME_SINGULAR, word_classes.PLAIN_ADJECTIVE))
_MARKS = frozenset((word_classes.PUNCTUATION, word_classes.SPACE))
_IN_TITLE = word_classes.NOUNS | {word_classes.ADJECTIVE, word_classes.DETERMINER, word_classes.NUMERAL}


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a source's words mean: type, kind of mention, referent, and the rule that tells it.

    ``name`` stands where the referent's would not do: a list of several, or a people by the words at hand.
    ``several`` are the named ones among those who speak together.
    """

    type: SourceType
    mention: SourceMention
    referent: Referent | None
    rule: str
    name: str | None = None
    several: tuple[Referent, ...] = ()

    @property
    def speakers(self) -> tuple[Referent, ...]:
        """All who speak, one by one."""
        if self.referent is None:
            return self.several
        members = (member.referent for member in self.referent.members)
        return tuple(one for one in members if one is not None) or (self.referent,)


def named_source(mention: Mention, referent: Referent, discourse: Discourse) -> Answer:
    """What a name as source means: itself, a government for its capital, one of a people."""
    text = discourse.doc[mention.start : mention.end].text
    written = plain(text)
    country = seats_of_power().get(written)
    if referent.kind in ("place", "organization") and country is not None and written not in nations():
        return _metonym(referent, country, discourse)
    if referent.kind == "people" and _is_one_of_a_people(mention):
        before, people = discourse.before(mention.head), mention.head.lower
        one = resolve_anybody(mention, before, people=people) or resolve_anybody(mention, before)
        return Answer("person", "nominal", one, "one of a people")
    if referent.kind == "people" and any(token.lower in _PARTIAL for token in mention.head.subtree):
        return Answer("group", "nominal", None, "some of a people")
    kind = TYPES[referent.kind]
    if referent.number == "many" and kind == "organization" and not referent.nouns:
        kind = "group"
    return Answer(kind, "named", referent, "name", " ".join(text.split()) if referent.kind == "people" else None)


def _is_one_of_a_people(mention: Mention) -> bool:
    """Whether "the Republican" is meant, not "Republicans" or "the French"."""
    head = mention.head
    is_singular = head.tag in _ONE_OF_A_PEOPLE and not head.lower.endswith(_PEOPLE_ENDINGS)
    return is_singular and has_role(head, roles.DETERMINER)


def _metonym(referent: Referent, country: str, discourse: Discourse) -> Answer:
    """A capital or building that speaks: the government that the article names, else itself."""
    if referent.kind == "organization":
        return Answer("organization", "metonymic", referent, "metonym")
    bodies = [r for r in discourse.named.values() if r.kind == "organization" and country in r.nations]
    government = next((body for body in bodies if body.nouns & _GOVERNMENTS), None)
    if government is not None:
        return Answer("organization", "metonymic", government, "metonym of a government")
    return Answer("place", "metonymic", referent, "metonym")


def type_of_noun(head: Token) -> SourceType:
    """The type of source that a noun without a referent names, by its number and its ending."""
    lemma = head.lemma.lower()
    if lemma in _CROWDS or head.lower in _CROWDS:
        return "group"
    if head.lower in ("one", "old"):
        return "person"
    if has_agent_ending(lemma):
        return "group" if head.tag == word_classes.PLURAL else "person"
    return "unknown"


def closing_person(tokens: Sequence[Token], head: Token, discourse: Discourse) -> Referent | None:
    """The person whose name closes a source's words: "TV doctor **Susan Blake**", "his deputy, **Omid Nazari**".

    What stands before the name is its bearer's title or titles, or what it is in apposition to.

    Args:
        tokens: the source's words, in text order.
        head: of them, whatever the parse makes of it.
        discourse: the article.
    """
    words = _before_insertion([token for token in tokens if token.pos not in _MARKS or token.text == ","])
    named = discourse.by_name.get(words[-1].i) if words else None
    if named is None or named.referent is None or named.referent.kind != "person" or words[-1].i != named.end - 1:
        return None
    before = [token for token in words if token.i < named.start]
    if _are_titles(before):
        return named.referent
    if any(token.pos == word_classes.ADPOSITION and token.nbor(-1).text == "," for token in before if token.i):
        return None  # "the accused, of Church Lane, Little Marling": an address
    comma = max((place for place, token in enumerate(before) if token.text == ","), default=-1)
    title = before[comma + 1 :]
    if any(token.pos not in _IN_TITLE or token.tag == word_classes.POSSESSIVE_MARK for token in title):
        return None
    return named.referent if comma < 0 or head.tag not in word_classes.PLURALS else None


def _before_insertion(words: Sequence[Token]) -> list[Token]:
    """Words up to an age or a relative clause that a comma parts from them: "Ada Holm, 41", "Ada Holm, who …"."""
    for place, token in enumerate(words):
        behind = words[place + 1 : place + 2]
        if token.text == "," and all(next_.lower in _RELATIVES or next_.like_num for next_ in behind):
            return list(words[:place])
    return list(words)


def _are_titles(words: Sequence[Token]) -> bool:
    """Whether words before a name are titles of one person: "founder and chief executive", but no "wife and"."""
    parts: list[list[Token]] = [[]]
    words = words[:-1] if words and words[-1].text == "," else words
    for token in words:
        if token.text == "-" or (token.tag == word_classes.POSSESSIVE_PRONOUN and len(parts) == 1):
            continue  # "his wife and **his** lawyer Ada Holm" are two
        if token.text == "," or token.pos == word_classes.COORDINATOR:
            parts.append([])
        elif token.pos == word_classes.ADVERB:
            continue  # "former minister and **now** chairman"
        elif token.pos in _IN_TITLE and token.tag not in word_classes.PLURALS:
            parts[-1].append(token)
        else:
            return False
    parts = [part for part in parts if part]
    if any(token.pos == word_classes.DETERMINER for part in parts[1:] for token in part):
        return False  # "the mayor and the writer Ada Holm" are two
    return len(parts) > 1 and words[-1] is parts[-1][-1] and all(person_noun(part[-1].lemma.lower()) for part in parts)
