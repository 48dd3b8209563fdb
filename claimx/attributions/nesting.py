"""What others report inside of a statement: "“I asked him, ‘Use what?’” the clerk said", "she said he knew"."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from claimx.attributions.corrections.cutting import verbs_of
from claimx.attributions.places import quotations_near
from claimx.attributions.statement import INSIDE, MODEL, Rank, Statement
from claimx.grammar import roles
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.lexicons.cues import cue_rows, cue_words
from claimx.reading import Reading
from claimx.records import Quotation, Span
from claimx.text.spans import SpanIndex, length, overlap

#: So many statements inside of others may end at one place; in news there are three. More ("the mayor said the mayor
#: said the mayor said …") would each repeat the rest of the sentence.
MOST_NESTED = 8

#: What tells of things seen and meant, so that its subject says nothing: "the frost **meant** it was late".
_NOT_INSIDE = cue_words("seeing_and_meaning")

#: Marks that close what others open, inside of a statement.
_CLOSING = {"‘": "’", "“": "”", '"': '"'}


def find_inner(
    reading: Reading, statements: Sequence[Statement], outermost: Sequence[Statement], outer: Sequence[Statement]
) -> list[Statement]:
    """Statements that somebody makes inside of an outermost one: what the model heard there, and the surest rules find.

    Args:
        reading: the article.
        statements: of model, turns and rules.
        outermost: those that stand for themselves; whose content holds a statement is its ``parent``, by its place.
        outer: statements that no plain reporting clause holds. Those of the model among them are no inner ones, except
            inside of a turn, where without marks it does not see that somebody speaks.

    What the model heard inside comes first, then rules, then the model's others; of two with one cue the first stays.
    """
    owners = SpanIndex(enumerate(outermost), lambda owner: owner[1].content)
    kept_outside = set(map(id, outer))
    found: SpanIndex[Statement] = SpanIndex()
    ends: Counter[int] = Counter()
    for statement in sorted(statements, key=lambda s: (s.rule is not INSIDE, s.rule is MODEL, place_of(s))):
        if not statement.source or not statement.cue or ends[statement.end] == MOST_NESTED:
            continue
        if cue_lemma(reading.doc, statement.cue) in _NOT_INSIDE:
            continue
        first, last = min(statement.source[0], statement.content[0]), max(statement.source[-1], statement.content[-1])
        around = owners.covering(Span(first.start, last.end)) or _owners_in_pieces(owners, statement)
        if not around or overlap(around[-1][1].cue, statement.cue):
            continue
        parent, owner = around[-1]
        if statement.rule is MODEL and owner.rule.rank is not Rank.TURN and id(statement) in kept_outside:
            continue
        if found.overlapping(*statement.cue):
            continue
        if _is_told_apart(statement, reading):
            ends[statement.end] += 1
            found.add(dataclasses.replace(_within_marks(statement, reading.text), parent=parent), statement.cue)
    return sorted(found.items, key=place_of)


def _within_marks(statement: Statement, text: str) -> Statement:
    """A statement that ends with the quotation that it begins with: "told me, ‘Go home,’ | and I went"."""
    first = statement.content[0]
    end = text.find(_CLOSING.get(text[first.start], "\0"), first.start + 1, first.end) + 1
    rest = text[end : first.end]
    marks = {*_CLOSING, *_CLOSING.values()}
    if not end or rest[:1].isalnum() or not marks.isdisjoint(rest):  # an apostrophe; “a” and “b”
        return statement
    return dataclasses.replace(statement, content=(Span(first.start, end), *statement.content[1:]))


def _is_told_apart(statement: Statement, reading: Reading) -> bool:
    """Whether a statement inside of another one is surely made, and told for itself.

    What the model hears of "I", "we", "people" is one, too ("I told them that it is dry", "I think that it is"), but
    what a hearer or anybody may think is none ("you may think that it is"), nor what is supposed; of a rule nothing is.
    """
    is_model = statement.rule.rank is Rank.MODEL
    if not (is_model or statement.rule.nests):
        return False
    speaker = reading.text[statement.source[0].start : statement.source[-1].end].lower()
    if speaker not in cue_words("own_voice"):
        return True
    if statement.rule is INSIDE and speaker not in cue_words("third_persons"):
        row = cue_rows().get(cue_lemma(reading.doc, statement.cue))
        is_of_the_mind = row is not None and row.act == "epistemic"
        return not (is_of_the_mind and (speaker in cue_words("minds_unknown") or _is_supposed(statement, reading)))
    # who is quoted says "he" of somebody else
    is_far = is_model or is_quoted(statement, reading.layout.quotations)
    return is_far and speaker in cue_words("third_persons")


def _is_supposed(statement: Statement, reading: Reading) -> bool:
    """Whether a statement is but asked, wished or supposed: "Do I think so?", "I wish I knew", "Had I known that"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None:
        return False
    is_conditional = any(c.dep == roles.MARKER and c.lower in cue_words("conditions") for c in verb.children)
    is_wished = verb.dep == roles.CLAUSE_COMPLEMENT and verb.head.lemma.lower() in cue_words("wishing")
    subject, auxiliary = verb.child(*roles.SUBJECTS), verb.child(roles.AUXILIARY)
    is_turned = subject is not None and auxiliary is not None and auxiliary.i < subject.i
    return is_conditional or is_wished or is_turned


def _owners_in_pieces(owners: SpanIndex[tuple[int, Statement]], statement: Statement) -> list[tuple[int, Statement]]:
    """The statements that hold all of another one, whose own words stand in between."""
    near = owners.overlapping(*statement.source, *statement.cue, *statement.content)
    return [(place, owner) for place, owner in near if _holds(owner, statement)]


def in_layers(outermost: Sequence[Statement], inner: Sequence[Statement]) -> list[Statement]:
    """Outermost statements and inner ones in one list, the parent of each inner one being the smallest that holds it.

    Args:
        outermost: in text order; parents are counted among them.
        inner: each with such a parent.
    """
    layers = SpanIndex(enumerate(inner, len(outermost)), lambda each: each[1].content)
    found = list(outermost)
    for statement in inner:
        around = [
            (length(other.content), place)
            for place, other in layers.covering(statement.cue[0])
            if _holds(other, statement) and length(other.content) > length(statement.content)
        ]
        found.append(dataclasses.replace(statement, parent=min(around)[1]) if around else statement)
    return found


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether all of a statement stands in the content of another."""
    spans = (*inner.source, *inner.cue, *inner.content)
    return all(any(piece.covers(span) for piece in outer.content) for span in spans)


def is_quoted(statement: Statement, quotations: Sequence[Quotation]) -> bool:
    """Whether cue and content stand in one quotation: then the statement is the quoted person's."""
    if not statement.cue:
        return False
    spans = (*statement.cue, *statement.content)
    around = quotations_near(quotations, statement.cue[0].start, statement.cue[0].end)
    return any(all(any(p.covers(span) for p in q.pieces) for span in spans) for q in around if q.closed)


def place_of(statement: Statement) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What statements are ordered by: the content, then the cue."""
    return statement.content, statement.cue
