"""Where names stand: in chunks of capitalised words, over small ones, and elsewhere, as the tagger sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.acronyms import abbreviated
from claimx.mentions.names.candidates import HEADED, NAME_LABELS, SURE, Candidate, make
from claimx.mentions.names.homographs import openers
from claimx.mentions.names.kind_nouns import apposed_noun, beside, listed, tells
from claimx.mentions.names.legal_forms import firms
from claimx.mentions.names.runs import Word, chunks, words_of
from claimx.mentions.names.titles import names_in
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch

#: The words of the longest name that is looked for in a heading.
LONGEST_IN_HEADING = 6
_MODIFIERS, _SITES, _SITE_MODIFIERS = (
    word_set("names/kind_nouns", "nation_and_body"),
    word_set("names/kind_nouns", "sites"),
    word_set("names/kind_nouns", "site_modifiers"),
)
_DASHES = frozenset(("—", "–", "--"))
_PORTFOLIOS = word_set("names/name_parts", "portfolios")
_GOVERNMENTS = frozenset(("government", "administration", "regime", "cabinet"))
_NATURAL = frozenset(("mountains", "river"))


def candidates(doc: Parse, text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """All spans of the article that may be names, in text order, none overlapping another."""
    persons = openers(doc, gazetteer)
    sentences = [(words_of(sentence, text, gazetteer, persons), sentence) for sentence in doc.sents]
    tagged: dict[int, list[Stretch]] = {}
    for entity in doc.ents:
        if entity.label in NAME_LABELS:
            tagged.setdefault(entity.sent.start, []).append(entity)
    headings = [_is_heading(words) for words, _ in sentences]
    seen = frozenset(
        plain(word.text)
        for (words, _), heading in zip(sentences, headings, strict=True)
        if not heading
        for word in _telling(words)
    )
    small = frozenset(word.text for words, _ in sentences for word in words if word.text.islower())
    seen |= {
        plain(word.text)
        for words, _ in sentences
        for word in words
        if word.first and word.cap and word.text.lower() not in small and _is_apposed(doc, word, gazetteer)
    }
    found: list[Candidate] = []
    for (words, sentence), heading in zip(sentences, headings, strict=True):
        if heading:
            continue
        openings = {word.start for word in words if word.first}
        names = list(chunks(words, gazetteer, seen, small))
        here = list(_joined(words, text, gazetteer))
        cut = [candidate for chunk in names for candidate in names_in(chunk, doc, text, gazetteer)]
        here += [*cut, *_sites(cut, words, text, gazetteer), *listed(cut, words, text, gazetteer)]
        here += beside(words, doc, text, gazetteer)
        here = _over([*abbreviated(words, doc, text, gazetteer)], here)
        here = _over([*firms(here, words, text)], here)
        here += _from_tagger(
            tagged.get(sentence.start, ()),
            text,
            gazetteer,
            {i for chunk in names for w in chunk for i in range(w.start, w.end)},
        )
        found += [c for c in _without_overlaps(here) if not _is_bare_opening(c, openings, seen, small, doc)]
    written = frozenset(candidate.text for candidate in found)
    surnames = frozenset(c.text.rpartition(" ")[2] for c in found if " " in c.text and c.label in (None, "PERSON"))
    for (words, sentence), heading in zip(sentences, headings, strict=True):
        if heading:
            here = [*_joined(words, text, gazetteer), *_in_heading(words, text, written, gazetteer)]
            taken = {i for candidate in here for i in range(candidate.start, candidate.end)}
            tags = [e for e in tagged.get(sentence.start, ()) if len(e) > 1 or e[0].is_upper or e.text in surnames]
            found += _without_overlaps([*here, *_from_tagger(tags, text, gazetteer, taken)])
    return sorted(found, key=lambda candidate: candidate.span)


def _in_heading(words: Sequence[Word], text: str, written: frozenset[str], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Names in a heading, where capitals tell nothing: those that the lexicons or the rest of the article know."""
    i = 0
    while i < len(words):
        for stop in range(min(len(words), i + LONGEST_IN_HEADING), i, -1):
            name = text[words[i].begin : words[stop - 1].stop]
            known = gazetteer.find(name) if words[i].cap and words[stop - 1].cap else None
            if known is not None and known.sure:
                yield make(words[i:stop], text, (known.label, SURE, known.thing, "gazetteer"))
            elif name in written and words[i].cap:
                yield make(words[i:stop], text, (None, 0.0, known.thing if known else None, "heading"))
            else:
                continue
            i = stop - 1
            break
        i += 1


def _telling(words: Sequence[Word]) -> Iterator[Word]:
    """The words of a sentence whose capital tells that they alone are names: not its first, none inside of a name.

    "The Northern Grid Authority" does not tell that "Grid" alone is a name.
    """
    for number, word in enumerate(words):
        if not word.cap or word.first or word.tag not in ("NNP", "NNPS"):
            continue
        before = words[number - 1] if number else None
        after = words[number + 1] if number + 1 < len(words) else None
        inside = word.glued and before is not None and before.cap and not before.first
        if not (inside and after is not None and after.cap and after.glued):
            yield word


def _is_apposed(doc: Parse, word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a phrase in apposition tells what the opening of a sentence names: "Tana, the firm that …, said"."""
    if word.tag not in ("NNP", "NNPS") or word.end >= len(doc) or gazetteer.is_noun(word.text):
        return False
    return tells(apposed_noun(doc, word.end), gazetteer)


def _is_heading(words: Sequence[Word]) -> bool:
    """Whether most longer words of a sentence are capitalised, so that capitals tell nothing."""
    if words and words[0].text in _DASHES:  # who is quoted: "— Home Secretary Ann Lee"
        return False
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return (
        len(long) > 3
        and words[-1].text not in (".", "”", "?", "!")
        and sum(word.text[0].isupper() for word in long) >= 0.8 * len(long)
    )


def _is_bare_opening(
    candidate: Candidate, openings: set[int], seen: frozenset[str], small: frozenset[str], doc: Parse
) -> bool:
    """Whether a candidate is but a word that opens a sentence: only the tagger takes it for a name, or nothing.

    A bare head noun ("City") is a name only after "the".
    """
    alone = candidate.end - candidate.start == 1 and candidate.rule == "head"
    if alone and candidate.label != "ORG" and (candidate.start == 0 or doc[candidate.start - 1].lower != "the"):
        return True
    if candidate.start not in openings or candidate.label is not None or candidate.end - candidate.start > 1:
        return False
    if plain(candidate.text) in seen or plain(candidate.text).title() in seen:
        return False
    return candidate.text.lower() in small or doc[candidate.start].ent_type not in ("PERSON", "GPE", "NORP")


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
            candidate.rule == "join" or candidate.weight > kept[-1].weight
        ):
            kept[-1] = candidate
    return kept


# --- names that small letters belong to -------------------------------------


def _joined(words: Sequence[Word], text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Join "Syrian government", "US-led coalition": a nationality or country with the noun that makes a body of it."""
    for j in range(1, len(words)):
        word = words[j]
        head = gazetteer.heads.get(word.text.lower())
        if head is None or not head.joins or word.cap or not word.glued or word.pos not in ("NOUN", "PROPN"):
            continue
        i = j
        while i > 0 and j - i < 3 and words[i].glued and _modifies(words[i - 1], gazetteer):
            i -= 1
        if i > 2 and words[i - 1].text in ("led", "backed") and words[i - 2].text == "-":
            i -= 2
        elif i == j and _is_led(words, j):
            yield make(words[j - 1 : j + 1], text, ("ORG", HEADED, None, "join"))
            continue
        elif not words[i].glued:
            continue
        start = _nation(words, i, text, gazetteer)
        if start < i:
            known = gazetteer.names.get(plain(text[words[start].begin : word.stop]))
            told = (known.label, SURE, known.thing) if known is not None else ("ORG", HEADED, None)
            yield make(words[start : j + 1], text, (*told, "join"))


def _is_led(words: Sequence[Word], j: int) -> bool:
    """Whether a government is called by who leads it: "the Trump administration"."""
    if j < 2 or words[j].text not in _GOVERNMENTS or words[j - 2].text.lower() != "the":
        return False
    name = words[j - 1]
    return name.cap and name.glued and name.tag == "NNP" and not name.text.isupper()


def _sites(found: Sequence[Candidate], words: Sequence[Word], text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Join "Mezzeh military airport", "Zagros mountains": a name with the small-lettered noun for a site after it."""
    place = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number for number, word in enumerate(words)}
    for candidate in found:
        if candidate.label in ("NORP", "PERSON") or candidate.thing in gazetteer.states or candidate.end not in ends:
            continue
        first, j = place[candidate.start], ends[candidate.end] + 1
        while j < len(words) and words[j].glued and words[j].text in _SITE_MODIFIERS:
            j += 1
        if j < len(words) and words[j].glued and words[j].text in _SITES and words[j].pos == "NOUN":
            label = "LOC" if words[j].text in _NATURAL else "FAC"
            yield make(words[first : j + 1], text, (label, HEADED, None, "site"))


def _modifies(word: Word, gazetteer: Gazetteer) -> bool:
    head = gazetteer.heads.get(word.text.lower())
    return word.text.lower() in _MODIFIERS or (head is not None and head.joins and not word.cap)


def _nation(words: Sequence[Word], end: int, text: str, gazetteer: Gazetteer) -> int:
    """The first word of the nationalities or the country that end before word ``end``; ``end`` if there are none."""
    start = end
    while start > 0 and end - start < 4:
        for length in (3, 2, 1):
            first = start - length
            if first < 0 or not words[first].cap:
                continue
            known = gazetteer.names.get(plain(text[words[first].begin : words[start - 1].stop]))
            if known is not None and known.label in ("NORP", "GPE"):
                start = first
                break
        else:
            return start
        if not words[start].glued:
            return start
    return start


# --- names that only the tagger sees -------------------------------------------


def _from_tagger(entities: Sequence[Stretch], text: str, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Candidate]:
    """Take the entities that no chunk touches (titles of works, names in small letters), trimmed of small words."""
    for entity in entities:
        if any(i in taken for i in range(entity.start, entity.end)):
            continue
        tokens = [token for token in entity if token.text[:1].isupper()]
        if not tokens or all(token.is_stop or token.pos in ("ADV", "VERB", "ADP", "AUX") for token in tokens):
            continue
        first, last = tokens[0], tokens[-1]
        if len(tokens) == 1 and (
            gazetteer.is_noun(first.text)
            or first.lower in _PORTFOLIOS
            or (first.is_upper and first.pos in ("VERB", "ADJ"))
        ):
            continue
        if len(first) == len(tokens) == 1 or plain(text[first.idx : last.idx + len(last)]) in gazetteer.titles:
            continue
        if first.is_stop and len(tokens) > 1 and first.lower in ("the", "a", "an", "this"):
            first = tokens[1]
        span = Span(first.idx, last.idx + len(last))
        yield Candidate(first.i, last.i + 1, span, text[span.start : span.end], None, 0.0, None, "tagged")
