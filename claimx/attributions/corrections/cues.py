"""Corrections of cues: which words report."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from claimx.attributions.corrections.cutting import cut, verbs_of
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words
from claimx.reading import Reading
from claimx.records import Addressee, Span
from claimx.text.spans import merge, overlap, subtract

#: Forms of what becomes of those who are feared for; taggers take "drowned" for a past tense.
_STATES = frozenset((word_classes.PARTICIPLE, word_classes.PAST, word_classes.PLAIN_ADJECTIVE))

#: What stands between an auxiliary and its verb and belongs to the cue.
_BESIDE_A_VERB = roles.AUXILIARIES | {roles.NEGATION, roles.ADVERB}


def as_hearsay(statement: Statement, reading: Reading) -> Statement:
    """Let "reportedly" and its like be the cue alone where its verb reports nothing: "X has reportedly offered Y".

    What is said is the whole clause then, its subject with it.
    """
    words = (token for span in statement.cue for token in reading.doc.within(span))
    adverb = next((token for token in words if token.lower in cue_words("hearsay_adverbs")), None)
    verb = adverb.head if adverb is not None else None
    if adverb is None or verb is None or verb.pos not in word_classes.VERBS or verb.dep == roles.RELATIVE_CLAUSE:
        return statement
    if any(child.dep == roles.CLAUSE_COMPLEMENT for child in verb.children):
        return statement
    cue = Span(adverb.idx, adverb.end)
    subject = next((c for c in verb.children if c.dep in roles.SUBJECTS), verb)
    clause = Span(min(subject.left_edge.idx, statement.start), max(statement.end, verb.end))
    whole = dataclasses.replace(statement, source=(), cue=(cue,), content=(clause,))
    return cut(whole, cue, reading.text)


def with_its_verb(statement: Statement, reading: Reading) -> Statement:
    """Let a cue of auxiliaries alone go on to their verb: "**has** put | the toll at 9", "I **do**n't think | you can".

    What is said begins behind the verb, or with the clause that the verb takes.
    """
    words = [token for span in statement.cue for token in reading.doc.within(span)]
    verb = words[-1].head if words else None
    if verb is None or verb.i <= words[-1].i or not _are_auxiliaries(words, verb):
        return statement
    between = reading.doc[words[-1].i + 1 : verb.i]
    beside = [token for token in between if token.head is verb and token.dep in _BESIDE_A_VERB]
    particle = verb.child(roles.PARTICLE)
    end = particle if particle is not None and particle.i == verb.i + 1 else verb
    cue = merge([*statement.cue, *(Span(t.idx, t.end) for t in (words[-1], *beside, verb, end))], reading.text)
    clause = next((c for c in verb.children if c.dep in roles.COMPLEMENT_CLAUSES and c.i > verb.i), None)
    first, *rest = statement.content
    if clause is not None and end.end < clause.left_edge.idx < first.start < clause.right_edge.end:
        first = Span(clause.left_edge.idx, first.end)
    whole = dataclasses.replace(statement, cue=cue, content=(first, *rest))
    return cut(whole, Span(first.start, end.end), reading.text) if first.start <= end.idx < first.end else whole


def _are_auxiliaries(words: Sequence[Token], verb: Token) -> bool:
    """Whether words are a verb's auxiliaries, with what denies or modifies it."""
    kinds = {token.dep for token in words}
    return (
        verb.pos in word_classes.VERBS
        and all(token.head is verb for token in words)
        and kinds <= _BESIDE_A_VERB
        and not kinds.isdisjoint(roles.AUXILIARIES)
    )


def with_its_preposition(statement: Statement, reading: Reading) -> Statement:
    """Let a cue hold the preposition that leads to what is said: "was accused | **of** | taking bribes"."""
    of = reading.doc.after(statement.cue[-1].end) if statement.cue else None
    if of is None or of.lower != "of" or not any(p.start == of.idx and of.end + 1 < p.end for p in statement.content):
        return statement
    cue = (*statement.cue[:-1], Span(statement.cue[-1].start, of.end))
    content = tuple(Span(of.end + 1, p.end) if p.start == of.idx else p for p in statement.content)
    return dataclasses.replace(statement, cue=cue, content=content)


def as_feared(statement: Statement, reading: Reading) -> Statement:
    """Let those who are feared for be part of what is feared in a headline: "Ten feared | dead", "feared trapped"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    words = reading.doc.within(statement.content[0])
    if verb is None or not words or verb.lemma not in cue_words("feared_for") or verb.child(*roles.AUXILIARIES):
        return statement
    is_state = words[0].tag in _STATES and words[0].head is verb
    is_right_behind = words[0].i == verb.i + 1 and words[0].child(*roles.SUBJECTS) is None
    if not (statement.source and is_state and is_right_behind):
        return statement
    last = next((t for t in reversed(verb.sent) if not (t.is_punct or t.is_space)), verb)
    content = merge([*statement.source, Span(statement.start, max(statement.end, last.end))], reading.text)
    return dataclasses.replace(statement, source=(), content=content)


def spoken_cue(statement: Statement, addressee: Addressee | None, text: str) -> Statement:
    """A statement whose cue ends before those who are told: "told | jurors:"."""
    if addressee is None or not overlap(statement.cue, addressee.spans):
        return statement
    first = min(span.start for span in addressee.spans)
    cut = [
        piece for span in statement.cue for piece in subtract(span, [Span(first, max(first, statement.cue[-1].end))])
    ]
    cue = tuple(Span(start, start + len(text[start:end].rstrip())) for start, end in cut if text[start:end].strip())
    return dataclasses.replace(statement, cue=cue) if cue else statement
