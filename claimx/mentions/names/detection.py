"""Where names stand: in chunks of capitalised words, over small ones, and elsewhere, as the tagger sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

import regex

from claimx.grammar import roles, word_classes
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.acronyms import names_spelt_out
from claimx.mentions.names.candidates import NAME_LABELS, Candidate
from claimx.mentions.names.chunk_names import INITIALS, names_in
from claimx.mentions.names.chunks import chunks
from claimx.mentions.names.context_votes import is_acronym, opens_ticker
from claimx.mentions.names.headings import is_heading, names_in_heading
from claimx.mentions.names.homographs import names_like_function_words, names_like_titles
from claimx.mentions.names.legal_forms import names_with_legal_forms
from claimx.mentions.names.lower_case_heads import nation_bodies, sites
from claimx.mentions.names.name_forms import acronyms_of
from claimx.mentions.names.nicknames import names_with_nicknames
from claimx.mentions.names.portfolio_lists import names_with_lists
from claimx.mentions.names.tagged import names_of_tagger, whole_names
from claimx.mentions.names.tags_and_codes import tags_and_codes, touches
from claimx.mentions.names.words import Word, words_of

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch


_HALVES_OF_DAYS = word_set("names/small_words", "halves_of_days")
_CLOCK, _ZONE = regex.compile(r"\d{1,2}[:.]\d{2}(?:[ap]\.?m\.?)?|\d{1,2}[ap]m"), regex.compile(r"\p{Lu}{1,3}T")
#: Two letters that open a sentence may be another word.
_SHORTEST_ACRONYM = 2
#: What does not follow a body's short name at the head of a sentence: "**Jets** of the coalition".
_NEVER_BEHIND = frozenset(("of", "-"))
_GREETINGS = word_set("names/letters", "foreign_greetings")


class Capitals(NamedTuple):
    """What the rest of the article tells of the capitals that open its sentences.

    ``seen`` are words that alone stand capitalised inside sentences, ``small`` those that stand in small letters,
    ``begun`` those with which the longer name of a body begins, as the tagger sees it.
    """

    seen: frozenset[str]
    small: frozenset[str]
    begun: frozenset[str]


def find_candidates(doc: Parse, text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """All spans of the article that may be names, in text order, none overlapping another."""
    persons = names_like_function_words(doc, gazetteer) | names_like_titles(doc, gazetteer)
    tags = tags_and_codes(text)
    sentences = [words_of(sentence, text, gazetteer, persons) for sentence in doc.sents]
    headings = [is_heading(words) for words in sentences]
    plain_sentences = [words for words, heading in zip(sentences, headings, strict=True) if not heading]
    begun = frozenset(entity[0].text for entity in doc.ents if entity.label == "ORG" and len(entity) > 1)
    capitals = _capitals(sentences, plain_sentences, begun)
    tagged: defaultdict[int, list[Stretch]] = defaultdict(list)
    for entity in doc.ents:
        if entity.label in NAME_LABELS:
            tagged[entity.sent.start].append(entity)
    found: list[Candidate] = []
    for sentence, words, heading in zip(doc.sents, sentences, headings, strict=True):
        if not heading:
            found += _in_sentence(words, doc, text, capitals, tagged[sentence.start], gazetteer)
    written = frozenset(candidate.text for candidate in found)
    for sentence, words, heading in zip(doc.sents, sentences, headings, strict=True):
        if heading:
            seen = [e for e in tagged[sentence.start] if len(e) > 1 or e[0].is_upper or e.label == "PERSON"]
            here = [*nation_bodies(words, text, gazetteer), *names_in_heading(words, text, written, gazetteer)]
            here = [candidate for candidate in here if not _ends_person(candidate, seen)]
            taken = {i for candidate in here for i in range(candidate.start, candidate.end)}
            found += _without_overlaps([*here, *names_of_tagger(seen, text, gazetteer, taken)])
    found = [candidate for candidate in found if not touches(tags, *candidate.span)]
    initials = {letters for c in found if c.label == "ORG" and " " in c.text for letters in acronyms_of(c.text)}
    found = [candidate for candidate in found if candidate.told_by != INITIALS or candidate.text in initials]
    return sorted(found, key=lambda candidate: candidate.span)


def _capitals(
    sentences: Sequence[list[Word]], plain_sentences: Sequence[list[Word]], begun: frozenset[str]
) -> Capitals:
    seen = frozenset(plain(word.text) for words in plain_sentences for word in _telling(words))
    small = frozenset(word.text for words in sentences for word in words if word.text.islower())
    return Capitals(seen, small, begun)


def _in_sentence(
    words: Sequence[Word], doc: Parse, text: str, capitals: Capitals, tagged: Sequence[Stretch], gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """The candidates of a sentence that is no heading."""
    runs = list(chunks(words, gazetteer, capitals.seen, capitals.small))
    cut = [candidate for run in runs for candidate in names_in(run, doc, text, gazetteer)]
    here = [*nation_bodies(words, text, gazetteer), *cut]
    if cut:
        here += [*sites(cut, words, text, gazetteer), *names_with_lists(cut, words, text, gazetteer)]
    told = [*names_with_legal_forms(here, words, text), *names_with_nicknames(words, text, gazetteer)]
    told += whole_names(tagged, gazetteer)
    here = _over([*told, *names_spelt_out(here, words, text)], here)
    if tagged:
        used = [*(word for run in runs for word in run), *(word for word in words if _is_no_name(word))]
        taken = {i for word in used for i in range(word.start, word.end)}
        here += names_of_tagger(tagged, text, gazetteer, taken)
    openings = {word.start for word in words if word.opening} if here else set()
    for candidate in _without_overlaps(here):
        is_bare = _is_bare_opening(candidate, openings, capitals, doc)
        tells_nothing = _is_ticker(candidate, doc) or _is_time_zone(candidate, doc) or _is_greeting(candidate, doc)
        if not is_bare and not tells_nothing:
            yield candidate


def _ends_person(candidate: Candidate, tags: Sequence[Stretch]) -> bool:
    """Whether a word that the rest of the article knows ends a person's full name: "Ruiz" in "Ana Ruiz"."""
    if candidate.label is not None:
        return False
    return any(e.label == "PERSON" and e.start < candidate.start and e.end == candidate.end for e in tags)


def _is_no_name(word: Word) -> bool:
    """Whether capitals tell a time zone, or a politician's party and state."""
    return word.text[:1].isupper() and not word.capitalised and (word.text.isupper() or "-" in word.text)


def _telling(words: Sequence[Word]) -> Iterator[Word]:
    """The words of a sentence whose capital tells that they alone are names: not its first, none inside of a name.

    "The Northern Grid Authority" does not tell that "Grid" alone is a name.
    """
    for number, word in enumerate(words):
        if not word.capitalised or word.opening or word.tag not in word_classes.NAME_FORMS:
            continue
        before = words[number - 1] if number else None
        after = words[number + 1] if number + 1 < len(words) else None
        inside = word.adjacent and before is not None and before.capitalised and not before.opening
        if not (inside and after is not None and after.capitalised and after.adjacent):
            yield word


def _is_bare_opening(candidate: Candidate, openings: Set[int], capitals: Capitals, doc: Parse) -> bool:
    """Whether a candidate is but a word that opens a sentence: only the tagger takes it for a name, or nothing.

    A bare head noun ("City") is a name only after "the".
    """
    alone = candidate.end - candidate.start == 1 and candidate.told_by == "head"
    if alone and candidate.label != "ORG" and (candidate.start == 0 or doc[candidate.start - 1].lower != "the"):
        return True
    if candidate.start not in openings or candidate.label is not None or candidate.end - candidate.start > 1:
        return False
    if plain(candidate.text) in capitals.seen or plain(candidate.text).title() in capitals.seen:
        return False
    if is_acronym(candidate.text) and len(candidate.text) > _SHORTEST_ACRONYM:
        return False  # without evidence from elsewhere it gets no label
    first = doc[candidate.start]
    is_subject = first.dep in roles.SUBJECTS and first.tag == word_classes.NAME_SINGULAR
    has_complement = candidate.end < len(doc) and doc[candidate.end].lower in _NEVER_BEHIND
    acts = first.ent_type == "ORG" and not has_complement and (is_subject or first.text in capitals.begun)
    return candidate.text.lower() in capitals.small or not (acts or first.ent_type in ("PERSON", "GPE", "NORP"))


def _is_time_zone(candidate: Candidate, doc: Parse) -> bool:
    """Whether capitals behind an hour are the letters of a time zone: "6 p.m. **ET**", "18:30 **NZST**"."""
    before = doc[candidate.start - 1].lower if candidate.start else ""
    is_hour = before in _HALVES_OF_DAYS or _CLOCK.fullmatch(before) is not None
    return is_hour and _ZONE.fullmatch(candidate.text) is not None


def _is_ticker(candidate: Candidate, doc: Parse) -> bool:
    """Whether a candidate is but what a firm's shares are called: "(LSE: HLDN)"."""
    return candidate.start > 2 and doc[candidate.start - 1].text == ":" and opens_ticker(doc[candidate.start - 3])


def _is_greeting(candidate: Candidate, doc: Parse) -> bool:
    """Whether a candidate is but a greeting of another language, or closes one: "Guten Tag", "Eid **Mubarak**"."""
    before = doc[candidate.start - 1].text if candidate.start else ""
    name = plain(candidate.text).casefold()
    return name in _GREETINGS or (" " not in name and plain(f"{before} {name}").casefold() in _GREETINGS)


def _over(told: list[Candidate], found: list[Candidate]) -> list[Candidate]:
    """Candidates whose extent something proves, and the others; of the same words, the one that tells more."""
    known = {c.span for c in found if c.label not in (None, "PERSON")}
    bare = {c.span for c in found} - known
    told = [c for c in told if c.span not in known and (c.label is not None or c.span not in bare)]
    spans = {candidate.span for candidate in told}
    return [*told, *(c for c in found if c.span not in spans)]


def _without_overlaps(found: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (c.span.start, -c.span.end)):
        if not kept or kept[-1].span.end <= candidate.span.start:
            kept.append(candidate)
        elif candidate.span.end > kept[-1].span.end and (
            candidate.told_by == "join" or candidate.weight > kept[-1].weight
        ):
            kept[-1] = candidate
    return kept
