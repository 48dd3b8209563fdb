"""A text read as an article whose names the network tags."""

from claimx.articles.layout import lay_out
from claimx.attributions.discourse import Discourse, read_discourse
from claimx.mentions.names.finder import find_entities
from claimx.records import Article
from tests.parsing import reading_of


def read(text: str) -> Discourse:
    reading = reading_of(text)
    return read_discourse(reading, find_entities(reading.doc, text))


def read_page(text: str) -> Discourse:
    """The same of a text whose first line is a headline, as its layout tells."""
    reading = reading_of(text, lay_out(Article(text)).zones)
    return read_discourse(reading, find_entities(reading.doc, text))


def meant(text: str, word: str) -> str | None:
    """The name of whom or what the last mention of a word means."""
    discourse = read(text)
    referent = discourse.meant_by([token for token in discourse.doc if token.text == word][-1])
    return referent.name if referent else None
