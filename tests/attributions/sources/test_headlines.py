"""Whom a headline or an opening means by a noun for somebody."""

import pytest

from claimx.attributions.sources import resolve_sources
from claimx.attributions.statement import Statement
from claimx.records import Span
from tests.attributions.discourse.make import read_page

RAIN = "\n\nIt rained on Monday and on Tuesday, too. The lake rose and the boats lay on the shore.\n"


def statement(text, source, cue, content):
    where = [text.index(words) for words in (source, cue, content)]
    spans = [((Span(at, at + len(words))),) for at, words in zip(where, (source, cue, content), strict=True)]
    return Statement(*spans, 1.0)


def first_name(text, *statements):
    return resolve_sources(read_page(text), [statement(text, *words) for words in statements])[0].name


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("Coach Ada Holm slept. The visiting coach, Karl Lund, left.", "Ada Holm"),
        ("Rowing coach Ada Holm slept. The visiting coach, Karl Lund, left.", None),
    ],
)
def test_a_bare_noun_means_who_is_called_so_without_more(below, name):
    text = f"Coach says the lake was cold\n\n{below}{RAIN}"
    assert first_name(text, ("Coach", "says", "the lake was cold")) == name


@pytest.mark.parametrize(
    ("title", "below", "name"),
    [
        ("we had to row home", "we had to row home in the dark", "Ada Holm"),
        ("the ferry burned near Arden", "the old ferry had burned off Arden for hours", "Ada Holm"),
        ("the ferry burned near Arden", "the soup had been cold in Arden", None),
    ],
)
def test_who_says_the_same_below_is_the_headlines_nobody(title, below, name):
    text = f"Skipper says {title}\n\nAda Holm recalled that {below}. Karl Lund complained that tea was dear.{RAIN}"
    found = first_name(
        text, ("Skipper", "says", title), ("Ada Holm", "recalled", below), ("Karl Lund", "complained", "tea was dear")
    )
    assert found == name


def test_who_opens_an_article_is_who_says_the_same_later():
    opening, later = "the ferry had burned near Arden", "the ferry burned off Arden"
    middle = "Rain fell.\n\nNobody slept. It was May."
    text = f"Slow boats\n\nA sailor told a court {opening}. {middle} In June Ada Holm said {later}.{RAIN}"
    assert first_name(text, ("A sailor", "told", opening), ("Ada Holm", "said", later)) == "Ada Holm"


@pytest.mark.parametrize(("who", "name"), [("Ada Holm", "Ada Holm"), ("Mayor Ada Holm", None)])
def test_who_alone_says_anything_is_the_headlines_nobody(who, name):
    text = f"Pilot: I was never late\n\nOn the pier on Monday {who} said the ferry was late.{RAIN}"
    assert first_name(text, ("Pilot", ":", "I was never late"), (who, "said", "the ferry was late")) == name
