"""A text read as an article whose names the network tags."""

from claimx.attributions.discourse import Discourse, read_discourse
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Zone
from tests.parsing import parse


def read(text: str) -> Discourse:
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    return read_discourse(doc, find_entities(doc, text))
