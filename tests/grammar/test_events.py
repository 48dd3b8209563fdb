import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.events import content_event, cue_event, sentence_event
from claimx.records import Span
from tests.marked import unmark
from tests.parsing import parse_alone


def parsed(marked):
    text, cue, content = unmark(marked)
    return parse_alone(text), cue, content


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("She said {the well was dry}.", ("be", "past", False)),
        ("She said {that no well was dry}.", ("be", "past", True)),
        ("She said {that nobody came}.", ("come", "past", True)),
        ("She said {it has not rained}.", ("rain", "past", True)),
        ("She said {it never rains}.", ("rain", "present", True)),
        ("She said {it will rain}.", ("rain", "future", False)),
        ("She said {they are going to dig}.", ("dig", "future", False)),
        ("She asked him {to dig}.", ("dig", "none", False)),
        ("She asked him {not to dig}.", ("dig", "none", True)),
        ("She said {the pump appears to have failed}.", ("fail", "present", False)),
        ("She said {the pump is not expected to fail}.", ("fail", "present", True)),
        ("She said {he failed to notice the leak}.", ("notice", "past", True)),
        ("She denounced {the sale of the well}.", ("sale", "none", False)),
        ("He told us {that he was “troubled” by it}.", ("troubled", "past", False)),
        ('{"If it rains,"} she said, {"we will stay at home."}', ("stay", "future", False)),
    ],
)
def test_the_main_event_of_a_content(marked, expected):
    doc, _, content = parsed(marked)
    event = content_event(doc, content)
    assert (event.lemma, event.tense, event.negated) == expected


@pytest.mark.parametrize(
    ("marked", "question", "imperative", "conditional"),
    [
        ('{"Who dug the well?"} she asked.', True, False, False),
        ("She asked {whether it would rain}.", True, False, False),
        ("She asked {if it would rain}.", True, False, False),
        ('{"Dig the well,"} she said.', False, True, False),
        ('{"Do not touch the pump,"} she said.', False, True, False),
        ("She said {the crop will fail if it does not rain}.", False, False, True),
        ("She said {the crop failed even if it rained}.", False, False, False),
        ("She said {the crop failed}.", False, False, False),
    ],
)
def test_questions_commands_and_conditions(marked, question, imperative, conditional):
    doc, _, content = parsed(marked)
    event = content_event(doc, content)
    assert (event.question, event.imperative, event.conditional) == (question, imperative, conditional)


def test_the_words_of_an_event_stand_where_they_say():
    text = "She said the pump might not reportedly have been fixed if no part was found."
    doc = parse_alone(text)
    event = content_event(doc, [Span(9, len(text) - 1)])
    assert [text[word.span.start : word.span.end] for word in event.words] == [word.text for word in event.words]
    assert {"might", "not", "have", "been"} <= {word.text for word in event.words}
    assert event.auxiliaries == ("might", "have", "been")
    assert event.negated


def test_the_cues_negation_is_not_the_contents():
    doc, cue, content = parsed("She <did not say> {that the pump had failed}.")
    assert cue_event(doc, cue).negated
    assert not content_event(doc, content).negated


@pytest.mark.parametrize(
    ("marked", "negated"),
    [
        ("She <offered> {no proof}.", False),
        ("She <did not offer> {proof}.", True),
        ("No official <said> {that the pump had failed}.", True),
        ("She <made no mention of> {the pump}.", True),
    ],
)
def test_a_negated_object_in_the_content_does_not_negate_the_cue(marked, negated):
    doc, cue, _ = parsed(marked)
    assert cue_event(doc, cue).negated is negated


def test_refusing_to_say_is_not_saying():
    doc, cue, _ = parsed("He <declined to comment on> {the sale}.")
    event = cue_event(doc, cue)
    assert (event.lemma, event.negated, event.tense) == ("comment", True, "past")


@pytest.mark.parametrize(
    ("text", "lemma", "tense"),
    [
        ("The river rose two metres.", "rise", "past"),
        ("A great fire in Oldport.", "fire", "none"),
        ("The well is being dug.", "dig", "present"),
    ],
)
def test_the_main_event_of_a_sentence(text, lemma, tense):
    event = sentence_event(parse_alone(text)[:])
    assert (event.lemma, event.tense) == (lemma, tense)


@pytest.mark.parametrize("spans", [[], [Span(3, 4)], [Span(40, 50)], [Span(5, 5)]])
def test_where_there_is_no_word_there_is_no_event(spans):
    doc = parse_alone("Dig — here.")
    spans = [Span(4, 5)] if spans == [Span(3, 4)] else spans
    assert content_event(doc, spans) is None
    assert cue_event(doc, spans) is None


def test_a_sentence_of_marks_has_no_event():
    assert sentence_event(parse_alone("* * *")[:]) is None


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab if not may said to be ?!\"'—:\n", max_size=50), st.integers(0, 50), st.integers(0, 50))
def test_no_text_breaks_it(text, start, end):
    doc = parse_alone(text)
    spans = [Span(min(start, end), max(start, end))]
    for event in (content_event(doc, spans), cue_event(doc, spans), sentence_event(doc[:])):
        assert event is None or all(text[w.span.start : w.span.end] == w.text for w in event.words)
    assert isinstance(cue_lemma(doc, spans), str)
