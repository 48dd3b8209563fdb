"""What is no quantity by its letters alone."""

import pytest

from claimx.mentions.quantities.excluded_by_form import rejected_until, score_until
from claimx.mentions.quantities.numbers import find_numbers


def rejected(text: str) -> str:
    """The stretch from the first number on that is rejected."""
    number = find_numbers(text)[0]
    until = rejected_until(text, number)
    return text[number.start : until] if until is not None else ""


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("on March 29, 2019 in", "29, 2019"),
        ("on Sept. 20-24 in", "20-24"),
        ("on July 8 and 9", "8 and 9"),
        ("on 4 July 1976 in", "4 July 1976"),
        ("in May 2016 he", "2016"),
        ("at 9:35 p.m. from", "9:35 p.m."),
        ("at 7.15 am and", "7.15 am"),
        ("at ten o'clock", "ten o'clock"),
        ("2019-09-01T10:38 ok", "2019-09-01T10:38"),
        ("12/05/2019 ok", "12/05/2019"),
        ("1970s music", "1970s"),
        ("the '90s", "90s"),
        ("22nd place", "22nd"),
        ("version 1.2.3 is", "1.2.3"),
        ("(0161) 496 0123", "0161) 496"),
        ("555-0142 now", "555-0142"),
        ("see www.x.example/7 now", "7"),
        ("by @desk7 now", "7"),
        ("007 again", "007"),
        ("671442096285458434 is", "671442096285458434"),
        ("5-to-4 split", "5-to-4"),
        ("2008-09 season", "2008-09"),
        ("2014 and 2017.", "2014 and 2017"),
        ("24/7 desk", ""),
        ("a 16:9 screen", "16:9"),
        ("nineteen eighty-four was", "nineteen eighty-four"),
        ("1. Open", "1."),
        ("called 911 at", "911"),
        ("the 14.10 train", "14.10 train"),
        ("0735 GMT", "0735 GMT"),
        ("12 apples", ""),
        ("1/2 pound", ""),
        ("2.5 per cent", ""),
        ("1500 tonnes", ""),
    ],
)
def test_rejected(text: str, stretch: str) -> None:
    if text == "24/7 desk":
        assert find_numbers(text) == []
        return
    assert rejected(text) == stretch


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("3-1 win", "3-1"),
        ("2–2", "2–2"),
        ("1-3 at home", "1-3"),
        ("9 to 0.", "9 to 0"),
        ("10-15 people", ""),
        ("5-10 kg", ""),
        ("5-10% more", ""),
        ("3 to 5 years", ""),
        ("15-member", ""),
        ("7 apples", ""),
    ],
)
def test_score(text: str, score: str) -> None:
    until = score_until(text, find_numbers(text)[0])
    assert (text[:until] if until is not None else "") == score
