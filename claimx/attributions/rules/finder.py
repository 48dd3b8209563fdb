"""All statements that rules find, beside the model: constructions on the parse, and forms of headlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimx.attributions.rules.asked_for import ASKED_FOR
from claimx.attributions.rules.constructions import Construction, CueSite
from claimx.attributions.rules.headlines import find_headlines
from claimx.attributions.rules.nouns import NOUNS
from claimx.attributions.rules.phrases import PHRASES
from claimx.attributions.rules.verbs import VERBS
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Stretch, Token
from claimx.lexicons.cues import CueRow, cue_rows
from claimx.reading import Reading
from claimx.records import Entity, Span
from claimx.text.spans import SpanIndex, index_spans

#: Ways of reporting that the parse shows. Of those of one kind of cue, the first that is found at a word stands.
CONSTRUCTIONS: tuple[Construction, ...] = (*NOUNS, *ASKED_FOR, *VERBS, *PHRASES)

_PARTICLES = frozenset((roles.PARTICLE, roles.ADVERB))
_NOT_QUOTED: SpanIndex[Span] = SpanIndex()


def find_by_rules(reading: Reading, entities: Sequence[Entity]) -> list[Statement]:
    """The statements that rules find in what is read of an article: those of sentences, then those of headlines."""
    return [*find_constructions(reading), *find_headlines(reading, entities)]


def find_constructions(reading: Reading) -> list[Statement]:
    """The statements of reporting words in the sentences of the zones that are read, in text order."""
    quoted = index_spans(piece for quotation in reading.layout.quotations for piece in quotation.pieces)
    found: list[Statement] = []
    zones = iter(reading.layout.read)
    zone = next(zones, None)
    for sentence in reading.doc.sents:
        while zone is not None and zone.span.end <= sentence.start_char:
            zone = next(zones, None)
        if zone is None:
            break
        if sentence.end_char > zone.span.start:
            found.extend(_of_sentence(sentence, reading.text, quoted))
    return found


def _of_sentence(sentence: Stretch, text: str, quoted: SpanIndex[Span]) -> Iterator[Statement]:
    """The statements of a sentence's words.

    A reporting word inside a quotation is the quoted person's: what it reports lies inside of that quotation.
    """
    rows = cue_rows()
    for token in sentence:
        row = _row(token, rows)
        if row is None:
            continue
        pieces = quoted.at(token.idx)
        site = CueSite(token, row, sentence, text, _NOT_QUOTED if pieces else quoted)
        for pos in row.pos:
            statement = _statement(site, pos)
            if statement is not None and statement.content and (not pieces or _lies_in(statement, pieces[0])):
                yield statement


def _statement(site: CueSite, pos: str) -> Statement | None:
    """What the first construction that fits a kind of cue finds."""
    if pos == "verb" and site.token.pos not in word_classes.VERBS:
        return None
    tried = (construction.statement(site) for construction in CONSTRUCTIONS if construction.pos == pos)
    return next((statement for statement in tried if statement is not None), None)


def _lies_in(statement: Statement, piece: Span) -> bool:
    spans = (*statement.source, *statement.cue, *statement.content)
    return bool(statement.source) and all(piece.covers(span) for span in spans)


def _row(token: Token, rows: Mapping[str, CueRow]) -> CueRow | None:
    """The cue that a word stands for, with its particle ("point out"), or null."""
    if token.lower == "according":
        return rows.get("according to")
    if token.lower == "words" and token.dep == roles.PREPOSITION_OBJECT and token.head.lower == "in":
        return rows.get("in words")
    lemma = token.lemma.lower()
    if token.pos == word_classes.VERB:
        phrases = (rows.get(f"{lemma} {c.lower}") for c in token.children if c.dep in _PARTICLES)
        return _with_preposition(token, rows) or next((row for row in phrases if row), rows.get(lemma))
    return rows.get(lemma)


def _with_preposition(verb: Token, rows: Mapping[str, CueRow]) -> CueRow | None:
    """The row of a verb with its preposition, and with a particle before that ("press for", "lash out at")."""
    links = [c.lower for c in verb.children if c.dep in (roles.PREPOSITION, roles.PARTICLE) and c.i > verb.i][:2]
    keys = (f"{verb.lemma.lower()} {words}" for words in (" ".join(links), *links))
    found = (rows.get(key) for key in keys)
    return next((row for row in found if row is not None and "preposition" in row.frames), None)
