"""Parts of claimx that can be switched off one at a time."""

import pytest

from benchmarks.parts import all_parts
from benchmarks.switches import Part, Rows, as_it_was, nothing, swapped, watched
from claimx.attributions.corrections import cutting
from claimx.lexicons import loader
from claimx.lexicons.names import Noun
from claimx.mentions import find_mentions

PARTS = all_parts()


class Word(str):
    """A token as far as its end goes."""

    idx = 0


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
    part = Part("own", "end of a word", cutting.end_of, as_it_was)
    with part.off():
        assert cutting.end_of(Word("net")) == "net"
    assert cutting.end_of(Word("net")) == 3


def test_a_watched_part_tells_when_it_matters():
    noted = []
    part = Part("own", "end of a word", cutting.end_of, lambda answer, *_: answer if answer == 3 else 0)
    with watched([part], noted.append):
        assert cutting.end_of(Word("net")) == 3
        assert noted == []
        assert cutting.end_of(Word("nets")) == 4
    assert noted == [part]


def test_a_lexicon_is_read_without_rows_for_a_while():
    rows = Rows("rows", "own", "names/person_nouns", frozenset({"mayor"}))
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
