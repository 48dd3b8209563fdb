import pytest

from claimx.lexicons.known_names import gazetteer
from claimx.mentions.names.candidates import Candidate
from claimx.mentions.names.portfolio_lists import names_with_lists
from claimx.mentions.names.words import words_of
from claimx.records import Span, Zone
from tests.parsing import parse


def lists(text, name):
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    words = words_of(doc.sents[0], text, gazetteer())
    at = text.index(name)
    span = doc.char_span(at, at + len(name), "expand")
    head = Candidate(span.start, span.end, Span(at, at + len(name)), name, "ORG", 5.0, None, "head")
    return [candidate.text for candidate in names_with_lists([head], words, text, gazetteer())]


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
