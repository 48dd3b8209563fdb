"""Statements that others report."""

import pytest

from claimx.attributions.joining import join
from claimx.attributions.statement import INSIDE, MODEL, Rule, Statement
from claimx.records import Span
from tests.parsing import body, parse_alone, reading_of


def at(text, *words):
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def layers(text, *statements):
    """The contents after joining, each with that of its parent."""
    found = join(statements, reading_of(text, body(text), parse_alone(text)))
    contents = [" ".join(text[a:b] for a, b in statement.content) for statement in found]
    return [
        (content, None if s.parent is None else contents[s.parent]) for content, s in zip(contents, found, strict=True)
    ]


def heard(text, source, cue, content, rule=INSIDE):
    return Statement(at(text, source), at(text, cue), at(text, content), 0.9, rule)


CLERK = "“I asked the driver to wait,” the clerk said."


def test_what_the_model_hears_inside_of_a_statement_is_reported_there():
    outer = heard(CLERK, "the clerk", "said", "“I asked the driver to wait,”", MODEL)
    assert layers(CLERK, outer, heard(CLERK, "I", "asked", "to wait")) == [
        ("“I asked the driver to wait,”", None),
        ("to wait", "“I asked the driver to wait,”"),
    ]


def test_inside_of_nothing_it_is_no_statement():
    text = "The clerk asked the driver to wait."
    assert layers(text, heard(text, "The clerk", "asked", "to wait")) == []


def test_what_one_thinks_who_says_so_is_a_statement_inside_of_that():
    text = "“I think the well is dry,” Ada Holm said."
    outer = heard(text, "Ada Holm", "said", "“I think the well is dry,”", MODEL)
    assert layers(text, outer, heard(text, "I", "think", "the well is dry"))[1:] == [
        ("the well is dry", "“I think the well is dry,”")
    ]


@pytest.mark.parametrize("who", ["You", "Anybody"])
def test_what_a_hearer_or_anybody_may_think_is_none(who):
    text = f"“{who} may think the well is dry,” Ada Holm said."
    outer = heard(text, "Ada Holm", "said", f"“{who} may think the well is dry,”", MODEL)
    assert layers(text, outer, heard(text, who, "may think", "the well is dry"))[1:] == []


@pytest.mark.parametrize(
    ("words", "cue", "content"),
    [
        ("If I thought the well was dry, I would go.", "thought", "the well was dry"),
        ("I wish I knew where the well is.", "knew", "where the well is"),
        ("Do I think the well is dry?", "think", "the well is dry"),
        ("Had I known the well was dry, I would have gone.", "known", "the well was dry"),
    ],
)
def test_what_is_supposed_wished_or_asked_is_not_thought(words, cue, content):
    text = f"“{words}” Ada Holm said."
    outer = heard(text, "Ada Holm", "said", f"“{words}”", MODEL)
    assert layers(text, outer, heard(text, "I", cue, content))[1:] == []


def test_what_somebody_else_thinks_is_a_statement():
    text = "“She thinks the well is dry,” Ada Holm said."
    outer = heard(text, "Ada Holm", "said", "“She thinks the well is dry,”", MODEL)
    assert layers(text, outer, heard(text, "She", "thinks", "the well is dry"))[1:] == [
        ("the well is dry", "“She thinks the well is dry,”")
    ]


def test_the_parent_is_the_nearest_around():
    text = "Ada Holm said the board told Mr Pell that the mayor denies the debt."
    outer = heard(text, "Ada Holm", "said", "the board told Mr Pell that the mayor denies the debt", MODEL)
    middle = heard(text, "the board", "told", "that the mayor denies the debt")
    assert layers(text, outer, middle, heard(text, "the mayor", "denies", "the debt"))[1:] == [
        ("that the mayor denies the debt", "the board told Mr Pell that the mayor denies the debt"),
        ("the debt", "that the mayor denies the debt"),
    ]


def test_the_model_is_heard_before_the_rules():
    outer = heard(CLERK, "the clerk", "said", "“I asked the driver to wait,”", MODEL)
    rule = heard(CLERK, "I", "asked", "the driver to wait", Rule("clause", nests=True))
    assert layers(CLERK, rule, outer, heard(CLERK, "I", "asked", "to wait"))[1:] == [
        ("to wait", "“I asked the driver to wait,”")
    ]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("‘Go home’ and I went", "‘Go home’"),
        ("‘the workers’ rights’ are safe", "‘the workers’ rights’ are safe"),
        ("it was ‘a gift’ to her", "it was ‘a gift’ to her"),
    ],
)
def test_a_quotation_inside_ends_at_its_mark_and_at_no_apostrophe(content, kept):
    text = f"“She told me {content},” Pavel Holm said."
    outer = heard(text, "Pavel Holm", "said", f"“She told me {content},”", MODEL)
    assert layers(text, outer, heard(text, "She", "told", content))[1][0] == kept
