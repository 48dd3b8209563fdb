"""Phrases that report: "according to the office", "in her words"."""

from __future__ import annotations

from claimx.attributions.rules.constructions import (
    Construction,
    CueSite,
    Words,
    span_of,
    speaker_span,
    trimmed,
)
from claimx.attributions.statement import Rule
from claimx.grammar import roles, word_classes
from claimx.lexicons.cues import cue_words
from claimx.records import Span
from claimx.text.spans import subtract

_COMPLEMENTS = frozenset((roles.PREPOSITION_OBJECT, roles.PREPOSITION_CLAUSE))


def _according_to(site: CueSite) -> Words | None:
    token, sentence = site.token, site.sentence
    if token.lower != "according":
        return None
    to = next((c for c in token.children if c.lower == "to"), None)
    if to is None and token.i + 1 < sentence.end and token.nbor().lower == "to":
        to = token.nbor()
    source = to.child(*_COMPLEMENTS) if to is not None else None
    if to is None or source is None:
        return None
    speaker = speaker_span(source, site.text)
    content = subtract(Span(sentence.start_char, sentence.end_char), [Span(token.idx, speaker.end)])
    return Words((speaker,), (Span(token.idx, to.end),), trimmed(content, site.text))


def _in_words(site: CueSite) -> Words | None:
    """What is put "in her words", "in the words of the mayor", set off by commas: the quotation behind, or the rest."""
    token, sentence = site.token, site.sentence
    if token.lower == "according":
        return None
    speaker = token.child(roles.POSSESSOR)
    of = next((c for c in token.children if c.lower == "of"), None)
    if speaker is None and of is not None:
        speaker = of.child(roles.PREPOSITION_OBJECT)
    before, last = token.head, of.right_edge if of is not None else token
    if speaker is None or not (before.i == sentence.start or before.nbor(-1).is_punct):
        return None
    source = speaker_span(speaker, site.text)
    cue = tuple(Span(part.idx, part.end) for part in (before, token))
    behind = token.doc[min(last.i + 2, sentence.end - 1)]  # after a comma
    quotation = next(iter(site.quoted.overlapping(Span(token.end, behind.end))), None)
    if quotation is not None:  # parsers may take it for a part of the speaker's name
        source = Span(source.start, min(source.end, quotation.start))
        return Words(trimmed([source], site.text), cue, (quotation,))
    if last.i + 1 >= len(token.doc) or not last.nbor().is_punct:
        return None
    content = subtract(Span(sentence.start_char, sentence.end_char), [Span(before.idx, last.end)])
    return Words((source,), cue, trimmed(content, site.text))


def _hearsay(site: CueSite) -> Words | None:
    """What a sentence tells with an adverb by which somebody else, whom it does not name, answers for it."""
    adverb, verb = site.token, site.token.head
    if adverb.lower not in cue_words("hearsay_adverbs") or verb.pos not in word_classes.VERBS:
        return None
    is_main = verb.dep == roles.ROOT or (verb.dep == roles.CONJUNCT and verb.head.dep == roles.ROOT)
    subject = verb.child(*roles.SUBJECTS, roles.PASSIVE_SUBJECT)
    if not is_main or subject is None or verb.child(roles.CLAUSE_COMPLEMENT) is not None:
        return None
    cue = Span(adverb.idx, adverb.end)
    return Words((), (cue,), trimmed(subtract(span_of(verb), [cue]), site.text))


def _noun_is_that(site: CueSite) -> Words | None:
    """What a noun of saying is: "Word from the camp is that …"."""
    noun = site.token
    copula = noun.head
    clause = copula.child(roles.CLAUSE_COMPLEMENT)
    if noun.dep != roles.SUBJECT or copula.lemma != "be" or clause is None or clause.i < copula.i:
        return None
    mark = clause.child(roles.MARKER)
    if "clause" not in site.row.frames or mark is None or mark.lower != "that":
        return None
    owner = noun.child(roles.POSSESSOR)
    link = next((c for c in noun.children if c.dep == roles.PREPOSITION and c.lower in cue_words("from")), None)
    speaker = owner or (link.child(roles.PREPOSITION_OBJECT) if link is not None else None)
    if speaker is None and noun.lemma.lower() not in cue_words("hearsay_nouns"):
        return None
    source = (speaker_span(speaker, site.text),) if speaker is not None else ()
    return Words(source, (Span(noun.idx, noun.end), Span(copula.idx, copula.end)), (span_of(clause),))


PHRASES: tuple[Construction, ...] = (
    Construction(
        Rule("according-to", "<According to> the office, it rained.", 0.83, nests=True), "adposition", _according_to
    ),
    Construction(Rule("noun-is", "The <word> from the camp <is> that it rains.", 0.75), "noun", _noun_is_that),
    Construction(Rule("adverb-hearsay", "The tower was <reportedly> built in a day.", 0.9), "adverb", _hearsay),
    Construction(Rule("in-words", "The plan is, <in> her <words>, “a gift”.", 0.8), "adposition", _in_words),
)
