"""Named entities: the tagger's, repaired by rules and lexicons, with one decision a name over the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.lexicons.known_names import Gazetteer, gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.acronyms import defined_terms
from claimx.mentions.names.candidates import Candidate
from claimx.mentions.names.datelines_and_bylines import parts_of_lines
from claimx.mentions.names.detection import find_candidates
from claimx.mentions.names.grouping import group_mentions
from claimx.mentions.names.name_forms import acronyms_of, beginnings_of, is_of_beginnings
from claimx.mentions.names.things import NamedMention, Thing
from claimx.mentions.names.votes import decide_labels, key_of
from claimx.records import Entity

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: Nouns that any body can be called by, which with a capital are no name: "the Company".
_NOUNS_FOR_BODIES = word_set("names/generic_bodies", "any", "trades", "with_capitals")

#: Letters that but stand for a body's name are more than these.
_FEWEST_INITIALS = 2


def find_entities(doc: Parse, text: str) -> list[Entity]:
    """Find what an article names.

    Args:
        doc: the parsed article; ``token.idx`` are offsets into ``text``.
        text: the article's text, untouched.

    Returns:
        Entities in text order, none overlapping another, without a leading "the" or a closing "'s". Labels are those of
        OntoNotes that name things; ``id`` is one for each real-world thing, "e1", "e2" … by first mention, ``name`` its
        fullest name in this article.
    """
    lexicons = gazetteer()
    found = find_candidates(doc, text, lexicons)
    equated, in_lines = _equated(found, text, lexicons), parts_of_lines(text, found)
    labels = decide_labels(doc, found, lexicons, equated=equated, in_lines=in_lines)
    kept = {number: labels[key_of(c)] for number, c in enumerate(found) if key_of(c) in labels}
    place = {number: at for at, number in enumerate(kept)}
    named = [
        NamedMention(c.text, label, c.thing, c.title, in_lines.get(number) == "agency")
        for number, c, label in ((number, found[number], label) for number, label in kept.items())
    ]
    pairs = [(place[a], place[b]) for a, b in equated if a in place and b in place]
    things = group_mentions(named, [(a, b) for a, b in pairs if named[a].label == named[b].label], lexicons)
    entities: list[Entity | None] = [None] * len(kept)
    numbers = list(kept)
    behind_the = {number for number in numbers if found[number].start and doc[found[number].start - 1].lower == "the"}
    things = [t for t in things if not (_is_noun(t) and behind_the.issuperset(numbers[n] for n in t.mentions))]
    for number, thing in enumerate(things, start=1):
        name = " ".join(thing.name.split())
        for mention in thing.mentions:
            candidate = found[numbers[mention]]
            written = text[candidate.span.start : candidate.span.end]
            entities[mention] = Entity(written, candidate.span, thing.label, name, f"e{number}", candidate.told_by)
    return [entity for entity in entities if entity is not None]


def _is_noun(thing: Thing) -> bool:
    """Whether a body is but called by a noun with a capital: "the **Company** expects …"."""
    return thing.label == "ORG" and thing.name.casefold() in _NOUNS_FOR_BODIES


def _equated(found: Sequence[Candidate], text: str, lexicons: Gazetteer) -> list[tuple[int, int]]:
    """Pairs of candidates that the text equates by brackets: "Organisation for … (OPCW)"."""
    pairs = []
    for number, (full, short) in enumerate(pairwise(found)):
        between = text[full.span.end : short.span.start].strip()
        after = text[short.span.end : short.span.end + 1]
        letters = short.text.replace(".", "")
        named = full.label != "PERSON" and " " in full.text and short.thing in (None, full.thing)
        short_for = letters.isalpha() and (letters.isupper() or letters.upper() in acronyms_of(full.text))
        if between == "(" and after == ")" and short_for and named:
            pairs.append((number, number + 1))
    return [*pairs, *defined_terms(text, found), *_of_initials(found), *_made_of_beginnings(found, lexicons)]


def _of_initials(found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs of a body's long name and letters that are but its initials, where no other long name has them."""
    longs: dict[str, dict[str, int]] = {}
    for number, one in enumerate(found):
        if one.label == "ORG" and " " in one.text:
            for letters in acronyms_of(one.text):
                longs.setdefault(letters, {}).setdefault(one.text, number)
    for number, short in enumerate(found):
        fulls = longs.get(short.text.replace(".", ""), {}) if short.text.isupper() and short.thing is None else {}
        if len(fulls) == 1 and len(short.text) > _FEWEST_INITIALS:
            yield next(iter(fulls.values())), number


def _made_of_beginnings(found: Sequence[Candidate], lexicons: Gazetteer) -> Iterator[tuple[int, int]]:
    """Pairs of a long name and a word that is put together from it: "Norland Farmers Union", then "Norfu"."""
    longs: dict[str, dict[tuple[str, ...], int]] = {}
    for number, one in enumerate(found):
        if one.text.count(" ") > 1 and one.label != "PERSON" and (words := beginnings_of(one.text)):
            longs.setdefault(words[0][:1], {}).setdefault(words, number)
    fulls: dict[str, list[int]] = {}
    for number, short in enumerate(found):
        if " " in short.text or short.thing is not None or plain(short.text) in lexicons.first_names:
            continue
        if short.text not in fulls:
            others = longs.get(plain(short.text)[:1].casefold(), {})
            fulls[short.text] = [full for words, full in others.items() if is_of_beginnings(short.text, words)]
        full = next((full for full in fulls[short.text] if full < number), None)
        if full is not None:
            yield full, number
