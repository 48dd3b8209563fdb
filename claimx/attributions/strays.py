"""What stands in quotation marks and is no statement, and what a statement took in that is somebody else's."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Sequence

import regex

from claimx.attributions.places import fills_paragraphs, paragraph_at, quotations_near, title_at
from claimx.attributions.statement import Rank, Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.lexicons.cues import cue_words
from claimx.lexicons.words import alternatives
from claimx.reading import Reading
from claimx.records import Quotation, Span, Time
from claimx.text.marks import family_at
from claimx.text.spans import subtract

#: A quotation of at most this many words that nobody is said to say is wording or a title, not a statement.
SCARE_WORDS = 5
#: A paragraph of at most this many words in marks, without a mark at its end, is a heading.
HEADING_WORDS = 8
#: So many code points before a quotation are looked at for words that go before the title of a work.
_BEFORE = 40

_WORD = regex.compile(r"\w+")
_FULL_STOPS = frozenset((".", "!", "?"))
_LONG_WORD = regex.compile(r"\p{L}{5,}|\p{Lu}\p{Ll}{3,}")
_SENTENCE_END = regex.compile(r"[.?!…][\"”’'»)]*$")
_SENTENCE_BEGUN = regex.compile(r"(?:^|[.?!…:][\"”’'»)]*\s*)$")
_TITLED = regex.compile(rf"\b(?:{alternatives('page/set_off', 'before_titles')})(?: \p{{Ll}}+)?[,:]?\s*$")


def is_wording(text: str, quotation: Quotation, body: Sequence[Span], before: Quotation | None = None) -> bool:
    """Scare quotes, titles of works, headings and the like, of a quotation that nobody is said to say.

    Args:
        text: the article's text.
        quotation: one of it.
        body: its paragraphs.
        before: the quotation before it, if there is one.
    """
    piece = quotation.pieces[0]
    if len(quotation.pieces) > 1:
        return False
    ends = _SENTENCE_END.search(text, piece.start, piece.end) is not None
    paragraph = paragraph_at(body, piece.start) or piece
    opens = _SENTENCE_BEGUN.search(text[paragraph.start : piece.start]) is not None
    words = len(_WORD.findall(text, piece.start, piece.end))
    if ends and opens:  # a sentence by itself
        return words < 2 or _mid_sentence(text, piece) or (piece == paragraph and _is_subhead(text, piece, before))
    is_named = not ends and _is_title(text, piece)
    return words <= SCARE_WORDS or is_named or _mid_sentence(text, piece) or _is_heading(text, piece, body)


def _mid_sentence(text: str, piece: Span) -> bool:
    """Whether the sentence goes on in lower case after the quotation, and began before it."""
    after = text[piece.end : piece.end + 2]
    return len(after) == 2 and after[0] == " " and after[1].islower() and text[piece.end - 2] not in ".,!?"


def _is_title(text: str, piece: Span) -> bool:
    """Whether a quotation is the title of a work: in title case, or after "a film called" and the like."""
    before = text[max(0, piece.start - _BEFORE) : piece.start]
    long_words = _LONG_WORD.findall(text, piece.start, piece.end)
    is_in_title_case = len(long_words) > 1 and all(word[0].isupper() for word in long_words)
    return _TITLED.search(before) is not None or (is_in_title_case and not _SENTENCE_BEGUN.search(before))


def _is_surely_a_title(text: str, piece: Span) -> bool:
    """Whether a quotation in title case stands right behind a noun for a work: "wrote the play “The Ferry to Orle”"."""
    long_words = _LONG_WORD.findall(text, piece.start, piece.end)
    is_in_title_case = len(long_words) > 1 and all(word[0].isupper() for word in long_words)
    return is_in_title_case and _TITLED.search(text[max(0, piece.start - _BEFORE) : piece.start]) is not None


def _is_subhead(text: str, piece: Span, before: Quotation | None) -> bool:
    """Whether a short paragraph stands in single marks where what is said stands in double ones: "‘A long day.’"."""
    if before is None or len(_WORD.findall(text, piece.start, piece.end)) > HEADING_WORDS:
        return False
    return family_at(text, piece.start) == "single" != family_at(text, before.start)


def _is_heading(text: str, piece: Span, body: Sequence[Span]) -> bool:
    """Whether a quotation is a paragraph of its own, short and without a mark at its end."""
    is_short = len(_WORD.findall(text, piece.start, piece.end)) <= HEADING_WORDS
    return (
        is_short
        and paragraph_at(body, piece.start) == piece
        and _SENTENCE_END.search(text, piece.start, piece.end) is None
    )


def without_strays(statement: Statement, reading: Reading, body: Sequence[Span]) -> Statement:
    """A statement without the quotation, heading or sentence beside it that was taken in with what is reported.

    That is, beside a quotation in the sentence of the cue, the article's next sentence and a heading in marks; beside a
    reporting clause that has its own content, a quotation before it that is a sentence by itself, or behind it a
    paragraph by itself.
    """
    if not statement.cue or len(statement.content) < 2:
        return statement
    text, doc = reading.text, reading.doc
    home = doc.token_at(statement.cue[0].start).sent
    clause = min(span.start for span in (*statement.cue, *statement.source))
    quoted = {piece: _quotation_at(reading.layout.quotations, piece) for piece in statement.content}
    at_home = {piece for piece in quoted if piece.start < home.end_char and piece.end > home.start_char}
    has_own_content = any(q is None and piece.start > clause and piece in at_home for piece, q in quoted.items())

    def is_stray(piece: Span, quotation: Quotation | None) -> bool:
        if quotation is None:
            return piece.start >= home.end_char and any(quoted[other] for other in at_home)
        if piece in at_home:
            return False
        is_before = quotation.end <= clause and text[quotation.end - 2] == "."
        before = doc.before(quotation.start)
        is_behind = quotation.start >= home.end_char and before is not None and before.text in _FULL_STOPS
        is_paragraph = is_behind and fills_paragraphs(quotation, body)
        return ((is_before or is_paragraph) and has_own_content) or (
            _is_heading(text, Span(quotation.start, quotation.end), body)
        )

    kept = tuple(piece for piece, quotation in quoted.items() if not is_stray(piece, quotation))
    return dataclasses.replace(statement, content=kept) if kept else statement


def _quotation_at(quotations: Sequence[Quotation], piece: Span) -> Quotation | None:
    return next(iter(quotations_near(quotations, *piece)), None)


def names_a_title(statement: Statement, reading: Reading) -> bool:
    """Whether what is quoted in a statement is the title of a work: "her album is called “…”", "wrote the play “…”"."""
    text = reading.text
    found = [q for piece in statement.content if (q := _quotation_at(reading.layout.quotations, piece))]
    pieces = [piece for quotation in found for piece in quotation.pieces]
    makes = bool(statement.cue) and cue_lemma(reading.doc, statement.cue) in cue_words("making_works")
    is_title = _is_surely_a_title if statement.source and not makes else _is_title
    return bool(pieces) and all(is_title(text, p) and not _SENTENCE_END.search(text, p.start, p.end) for p in pieces)


def is_entry_of_a_list(statement: Statement, reading: Reading) -> bool:
    """Whether a statement is but what stands behind a name and a colon: "Ann Lee: theft of a bicycle, two counts"."""
    if not statement.source or not statement.cue or statement.rule.rank is Rank.TURN:
        return False
    colon = statement.cue[-1]
    if reading.text[slice(*colon)] != ":" or title_at(reading.zones, colon.start) is not None:
        return False
    is_behind = statement.source[0].start < colon.start < statement.start
    is_quoted = any(_quotation_at(reading.layout.quotations, piece) for piece in statement.content)
    words = [token for piece in statement.content for token in reading.doc.within(piece)]
    has_verb = any(token.tag in word_classes.FINITE for token in words)
    has_subject = any(token.dep in roles.ALL_SUBJECTS for token in words)
    return is_behind and not is_quoted and not (has_verb and has_subject)


def is_an_edition(statement: Statement, text: str, times: Sequence[Time]) -> bool:
    """Whether behind a colon stands but a day: "The Morning Report: Monday, 6 May"."""
    if not statement.cue or statement.rule.rank is Rank.TURN or text[slice(*statement.cue[-1])] != ":":
        return False
    left = [part for span in statement.content for part in subtract(span, [time.span for time in times])]
    return not any(_WORD.search(text, *part) for part in left)


def stands_in_a_label(statement: Statement, labels: Sequence[Span]) -> bool:
    """Whether a content is part of what a paragraph opens with and does not say: a turn's label, a stamp, a topic.

    So is that of which the source is, save of a turn.
    """
    spans = [Span(statement.start, statement.end)]
    if statement.source and statement.rule.rank is not Rank.TURN:
        spans.append(Span(statement.source[0].start, statement.source[-1].end))
    places = ((bisect_right(labels, span.start, key=lambda label: label.start) - 1, span) for span in spans)
    return any(place >= 0 and labels[place].covers(span) for place, span in places)
