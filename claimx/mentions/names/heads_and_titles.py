"""The words that end a name or are no part of it: titles, known names, head nouns with their complements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer, Known
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.words import ARTICLES, GENITIVES, PARTICLES, Word

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: A name of more words than this is none.
MAX_RUN = 9
_PORTFOLIOS = word_set("names/name_parts", "portfolios")
_LEADING = word_set("names/name_parts", "leading_in_office")
_SAINTS = word_set("names/name_parts", "saints")
_MISSIONS = word_set("names/name_parts", "missions")
_GOVERNMENTS = word_set("names/name_parts", "governments_of_lands")
_COMPLEMENT_PREPOSITIONS = word_set("names/small_words", "complement_prepositions")


def title_length(chunk: Sequence[Word], i: int, doc: Parse, gazetteer: Gazetteer) -> int:
    """The number of words of the title that begins at word ``i`` and is followed by something; 0 if there is none."""
    if chunk[i].opens_person or (plain(chunk[i].text) in gazetteer.names and len(chunk[i].text) > 5):
        return 0
    for length in range(min(gazetteer.title_words, len(chunk) - i), 0, -1):
        words = chunk[i : i + length]
        if length > 1 and i and words[0].adjacent and chunk[i - 1].capitalised and _closes_body(words, gazetteer):
            continue
        if _owns_body(chunk, i + length, gazetteer):
            if plain(" ".join(word.text for word in words)) in gazetteer.titles:
                return 0
            continue
        written = plain(" ".join(word.text for word in words))
        if written in gazetteer.titles and plain(written) not in gazetteer.names:
            rest = chunk[i + length :]
            # "General Assembly", "Private Bank", "Justice Department" are names, not people's titles
            ranked = gazetteer.titles[written].gender is None and "." not in written
            if (
                ranked
                and rest
                and rest[0].capitalised
                and (head := head_end(chunk, i, doc, gazetteer))
                and head <= i + length + 2
            ):
                return 0
            return length + _rest_of_office(chunk, i + length, gazetteer)
    return 0


def _rest_of_office(chunk: Sequence[Word], j: int, gazetteer: Gazetteer) -> int:
    """How many words behind a title are of the same office: "Chief **Medical Officer**", "Deputy **Fire Chief**"."""
    if chunk[j - 1].text.lower() not in _LEADING or j + 1 >= len(chunk) or not chunk[j].capitalised:
        return 0
    names_somebody = plain(chunk[j].text) in gazetteer.first_names or _is_known(chunk[j], gazetteer)
    return 2 if not names_somebody and plain(chunk[j + 1].text) in gazetteer.titles else 0


def _closes_body(words: Sequence[Word], gazetteer: Gazetteer) -> bool:
    """Whether a title's first word closes a body's name, so that the rest is the title: "Reform Party | Leader"."""
    head = gazetteer.head(words[0].text)
    if head is None or head.label != "ORG" or head.dependent or words[0].text.lower() in _PORTFOLIOS:
        return False
    return words[1].text in gazetteer.titles


def _owns_body(chunk: Sequence[Word], i: int, gazetteer: Gazetteer) -> bool:
    """Whether a genitive and a body follow: "Lord's Resistance Army", "Attorney General's Office"."""
    if i + 1 >= len(chunk) or chunk[i].text not in GENITIVES or not chunk[i + 1].capitalised:
        return False
    head = gazetteer.head(chunk[i + 1].text)
    if head is None and i + 2 < len(chunk) and chunk[i + 2].capitalised:
        head = gazetteer.head(chunk[i + 2].text)
    return head is not None and head.label == "ORG" and not head.dependent


def known_name(chunk: Sequence[Word], i: int, text: str, gazetteer: Gazetteer) -> tuple[int, Known | None]:
    """Where the longest known name ends that begins at word ``i``, and what is known of it; ``i`` if there is none."""
    first = plain(chunk[i].text).split(" ")[0]
    longest = gazetteer.longest.get(first, 0) or (gazetteer.longest.get(first.title(), 0) if first.isupper() else 0)
    for stop in range(min(len(chunk), i + longest), i, -1):
        if not chunk[stop - 1].capitalised:
            continue
        begin, end = chunk[i], chunk[stop - 1]
        written = text[begin.begin : end.stop]
        known = gazetteer.names.get(plain(written))
        if known is None and written.isupper() and len(written) > 4:  # "MOSCOW"
            known = gazetteer.names.get(plain(written).title())
        if known is not None and not (written.isupper() and len(written) < 2):
            return stop, known
    if len(chunk) > i + 1 and chunk[i].text.lower() in ARTICLES and len(chunk[i + 1].text) > 3:
        known = gazetteer.find(f"{chunk[i].text} {chunk[i + 1].text}")
        if known is not None:
            return i + 2, known
    known = gazetteer.find(chunk[i].text)
    return (i + 1, known) if known else (i, None)


def head_end(chunk: Sequence[Word], i: int, doc: Parse, gazetteer: Gazetteer) -> int:
    """The end of a name that begins at ``i`` and ends in a head noun ("Free Syrian Army"), 0 if there is none.

    The office of a titled person is a body, too: "Lane County Sheriff's Office".
    """
    stop = 0
    for j in range(i, min(len(chunk), i + MAX_RUN)):
        word = chunk[j]
        pair = word.text == "and" and (doc[word.start].ent_iob == "I" or _pairs(chunk, i, j, doc))
        linking = pair or word.text in ("&", *GENITIVES)
        inner = linking and j > i and not _is_known(chunk[j - 1], gazetteer)
        if not word.capitalised and not inner:
            break
        head = gazetteer.head(word.text)
        if j > i and head is None and plain(word.text) in gazetteer.titles and not _owns_body(chunk, j + 1, gazetteer):
            break
        if head is None or not word.capitalised:
            continue
        if _is_office(chunk, j, gazetteer) and not (j > i and _closes_body(chunk[j:], gazetteer)):
            break
        if not head.dependent or _closes(chunk, i, j, doc, gazetteer):
            stop = j + 1
    alone = stop - i == 1 and chunk[i].opening
    if alone and (stop >= len(chunk) or (chunk[i].tag in word_classes.PLURALS and not chunk[stop].capitalised)):
        return 0
    return stop


def _pairs(chunk: Sequence[Word], i: int, j: int, doc: Parse) -> bool:
    """Whether "and" stands between two single words after "the", as in a body's name: "the Truth and Justice Board"."""
    first = chunk[i]
    return (
        j == i + 1 and first.start > 0 and doc[first.start - 1].lower == "the" and first.tag not in word_classes.PLURALS
    )


def _closes(chunk: Sequence[Word], i: int, j: int, doc: Parse, gazetteer: Gazetteer) -> bool:
    """Whether a noun that names nothing alone closes a name: "Lakeside Transport", but not "Clean Power Plan"."""
    following = chunk[j + 1] if j + 1 < len(chunk) else None
    if following is None or not following.capitalised:
        return j > i or (following is not None and following.text == "of")
    return j > i and bool(title_length(chunk, j + 1, doc, gazetteer))


def _is_office(chunk: Sequence[Word], j: int, gazetteer: Gazetteer) -> bool:
    """Whether a noun that could end a name begins or modifies a person's office: "Defense Minister", "Energy Chief"."""
    if j + 1 >= len(chunk) or not chunk[j + 1].capitalised:
        return False
    if plain(f"{chunk[j].text} {chunk[j + 1].text}") in gazetteer.titles:
        return True
    return chunk[j].text.lower() in _PORTFOLIOS and plain(chunk[j + 1].text) in gazetteer.titles


def _government_end(chunk: Sequence[Word], j: int, doc: Parse, gazetteer: Gazetteer) -> int:
    """Where a land's government ends that a body belongs to: "Ministry of Health of Libya | 's Unity Government"."""
    if j + 1 >= len(chunk) or not _is_known(chunk[j - 1], gazetteer):
        return 0
    end = head_end(chunk, j + 1, doc, gazetteer)
    return end if end and chunk[end - 1].text.lower() in _GOVERNMENTS else 0


def complement(
    chunk: Sequence[Word], i: int, stop: int, doc: Parse, text: str, gazetteer: Gazetteer
) -> tuple[int, str | None]:
    """A head's complement: "Ministry" + "of Foreign Affairs and Expatriates"; and the label that the head gives.

    After "the" an office is part of it ("Office of the High Commissioner for Refugees"), several are ("Cabinet of
    Ministers"), after a land its government; its director is not ("director of the Bank of Arden | Ada Holm").
    """
    head = gazetteer.head(chunk[stop - 1].text)
    label = head.label if head else None
    if head is None or head.firm or head.label not in ("ORG", "EVENT", "LAW", "GPE", "FAC"):
        return stop, label
    j, linked, office = stop, False, False
    while j < len(chunk) and j - i < 2 * MAX_RUN:
        word = chunk[j]
        if word.text in ("and", "&") and _is_known(chunk[j - 1], gazetteer):
            break
        sent = word.text == "to" and not linked and chunk[stop - 1].text.lower() in _MISSIONS
        if sent or word.text in _COMPLEMENT_PREPOSITIONS or (linked and word.text in ("and", "the", "&")):
            j, linked, office = j + 1, True, False
            continue
        if office:
            break
        if word.text in GENITIVES and stop == j and (end := _government_end(chunk, j, doc, gazetteer)):
            stop = j = end
            continue
        whose = linked and (chunk[j - 1].text == "the" or _are_several(word, gazetteer))
        length = title_length(chunk, j, doc, gazetteer) if whose else 0
        if not length and linked and word.capitalised:
            land, _ = known_name(chunk, j, text, gazetteer)
            length = land - j if land > j + 1 else 0
        elif length:
            office = True
        if length:
            stop = j = j + length
            continue
        closed = _is_known(chunk[j - 1], gazetteer) or office_in(chunk, i, j, doc, gazetteer) is not None
        is_first = plain(word.text) in gazetteer.first_names and chunk[j - 1].capitalised
        is_first = is_first and plain(chunk[j - 1].text) not in gazetteer.titles and chunk[j - 1].text not in _SAINTS
        closed = closed or is_first  # "Committee for Port Affairs | Ada Holm"
        if stop == j and closed and is_person(chunk, j, gazetteer):
            break
        if not word.capitalised or not linked or title_length(chunk, j, doc, gazetteer):
            break
        j += 1
        stop = j
    return stop, label


def _are_several(word: Word, gazetteer: Gazetteer) -> bool:
    return word.text.endswith("s") and plain(word.text[:-1]) in gazetteer.titles


def office_in(chunk: Sequence[Word], i: int, stop: int, doc: Parse, gazetteer: Gazetteer) -> str | None:
    """The office in a body whose holder's name follows at once: "**leader** of the House | Amit Varma"; else null."""
    of = chunk[i].start - 1
    of -= of > 0 and doc[of].lower == "the"
    if of < 1 or doc[of].lower != "of" or doc[of - 1].lemma.lower() not in gazetteer.people:
        return None
    return doc[of - 1].text if is_person(chunk, stop, gazetteer) else None


def is_person(chunk: Sequence[Word], i: int, gazetteer: Gazetteer) -> bool:
    """Whether the words from ``i`` on can only be a person's name: two to four to the end of the capitals, no noun."""
    stop = i
    while stop < len(chunk) and (chunk[stop].capitalised or (stop > i and chunk[stop].text.lower() in PARTICLES)):
        stop += 1
    words = chunk[i:stop]
    if not 2 <= len(words) <= 4 or not all(word.adjacent for word in words):
        return False
    if plain(words[0].text) in gazetteer.first_names:
        return True
    return not any(
        gazetteer.head(word.text) is not None
        or plain(word.text) in gazetteer.titles
        or gazetteer.is_noun(word.text)
        or word.text.isupper()
        or word.text.lower() in _PORTFOLIOS
        or _is_known(word, gazetteer)
        for word in words
    )


def _is_known(word: Word, gazetteer: Gazetteer) -> bool:
    known = gazetteer.names.get(plain(word.text))
    return known is not None and known.sure
