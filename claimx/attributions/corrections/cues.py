"""Those who hear what is said: no sources, and no part of the cue."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claimx.attributions.corrections.cutting import verbs_of
from claimx.attributions.statement import Statement, overlap, subtract
from claimx.records import Addressee, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: Bodies that hear evidence; of others, "we heard that …" tells how the speaker came to know it.
HEARERS = frozenset(
    {"court", "jury", "juror", "inquest", "inquiry", "tribunal", "hearing", "committee", "panel", "trial", "commission"}
)
_TELLING = frozenset({"tell", "inform"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def without_hearer(statement: Statement, doc: Parse) -> Statement:
    """A statement without its source where that is a body that hears it: "The jury heard …", "The court was told …"."""
    if not statement.source:
        return statement
    for verb in verbs_of(doc, statement.cue):
        is_passive = any(child.dep == "auxpass" for child in verb.children)
        if verb.lemma != "hear" and not (verb.lemma in _TELLING and is_passive):
            continue
        subjects = [child for child in verb.children if child.dep in _SUBJECTS]
        if any(
            s.lemma.lower() in HEARERS and overlap(statement.source, [Span(s.idx, s.idx + len(s))]) for s in subjects
        ):
            return dataclasses.replace(statement, source=())
    return statement


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
