from datetime import date

import pytest

from claimx.articles.published import date_in_address, date_in_name, date_in_text
from claimx.articles.zones import find_zones

FIFTH = date(2024, 3, 5)
BODY = (
    "The ferry company denied on Monday that its crews had walked out on 1 February 2020.\n\n“It sailed,” she said.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Crews walk out\n\nPublished: March 5, 2024\n\n",
        "Crews walk out\n\nPublished: 5 March 2024 | Updated: 6 March 2024\n\n",
        "Crews walk out\n\nUpdated: 6 March 2024\n\nPublished: 5 March 2024\n\n",
        "Crews walk out\n\nTuesday, March 5, 2024\n\n",
        "Crews walk out\n\n2024-03-05 10:30\n\n",
        "Crews walk out\n\n05.03.2024\n\n",
        "Crews walk out\n\nTue Mar 5, 2024 09:41AM [Updated: Wed Mar 6, 2024 10:15AM ]\n\n",
        "Crews walk out\n\nMarch 5, 2024 - 12:04 | News ID: 4456\n\n",
        "Crews walk out\n\n2024-03-05 10:30:22\n\n",
        "Crews walk out\n\nBy Staff Writer - 5 March, 2024\n\n",
        "Crews walk out\n\nBy Our Correspondent | Updated: 5 March 2024, 11:20 IST\n\n",
        "TELLMAR, March 5, 2024 - ",
    ],
    ids=lambda head: head.split("\n\n")[-2] if "\n\n" in head else head,
)
def test_a_line_of_the_text_tells_the_day(head):
    text = head + BODY
    assert date_in_text(text, find_zones(text)) == (FIFTH, ())


def test_sentences_tell_of_other_days():
    assert date_in_text(BODY, find_zones(BODY)) == (None, ())


def test_an_order_that_is_open_is_said():
    text = "Crews walk out\n\nPublished: 05/03/2024\n\n" + BODY
    assert date_in_text(text, find_zones(text)).warnings == ("date-order-assumed: 05/03/2024",)
    assert date_in_text(text, find_zones(text), day_first=True) == (FIFTH, ())


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-03-05_ferry.txt", FIFTH),
        ("ferry-20240305.txt", FIFTH),
        ("news/ferry_2024.03.05.html", FIFTH),
        ("2024-03-05/ferry.txt", None),
        ("2024-03-05_2024-03-06.txt", None),
        ("2024-02-30.txt", None),
        ("id-120240305.txt", None),
        ("ferry.txt", None),
    ],
)
def test_the_day_in_a_files_name(name, day):
    assert date_in_name(name) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://tellmar.example/2024/03/05/ferry", FIFTH),
        ("https://tellmar.example/world/2024/mar/05/ferry", FIFTH),
        ("https://tellmar.example/2024-3-5/ferry", FIFTH),
        ("https://tellmar.example/ferry?day=2024/03/05", None),
        ("https://tellmar.example/2024/13/05/ferry", None),
        ("http://[broken", None),
    ],
)
def test_the_day_in_an_address(url, day):
    assert date_in_address(url) == day
