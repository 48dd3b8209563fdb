"""Names told by words beside them: "the charity Save Our Rivers", "Our Land, a party,", "Board of Health, Food and"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import HEADED, Candidate, Evidence, make_candidate
from claimx.mentions.names.words import CONNECTORS, Word

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: How many words a phrase in apposition and a name before one may have.
LONGEST_APPOSITION, LONGEST_NAME = 25, 7
_BODIES, _PLACES = word_set("names/kind_nouns", "bodies_before_names"), word_set("names/kind_nouns", "places")
_ARTICLES = word_set("names/small_words", "english_articles")
_INNER = word_set("names/small_words", "inside_sentences_as_names")
_NO_OPENING = word_classes.JOINING | {
    word_classes.ADPOSITION,
    word_classes.ADVERB,
    word_classes.AUXILIARY,
    word_classes.PUNCTUATION,
    word_classes.INTERJECTION,
}
_AFTER_APPOSITION = word_classes.VERBS | {word_classes.ADVERB}
_SINGULARS = frozenset((word_classes.NAME_SINGULAR, word_classes.SINGULAR))
_ODD = frozenset((word_classes.PRONOUN, word_classes.DETERMINER, word_classes.VERB, word_classes.NUMERAL))


def apposed_noun(doc: Parse, comma: int) -> str | None:
    """The noun of a phrase in apposition that a comma opens and another closes: "…, the firm that …, said"."""
    if comma + 2 >= len(doc) or doc[comma].text != "," or doc[comma + 1].lower not in _ARTICLES:
        return None
    noun = next((token for token in doc[comma + 2 : comma + 6] if token.pos != word_classes.ADJECTIVE), None)
    while noun is not None and noun.i + 1 < len(doc) and noun.nbor(1).pos == word_classes.NOUN:
        noun = noun.nbor(1)
    if noun is None or not noun.text.islower():
        return None
    closing = next((token.i for token in doc[noun.i + 1 : noun.i + LONGEST_APPOSITION] if token.text == ","), None)
    closed = closing is not None and closing + 1 < len(doc) and doc[closing + 1].pos in _AFTER_APPOSITION
    return noun.lemma.lower() if closed else None


def tells_of_name(noun: str | None, gazetteer: Gazetteer) -> bool:
    """Whether a noun in apposition tells that the words before it are a name."""
    return noun is not None and (noun in gazetteer.people or noun in gazetteer.heads or noun in _PLACES)


def names_beside_kind_nouns(words: Sequence[Word], doc: Parse, text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Names of bodies after the noun for their kind, or before it in apposition, whatever words they are made of."""
    opening = _opening(words)
    if opening and opening < len(words) and words[opening].text == ",":
        noun = apposed_noun(doc, words[opening].start)
        if noun is not None and noun in _BODIES and doc[words[0].start].pos not in _NO_OPENING:
            yield make_candidate(words[:opening], text, Evidence("ORG", HEADED, told_by="apposition"))
    for number, word in enumerate(words[:-1]):
        if word.text.lower() in _BODIES and word.tag == word_classes.SINGULAR and not word.capitalised:
            start = number + 1 + (words[number + 1].text == "The")
            person = word.text.lower() in gazetteer.people
            stop = _after(words, start, doc, gazetteer, person=person) if start < len(words) else 0
            if stop:
                yield make_candidate(words[start:stop], text, Evidence("ORG", HEADED, told_by="noun"))


def _opening(words: Sequence[Word]) -> int:
    """How many words open a sentence with capitals, small words between them."""
    stop = 0
    for number, word in enumerate(words[: LONGEST_NAME + 1]):
        if word.text[:1].isupper() and (not number or word.adjacent):
            stop = number + 1
        elif not (number and word.adjacent and word.text in CONNECTORS):
            break
    return stop if stop > 1 else 0


def _after(words: Sequence[Word], start: int, doc: Parse, gazetteer: Gazetteer, *, person: bool) -> int:
    """Where a name ends that the noun for its kind stands before; 0 where its words tell as much, or of a person."""
    first = words[start]
    key = plain(first.text)
    if not first.adjacent or not first.text[:1].isupper() or key in gazetteer.longest or key in gazetteer.titles:
        return 0
    stop, j = start + 1, start + 1
    while j < len(words) and j - start < LONGEST_NAME and words[j].adjacent:
        if words[j].text[:1].isupper():
            stop = j + 1
        elif words[j].text not in _INNER:
            break
        j += 1
    if person and (key in gazetteer.first_names or (stop - start > 1 and doc[first.start].ent_type == "PERSON")):
        return 0
    odd = any(not word.capitalised or word.pos in _ODD for word in words[start:stop])
    dashed = first.end < len(doc) and doc[first.end].text == "-" and not doc[first.start].whitespace
    if dashed:  # "Acme-gruppen"
        stop = next((n for n in range(start + 1, len(words)) if doc[words[n].end - 1].whitespace), start + 2) + 1
        return stop if stop <= len(words) and doc[words[start].end - 1].tag in _SINGULARS else 0
    return stop if odd and not first.text.isdigit() else 0
