import pytest

from claimx.attributions.headings import find_headings
from claimx.records import Entity, Mentions, Span, Zone


def headings(text, *names, kind="title"):
    people = tuple(Entity(n, Span(text.index(n), text.index(n) + len(n)), "PERSON", n, n) for n in names)
    found = find_headings(text, [Zone(kind, Span(0, len(text)), 0)], Mentions(entities=people))
    return [tuple(text[slice(*role[0])] for role in (s.source, s.cue, s.content)) for s in found]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Poll: Most oppose the new bridge", (), ("Poll", ":", "Most oppose the new bridge")),
        ("Lee: We are ready to go", ("Lee",), ("Lee", ":", "We are ready to go")),
        ("‘I never knew’: Ann Lee on floods", ("Ann Lee",), ("Ann Lee", ":", "‘I never knew’")),
        (
            "Rivers will fall by May — Commissioner Dara Quill",
            (),
            ("Commissioner Dara Quill", "—", "Rivers will fall by May"),
        ),
        ("Moles dig by moonlight, study suggests", (), ("study", "suggests", "Moles dig by moonlight")),
        ("Pier may sink by May, Ann Lee says", ("Ann Lee",), ("Ann Lee", "says", "Pier may sink by May")),
    ],
)
def test_a_headline_with_a_colon_or_dash_is_a_statement(text, names, expected):
    assert headings(text, *names) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Live: storm hits the coast tonight",
        "Floods in the north",
        "10:30 start for race day",
        "Two boats, one reef and what the tide shows",
    ],
)
def test_other_headlines_are_none(text):
    assert headings(text) == []


def test_a_dash_after_a_quotation_in_the_body():
    text = "“We had to wade.” — Bram Ode"
    assert headings(text, kind="body") == [("Bram Ode", "—", "“We had to wade.”")]
    assert headings("They waded — Bram Ode saw it.", kind="body") == []
