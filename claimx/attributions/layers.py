"""Which statement of the model stands inside of another one that it did not find.

"The clerk said Mr Holt accused her of theft": the model may find the accusation alone, though it is the clerk's word.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from claimx.attributions.corrections.cutting import verbs_of
from claimx.attributions.places import title_at
from claimx.attributions.statement import Rank, Statement
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.lexicons.cues import cue_words, is_saying
from claimx.reading import Reading
from claimx.records import Span
from claimx.text.spans import SpanIndex, merge

#: So many code points before a relative clause the words end that it belongs to.
_NEAR = 8


def outer_ones(statements: Sequence[Statement], reading: Reading) -> list[Statement]:
    """The statements without those of the model that a plain reporting clause holds, or that are but a part of it.

    Where the model found anything else that the clause reports, it has seen more than the rule did.

    Args:
        statements: of model, turns and rules.
        reading: the article.
    """
    heard = SpanIndex((s for s in statements if s.rule.rank is Rank.MODEL), lambda statement: statement.content)
    inside: set[int] = set()
    for plain in (statement for statement in statements if _is_plain(statement, reading)):
        rivals = heard.overlapping(*plain.content)
        if rivals and all(_is_held(rival, plain, reading) for rival in rivals):
            inside.update(map(id, rivals))
    return [statement for statement in statements if id(statement) not in inside]


def _is_plain(statement: Statement, reading: Reading) -> bool:
    """Whether a rule's statement is as sure as one can be: somebody "said", or says so between two halves of it."""
    if statement.rule.rank is not Rank.RULE or not statement.source or not statement.cue:
        return False
    speaker = reading.text[slice(*statement.source[0])].lower()
    if speaker in cue_words("own_voice") - cue_words("third_persons"):
        return False
    words = {reading.text[start:end].lower() for start, end in statement.cue}
    if words == {":"}:  # "Poll: two in three want the border open"
        return title_at(reading.zones, statement.start) is not None and statement.cue[0].start < statement.start
    if words <= cue_words("phrasal_cues"):  # "According to X, the minister told …"
        return statement.cue[0].start < statement.start
    return words <= cue_words("plain_cues") or (
        statement.rule.interrupts and is_saying(cue_lemma(reading.doc, statement.cue))
    )


def _is_held(statement: Statement, plain: Statement, reading: Reading) -> bool:
    """Whether a plain statement holds all of another one, or has its cue and says more than the time that it found."""
    if not statement.cue or not statement.source:
        return False
    spans = (*statement.source, *statement.cue, *statement.content)
    if all(any(piece.covers(span) for piece in plain.content) for span in spans):
        return True
    is_part = statement.cue == plain.cue and statement.end < plain.end
    return is_part and not any(verbs_of(reading.doc, statement.content)) and any(verbs_of(reading.doc, plain.content))


def with_relative_clauses(
    statements: Sequence[Statement], text: str
) -> tuple[list[Statement], list[tuple[Statement, int]]]:
    """Statements with the relative clause behind their last noun that "according to" tells something of.

    "She said the firm, which made a loss, according to its report" is all hers; the report has the clause.

    Returns:
        The statements without those of the clauses; and these, each with the place of the statement that holds it.
    """
    found = list(statements)
    owners: dict[int, int] = {}
    ends = SpanIndex(enumerate(statements), lambda each: _last(each[1]))
    for place, statement in enumerate(statements):
        opening = text[slice(*statement.content[0])].split(maxsplit=1)[0].lower()
        cue = " ".join(text[slice(*span)] for span in statement.cue).lower()
        if opening not in cue_words("relatives") or cue not in cue_words("phrasal_cues"):
            continue
        near = ends.overlapping(Span(max(0, statement.start - _NEAR), statement.start))
        before = ((at, o) for at, o in near if at not in owners and text[o.end : statement.start].strip() == ",")
        at, owner = next((each for each in before if each[1].cue), (place, statement))
        if at != place and place not in owners.values():
            content = merge([*owner.content, Span(owner.end, statement.end)], text)
            found[at] = dataclasses.replace(owner, content=content)
            owners[place] = at
            ends.add((at, found[at]), _last(found[at]))
    kept = [place for place in range(len(found)) if place not in owners]
    numbers = {place: number for number, place in enumerate(kept)}
    return [found[place] for place in kept], [(statements[place], numbers[at]) for place, at in owners.items()]


def _last(statement: Statement) -> tuple[Span]:
    """The last code point of a content."""
    return (Span(statement.end - 1, statement.end),)
