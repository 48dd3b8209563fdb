import pytest

from claimx.lexicons.known_names import gazetteer
from claimx.mentions.names.candidates import Candidate
from claimx.mentions.names.kind_nouns import apposed_noun, beside, listed
from claimx.mentions.names.runs import words_of
from claimx.records import Span, Zone
from tests.parsing import parse


def read(text):
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    return doc, words_of(doc.sents[0], text, gazetteer())


def told(text):
    doc, words = read(text)
    return [candidate.text for candidate in beside(words, doc, text, gazetteer())]


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


def lists(text, name):
    doc, words = read(text)
    at = text.index(name)
    span = doc.char_span(at, at + len(name), "expand")
    head = Candidate(span.start, span.end, Span(at, at + len(name)), name, "ORG", 5.0, None, "head")
    return [candidate.text for candidate in listed([head], words, text, gazetteer())]


def test_a_list_closes_the_name_of_a_ministry():
    text = "The Department for Health, Food and Sport closed."
    assert lists(text, "Department for Health") == ["Department for Health, Food and Sport"]
    text = "The Board of Housing, Natural Resources, and Roads closed."
    assert lists(text, "Board of Housing") == ["Board of Housing, Natural Resources, and Roads"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ministry of Defence, Iran and Iraq met.", "Ministry of Defence"),
        ("The Ministry of Health, Ann Lee and Tana met.", "Ministry of Health"),
        ("The Ministry of Health, Sport.", "Ministry of Health"),
        ("The Bank of Alder, Housing and Roads met.", "Bank of Alder"),
    ],
)
def test_a_list_of_names_is_none(text, name):
    assert lists(text, name) == []
