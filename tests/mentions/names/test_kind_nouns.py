import pytest

from claimx.lexicons.known_names import gazetteer
from claimx.mentions.names.kind_nouns import apposed_noun, names_beside_kind_nouns
from claimx.mentions.names.words import words_of
from claimx.records import Span, Zone
from tests.parsing import parse


def read(text):
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    return doc, words_of(doc.sents[0], text, gazetteer())


def told(text):
    doc, words = read(text)
    return [candidate.text for candidate in names_beside_kind_nouns(words, doc, text, gazetteer())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Clean Our Streets, a campaign group, said it was late.", "Clean Our Streets"),
        ("Friends of Alder Hill, the charity, is poor.", "Friends of Alder Hill"),
        ("It was the charity Feed The Birds that paid.", "Feed The Birds"),
        ("Later the union HK-metall said no.", "HK-metall"),
    ],
)
def test_nouns_for_bodies_make_names(text, name):
    assert told(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "In Alder, a group of men, as ever, is late.",
        "The party Ann Lee left was small.",
        "The developer John Smith said no.",
        "He told the agency that Feed The Birds was poor.",
        "The union said no.",
    ],
)
def test_other_words_make_none(text):
    assert told(text) == []


def test_a_phrase_in_apposition_has_a_noun():
    doc, _ = read("Tana, the small firm that owns the mill, said no.")
    assert apposed_noun(doc, 1) == "firm"
    assert apposed_noun(doc, 0) is None
