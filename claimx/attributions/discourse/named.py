"""What a name by itself tells of whom it names: the kind, the gender, the nouns that it can be called by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimx.attributions.discourse.referents import KIND_OF_LABEL, Kind, Referent
from claimx.lexicons import nouns
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.records import Entity

_BEHIND_HEAD = word_set("names/reference_words", "behind_head_of_name")
_LANDS, TOWNS = word_set("names/generic_places", "lands"), word_set("names/generic_places", "towns")
_FEDERAL_STATES = word_set("names/generic_places", "federal_states")
_STATE_NOUNS = word_set("names/generic_places", "state_nouns")
_LEGAL_FORMS = word_set("names/name_parts", "legal_forms", "ambiguous_legal_forms")
#: What the evidence of a first name tells of a gender.
_BY_NAME = 5


def named_referents(entities: Sequence[Entity]) -> dict[str, Referent]:
    """The named things by entity id, with what their names tell."""
    found: dict[str, Referent] = {}
    for entity in entities:
        if entity.id not in found:
            found[entity.id] = _by_name(entity)
        found[entity.id].times_named += 1
    return found


def _by_name(entity: Entity) -> Referent:
    """A named thing of the kind that its label tells, with what the words of its name do."""
    name = plain(entity.name)
    words = [word.casefold() for word in name.split()]
    referent = Referent(
        KIND_OF_LABEL.get(entity.label, "thing"),
        entity.name,
        entity.id,
        entity.label,
        name_words=frozenset(words),
        head_words=frozenset(w for w, after in zip(words, [*words[1:], "of"], strict=True) if after in ("of", "for")),
    )
    if referent.kind == "person":
        _note_first_name(referent)
    elif referent.kind == "place":
        referent.nouns |= _nouns_of_place(name.removeprefix("the "), referent.label)
    elif referent.kind == "organization":
        _describe_body(referent, name)
    elif referent.label == "NORP":
        referent.number = "many"
    return referent


def _describe_body(body: Referent, name: str) -> None:
    """Note what the words of an organisation's name tell of it."""
    words, known = [word.casefold() for word in name.split()], nouns.nouns_by_name_word()
    while len(words) > 1 and words[-1].rstrip(".") in _LEGAL_FORMS:
        words.pop()
    stop = next((n for n, word in enumerate(words) if n and word in _BEHIND_HEAD), len(words))
    head = words[stop - 1] if words else ""
    if words and nouns.leads_name(words[0]):
        head = words[0]
    for noun in (head, head.removesuffix("s")):
        if nouns.is_name_head(noun):
            body.nouns.add(noun)
        body.nouns |= known.get(noun, frozenset())
    if nouns.is_plural_body(head):
        body.number = "many"
    body.nations |= nations_of(name.split())


def _nouns_of_place(name: str, label: str) -> set[str]:
    """The nouns that a place can be called by: those for its kind, and the one that is a word of its name."""
    words, known = name.casefold().split(), nouns.nouns_by_name_word()
    stop = next((n for n, word in enumerate(words) if n and word in ("of", "for")), len(words))
    named = {noun for word in (words[:1] + words[stop - 1 : stop]) for noun in (word, word.removesuffix("s"))}
    found = {noun for noun in named if nouns.is_name_head(noun)}
    found |= {noun for word in named for noun in known.get(word, ())}
    if label != "GPE":
        return found
    if name in nouns.nations():
        return found | _LANDS
    return found | (_STATE_NOUNS if name.casefold() in _FEDERAL_STATES else TOWNS)


def nations_of(words: Iterable[str]) -> set[str]:
    """The nations that some words name, or whose people they name."""
    known = nouns.nations()
    return {known[word] for word in words if word in known}


def note_kind(referent: Referent, kind: Kind) -> None:
    """Note what a named thing is after all; nothing of what it was taken for holds of a person."""
    if kind == "person" and referent.kind != "person":
        referent.nouns.clear()
        _note_first_name(referent)
    referent.kind = kind


def _note_first_name(person: Referent) -> None:
    """Note the gender that the first name of a person tells."""
    person.note_gender(nouns.gender_of_name(person.name or ""), _BY_NAME)
