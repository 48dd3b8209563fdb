import pytest

from claimx.attributions.corrections.sources import (
    within_a_paragraph,
    without_fronted_clause,
    without_loose_end,
    without_relative_pronoun,
)
from claimx.attributions.statement import Statement
from claimx.records import Span
from tests.parsing import parse_alone, reading_of, tokenize


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("One of the crew, who", "One of the crew"),
        ("Ana Ruiz — who", "Ana Ruiz"),
        ("a letter that", "a letter"),
        ("many of whom", "many of whom"),
        ("who", "who"),
        ("Those who slept", "Those who slept"),
        ("The WHO", "The WHO"),
    ],
)
def test_a_source_ends_before_the_pronoun_of_a_clause_that_it_does_not_hold(source, kept):
    text = f"{source} had stayed behind, said that it rained."
    said, rained = (Span(text.index(words), text.index(words) + len(words)) for words in ("said", "it rained"))
    statement = Statement((Span(0, len(source)),), (said,), (rained,), 0.9)
    mended = without_relative_pronoun(statement, reading_of(text, doc=tokenize(text)))
    assert [text[start:end] for start, end in mended.source] == [kept]


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("Juno Alder, who said the mill was shut, praised the talks.", "said", "who"),
        ("Juno Alder, who said the mill was shut, praised the talks.", "praised", "Juno Alder"),
        ("A poll that showed a lead praised the talks.", "showed", "A poll"),
    ],
)
def test_in_a_clause_that_is_set_off_its_pronoun_speaks(text, cue, kept):
    source = text[: text.index(" said" if "said" in text else " showed")]
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, "the talks")]
    statement = Statement((spans[0],), (spans[1],), (spans[2],), 0.9)
    mended = without_relative_pronoun(statement, reading_of(text, doc=parse_alone(text)))
    assert [text[start:end] for start, end in mended.source] == [kept]


def test_a_statement_without_a_source_stays_as_it_is():
    statement = Statement((), (Span(0, 4),), (Span(5, 9),), 0.9)
    assert without_relative_pronoun(statement, reading_of("said so", doc=tokenize("said so"))) is statement


@pytest.mark.parametrize(
    ("text", "source", "kept"),
    [
        ("The council on Monday said that it rained.", "The council on", "The council"),
        ("Ana Ruiz of Harn Port, however, said that it rained.", "Ana Ruiz of", "Ana Ruiz of Harn Port"),
        ("Ana Ruiz, speaking on the radio, said that it rained.", "Ana Ruiz, speaking", "Ana Ruiz"),
        ("Ana Ruiz, laughing, said that it rained.", "Ana Ruiz, laughing", "Ana Ruiz, laughing"),
        ("Ann Lee (the clerk), a lawyer, said that it rained.", "), a lawyer", "a lawyer"),
        (
            "The firm that she works for said that it rained.",
            "The firm that she works for",
            "The firm that she works for",
        ),
    ],
)
def test_a_source_ends_where_its_words_end(text, source, kept):
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, "said", "it rained")]
    statement = Statement((spans[0],), (spans[1],), (spans[2],), 0.9)
    mended = without_loose_end(statement, reading_of(text, doc=parse_alone(text)))
    assert [text[start:end] for start, end in mended.source] == [kept]


@pytest.mark.parametrize(
    ("text", "sources", "kept"),
    [
        ("ARDEN\n\nNorland accused them of theft.", ("ARDEN", "Norland"), ["Norland"]),
        ("Colm Roche\n\nADA HOLM accused them of theft.", ("Colm Roche\n\nADA HOLM",), ["ADA HOLM"]),
        ("Ada\nHolm accused them of theft.", ("Ada\nHolm",), ["Ada\nHolm"]),
    ],
)
def test_a_blank_line_parts_a_source_from_what_stands_before_it(text, sources, kept):
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in sources)
    cue, content = (Span(text.index(words), text.index(words) + len(words)) for words in ("accused", "of theft"))
    mended = within_a_paragraph(Statement(spans, (cue,), (content,), 0.9), reading_of(text, doc=tokenize(text)))
    assert [text[start:end] for start, end in mended.source] == kept


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Cross-examining Mr Tolland, Ida Marsh KC, for the crew", "Ida Marsh KC, for the crew"),
        ("Opening the inquiry at Wend Town Hall, Ida Marsh KC", "Ida Marsh KC"),
        ("Speaking up for the crew", "Speaking up for the crew"),
        ("The crew, living on the quay, the sailors", "The crew, living on the quay, the sailors"),
    ],
)
def test_a_source_begins_behind_the_clause_that_opens_the_sentence(source, kept):
    text = f"{source}, said that it rained."
    said, rained = (Span(text.index(words), text.index(words) + len(words)) for words in ("said", "it rained"))
    statement = Statement((Span(0, len(source)),), (said,), (rained,), 0.9)
    mended = without_fronted_clause(statement, reading_of(text, doc=parse_alone(text)))
    assert [text[start:end] for start, end in mended.source] == [kept]
