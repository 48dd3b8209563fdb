from claimx.articles.quotations import find_quotations
from claimx.attributions.statement import Statement
from claimx.attributions.strays import (
    is_an_edition,
    is_entry_of_a_list,
    is_wording,
    names_a_title,
    stands_in_a_label,
    without_strays,
)
from claimx.records import Span, Time
from tests.parsing import body, parse_alone, reading_of
from tests.together import over

WORDING = (
    "The “so-called audit” is over.",
    "She read “The Winter of the Long Boats” to us.",
    "Her film called “how we lost the sea to them” is out.",
    "It rained.\n‘A plan for nobody at all’\nIt rained.",
    "“Enough.”",
)
STATEMENTS = (
    "It rained.\n“We left.”\nIt rained.",
    "The hall was cold. “We left.”",
    "The hall was cold and “we left before the end of it”.",
)


def is_only_wording(text):
    zones = body(text)
    [quotation] = find_quotations(text, zones)
    return is_wording(text, quotation, [zone.span for zone in zones])


@over(WORDING)
def test_words_titles_and_headings_in_marks_are_no_statements(text):
    assert is_only_wording(text)


@over(STATEMENTS)
def test_sentences_and_long_pieces_in_marks_are(text):
    assert not is_only_wording(text)


@over(
    [
        ("Lena Moore: Theft of a bicycle, two counts.", True),
        ("Lena Moore: Reckless sailing, fined 300 euros.", True),
        ("Lena Moore: They took the bicycle.", False),
        ("Lena Moore: The pier, shut since June, is rotten.", False),
    ]
)
def test_what_has_no_verb_behind_a_name_and_a_colon_is_an_entry_of_a_list(text, is_entry):
    colon = text.index(":")
    statement = Statement((Span(0, colon),), (Span(colon, colon + 1),), (Span(colon + 2, len(text)),), 0.8)
    assert is_entry_of_a_list(statement, reading_of(text, body(text), parse_alone(text))) == is_entry


@over([((0, 5), True), ((8, 12), True), ((8, 14), False), ((20, 24), False)])
def test_a_content_stands_in_a_label_if_all_of_it_does(place, stands):
    statement = Statement((), (), (Span(*place),), 0.8)
    assert stands_in_a_label(statement, [Span(0, 6), Span(8, 12)]) == stands


@over([("The Evening Sheet: Monday, 6 May", True), ("The Evening Sheet: Monday is off", False)])
def test_a_day_behind_a_colon_is_that_of_an_edition(text, is_edition):
    colon, day = text.index(":"), text.index("Monday")
    statement = Statement((Span(0, colon),), (Span(colon, colon + 1),), (Span(day, len(text)),), 0.8)
    times = [Time("", Span(day, day + 6 if "off" in text else len(text)), "date", None)]
    assert is_an_edition(statement, text, times) == is_edition


@over([("performed", True), ("posted", False)])
def test_a_title_in_marks_behind_what_is_done_with_a_work_is_none(verb, is_title):
    text = f"The troupe {verb} “Eight Nights Without Sleep” in June."
    words = ("The troupe", verb, "Eight Nights Without Sleep")
    source, cue, content = (Span(text.index(w), text.index(w) + len(w)) for w in words)
    statement = Statement((source,), (cue,), (content,), 0.8)
    assert names_a_title(statement, reading_of(text, body(text), parse_alone(text))) == is_title


def test_a_quotation_that_is_a_paragraph_is_no_part_of_what_was_reported_before_it():
    text = "Omar Tey, a fisherman, says that the nets were cut.\n\n“I mend them every night.”"
    words = ("Omar Tey, a fisherman", "says", "that the nets were cut", "“I mend them every night.”")
    source, cue, *content = (Span(text.index(w), text.index(w) + len(w)) for w in words)
    reading = reading_of(text, body(text), parse_alone(text))
    statement = Statement((source,), (cue,), tuple(content), 0.8)
    assert without_strays(statement, reading, [z.span for z in reading.zones]).content == tuple(content[:1])


def test_what_the_source_of_a_statement_stands_in_is_a_label_of_another():
    statement = Statement((Span(0, 3),), (Span(3, 4),), (Span(8, 20),), 0.8)
    assert stands_in_a_label(statement, [Span(0, 6)])
