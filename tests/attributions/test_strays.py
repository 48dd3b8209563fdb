from claimx.articles.quotations import find_quotations
from claimx.attributions.strays import is_wording
from tests.parsing import body
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
