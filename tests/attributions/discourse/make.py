"""A text read as an article whose names the network tags."""

from claimx.attributions.discourse import Discourse, read_discourse
from claimx.mentions.names.finder import find_entities
from tests.parsing import reading_of


def read(text: str) -> Discourse:
    reading = reading_of(text)
    return read_discourse(reading, find_entities(reading.doc, text))


def meant(text: str, word: str) -> str | None:
    """The name of whom or what the last mention of a word means."""
    discourse = read(text)
    referent = discourse.meant_by([token for token in discourse.doc if token.text == word][-1])
    return referent.name if referent else None
