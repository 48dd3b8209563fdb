"""Parts of claimx that can be switched off one at a time."""

import pytest

from benchmarks.parts import all_parts
from benchmarks.switches import Part, Rows, as_it_was, nothing, swapped, watched
from claimx.lexicons import loader
from claimx.lexicons.names import Noun
from claimx.mentions import find_mentions
from claimx.records import Span
from claimx.text import spans

PARTS = all_parts()


def test_a_function_is_replaced_wherever_it_is_held():
    from claimx import mentions, pipeline

    with swapped([(find_mentions, nothing)]):
        assert mentions.find_mentions is pipeline.find_mentions is nothing
    assert mentions.find_mentions is pipeline.find_mentions is find_mentions


def test_a_function_that_nobody_holds_is_an_error():
    with pytest.raises(LookupError, match="no module of claimx holds"), swapped([(lambda: 0, nothing)]):
        pass


@pytest.mark.parametrize(("answer", "left"), [([1], []), ((1,), ()), (True, False), ("x", None), (None, None)], ids=str)
def test_what_is_left_of_what_looks_for_something(answer, left):
    assert nothing(answer, 1, 2) == left


def test_a_part_answers_with_what_is_left_and_is_itself_again():
    part = Part("own", "a span without holes", "", spans.subtract, as_it_was)
    with part.off():
        assert spans.subtract(Span(0, 9), [Span(2, 3)]) == Span(0, 9)
    assert spans.subtract(Span(0, 9), [Span(2, 3)]) == [Span(0, 2), Span(3, 9)]


def test_a_watched_part_tells_when_it_matters():
    noted = []
    part = Part("own", "a span without holes", "", spans.subtract, lambda _, span, *__: [span])
    with watched([part], noted.append):
        assert spans.subtract(Span(0, 9), []) == [Span(0, 9)]
        assert noted == []
        assert spans.subtract(Span(0, 9), [Span(2, 9)]) == [Span(0, 2)]
    assert noted == [part]


def test_rows_matter_only_where_all_words_of_one_stand():
    rows = Rows("rows", "own", "", "reporting/cues", frozenset({"according to", "Say"}))
    assert rows.may_matter(frozenset({"to", "say"}))
    assert not rows.may_matter(frozenset({"to", "saying"}))


def test_a_lexicon_is_read_without_rows_for_a_while():
    rows = Rows("rows", "own", "", "names/person_nouns", frozenset({"mayor"}))
    assert "mayor" in loader.load("names/person_nouns", Noun)
    with rows.off():
        assert "mayor" not in loader.load("names/person_nouns", Noun)
        assert "teacher" in loader.load("names/person_nouns", Noun)
    assert "mayor" in loader.load("names/person_nouns", Noun)


def test_the_parts_have_names_of_their_own():
    names = [(part.group, part.name) for part in PARTS]
    assert len({*names}) == len(names) > 40


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part.group} {part.name}")
def test_every_part_can_be_switched_off(part):
    with part.off():
        pass
    if isinstance(part, Rows):
        assert part.keys
