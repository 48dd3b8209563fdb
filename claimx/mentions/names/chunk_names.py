"""Names inside a chunk of capitalised words: titles passed over, known names, head nouns with their complements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.lexicons.known_names import Gazetteer, Known
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import (
    AMBIGUOUS,
    FIRST_NAME,
    HEADED,
    SURE,
    TITLED,
    Candidate,
    Evidence,
    make_candidate,
)
from claimx.mentions.names.firms_of_lands import branch_end, goes_on_as_firm
from claimx.mentions.names.heads_and_titles import (
    MAX_RUN,
    complement,
    head_end,
    known_name,
    office_in,
    title_length,
)
from claimx.mentions.names.words import CONNECTORS, NUMERALS, PARTICLES, Word

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: What tells of a noun in capitals ("MCA") that it may be the initials of a body that the article names.
INITIALS = "initials"
_DIRECTIONS = word_set("names/name_parts", "directions")
_CLOSING_DIRECTIONS = word_set("names/name_parts", "closing_directions")
_PORTFOLIOS = word_set("names/name_parts", "portfolios")
_OFFICES = word_set("names/name_parts", "offices_of_portfolios")
_INNER_TITLES = word_set("names/name_parts", "titles_inside_names")
#: Letters after a person's name, and those of them that have other meanings, too.
_POSTNOMINALS = word_set("names/name_parts", "postnominals")
_AMBIGUOUS_POSTNOMINALS = word_set("names/name_parts", "ambiguous_postnominals")


def names_in(chunk: Sequence[Word], doc: Parse, text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Cut a chunk of capitalised words into names, passing over titles."""
    i, opening, title, office = 0, 0, None, False
    while i < len(chunk):
        length = title_length(chunk, i, doc, gazetteer)
        if length:
            title = " ".join(word.text for word in chunk[i : i + length])
            i, opening = i + length, i
            continue
        if not chunk[i].capitalised:
            office = chunk[i].text in CONNECTORS and (office or title is not None)
            title = None if chunk[i].text in CONNECTORS else title
            i += 1
            continue
        if _is_postnominal(chunk, i, doc):
            i, title = i + 1, None
            continue
        if (end := _office_for(chunk, i)) > i:
            i, title = end, None
            continue
        if office and (end := _portfolio_end(chunk, i, doc, text, gazetteer)) > i:
            i, office = end, False
            continue
        stop, evidence = _name_at(chunk, i, doc, text, gazetteer, titled=title is not None, of_office=office)
        stop += _is_numbered(chunk, stop, evidence.label)
        if evidence.label is None and stop - i > 1 and stop < len(chunk) and _is_postnominal(chunk, stop, doc):
            evidence = Evidence("PERSON", TITLED, told_by="postnominal")
        if evidence.label is None and (person := _person_at_end(chunk, i, stop, doc)):
            i = person
            evidence = Evidence("PERSON", FIRST_NAME, told_by="role")
        if evidence.label is not None or not gazetteer.is_noun(chunk[stop - 1].text):
            initial = title is not None and stop == i + 1 and len(chunk[i].text) == 1  # "Mrs M" as courts write
            yield make_candidate(chunk[opening if initial else i : stop], text, evidence, title)
        elif stop == i + 1 and chunk[i].text.isupper():
            yield make_candidate(chunk[i:stop], text, Evidence(told_by=INITIALS))
        title = office_in(chunk, i, stop, doc, gazetteer) if evidence.label == "ORG" else None
        i, office = stop, False


def _person_at_end(chunk: Sequence[Word], i: int, stop: int, doc: Parse) -> int:
    """Where the person begins whom the tagger sees at the end of a run behind other words; 0 if there is none.

    "Political Editor | Matthew Boyle": no list has all roles.
    """
    last = doc[chunk[stop - 1].end - 1]
    first = stop - 1
    while first > i and doc[chunk[first].start].ent_iob == "I":
        first -= 1
    whole = last.ent_type == doc[chunk[first].start].ent_type == "PERSON"
    free = doc[chunk[first - 1].end - 1].ent_type not in ("PERSON", "ORG") if first else False
    return first if whole and free and chunk[first].capitalised and i < first < stop - 1 else 0


def _is_numbered(chunk: Sequence[Word], stop: int, label: str | None) -> bool:
    """Whether a numeral or a direction closes a name: "World War Two", "Battlegroup North"."""
    if stop >= len(chunk) or not chunk[stop].adjacent:
        return False
    closing = stop + 1 == len(chunk) and label in ("ORG", "FAC") and chunk[stop].text.lower() in _CLOSING_DIRECTIONS
    return chunk[stop].text in NUMERALS or (closing and chunk[stop].capitalised)


def _is_postnominal(chunk: Sequence[Word], i: int, doc: Parse) -> bool:
    """Whether letters follow a person's name: "Ann Moor QC", "Rhea Stark, MD"."""
    word = chunk[i]
    letters = plain(word.text).replace(".", "")
    if letters not in _POSTNOMINALS and letters not in _AMBIGUOUS_POSTNOMINALS:
        return False
    before = doc[word.start - 1] if word.start else None
    comma = before is not None and before.text == "," and i == 0
    if comma and word.start > 1:
        before = doc[word.start - 2]
    if before is None or not (i or comma) or not before.text.istitle() or (i and not word.adjacent):
        return False
    first = doc[max(0, before.i - 1)]
    named = before.ent_type == "PERSON" and (first.text.istitle() or first.ent_type == "PERSON")
    return named or (not comma and letters not in _AMBIGUOUS_POSTNOMINALS)


def _portfolio_end(chunk: Sequence[Word], i: int, doc: Parse, text: str, gazetteer: Gazetteer) -> int:
    """Where what an office is for ends: "High Commissioner for Human Rights"; ``i`` where a name stands there."""
    end, j = i, i
    while j < len(chunk) and (chunk[j].capitalised or chunk[j].text in ("and", "&")):
        if title_length(chunk, j, doc, gazetteer):
            break
        j += 1
        end = j if chunk[j - 1].text.lower() in _PORTFOLIOS else end
    return end if known_name(chunk, i, text, gazetteer)[0] == i else i


def _office_for(chunk: Sequence[Word], i: int) -> int:
    """Where an office begins before which it is told what for: "Energy and Mines | Minister"; else ``i``."""
    j, is_joined = i, False
    while j + 1 < len(chunk) and chunk[j].capitalised:
        following = chunk[j + 1]
        if chunk[j].text.lower() not in _PORTFOLIOS:
            if not is_joined or not following.capitalised:
                break
            j, is_joined = j + 1, False  # "Health and **Social** Care"
            continue
        if following.text.lower() in _OFFICES:
            return j + 1
        is_joined = following.text in ("and", "&")
        j += 1 + is_joined
    return i


def _name_at(
    chunk: Sequence[Word], i: int, doc: Parse, text: str, gazetteer: Gazetteer, *, titled: bool, of_office: bool
) -> tuple[int, Evidence]:
    """Where the name that begins at word ``i`` ends, and what its words tell."""
    lead = gazetteer.heads.get(chunk[i].text.lower())
    leads = lead is not None and lead.leads and i + 1 < len(chunk) and chunk[i + 1].capitalised and not titled
    if lead is not None and leads and plain(chunk[i].text) not in gazetteer.first_names:
        return _run_end(chunk, i, doc, gazetteer), Evidence(lead.label, HEADED, told_by="head")
    known_end, known = _known_or_part(chunk, i, text, gazetteer)
    stop = 0 if titled and not known_end else head_end(chunk, i, doc, gazetteer)
    first_name = stop == i + 2 and plain(chunk[i].text) in gazetteer.first_names
    if first_name and _is_person(chunk[i:stop], doc) and not gazetteer.heads[chunk[i + 1].text.lower()].firm:
        return stop, Evidence("PERSON", FIRST_NAME, told_by="first name")
    if (
        stop == i + 1
        and stop < len(chunk)
        and chunk[stop].capitalised
        and not title_length(chunk, stop, doc, gazetteer)
        and office_in(chunk, i, stop, doc, gazetteer) is None
    ):
        stop = 0
    if stop > known_end:
        stop, label = complement(chunk, i, stop, doc, text, gazetteer)
        return branch_end(chunk, i, stop, gazetteer), Evidence(label, HEADED, told_by="head")
    if known is not None and known_end:
        if known.label == "ORG":
            stop, label = complement(chunk, i, known_end, doc, text, gazetteer)
            if stop > known_end and label is not None:
                return stop, Evidence("ORG", HEADED, told_by="head")
            if (end := branch_end(chunk, i, known_end, gazetteer)) > known_end:
                return end, Evidence("ORG", HEADED, told_by="branch")
        if goes_on_as_firm(chunk, i, known_end, known, doc, gazetteer):
            end = _run_end(chunk, i, doc, gazetteer)
            if end > known_end:
                return end, Evidence("ORG", HEADED, told_by="firm")
        is_of_office = of_office and known.label == "GPE" and known_end + 1 < len(chunk)  # "Governor of **Kano** A. B."
        if is_of_office or not _continues(chunk, i, known_end, known, doc, gazetteer):
            return known_end, _by_lexicon(known)
    stop = _run_end(chunk, i, doc, gazetteer)
    return stop, _run_evidence(chunk[i:stop], text, gazetteer, titled=titled)


def _by_lexicon(known: Known) -> Evidence:
    weight = SURE if known.sure else FIRST_NAME if known.label == "PERSON" else AMBIGUOUS
    return Evidence(known.label, weight, known.thing, "gazetteer")


def _run_evidence(run: Sequence[Word], text: str, gazetteer: Gazetteer, *, titled: bool) -> Evidence:
    """What a run of capitalised words tells that neither a lexicon nor a head noun knows."""
    if titled:
        return Evidence("PERSON", TITLED, told_by="title")
    if run[0].opens_person:
        return Evidence("PERSON", FIRST_NAME, told_by="first name")
    if any(word.text == "&" for word in run):
        return Evidence("ORG", HEADED, told_by="ampersand")
    if len(run) > 1 and plain(run[0].text) in gazetteer.first_names:
        return Evidence("PERSON", FIRST_NAME, told_by="first name")
    known = gazetteer.find(text[run[0].begin : run[-1].stop]) if len(run) < 4 else None
    return _by_lexicon(known) if known is not None else Evidence(told_by="capitals")


def _known_or_part(chunk: Sequence[Word], i: int, text: str, gazetteer: Gazetteer) -> tuple[int, Known | None]:
    """A known name, also after a direction ("East Mosul")."""
    end, known = known_name(chunk, i, text, gazetteer)
    if i + 1 < len(chunk) and chunk[i].text.lower() in _DIRECTIONS and end <= i + 1:
        next_end, beside = known_name(chunk, i + 1, text, gazetteer)
        if beside is not None and beside.label in ("GPE", "LOC", "NORP"):
            end, known = next_end, beside._replace(thing=f"{chunk[i].text} {beside.thing}")
        elif chunk[i + 1].capitalised and chunk[i + 1].adjacent:
            return i, None  # "West Java", "Western Digital"
    return end, known


def _continues(chunk: Sequence[Word], i: int, stop: int, known: Known, doc: Parse, gazetteer: Gazetteer) -> bool:
    """Whether a known name is but the beginning of a longer one: "Jordan Smith", "Paris Saint-Germain"."""
    if (
        stop >= len(chunk)
        or not chunk[stop].capitalised
        or known.label == "NORP"
        or title_length(chunk, stop, doc, gazetteer)
    ):
        return False
    if not known.sure:
        following = gazetteer.find(chunk[stop].text) if plain(chunk[i].text) in gazetteer.first_names else None
        is_surname = following is not None and following.label == "PERSON"  # "Austin | Merkel"
        return is_surname or chunk[stop].text not in gazetteer.longest
    tokens = doc[chunk[i].start : chunk[stop].end]
    labels = {token.ent_type for token in tokens}
    inside = all(token.ent_iob == "I" for token in list(tokens)[1:])
    return known.label in ("GPE", "LOC") and stop - i == 1 and inside and labels <= {"PERSON", "ORG", "FAC", "GPE"}


def _is_person(words: Sequence[Word], doc: Parse) -> bool:
    return all(doc[word.start].ent_type == "PERSON" for word in words)


def _run_end(chunk: Sequence[Word], i: int, doc: Parse, gazetteer: Gazetteer) -> int:
    """The end of a run of unknown name words: before a connector, a title, or a second name that the tagger sees."""
    j = i + 1
    while j < len(chunk) and j - i < MAX_RUN:
        word = chunk[j]
        if word.text == "&" and j + 1 < len(chunk) and chunk[j + 1].capitalised:
            j += 2
            continue
        if not word.capitalised:
            if word.text.lower() in PARTICLES and word.text not in CONNECTORS and j + 1 < len(chunk):
                j += 1
                continue
            break
        inner = j == i + 1 and word.text in _INNER_TITLES and j + 1 < len(chunk)  # "Marek Cardinal Nowak"
        if title_length(chunk, j, doc, gazetteer) and not inner and word.text not in ("Jr", "Jr.", "Sr"):
            break
        if _is_postnominal(chunk, j, doc) and (j + 1 == len(chunk) or not chunk[j + 1].capitalised):
            break
        j += 1
    while j > i + 1 and not chunk[j - 1].capitalised:
        j -= 1
    return j
