"""A text read as an article whose names the network tags."""

from claimx.attributions.discourse import Discourse, read_discourse
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Zone
from tests.parsing import parse


def read(text: str) -> Discourse:
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    return read_discourse(doc, find_entities(doc, text))


def meant(text: str, word: str) -> str | None:
    """The name of whom or what the last mention of a word means."""
    discourse = read(text)
    referent = discourse.meant_by([token for token in discourse.doc if token.text == word][-1])
    return referent.name if referent else None
