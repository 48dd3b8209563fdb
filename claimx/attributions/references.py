"""Words that mean somebody or something by less than its full name: "Ruiz", "she", "the ministry", "we".

A reader of the article knows whom they mean; a reader of one claim does not. Only what is sure is told: a short name; a
noun whose referent is known; a pronoun that surely means somebody; "I" and "we" of a quotation whose speaker has a
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimx.attributions.discourse import Discourse, Mention, Referent, is_unrestricted
from claimx.grammar import roles
from claimx.grammar.nouns import is_definite
from claimx.grammar.tokens import Token
from claimx.lexicons.words import word_set
from claimx.records import Attribution, Entity, Reference, Source, Span

_PEOPLE, _ARTICLE = "NORP", "the"
_SINGULAR = word_set("names/reference_words", "first_person_singular")
_PLURAL = word_set("names/reference_words", "first_person_plural")
#: A quotation mark that opens inside of a quotation.
_INNER_MARK = re.compile(r"[“‘\"`]|(?<=[\s(])'(?=\w)")
#: How probable it must be that a pronoun means somebody; models/pronouns/card.md tells what that costs and brings.
SURELY = 0.7
#: Bodies speak of themselves as "we".
_BODIES = ("organization", "place", "document", "group")


def find_references(
    discourse: Discourse, attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Reference, ...]:
    """Find the words of an article that mean something named elsewhere.

    Args:
        discourse: whom its nouns and pronouns mean.
        attributions: its statements; who speaks tells whom "I" and "we" in quoted words mean.
        entities: its names.

    Returns:
        The references in text order, each with the full name of what it means; none overlaps another.
    """
    found = {r.span: r for r in (*_nouns_and_pronouns(discourse), *_first_persons(discourse, attributions))}
    found |= {r.span: r for r in _short_names(entities)}
    kept: list[Reference] = []
    for span in sorted(found):
        if not kept or kept[-1].span.end <= span.start:
            kept.append(found[span])
    return tuple(kept)


def _short_names(entities: Sequence[Entity]) -> Iterator[Reference]:
    """Names that are less than the full one, or another; not "Ostravians", nor what two are called by."""
    full_names = {entity.name: _bare_words(entity.name) for entity in entities}
    bearers: dict[str, set[str]] = {}
    for name, words in full_names.items():
        for word in words:
            bearers.setdefault(word, set()).add(name)
    for entity in entities:
        words = _bare_words(entity.text)
        of_each = [bearers.get(word, set()) for word in words] or [set(full_names)]
        is_one = len(set.intersection(*of_each)) < 2
        if entity.label != _PEOPLE and words != full_names[entity.name] and is_one:
            yield Reference(entity.text, entity.span, entity.name)


def _bare_words(name: str) -> set[str]:
    return {*name.casefold().split()} - {_ARTICLE}


def _nouns_and_pronouns(discourse: Discourse) -> Iterator[Reference]:
    text, tokens = discourse.doc.text, discourse.doc.tokens
    for mention in discourse.mentions:
        referent = mention.referent
        if referent is None or referent.name is None:
            continue
        if mention.kind == "noun":
            is_told = _is_known(mention, referent, discourse)
        else:
            is_told = mention.kind == "pronoun" and _is_sure(mention, referent)
        if is_told:
            span = Span(tokens[mention.start].idx, tokens[mention.end - 1].end)
            yield Reference(text[span.start : span.end], span, referent.name)


def _is_known(mention: Mention, referent: Referent, discourse: Discourse) -> bool:
    """Whether a noun means what is known, and nothing beside it tells another: "the ministry", "the charity"."""
    head = mention.head
    if not is_definite(head) or not is_unrestricted(head) or _is_named_beside(mention, discourse):
        return False
    if any(child.dep in (roles.COMPOUND, roles.POSSESSOR) for child in head.children):
        return False
    if referent is discourse.speaker_at(head):  # nobody calls himself so in what he says
        return False
    if referent.kind == "person":
        return True
    return referent.kind in ("organization", "place") and head.lower in referent.head_words


def _is_named_beside(mention: Mention, discourse: Discourse) -> bool:
    """Whether a noun stands in one phrase with the name: "Prime Minister Ana Ruiz", "Ana Ruiz, the minister"."""
    head = mention.head
    if discourse.titled_by(head) is not None or discourse.named_by(head) is not None:
        return True
    if head.dep in (roles.APPOSITION, roles.COMPOUND, roles.ATTRIBUTE):
        return True
    return any(child.dep == roles.APPOSITION for child in head.children)


def _is_sure(mention: Mention, referent: Referent) -> bool:
    """Whether a pronoun surely means a person or a body."""
    return referent.kind in ("person", "organization") and mention.trust >= SURELY


def _first_persons(discourse: Discourse, attributions: Sequence[Attribution]) -> Iterator[Reference]:
    """Whom "I" and "we" mean in quoted words: who speaks the innermost statement that they stand in."""
    pieces = [(span, attribution.source) for attribution in attributions for span in attribution.quoted]
    pieces.sort(key=lambda piece: (piece[0].start, -piece[0].end))
    speakers: dict[int, Source | None] = {}
    for span, source in pieces:  # inner pieces come after outer ones
        speakers.update(dict.fromkeys((token.i for token in _first_person_words(discourse, span)), source))
    for row in sorted(speakers):
        token, source = discourse.doc.tokens[row], speakers[row]
        if source is not None and source.name is not None and _speaks_so(token, source):
            yield Reference(token.text, Span(token.idx, token.end), source.name)


def _first_person_words(discourse: Discourse, span: Span) -> Iterator[Token]:
    """Those that the speaker says himself, not somebody whom he quotes; "US" is a country."""
    text = discourse.doc.text
    for token in discourse.doc.within(span):
        if token.lower not in _SINGULAR and token.lower not in _PLURAL:
            continue
        if discourse.named_by(token) is None and not _INNER_MARK.search(text, span.start + 1, token.idx):
            yield token


def _speaks_so(token: Token, source: Source) -> bool:
    """Whether a source says "I", or "we", of itself alone: a minister's "we" may be her ministry or her country."""
    if token.lower in _SINGULAR:
        return source.type == "person" and len(source.entities) < 2
    return len(source.entities) > 1 or source.type in _BODIES
