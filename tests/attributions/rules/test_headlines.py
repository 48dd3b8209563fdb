import pytest

from claimx.attributions.rules.headlines import find_headlines, has_a_topic_for_source
from claimx.attributions.statement import Statement
from claimx.records import Entity, Span, Zone
from tests.parsing import parse_alone, reading_of


def laid_out(text, kind):
    return reading_of(text, [Zone(kind, Span(0, len(text)), 0)], parse_alone(text))


def headings(text, *names, kind="title"):
    people = tuple(Entity(n, Span(text.index(n), text.index(n) + len(n)), "PERSON", n, n) for n in names)
    found = find_headlines(laid_out(text, kind), people)
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
        ("Wells will be dry by June – minister", (), ("minister", "–", "Wells will be dry by June")),
        ("Ferry sank in four minutes: survivors", (), ("survivors", ":", "Ferry sank in four minutes")),
        ("Moles dig by moonlight, study suggests", (), ("study", "suggests", "Moles dig by moonlight")),
        ("Ferry plan ‘too dear’: Liberals", (), ("Liberals", ":", "Ferry plan ‘too dear’")),
        ("Farm tax ‘will kill villages’: beekeepers", (), ("beekeepers", ":", "Farm tax ‘will kill villages’")),
        ("Pier may sink by May, Ann Lee says", ("Ann Lee",), ("Ann Lee", "says", "Pier may sink by May")),
    ],
)
def test_a_headline_with_a_colon_or_dash_is_a_statement(text, names, expected):
    assert headings(text, *names) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Man of the match: Commissioner Dara Quill",
        "Live: storm hits the coast tonight",
        "Storm Odd live: 90 homes cut off in the north",
        "Storm Odd: 90 homes cut off in the north",
        "Election 2031: what the polls tell us so far",
        "Analysis: Why the bridge had to go",
        "Watch: Seal pup found in a car park",
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


def test_a_label_is_no_speaker_even_with_a_name_in_it():
    text = "Storm Odd live: Roads are shut in the north"
    assert headings(text, "Odd") == []
    label = Statement((Span(0, 14),), (Span(14, 15),), (Span(16, len(text)),), 0.6)
    assert has_a_topic_for_source(label, laid_out(text, "title"))
    said = Statement((Span(6, 9),), (Span(10, 15),), (Span(16, 30),), 0.6)
    assert not has_a_topic_for_source(said, laid_out("In it Lee said: we go up there", "body"))


def unsourced(text, kind="title"):
    found = find_headlines(laid_out(text, kind), [])
    return [([text[slice(*span)] for span in s.cue], text[slice(*s.content[0])]) for s in found if not s.source]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("'Keep off the ice'", [], "'Keep off the ice'"),
        ("“We sold our last cow”: life after the flood", [], "“We sold our last cow”"),
        ('"We sold our last cow" as prices fall', [], '"We sold our last cow"'),
        ('Driver "saw the red light", court hears', ["hears"], 'Driver "saw the red light"'),
        ("Guard slept through the alarm, inquest is told", ["is told"], "Guard slept through the alarm"),
    ],
)
def test_a_headline_may_leave_open_who_speaks(text, cue, content):
    assert unsourced(text) == [(cue, content)]


def test_a_role_after_a_quotation_speaks():
    assert headings('"We sold our last cow": a beekeeper on the long drought') == [
        ("a beekeeper", ":", '"We sold our last cow"')
    ]
