"""The office that stands before a name with its place: "**Governor of Tartus** Samir Haddad"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.referents import Referent
from claimx.grammar import word_classes
from claimx.lexicons.names import plain
from claimx.lexicons.nouns import person_noun, titles
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch, Token

#: How many words may stand between an office and the name of its bearer.
REACH = 16
_OF_OFFICE = word_set("names/reference_words", "of_office")
_KIN, _RANKS = word_set("names/generic_persons", "kin"), word_set("names/generic_persons", "ranks")
_IN_COMPLEMENT = word_classes.NOUNS | {
    word_classes.ADJECTIVE,
    word_classes.DETERMINER,
    word_classes.ADPOSITION,
    word_classes.COORDINATOR,
    word_classes.PARTICLE,
    word_classes.NUMERAL,
}
#: Forms of words that end no complement: something must follow them.
_OPEN_FORMS = frozenset(
    (
        word_classes.PLAIN_ADJECTIVE,
        word_classes.POSSESSIVE_MARK,
        word_classes.DETERMINER_FORM,
        word_classes.PREPOSITION_FORM,
        word_classes.TO,
        word_classes.COORDINATING,
        word_classes.CARDINAL,
    )
)
#: How many tokens a bracket behind an office has at most, marks and all.
_IN_BRACKET = 6
#: Up to how many letters in capitals a word has that stands before nouns like an adjective ("US", "EU").
_LETTERS = 3

#: How many words may stand before the noun of a label.
_BEFORE_LABEL = 4

NameAt = Callable[["Token"], Referent | None]


def find_offices(doc: Parse, names: Sequence[tuple[Stretch, Referent]]) -> dict[int, Token]:
    """The offices that stand before names of persons, by the row where the name begins.

    Args:
        doc: the parsed article.
        names: its names, with whom they name.
    """
    at = {row: referent for name, referent in names for row in range(name.start, name.end)}
    found: dict[int, Token] = {}
    for name, referent in names:
        if referent.kind == "person":
            office = _office_before(doc, name.start, lambda token: at.get(token.i))
            if office is not None:
                found[name.start] = office
    return found


def _office_before(doc: Parse, start: int, name_at: NameAt) -> Token | None:
    """The noun for an office whose complement ends just before a person's name; null where there is none.

    In "the ambassador to London Saeed Rahimi" the name is the ambassador's, since the complement is complete without
    it. In "a spokesman for Ali Hassan", "an aide to President Ali Hassan", "a fan of the singer Ali Hassan" it is the
    complement's, which nothing else closes.

    Args:
        doc: the parsed article.
        start: the row of the name's first token.
        name_at: gives the named thing that a token is part of the name of.
    """
    tokens = doc.tokens
    last = _before_bracket(doc, _before_ranks(doc, start))
    if last < 1 or not _closes(doc, last, start, name_at):
        return None
    offices: list[Token] = []
    for row in range(last, max(0, last - REACH), -1):
        token, before, bearer = tokens[row], tokens[row - 1], name_at(tokens[row])
        is_inside = token.pos in _IN_COMPLEMENT or token.text == "-" or bearer is not None or row == last
        if not is_inside or token.is_sent_start:
            break
        if bearer is not None and bearer.kind == "person":
            return None
        if row < last and token.lower in _OF_OFFICE and _is_office(before):
            offices.append(before)
    # of two ("the aide to the president of Laos …") either may be meant
    return offices[0] if len(offices) == 1 else None


def _before_ranks(doc: Parse, start: int) -> int:
    """The row of the last token before a name and the ranks that go with it ("Maj. Gen.")."""
    tokens, row = doc.tokens, start - 1
    while row > 0 and not tokens[row + 1].is_sent_start:
        word = tokens[row - 1].text if tokens[row].text == "." else tokens[row].text
        if not _is_rank(word):
            break
        row -= 2 if tokens[row].text == "." else 1
    return row


def _before_bracket(doc: Parse, last: int) -> int:
    """The row of the last token before a bracket that closes an office: "Superintendent of Police **(Rural)**"."""
    if doc.tokens[last].text != ")":
        return last
    opening = next((row for row in range(last, max(0, last - _IN_BRACKET), -1) if doc.tokens[row].text == "("), None)
    return last if opening is None else opening - 1


def _is_rank(word: str) -> bool:
    title = plain(word)
    return title in titles() and (title in _RANKS or not person_noun(word.lower()))


def _closes(doc: Parse, last: int, start: int, name_at: NameAt) -> bool:
    """Whether a token can be the last of an office's complement: a place, a body or a thing, but nobody."""
    token = doc.tokens[last]
    named = name_at(token)
    is_of_body = named is not None and named.kind == "organization"  # "of the Cabinet of **Ministers**"
    is_nobody = is_of_body or person_noun(token.lemma.lower()) is None
    if doc.tokens[last + 1].is_sent_start or token.text.endswith(".") or not is_nobody:
        return False
    if named is not None and named.kind not in ("place", "organization"):
        return False
    if last + 1 < start and token.text.isupper() and len(token) <= _LETTERS:
        return doc[last - 1].lower == "the"  # "to the UN Gen. X", but "to US Gen. X"
    return named is not None or (token.tag not in _OPEN_FORMS and token.text[:1].isalpha())


def _is_office(token: Token) -> bool:
    lemma = token.lemma.lower()
    if token.pos not in word_classes.NOUNS or token.tag in word_classes.PLURALS or lemma in _KIN:
        return False
    return person_noun(lemma) is not None


def label_before(doc: Parse, name: Stretch) -> Token | None:
    """The noun that a line gives for a name alone: "**Spokesperson**: Ada Holm"."""
    if name.start <= 1 or doc.tokens[name.start - 1].text != ":":
        return None
    noun, last = doc.tokens[name.start - 2], doc.tokens[name.end - 1]
    start = doc.text.rfind("\n", 0, noun.idx) + 1
    rest = doc.text[last.idx + len(last) :].partition("\n")[0].strip()
    before = doc.text[start : noun.idx].split()
    is_alone = not rest.strip(".") and len(before) < _BEFORE_LABEL and noun.pos in word_classes.NOUNS
    return noun if is_alone else None
