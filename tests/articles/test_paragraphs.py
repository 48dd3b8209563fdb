import textwrap

import pytest

from claimx.articles.paragraphs import find_paragraphs

TITLE = "Ferry crews vote to strike after talks with the harbour board end without a deal on pay"
FIRST = (
    "Ferry crews in Tellmar voted on Monday to walk out for two days, their union said, after talks on pay and night "
    "shifts ended without a deal and the harbour board went home at midnight."
)
SECOND = (
    "“We waited for eleven hours,” said Ann Lee, who speaks for the crews. “They offered us a calendar and a mug, and "
    "we have decided that we can make do with neither of them.”"
)


def words(text: str) -> list[str]:
    return [" ".join(text[p.start : p.end].split()) for p in find_paragraphs(text)]


def wrapped(width: int, *paragraphs: str, between: str = "\n\n") -> str:
    return between.join(textwrap.fill(paragraph, width) for paragraph in paragraphs)


@pytest.mark.parametrize("width", [50, 60, 72, 90])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_text_is_bounded_by_blank_lines(width, newline):
    text = wrapped(width, TITLE, FIRST, SECOND).replace("\n", newline)
    assert words(text) == [TITLE, FIRST, SECOND]


def test_a_short_line_ends_a_paragraph_of_hard_wrapped_text():
    text = "Crews vote\nBy Ann Lee\n" + wrapped(64, FIRST, SECOND)
    assert words(text) == ["Crews vote", "By Ann Lee", FIRST, SECOND]


def test_lists_in_hard_wrapped_text():
    first, second = "- the night shifts, which crews call too long for a man of any age at all", "- pay"
    text = wrapped(60, FIRST) + "\n" + textwrap.fill(first, 60) + "\n" + second + "\n\n" + wrapped(60, SECOND)
    assert words(text) == [FIRST, first, second, SECOND]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n\n\n\n"])
def test_lines_are_paragraphs_where_nothing_is_wrapped(between):
    assert words(between.join([TITLE, FIRST, SECOND])) == [TITLE, FIRST, SECOND]


def test_short_sentences_on_lines_of_their_own_are_not_wrapped_text():
    lines = ["The crane fell at noon.", "Nobody was hurt in the harbour.", "The board met at four.", "It said nothing."]
    assert words("\n".join(lines)) == lines


def test_a_list_of_short_lines_is_not_wrapped_text():
    lines = ["Tellmar Rovers 2", "Port Ellan 0", "Harbour Town United 1", "Quay 3"]
    assert words("\n".join(lines)) == lines


def test_one_line():
    assert words(FIRST) == [FIRST]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n", "\u00a0\u200b\n", "\ufeff"])
def test_nothing_but_white_space(text):
    assert find_paragraphs(text) == []


THIRD = (
    "The board denied that. It said that it had offered four per cent and a day off, and that nobody had called back."
)


@pytest.mark.parametrize("width", [50, 72, 100])
@pytest.mark.parametrize("indent", ["", "  ", "    ", "\t"])
def test_hard_wrapped_text_without_blank_lines(width, indent):
    filled = [textwrap.fill(paragraph, width, initial_indent=indent) for paragraph in (FIRST, SECOND, THIRD)]
    assert words("\n".join(filled)) == [FIRST, SECOND, THIRD]


def test_a_text_whose_lines_are_all_indented():
    text = textwrap.indent(wrapped(60, FIRST, SECOND), "        ")
    assert words(text) == [FIRST, SECOND]


def test_lines_that_are_broken_at_no_width():
    filled = [textwrap.fill(paragraph, width) for paragraph, width in ((FIRST, 45), (SECOND, 66), (THIRD, 80))]
    assert words("\n\n".join(filled)) == [FIRST, SECOND, THIRD]


def test_a_blank_line_after_every_line():
    lines = [line for paragraph in (FIRST, SECOND, THIRD) for line in textwrap.wrap(paragraph, 60)]
    assert words("\n\n".join(lines)) == [FIRST, SECOND, THIRD]


def test_paragraphs_that_begin_with_small_letters_are_not_double_spaced_text():
    lines = ["iPhones were sold out, the shop said.", "eBay rose by two per cent.", "k.d. lang sang.", "They left."]
    assert words("\n\n".join(lines)) == lines


def test_a_sentence_or_two_that_are_broken_at_no_width():
    assert words("The clerk said the hall\nwas full and that 20\npeople were outside.") == [
        "The clerk said the hall was full and that 20 people were outside."
    ]
    assert words("Flood in Velm\nby Ann Lee\nThe river rose.") == ["Flood in Velm", "by Ann Lee", "The river rose."]
