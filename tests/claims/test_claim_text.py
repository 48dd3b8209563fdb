import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.claims.claim_text import claim_text
from claimx.records import Span
from tests.marked import cases, unmark


def letters(words):
    return re.sub(r"[\W_]+", "", words)


@pytest.mark.parametrize("case", cases("claim_text"), ids=lambda case: case["text"])
def test_the_text_of_a_claim(case):
    text, _, spans = unmark(case["text"])
    quoted = spans if case["form"] == "direct" else tuple(
        Span(text.index(words), text.index(words) + len(words)) for words in case.get("quoted", [])
    )  # fmt: skip
    drop_that = case["form"] != "direct" and not case.get("nominal", False)
    assert claim_text(text, spans, quoted, drop_that=drop_that) == case["expected"]


@given(
    st.text(alphabet="ab that\"'“”‘’,.—-\n\xa0", max_size=40),
    st.lists(st.integers(0, 40), min_size=4, max_size=4, unique=True),
    st.booleans(),
    st.booleans(),
)
def test_no_letter_is_added_lost_or_moved(text, cuts, drop_that, is_quoted):
    a, b, c, d = sorted(cuts)
    spans = tuple(Span(s, min(e, len(text))) for s, e in ((a, b), (c, d)) if s < len(text))
    said = letters(claim_text(text, spans, spans if is_quoted else (), drop_that=drop_that))
    at = letters("".join(text[s:e] for s, e in spans))
    assert at in (said, "that" + said)


def test_white_space_is_folded():
    text = "  It \n rained\t\u2009hard "
    assert claim_text(text, (Span(0, len(text)),), (), drop_that=False) == "It rained hard"
