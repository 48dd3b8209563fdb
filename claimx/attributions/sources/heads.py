"""Which of a source's words tells who is meant: its head, or the name that the parse has missed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Mention
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.nouns import last_part
from claimx.timex.calendar_words import weekdays

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_MARKS = frozenset((word_classes.PUNCTUATION, word_classes.SPACE))
_DEPENDENT_NOUNS = frozenset((roles.COMPOUND, roles.POSSESSOR))
_SETTING_OFF = frozenset((",", "("))
#: The last word of "the 44-year-old".
AGED = "old"


def words_of(statement: Statement, discourse: Discourse) -> list[Token]:
    """The words by which a statement names its source."""
    return [token for span in statement.source for token in discourse.doc.within(span)]


def head_of(statement: Statement, discourse: Discourse) -> Token | None:
    """The head of a source's words: the root of its first piece, or the noun that a preposition in it leads to."""
    for piece in statement.source:
        span = discourse.doc.char_span(piece.start, piece.end, alignment_mode="expand")
        words = [token for token in span or () if token.pos not in _MARKS]
        if span is None or not words:
            continue
        is_aged = words[-1].lower == AGED and not any(word.pos == word_classes.ADPOSITION for word in words)
        root = words[-1] if is_aged else span.root  # not "the mother of the 16-year-old"
        if root.pos in word_classes.NOMINALS or root.lower == AGED:
            return last_part(root)
        nouns = (t for t in words if t.pos in word_classes.NOMINALS and t.dep not in _DEPENDENT_NOUNS)
        return next(nouns, root)
    return None


def name_behind_which(head: Token, words: Sequence[Token], discourse: Discourse) -> Mention | None:
    """The name that the parser does not take for the head: "**Ada Holm** KC", "the aid group **Norlant Relief**".

    Args:
        head: of the source's words, by the parse.
        words: these words.
        discourse: the article.
    """
    before: Mention | None
    if head.pos == word_classes.NOUN and (bearer := _apposed(head, words, discourse)) is not None:
        return bearer
    first = next((discourse.by_name.get(token.i) for token in words if token.dep != roles.DETERMINER), None)
    behind = discourse.doc[first.end].lower if first is not None and first.end <= head.i else ""
    ends = behind in weekdays() or (behind in _SETTING_OFF and head.pos == word_classes.NOUN)
    if ends:
        before = first
    elif head.pos == word_classes.NAME and head.i:
        before = discourse.at(head.nbor(-1))
        if before is not None and before.head.head is not head:
            return None
    else:
        return None
    if before is None or before.kind != "name" or before.referent is None:
        return None
    is_of_body = ends and before.referent.kind == "organization"  # "the **Ruderbund** (RB), an association"
    return before if is_of_body or before.referent.kind == "person" else None


def _apposed(noun: Token, words: Sequence[Token], discourse: Discourse) -> Mention | None:
    """The name of a body right behind a noun for its kind, with which a source's words end."""
    name = discourse.by_name.get(noun.i + 1)
    if name is None or name.start != noun.i + 1 or noun.tag in word_classes.PLURALS or name.referent is None:
        return None
    ends = words[-1].i == name.end - 1 or noun.doc[name.end].text == ","
    return name if ends and name.referent.kind == "organization" else None
