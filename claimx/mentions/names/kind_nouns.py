"""Names told by words beside them: "the charity Save Our Rivers", "Our Land, a party,", "Board of Health, Food and"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import HEADED, Candidate, make
from claimx.mentions.names.runs import CONNECTORS, Word

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: How many words a phrase in apposition, a name before one, a list in a name may have.
LONGEST_APPOSITION, LONGEST_NAME, LONGEST_LIST = 25, 7, 20
_BODIES, _PLACE_NOUNS, _PORTFOLIOS = (
    word_set("names/kind_nouns", "bodies_before_names"),
    word_set("names/kind_nouns", "places"),
    word_set("names/name_parts", "portfolios"),
)
_DETERMINERS = frozenset(("the", "a", "an"))
_INNER = frozenset(("of", "for", "the", "in"))
_NO_OPENING = frozenset(("ADP", "SCONJ", "CCONJ", "ADV", "AUX", "PUNCT", "INTJ"))


def apposed_noun(doc: Parse, comma: int) -> str | None:
    """The noun of a phrase in apposition that a comma opens and another closes: "…, the firm that …, said"."""
    if comma + 2 >= len(doc) or doc[comma].text != "," or doc[comma + 1].lower not in _DETERMINERS:
        return None
    noun = next((token for token in doc[comma + 2 : comma + 6] if token.pos != "ADJ"), None)
    while noun is not None and noun.i + 1 < len(doc) and noun.nbor(1).pos == "NOUN":
        noun = noun.nbor(1)
    if noun is None or not noun.text.islower():
        return None
    closing = next((token.i for token in doc[noun.i + 1 : noun.i + LONGEST_APPOSITION] if token.text == ","), None)
    closed = closing is not None and closing + 1 < len(doc) and doc[closing + 1].pos in ("VERB", "AUX", "ADV")
    return noun.lemma.lower() if closed else None


def tells(noun: str | None, gazetteer: Gazetteer) -> bool:
    """Whether a noun in apposition tells that the words before it are a name."""
    return noun is not None and (noun in gazetteer.people or noun in gazetteer.heads or noun in _PLACE_NOUNS)


def beside(words: Sequence[Word], doc: Parse, text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Names of bodies after the noun for their kind, or before it in apposition, whatever words they are made of."""
    opening = _opening(words)
    if opening and opening < len(words) and words[opening].text == ",":
        noun = apposed_noun(doc, words[opening].start)
        if noun is not None and noun in _BODIES and doc[words[0].start].pos not in _NO_OPENING:
            yield make(words[:opening], text, ("ORG", HEADED, None, "apposition"))
    for number, word in enumerate(words[:-1]):
        if word.text.lower() in _BODIES and word.tag == "NN" and not word.cap:
            start = number + 1 + (words[number + 1].text == "The")
            person = word.text.lower() in gazetteer.people
            stop = _after(words, start, doc, gazetteer, person=person) if start < len(words) else 0
            if stop:
                yield make(words[start:stop], text, ("ORG", HEADED, None, "noun"))


def _opening(words: Sequence[Word]) -> int:
    """How many words open a sentence with capitals, small words between them."""
    stop = 0
    for number, word in enumerate(words[: LONGEST_NAME + 1]):
        if word.text[:1].isupper() and (not number or word.glued):
            stop = number + 1
        elif not (number and word.glued and word.text in CONNECTORS):
            break
    return stop if stop > 1 else 0


def _after(words: Sequence[Word], start: int, doc: Parse, gazetteer: Gazetteer, *, person: bool) -> int:
    """Where a name ends that the noun for its kind stands before; 0 where its words tell as much, or of a person."""
    first = words[start]
    key = plain(first.text)
    if not first.glued or not first.text[:1].isupper() or key in gazetteer.longest or key in gazetteer.titles:
        return 0
    stop, j = start + 1, start + 1
    while j < len(words) and j - start < LONGEST_NAME and words[j].glued:
        if words[j].text[:1].isupper():
            stop = j + 1
        elif words[j].text not in _INNER:
            break
        j += 1
    if person and (key in gazetteer.first_names or (stop - start > 1 and doc[first.start].ent_type == "PERSON")):
        return 0
    odd = any(not word.cap or word.pos in ("PRON", "DET", "VERB", "NUM") for word in words[start:stop])
    dashed = first.end < len(doc) and doc[first.end].text == "-" and not doc[first.start].whitespace
    if dashed:  # "Acme-gruppen"
        stop = next((n for n in range(start + 1, len(words)) if doc[words[n].end - 1].whitespace), start + 2) + 1
        return stop if stop <= len(words) and doc[words[start].end - 1].tag in ("NNP", "NN") else 0
    return stop if odd and not first.text.isdigit() else 0


def listed(found: Sequence[Candidate], words: Sequence[Word], text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The whole names of ministries and boards that a list closes: "Department for Culture, Media and Sport"."""
    numbers: Mapping[int, int] = {word.end: number for number, word in enumerate(words)}
    starts: Mapping[int, int] = {word.start: number for number, word in enumerate(words)}
    for candidate in found:
        last = numbers.get(candidate.end)
        first = starts.get(candidate.start)
        of = f" {candidate.text} "
        if candidate.label != "ORG" or last is None or first is None or not (" of " in of or " for " in of):
            continue
        stop = _list_end(words, last, gazetteer) if words[last].text.lower() in _PORTFOLIOS else 0
        if stop:
            yield make(words[first:stop], text, ("ORG", HEADED, None, "list"))


def _list_end(words: Sequence[Word], last: int, gazetteer: Gazetteer) -> int:
    """The end of a list of what a body is for, whose first item ends at word ``last``; 0 if there is no such list."""
    j, item, closing = last + 1, 0, False
    while j < min(len(words), last + LONGEST_LIST):
        word = words[j]
        if word.cap and _is_plain(word, gazetteer):
            item += 1
        elif closing:
            break
        elif word.text in (",", "and", "&") and (item or j == last + 1 or words[j - 1].text == ","):
            if item and words[j - 1].text.lower() not in _PORTFOLIOS:
                return 0
            closing, item = word.text != ",", 0
        else:
            return 0
        j += 1
    return j if closing and 0 < item < 4 and words[j - 1].text.lower() in _PORTFOLIOS else 0


def _is_plain(word: Word, gazetteer: Gazetteer) -> bool:
    known = gazetteer.names.get(plain(word.text))
    return known is None or word.text.lower() in _PORTFOLIOS
