import pytest

from claimx.attributions.corrections import correct
from claimx.attributions.statement import Statement
from claimx.records import Span
from tests.parsing import parse, reading_of


def at(text, words):
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def mended(text, source, cue, content):
    (doc,) = parse([(text, [])])
    statement = correct(Statement(at(text, source), at(text, cue), at(text, content), 0.9), reading_of(text, doc=doc))
    roles = (statement.source, statement.cue, statement.content)
    return [[text[start:end] for start, end in role] for role in roles]


@pytest.mark.parametrize(
    ("text", "cue", "content", "tail"),
    [
        (
            "The firm expects a profit of 30 million crowns, compared with an earlier estimate of 42 million.",
            "expects",
            "a profit of 30 million crowns",
            ", compared with an earlier estimate of 42 million",
        ),
        ("The firm expects a good year, compared with its rivals.", "expects", "a good year", ""),
        ("The firm expects a profit of 30 million crowns.", "expects", "a profit of 30 million crowns", ""),
        ("The firm named Ann Lee, a pilot from Bonn.", "named", "Ann Lee", ""),
    ],
)
def test_what_is_added_to_a_figure_is_part_of_it(text, cue, content, tail):
    assert mended(text, ["The firm"], [cue], [content])[2] == [content + tail]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("the so-called audit “a fairy tale”", "“a fairy tale”"),
        ("the audit “a fairy tale”", "the audit “a fairy tale”"),
        ("the so-called audit “a fairy tale” and worse", "the so-called audit “a fairy tale” and worse"),
    ],
)
def test_what_the_author_keeps_at_a_distance_is_not_the_sources_wording(content, kept):
    text = f"The mayor called {content}."
    assert mended(text, ["The mayor"], ["called"], [content])[2] == [kept]
