"""What an article tells of those who speak in it: the role by which it describes each, and its pronouns for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimx.attributions.discourse import Discourse, Referent, asked_by, nouns_beside
from claimx.attributions.discourse import Mention as Mentioned
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.names import plain
from claimx.lexicons.nouns import is_body_noun, may_be_person_noun, person_noun, titles
from claimx.lexicons.words import word_set
from claimx.records import Mention, Pronouns, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Stretch, Token

_COURTESY, _UNTELLING = word_set("names/generic_persons", "courtesy"), word_set("names/generic_persons", "untelling")
_ANYBODY = word_set("names/generic_persons", "anybody")
_KIN, _WHO = word_set("names/generic_persons", "kin"), word_set("names/reference_words", "relatives_for_persons")
_RELATIVES = word_set("names/reference_words", "relatives")
_BELONGING = word_set("names/reference_words", "of_affiliation")
_TELLING = word_classes.NOUNS | {word_classes.ADJECTIVE, word_classes.VERB}
_BEFORE_NOUN = word_classes.NOUNS | {word_classes.ADJECTIVE}
_IN_PREMODIFIERS = _BEFORE_NOUN | {word_classes.PARTICLE, word_classes.PUNCTUATION}
_SHORTENED = "."
#: How well a description tells in which capacity somebody speaks: beside the name, by a noun elsewhere, by no more than
#: a short title ("Sen."), by a noun elsewhere that many can be called by, by a clause.
_BESIDE, _ELSEWHERE, _SHORT, _LOOSELY, _BY_CLAUSE = 4, 3, 2, 1, 0
#: What may part a description from the name behind it.
_PARTING = frozenset((",", "-", "–", "—", "--"))
#: How many words a description may have; a longer one is a slip of the parse.
_LONGEST = 40
#: A rank alone behind a comma is left out where a word and a comma stand before it.
_MOST_BEFORE_A_RANK = 2


class Portraits(NamedTuple):
    """What the article tells of those who speak."""

    roles: Mapping[Referent, Mention]
    pronouns: Mapping[Referent, Pronouns]


def portraits_of(discourse: Discourse, referents: Collection[Referent], sources: Sequence[Span] = ()) -> Portraits:
    """Role and pronouns of each referent, as :func:`roles_of` and :func:`pronouns_of` tell them."""
    return Portraits(roles_of(discourse, referents, sources), pronouns_of(discourse, referents))


def roles_of(
    discourse: Discourse, referents: Collection[Referent], sources: Sequence[Span] = ()
) -> dict[Referent, Mention]:
    """The fullest description of each referent: a title, an apposition, else a noun that means it, else a clause.

    Args:
        discourse: the article, resolved.
        referents: whose roles are asked for; the unnamed have none, since their own words describe them.
        sources: words by which statements name their sources; what follows a name there describes its bearer.
    """
    ends = {token.i: span.end for span in sources for token in discourse.doc.within(span)}
    begins = {token.i: span.start for span in sources for token in discourse.doc.within(span)}
    titles_of: defaultdict[Mentioned, list[int]] = defaultdict(list)
    for row, titled in discourse.by_title.items():
        titles_of[titled].append(row)
    best: dict[Referent, tuple[tuple[int, int], Stretch]] = {}
    for mention in discourse.mentions:
        referent = mention.referent
        if referent is None or referent not in referents or not referent.name or mention.quoted:
            continue
        told = (
            [*_in_source(mention, discourse, begins.get(mention.head.i), ends.get(mention.head.i))]
            if mention.kind == "name" and referent.kind == "person"
            else []
        )
        for rank, words in (*told, *_descriptions(mention, referent, discourse, titles_of.get(mention, ()))):
            is_short = len(words) == 1 and words[0].text.endswith(_SHORTENED)
            weight = _SHORT if is_short else rank, sum(token.pos in _TELLING for token in words)
            if weight[1] and len(words) <= _LONGEST and (referent not in best or weight > best[referent][0]):
                best[referent] = weight, words
    return {referent: _as_mention(words) for referent, (_, words) in best.items()}


def role_of_several(words: Sequence[Token], discourse: Discourse) -> Mention | None:
    """The description of several who are then named: "**Trailing contenders** Ada Holm and Karl Lund"."""
    first = next((token.i for token in words if token.i in discourse.by_name), None)
    before = [token for token in words if first is not None and token.i < first]
    while before and (_is_mark(before[-1]) or before[-1].text in _PARTING):
        before.pop()
    if not before or before[-1].tag not in word_classes.PLURALS or not may_be_person_noun(before[-1].lemma.lower()):
        return None
    return _as_mention(before[0].doc[before[0].i : before[-1].i + 1])


def _as_mention(words: Stretch) -> Mention:
    span = Span(words[0].idx, words[-1].end)
    return Mention(" ".join(words.doc.text[slice(*span)].split()), span)


def _descriptions(
    mention: Mentioned, referent: Referent, discourse: Discourse, title_rows: Collection[int]
) -> Iterator[tuple[int, Stretch]]:
    if mention.kind == "noun":
        if referent.kind == "person" and referent.number == "one" and _calls_so(mention.head):
            yield _rank_elsewhere(mention.head, referent), _trimmed(_subtree(mention.head))
    elif mention.kind == "name":
        name = discourse.doc[mention.start : mention.end]
        if title_rows:
            yield _BESIDE, _trimmed(_before(discourse.doc[min(title_rows)], name))
        for noun in nouns_beside(discourse.doc, name):
            if discourse.named_by(noun) is None and _describes(noun, referent, name):
                yield _rank(noun), _trimmed(_before(noun, name) if noun.i < name.start else _behind(noun, name))
        if referent.kind == "person":
            yield from _looser(name.root, name, discourse)


def _in_source(
    mention: Mentioned, discourse: Discourse, begin: int | None, end: int | None
) -> Iterator[tuple[int, Stretch]]:
    """What stands behind a name and a comma in a source's words ("Ada Holm, **a retired miner**"), or before it."""
    tokens = discourse.doc.tokens
    start = last = mention.end
    if begin is not None and mention.start > 1 and tokens[mention.start - 1].text in _PARTING:
        first = mention.start - 1
        while first > 0 and tokens[first - 1].idx >= begin:
            first -= 1
        before = _trimmed(discourse.doc[first : mention.start - 1])
        if len(before) and _is_title(before[-1]) and before[-1].tag not in word_classes.PLURALS:
            yield _BESIDE, before
    if end is None or start >= len(tokens) or tokens[start].text != ",":
        return
    while last < len(tokens) and tokens[last].end <= end:
        last += 1
    words = _trimmed(discourse.doc[start:last])
    if any(_is_title(token) and discourse.named_by(token) is None for token in words):
        yield _BY_CLAUSE if words[0].lower in _WHO else _BESIDE, words


def _looser(head: Token, name: Stretch, discourse: Discourse) -> Iterator[tuple[int, Stretch]]:
    """Where a person belongs ("Ada Holm **of the Red Cross**"), and what a clause tells of her."""
    for child in head.children:
        told = [inner for inner in in_role(child, roles.PREPOSITION_OBJECT) if inner.pos == word_classes.NAME]
        if child.i == name.end and child.lower in _BELONGING and told:
            yield _SHORT if _is_place(told[0], discourse) else _ELSEWHERE, _trimmed(_subtree(child))
        if child.dep == roles.POSSESSOR and child.pos == word_classes.NAME and child.i < name.start:
            yield _ELSEWHERE, _trimmed(_subtree(child))  # "**Channel Five**'s Ada Holm"
        if child.dep == roles.RELATIVE_CLAUSE and child.left_edge.lower in _WHO:
            yield _BY_CLAUSE, _trimmed(_subtree(child))


def _is_place(token: Token, discourse: Discourse) -> bool:
    named = discourse.named_by(token)
    return named is None or named.kind == "place"


def _rank(noun: Token) -> int:
    """Whose wife somebody is tells less of him than his office."""
    return _BY_CLAUSE if noun.lemma.lower() in _KIN else _BESIDE


def _calls_so(noun: Token) -> bool:
    """Whether a noun far from the name tells what its bearer is: "the minister", but no "man" and no "best"."""
    lemma = noun.lemma.lower()
    is_telling = noun.pos == word_classes.NOUN and lemma not in _UNTELLING and lemma not in _KIN
    return is_telling and person_noun(lemma) is not None and noun.tag not in word_classes.PLURALS


def _rank_elsewhere(noun: Token, referent: Referent) -> int:
    """A noun by which many can be called may be another's, where the article does not call him so beside his name."""
    lemma = noun.lemma.lower()
    is_told = lemma not in _ANYBODY or any(told.endswith(lemma) for told in referent.nouns)
    return _ELSEWHERE if is_told else _LOOSELY


def _describes(noun: Token, referent: Referent, name: Stretch) -> bool:
    """Whether a noun beside a name tells what its bearer is."""
    lemma = noun.lemma.lower()
    if noun.tag in word_classes.PLURALS and referent.number == "one":
        return False
    if noun.i < name.start and _is_courtesy(noun.doc[name.start - 1]) and name.root.head is not noun:
        return False  # "… its donor. Mr. Holm left", where the parser sees no end of a sentence
    if noun.dep == roles.APPOSITION and noun.i > name.start:
        return noun.pos == word_classes.NOUN and (referent.kind != "person" or may_be_person_noun(lemma))
    if referent.kind != "person":
        return is_body_noun(lemma)
    return _is_title(noun) if noun.i < name.start and noun.dep != roles.ROOT else may_be_person_noun(lemma)


def _is_title(noun: Token) -> bool:
    """Whether a noun is one for a person, or a title that not anybody has."""
    title = plain(noun.text.removesuffix(_SHORTENED))
    return may_be_person_noun(noun.lemma.lower()) or (title in titles() and title not in _COURTESY)


def _subtree(token: Token) -> Stretch:
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def _behind(noun: Token, name: Stretch) -> Stretch:
    return noun.doc[max(noun.left_edge.i, name.end) : noun.right_edge.i + 1]


def _before(noun: Token, name: Stretch) -> Stretch:
    """The phrase of a noun before a name up to that name, with what the parse hangs on the name of it."""
    doc, row = noun.doc, noun.i
    while row > noun.sent.start and doc[row - 1].pos in _IN_PREMODIFIERS and name.root.left_edge.i < row:
        row -= 1
    first = min(noun.left_edge.i, row)
    return doc[first + (doc[first].lower in _RELATIVES) : name.start]


def _trimmed(words: Stretch) -> Stretch:
    """The words without marks and numbers before them, and without what tells nothing behind them.

    That are marks but for a bracket's second half, titles that anybody has, one alone behind a comma ("the spokesman,
    Colonel"), and a clause in which the person reports something else.
    """
    doc, start, end = words.doc, words.start, words.end
    while start < end and (_is_mark(doc[start]) or doc[start].like_num):
        start += 1
    end = next((token.i for token in doc[start:end] if token.i > start and _reports(token)), end)
    while end > start and _tells_nothing(doc[end - 1]):
        end -= 1
    if end - start > _MOST_BEFORE_A_RANK and doc[end - 2].text == "," and _is_title(doc[end - 1]):
        end -= 2
    is_open = any(token.text == "(" for token in doc[start:end]) and end < len(doc) and doc[end].text == ")"
    return doc[start : end + is_open]


def _reports(word: Token) -> bool:
    """Whether a relative pronoun begins a clause of reporting: "the clerk, who **added** that it rains"."""
    row = cue_rows().get(word.head.lemma.lower()) if word.lower in _WHO else None
    return row is not None and "clause" in row.frames


def _tells_nothing(last: Token) -> bool:
    return _is_mark(last) or _is_courtesy(last) or last.tag == word_classes.POSSESSIVE_MARK


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space


def _is_courtesy(token: Token) -> bool:
    return plain(token.text.removesuffix(_SHORTENED)) in _COURTESY


def pronouns_of(discourse: Discourse, referents: Collection[Referent]) -> dict[Referent, Pronouns]:
    """By which pronouns an article speaks of each person; who is never so spoken of, or of two kinds alike, has none.

    Args:
        discourse: the article, resolved.
        referents: whose pronouns are asked for.
    """
    counts: defaultdict[Referent, Counter[Pronouns]] = defaultdict(Counter)
    for mention in discourse.mentions:
        referent = mention.referent
        if mention.kind == "pronoun" and referent in referents and referent is not None:
            counts[referent][_pronouns(mention)] += 1
    found: dict[Referent, Pronouns] = {}
    for referent, count in counts.items():
        (pronouns, most), *others = count.most_common()
        if referent.kind == "person" and referent.number == "one" and (not others or most > others[0][1]):
            found[referent] = pronouns
    return found


def _pronouns(mention: Mentioned) -> Pronouns:
    gender = asked_by(mention.head).gender
    return "they" if gender is None else "she" if gender == "f" else "he"
