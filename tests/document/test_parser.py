import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.document import find_parser, parse, parser, shadow, weights_digest
from claimx.errors import ModelError
from claimx.records import Span, Zone


def tokens(text, *zones):
    (doc,) = parse([(text, zones)])
    return doc


@given(st.text())
def test_the_shadow_is_as_long_as_the_text(text):
    assert len(shadow(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("New\u00a0York fell", ["New", "York", "fell"]),
        ("Ann\tLee\r\nsaid", ["Ann", "Lee", "said"]),
        ("so\u2028it\u200bgoes", ["so", "it", "goes"]),
    ],
)
def test_odd_white_space_breaks_no_word(text, words):
    found = [(t.text, t.idx) for t in tokens(text) if not t.is_space]
    assert [word for word, _ in found] == words
    assert all(text[at : at + len(word)] == word for word, at in found)


def test_a_zone_begins_a_sentence():
    text = "Boats sink in\nthe harbour of Ode"
    zones = [Zone("title", Span(0, 13), 0), Zone("body", Span(14, 32), 1)]
    assert [s.start_char for s in tokens(text, *zones).sents] == [0, 14]


def test_an_endless_string_is_cut():
    assert max(len(t) for t in tokens("[" * 3000 + "x" * 3000)) <= 400


def test_damaged_weights_are_refused(monkeypatch):
    assert weights_digest(find_parser().folder) == parser.PARSER_DIGEST
    monkeypatch.setattr(parser, "PARSER_DIGEST", "0")
    parser.load_parser.cache_clear()
    with pytest.raises(ModelError, match="damaged or changed"):
        parser.load_parser()
    monkeypatch.undo()
    parser.load_parser.cache_clear()


def test_a_missing_parser_is_an_error_with_its_remedy(monkeypatch):
    find_parser.cache_clear()
    monkeypatch.setattr(parser, "PARSERS", ("no_such_package",))
    with pytest.raises(ModelError, match="pip install"):
        find_parser()
    monkeypatch.undo()
    find_parser.cache_clear()


PARAGRAPH = "Mayor Ana Brook said on Monday that two ferries had left the port,  “and nobody waited”.\n"


def test_a_long_text_is_parsed_in_parts_as_if_it_were_whole(monkeypatch):
    text = PARAGRAPH * 40
    zones = [Zone("body", Span(m.start(), m.end()), i) for i, m in enumerate(re.finditer(r"[^\n]+", text))]
    (whole,) = parse([(text, zones)])
    monkeypatch.setattr(parser, "_MOST_TOKENS", 100)
    parted, other = parse([(text, zones), (PARAGRAPH, zones[:1])])
    assert len(other) == len(whole) / 40
    assert [(t.idx, t.text, t.tag, t.lemma, t.dep, t.head.i) for t in parted] == [
        (t.idx, t.text, t.tag, t.lemma, t.dep, t.head.i) for t in whole
    ]
    assert [sent.start for sent in parted.sents] == [sent.start for sent in whole.sents]


@pytest.mark.parametrize("text", ["boat " * 700, " " * 900 + "boat " * 500 + "\n" * 300, "a" * 5000 + " b" * 300])
def test_a_long_zone_is_cut_without_losing_a_token(monkeypatch, text):
    zones = [Zone("body", Span(0, len(text)), 0)]
    expected = [(t.idx, t.text) for t in next(parse([(text, zones)]))]
    monkeypatch.setattr(parser, "_MOST_TOKENS", 100)
    (parted,) = parse([(text, zones)])
    assert [(t.idx, t.text) for t in parted] == expected
