"""The sources of an article's statements, written out: name, kind, role, and how each is mentioned."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.attributions.discourse import Discourse
from claimx.attributions.sources.answers import Answer
from claimx.attributions.sources.heads import words_of
from claimx.attributions.sources.labels import Speakers
from claimx.attributions.sources.portraits import Portraits, portraits_of, role_of_several
from claimx.attributions.sources.resolver import Resolver
from claimx.attributions.statement import Statement
from claimx.records import Layout, Source
from claimx.text.passages import passage


def resolve_sources(
    discourse: Discourse, statements: Sequence[Statement], speakers: Speakers | None = None
) -> list[Source | None]:
    """Resolve the sources of an article's statements.

    Args:
        discourse: whom the article talks about; that a pronoun as source means somebody is noted there.
        statements: its statements, in text order.
        speakers: whom the labels of its turns mean, if it has any.

    Returns:
        For each statement its source, or null where it has none. ``name`` is null where the article does not tell.
    """
    if not any(statement.source for statement in statements):
        return [None] * len(statements)
    answers = Resolver(discourse, statements, speakers or Speakers("", Layout(()), ())).answers()
    speaking = {answer.referent for answer in answers if answer is not None and answer.referent is not None}
    words = [span for statement in statements for span in statement.source]
    portraits = portraits_of(discourse, speaking, words)
    return [
        _source(discourse, statement, answer, portraits) if answer is not None else None
        for statement, answer in zip(statements, answers, strict=True)
    ]


def _source(discourse: Discourse, statement: Statement, answer: Answer, portraits: Portraits) -> Source:
    referent = answer.referent
    role = portraits.roles.get(referent) if referent is not None else None
    if answer.several and answer.mention == "named":
        role = role_of_several(words_of(statement, discourse), discourse)
    ids = (one.entity for one in answer.speakers)
    return Source(
        text=passage(discourse.doc.text, statement.source),
        spans=statement.source,
        name=answer.name or (referent.name if referent is not None else None),
        role=role,
        pronouns=portraits.pronouns.get(referent) if referent is not None else None,
        type=answer.type,
        mention=answer.mention,
        entity=referent.entity if referent is not None else None,
        entities=tuple(dict.fromkeys(entity for entity in ids if entity is not None)),
        rule=answer.rule,
    )
