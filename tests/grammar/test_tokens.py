"""The parse against spaCy's own objects, whose words its attributes follow."""

from functools import cache

import pytest
from spacy.tokens import Doc

from claimx.document import load_parser, read_columns, shadow
from claimx.document.parser import bound_sentences
from claimx.grammar.tokens import Parse
from claimx.records import Span
from tests.make import make_parse
from tests.paths import ROOT

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))[:6]]
ODD = ["", " ", "One.", "Hm — no\u00a0 no.\n\n\n“Wait, ” he said ,\tand left.", "a b  c\r\nd\u200be"]


@cache
def both(text: str) -> tuple[Doc, Parse]:
    nlp = load_parser()
    doc = nlp.make_doc(shadow(text))
    bound_sentences(doc, [Span(0, 1), *(Span(i + 2, i + 3) for i in range(len(text)) if text.startswith("\n\n", i))])
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc, Parse(read_columns(doc, text))


def rows(tokens) -> list[int]:
    return [token.i for token in tokens]


@pytest.mark.parametrize("text", TEXTS + ODD)
def test_tokens_are_those_of_spacy(text):
    doc, parse = both(text)
    assert len(doc) == len(parse)
    for theirs, ours in zip(doc, parse, strict=True):
        for name in ("i", "idx", "text", "is_punct", "is_stop", "like_num", "is_space", "is_alpha", "is_upper"):
            assert getattr(theirs, name) == getattr(ours, name), (ours, name)
        for name in ("lower", "lemma", "pos", "tag", "dep", "whitespace"):
            assert getattr(theirs, f"{name}_") == getattr(ours, name), (ours, name)
        assert bool(theirs.is_sent_start) == ours.is_sent_start
        assert rows([theirs.head, theirs.left_edge, theirs.right_edge]) == rows(
            [ours.head, ours.left_edge, ours.right_edge]
        )
        for name in ("children", "lefts", "rights", "ancestors", "conjuncts", "subtree"):
            assert rows(getattr(theirs, name)) == rows(getattr(ours, name)), (ours, name)


@pytest.mark.parametrize("text", TEXTS + ODD)
def test_sentences_are_those_of_spacy(text):
    doc, parse = both(text)
    theirs, ours = list(doc.sents), parse.sents
    assert [(s.start, s.end, s.start_char, s.end_char) for s in theirs] == [
        (s.start, s.end, s.start_char, s.end_char) for s in ours
    ]
    assert [s.text for s in theirs] == [s.text for s in ours]
    assert [s.root.i for s in theirs] == [s.root.i for s in ours]
    assert all(token.sent is sentence for sentence in ours for token in sentence)


@pytest.mark.parametrize("text", TEXTS[:2] + ODD)
@pytest.mark.parametrize("alignment", ["expand", "contract"])
def test_spans_of_the_text_are_found_as_spacy_finds_them(text, alignment):
    doc, parse = both(text)
    length = len(text)
    bounds = [
        (start, end)
        for start in range(0, length, max(length // 150, 1))
        for end in (start, start + 1, start + 9, start + 40)
    ]
    for start, end in [*bounds, (length, length), (length - 1, length + 5)]:
        theirs, ours = doc.char_span(start, end, alignment_mode=alignment), parse.char_span(start, end, alignment)
        assert (theirs is None) == (ours is None), (start, end)
        if theirs is not None and ours is not None:
            assert (theirs.start, theirs.end, len(theirs)) == (ours.start, ours.end, len(ours)), (start, end)
            if len(ours):
                assert theirs.root.i == ours.root.i, (start, end)


def test_names_are_set_on_whole_tokens_and_replaced():
    parse = make_parse(["Ana", "Ruiz", "saw", "Lima"])
    parse.name([(0, 2, "PERSON"), (3, 4, "GPE")])
    assert [(token.ent_type, token.ent_iob) for token in parse] == [
        ("PERSON", "B"),
        ("PERSON", "I"),
        ("", "O"),
        ("GPE", "B"),
    ]
    assert [name.text for name in parse[1:4].ents] == ["Lima"]
    parse.name([])
    assert {token.ent_type for token in parse} == {""}


def test_neighbours_end_with_the_text():
    parse = make_parse(["Rain", "fell"])
    assert parse[0].nbor() is parse[1]
    for token, distance in ((parse[0], -1), (parse[1], 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)


def test_a_token_is_found_by_its_offset():
    parse = make_parse(["Rain", "fell", "here"])
    assert [parse.token_at(offset).text for offset in (0, 3, 4, 5, 99)] == ["Rain", "Rain", "Rain", "fell", "here"]
    assert (parse.before(5), parse.after(5)) == (parse[0], parse[1])
    assert (parse.before(0), parse.after(11)) == (None, None)
