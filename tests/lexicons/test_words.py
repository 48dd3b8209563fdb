import re

import pytest

from claimx.lexicons.words import alternatives, word_set


def test_a_set_is_read_by_its_file_and_row():
    assert {"bin", "von", "de"} <= word_set("names/small_words", "particles")
    assert word_set("names/small_words", "particles") is word_set("names/small_words", "particles")


def test_an_unknown_row_is_an_error():
    with pytest.raises(KeyError):
        word_set("names/small_words", "no such row")


def test_alternatives_match_every_word_whole_before_its_beginnings():
    pattern = re.compile(alternatives("names/small_words", "particles"))
    for word in word_set("names/small_words", "particles"):
        match = pattern.match(word)
        assert match
        assert match.group() == word
