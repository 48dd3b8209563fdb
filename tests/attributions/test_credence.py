from claimx.attributions.credence import features, weighed
from claimx.attributions.statement import TURN, Statement
from claimx.records import Span
from tests.parsing import reading_of
from tests.together import over

SAID = ("The clerk", "said", "the hall was closed", "The clerk said the hall was closed.")
#: An act, and whoever it may be: no statement.
DONE = (
    ("The clerk", "defended", "his dissertation", "The clerk defended his dissertation in May."),
    ("people", "learn", "a language", "In the valley people learn a language in a year."),
    ("You", "decide", "the colour of the roof", "You decide the colour of the roof."),
)


def statement_of(source, cue, content, text, **rest):
    spans = [(Span(text.index(words), text.index(words) + len(words)),) for words in (source, cue, content)]
    return Statement(*spans, **{"confidence": 0.6, **rest})


def credence(*given):
    text = given[3]
    return weighed(statement_of(*given), reading_of(text)).confidence


@over(DONE)
def test_what_is_done_is_less_likely_a_statement_than_what_is_said(*given):
    assert credence(*given) < credence(*SAID) - 0.1


def test_words_in_marks_count_as_a_clause():
    text = "The clerk said “closed until May”."
    given = statement_of("The clerk", "said", "“closed until May”", text)
    assert features(given, reading_of(text)).reports_a_clause


def test_turns_keep_the_confidence_of_their_labels():
    text = SAID[3]
    turn = statement_of(*SAID[:3], text, confidence=0.9, rule=TURN)
    assert weighed(turn, reading_of(text)) == turn
