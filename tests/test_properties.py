"""Whatever the text: no exception, true offsets, valid records, the same bytes twice."""

import json
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx import Article, Extractor, to_dict
from tests.contract import breaches

PIECES = [
    "Mayor Ana Ruiz ",
    "she ",
    "the ministry ",
    "said ",
    "told reporters ",
    "denied ",
    "that ",
    "according to ",
    "reportedly ",
    "has been accused of ",
    "so-called ",
    "the ferry sank",
    "more than 300 homes were lost",
    "between 5 and 10 per cent",
    "$1.2 million",
    "on Thursday",
    "in March 2024",
    "two years ago",
    "not ",
    "may ",
    "“",
    "”",
    "‘",
    "’",
    '"',
    "''",
    "— ",
    ": ",
    ", ",
    ". ",
    "? ",
    "(",
    ")",
    "[",
    "]",
    "\n",
    "\n\n",
    "\r\n",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u2028",
    "\t",
    "🚢",
    "é",
    "́",
    "١٢",
    "½",
    "LONDON (Reuters) - ",
    "By Ann Lee\n",
    "Share this",
    "Poll: ",
    "Q: ",
    "1" * 50,
    "1,",
    "at 1,000.50 last night",
    "at ٣.٤٥ tonight",
    "%",
    "$",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
DATES = st.one_of(st.none(), st.dates())
QUICK = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])


@cache
def extractor() -> Extractor:
    return Extractor()


def envelope(text: str, published: date | None = None) -> str:
    article = Article(text, id="a.txt", published=published)
    return json.dumps(to_dict(extractor().document(article)), ensure_ascii=False, allow_nan=False)


@QUICK
@given(TEXTS, DATES)
def test_any_text_gives_records_that_keep_the_contract(text, published):
    first = envelope(text, published)
    assert breaches(json.loads(first)) == []
    assert envelope(text, published) == first
    assert json.loads(first)["doc"]["text"] == text


HOSTILE = {
    "nothing": "",
    "a word of 100,000 letters": "a" * 100_000,
    "unclosed quotation marks": "“He said " * 400,
    "straight marks": '"' * 500,
    "single marks": "'" * 500,
    "right-to-left marks": "\u202e“We will stay,” \u200fshe said.\u202c" * 20,
    "emoji": "“🚢🚢 will sail,” said 🧑‍✈️ Ann Lee. " * 30,
    "a number of 5,000 digits": "The mayor said that " + "9" * 5_000 + " homes were lost.",
    "a number with 500 groups": "The mayor said that 1" + ",000" * 500 + " homes were lost.",
    "a money sum of 5,000 digits": "It cost $" + "9" * 5_000 + " million, she said.",
    "5,000 decimals": "It rose by 0." + "3" * 5_000 + " per cent, she said.",
    "a huge exponent": "It cost 10e99999 dollars and 5 trillion trillion trillion trillion trillion trillion.",
    "a long fraction": "About 1/" + "7" * 5_000 + " of them said no.",
    "brackets": "(" * 400 + ")" * 400,
    "control characters": "".join(map(chr, range(32))) + "She said that it rained." + "\x7f\x80\x9f",
    "one line break after the other": "\n" * 20_000 + "She said that it rained." + "\r" * 20_000,
    "combining marks": "She said that a" + "\u0301" * 1_000 + " rained.",
    "many short lines": "she said\n" * 300,
    "a cue after the other": "said " * 400,
    "dashes": "— " * 500,
    "years out of range": "In 99999 and in 0000 and on 31 February 2024 and on 2024-13-45, she said, it rained.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_keeps_the_contract(text):
    assert breaches(json.loads(envelope(text, date(2024, 3, 5)))) == []


@pytest.mark.parametrize("published", [date.min, date.max])
def test_dates_at_the_edge_of_the_calendar(published):
    text = "She said yesterday, last week, in ten years, 2,000 years ago and next century that tomorrow would come."
    assert breaches(json.loads(envelope(text, published))) == []
