import pytest

from claimx.articles.quotations import find_quotations
from claimx.attributions.joining import form_of, join, quoted_pieces
from claimx.attributions.statement import MODEL, TURN, Rule, Statement
from claimx.records import Span
from claimx.text.spans import merge, subtract
from tests.parsing import body, parse_alone, reading_of

#: A rule that finds a statement inside of another one, and only a quotation or a plain cue for itself.
CLAUSE = Rule("clause", nests=True, only_quoted=True)


def at(text, *words):
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def reading(text):
    return reading_of(text, body(text), parse_alone(text))


def joined(text, *statements):
    """Each statement of the text after joining: (source words, content words, implicit)."""
    found = join(statements, reading(text))
    return [([text[a:b] for a, b in s.source], [text[a:b] for a, b in s.content], s.implicit) for s in found]


def said(text, source, cue, *content):
    return Statement(at(text, source), at(text, cue), at(text, *content), 0.9, Rule("test"))


def test_a_content_takes_in_the_whole_quotation():
    text = "“It rains and it pours,” Ann said."
    assert joined(text, said(text, "Ann", "said", "It rains")) == [(["Ann"], ["“It rains and it pours,”"], False)]


def test_a_quotation_interrupted_by_its_cue_is_one():
    text = "“It rains,” Ann said, “and it pours.”"
    expected = [(["Ann"], ["“It rains,”", "“and it pours.”"], False)]
    assert joined(text, said(text, "Ann", "said", "“It rains,”")) == expected


def test_a_title_in_the_reporting_clause_is_no_second_half():
    text = "“It rains,” Ann said on “Harbour Watch.” It rained."
    assert joined(text, said(text, "Ann", "said", "“It rains,”")) == [(["Ann"], ["“It rains,”"], False)]


def test_a_subhead_in_other_marks_is_not_said():
    text = "“It rains and it will rain,” Ann said.\n‘A wet day.’\nIt rained."
    assert joined(text, said(text, "Ann", "said", "“It rains and it will rain,”")) == [
        (["Ann"], ["“It rains and it will rain,”"], False)
    ]


def test_a_run_of_quoted_sentences_goes_to_the_one_who_said_the_first():
    text = "“It rains,” Ann said on Monday. “And it pours. It will go on.”"
    expected = [(["Ann"], ["“It rains,”", "“And it pours. It will go on.”"], False)]
    assert joined(text, said(text, "Ann", "said", "“It rains,”")) == expected


def test_a_quotation_over_paragraphs_is_one():
    text = "“It rains.\n“It pours,” Ann said."
    assert joined(text, said(text, "Ann", "said", "“It pours,”")) == [(["Ann"], ["“It rains.", "“It pours,”"], False)]


def test_a_paragraph_of_quotation_goes_on_from_the_speaker_before():
    text = "“It rains,” Ann said.\n“It will go on raining for days.”"
    expected = [(["Ann"], ["“It rains,”"], False), (["Ann"], ["“It will go on raining for days.”"], True)]
    assert joined(text, said(text, "Ann", "said", "“It rains,”")) == expected


def test_what_another_says_inside_of_a_statement_has_it_as_parent():
    text = "“Bo Hall said it was over,” she wrote."
    outer = said(text, "she", "wrote", "“Bo Hall said it was over,”")
    inner = Statement(at(text, "Bo Hall"), at(text, "said"), at(text, "it was over"), 0.9, CLAUSE)
    found = join([inner, outer], reading(text))
    assert [(s.source, s.parent) for s in found] == [(outer.source, None), (inner.source, 0)]


def test_what_is_said_stands_by_itself_though_the_model_misses_it():
    text = "It rained, he said. She hopes it rained."
    plain = Statement(at(text, "he"), at(text, "said"), at(text, "It rained"), 0.8, CLAUSE)
    other = Statement(at(text, "She"), at(text, "hopes"), (Span(30, 39),), 0.8, CLAUSE)
    assert joined(text, plain, other) == [(["he"], ["It rained"], False)]


def test_scare_quotes_go_to_nobody():
    assert joined("The “peace camp” was torn down.") == []


def test_two_finders_of_one_content_give_one_statement():
    text = "Ann said it rains."
    sure = said(text, "Ann", "said", "it rains")
    unsure = Statement((), at(text, "said"), at(text, "it rains"), 0.2, Rule("other"))
    assert joined(text, unsure, sure) == [(["Ann"], ["it rains"], False)]


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ("“It rains,” she said.", "“It rains,”", "direct"),
        ("She said that “it rains”.", "that “it rains”", "direct"),
        ("She said that it “rains”.", "that it “rains”", "mixed"),
        ("She said that it rains.", "that it rains", "indirect"),
    ],
)
def test_form(text, content, form):
    spans = at(text, content)
    assert form_of(text, spans, quoted_pieces(spans, find_quotations(text, body(text)))) == form


def test_merge_joins_what_touches():
    text = "ab cd\nef"
    assert merge([Span(3, 5), Span(0, 2), Span(6, 8)], text) == (Span(0, 5), Span(6, 8))


def test_subtract_leaves_the_rest():
    assert subtract(Span(0, 10), [Span(2, 4), Span(8, 12)]) == [Span(0, 2), Span(4, 8)]


def test_the_models_statements_inside_of_a_turn_are_kept_with_their_parent():
    text = "Q: Why?\nA: Ann says it rains. She thinks it is late. I know it is.\nQ: Oh?\nA: Yes."
    laid_out = reading(text)
    turns = [Statement((t.label,), (t.cue,), t.pieces, 0.9, TURN) for t in laid_out.layout.turns]

    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    inner = [
        Statement((span(who),), (span(cue),), (span(what),), 0.8, MODEL)
        for who, cue, what in (("Ann", "says", "it rains"), ("She", "thinks", "it is late"), ("I", "know", "it is."))
    ]
    found = join([*turns, *inner], laid_out)
    assert [(text[slice(*s.source[0])], s.parent) for s in found] == [
        ("Q", None),
        ("A", None),
        ("Q", None),
        ("A", None),
        ("Ann", 1),
        ("She", 1),
    ]


def test_a_rule_goes_on_with_who_was_heard_to_say_something_before():
    text = "Ada Holm praises the study but objects that the dose was high."
    praise = Statement(at(text, "Ada Holm"), at(text, "praises"), at(text, "the study"), 0.9, MODEL)
    objection = Statement(at(text, "Ada Holm"), at(text, "objects"), at(text, "that the dose was high"), 0.8, CLAUSE)
    assert [content for _, content, _ in joined(text, praise, objection)] == [["the study"], ["that the dose was high"]]
    assert joined(text, objection) == []
    whole = Statement(*(praise.source, praise.cue), (Span(18, len(text) - 1),), 0.9, MODEL)
    assert len(joined(text, whole, objection)) == 1
