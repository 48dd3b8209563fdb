"""Whom headlines mean by a noun for somebody: who alone is called so below, who says the same there."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Referent, is_called_alike, told_to_be
from claimx.attributions.sources.answers import Answer
from claimx.attributions.sources.heads import head_of
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role
from claimx.lexicons.nouns import gender_of_noun, may_be_person_noun, person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: How many words in a row are nobody else's; how many telling ones are enough, and what part of all.
ALIKE, SHARED, MOST = 4, 2, 0.6
#: How many letters forms of one word share; how many a telling word has.
STEM, SHORTEST = 6, 3
_TELLING_WHICH = roles.PREMODIFIERS | {roles.POSSESSOR, roles.PREPOSITION}
_OPENING = word_set("names/small_words", "opening_somebody")
_TELLING = word_classes.CONTENT_WORDS | {word_classes.NUMERAL}


def called_below(head: Token, discourse: Discourse) -> Referent | None:
    """The only person whom the article calls by a headline's noun; of several who is called so without further words.

    "**Coach**: We deserved it", then "coach Ada Holm" and "the visitors' coach, Karl Lund".

    Args:
        head: the headline's noun, whatever the parse makes of it.
        discourse: the article, resolved.
    """
    lemma = head.lemma.lower()
    if not discourse.is_in_headline(head) or not _is_somebody(head):
        return None
    if has_role(head, roles.POSSESSOR):
        return None
    known = [one for one in discourse.named.values() if one.kind == "person" and is_called_alike(one, head)]
    if len(known) > 1:
        bare = {one for token, one in _called(lemma, discourse) if not _has_words(token)}
        known = [one for one in known if one in bare]
    return known[0] if len(known) == 1 else None


def _called(lemma: str, discourse: Discourse) -> list[tuple[Token, Referent]]:
    """The nouns of a kind below the headlines that tell of somebody named, as titles or by themselves."""
    titles = [(discourse.doc.tokens[row], mention.referent) for row, mention in discourse.by_title.items()]
    nouns = [(mention.head, mention.referent) for mention in discourse.mentions if mention.kind == "noun"]
    return [
        (token, one)
        for token, one in (*titles, *nouns)
        if one is not None and token.lemma.lower() == lemma and not discourse.is_in_headline(token)
    ]


def _has_words(noun: Token) -> bool:
    """Whether something before or behind a noun tells of what, or of which one."""
    before = noun.nbor(-1) if noun.i and not noun.is_sent_start else None
    tells = before is not None and before.pos in word_classes.NOUNS | {word_classes.ADJECTIVE}
    return tells or any(child.dep in _TELLING_WHICH for child in noun.children)


def said_below(
    statements: Sequence[Statement], answers: Sequence[Answer | None], discourse: Discourse
) -> dict[int, Referent]:
    """By the numbers of headlines' statements of somebody without a name, who says below the same in the main.

    Args:
        statements: the article's, in text order.
        answers: whom their sources mean.
        discourse: the article, resolved.
    """
    open_ones: dict[int, Token] = {}
    below: dict[int, Referent] = {}
    for number, (statement, answer) in enumerate(zip(statements, answers, strict=True)):
        head = head_of(statement, discourse) if answer is not None else None
        if answer is None or head is None:
            continue
        one = answer.referent if answer.referent is not None and answer.referent.name else None
        if discourse.is_in_headline(head) or _opens(head, discourse):
            if one is None and not answer.name and _is_somebody(head) and person_noun(head.lemma.lower()) is not None:
                open_ones[number] = head
        elif one is not None and one.kind == "person":
            below[number] = one
    found: dict[int, Referent] = {}
    for number, head in open_ones.items():
        gender = gender_of_noun(head.lemma.lower())
        said = [
            (statements[other], one) for other, one in below.items() if one.told_gender in (gender, None) or not gender
        ]
        one = _same_words(statements[number], said, discourse) or _same_in_the_main(statements[number], said, discourse)
        if one is None and said and discourse.is_in_headline(head):
            one = _only_speaker(head, statements[number], said, discourse)
        if one is not None:
            found[number] = one
    return found


def _opens(head: Token, discourse: Discourse) -> bool:
    """Whether a noun opens the article as somebody new, below its headlines: "**A lorry driver** told police …"."""
    begin = max((span.end for span in discourse.headlines), default=0)
    start = discourse.doc.text.rfind("\n", 0, head.idx) + 1
    is_new = any(child.lower in _OPENING for child in head.children if child.i < head.i)
    return is_new and head.i not in discourse.quoted and not discourse.doc.text[begin:start].strip()


def _same_words(
    statement: Statement, below: Sequence[tuple[Statement, Referent]], discourse: Discourse
) -> Referent | None:
    """Who says what a statement says word for word, and the least besides."""
    words = _words(statement, discourse)
    alike = [(len(others), one) for other, one in below if words in (others := _words(other, discourse))]
    return min(alike, key=itemgetter(0))[1] if alike and len(words.split()) >= ALIKE else None


def _same_in_the_main(
    statement: Statement, below: Sequence[tuple[Statement, Referent]], discourse: Discourse
) -> Referent | None:
    """The only one who says most of the telling words of a statement."""
    telling = _telling(statement, discourse)
    shared = [(len(telling & _telling(other, discourse)), one) for other, one in below]
    most = max((count for count, _ in shared), default=0)
    best = {one for count, one in shared if count == most}
    return best.pop() if len(best) == 1 and most >= max(SHARED, MOST * len(telling)) else None


def _only_speaker(
    head: Token, statement: Statement, below: Sequence[tuple[Statement, Referent]], discourse: Discourse
) -> Referent | None:
    """Who alone says anything in the article by name, of the same, if it does not tell that she is something else."""
    speakers = {one for _, one in below}
    one = next(iter(speakers)) if len(speakers) == 1 else None
    if one is None or (told_to_be(one) and not is_called_alike(one, head)):
        return None
    telling = _telling(statement, discourse)
    return one if any(not telling.isdisjoint(_telling(other, discourse)) for other, _ in below) else None


def _is_somebody(head: Token) -> bool:
    """Whether a noun is for one person."""
    return head.tag not in word_classes.PLURALS and may_be_person_noun(head.lemma.lower())


def _words(statement: Statement, discourse: Discourse) -> str:
    """What a statement says, without marks and capitals, between blanks."""
    tokens = (token for span in statement.content for token in discourse.doc.within(span))
    return f" {' '.join(token.lower for token in tokens if token.text.isalnum())} "


def _telling(statement: Statement, discourse: Discourse) -> set[str]:
    """The beginnings of a statement's nouns, names, verbs, adjectives and numbers, by which forms of one word agree."""
    tokens = (token for span in statement.content for token in discourse.doc.within(span))
    return {token.lemma.lower()[:STEM] for token in tokens if token.pos in _TELLING and len(token.text) >= SHORTEST}
