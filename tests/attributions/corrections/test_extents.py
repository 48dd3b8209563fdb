import pytest

from claimx.attributions.corrections import correct
from claimx.attributions.corrections.contents import with_the_relative_clause
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


def test_what_comes_after_a_relative_clause_belongs_to_the_verb_of_naming():
    text = "The envoy branded the deputy, whom she did not name, “a tired clown”."
    found = mended(text, ["she"], ["did not name"], ["“a tired clown”"])
    assert found == [["The envoy"], ["branded"], ["“a tired clown”"]]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The envoy met the deputy, whom she called “a tired clown”.", "she", "called", "“a tired clown”"),
        ("The envoy saw the deputy, who said “no more trams”.", "who", "said", "“no more trams”"),
    ],
)
def test_a_relative_clause_that_says_something_keeps_it(text, source, cue, content):
    assert mended(text, [source], [cue], [content]) == [[source], [cue], [content]]


def test_a_relative_clause_between_two_pieces_is_part_of_what_is_said():
    text = "The clerk said that the letter had gone out but Bonn, which chairs the talks, had not replied."
    pieces = ["that the letter had gone out but Bonn", "had not replied"]
    assert mended(text, ["The clerk"], ["said"], pieces)[2] == [
        "that the letter had gone out but Bonn, which chairs the talks, had not replied"
    ]


def test_what_stands_between_two_pieces_without_being_a_relative_clause_stays_out():
    text = "The letter, the clerk said, had gone out in May."
    pieces = ["The letter", "had gone out in May"]
    assert mended(text, ["the clerk"], ["said"], pieces)[2] == pieces


def test_a_relative_clause_on_what_is_named_is_the_authors():
    text = "The envoy called the deputy, whom she met in May, “a tired clown”."
    (doc,) = parse([(text, [])])
    statement = Statement(
        at(text, ["The envoy"]), at(text, ["called"]), at(text, ["the deputy", "“a tired clown”"]), 0.9
    )
    assert with_the_relative_clause(statement, reading_of(text, doc=doc)) == statement


@pytest.mark.parametrize(
    ("text", "cue", "content", "tail"),
    [
        (
            "The firm said that the damage comes to 14 million dollars, a sum which leaves out the pumps.",
            "said",
            "that the damage comes to 14 million dollars",
            ", a sum which leaves out the pumps",
        ),
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


def test_a_name_beside_the_one_who_is_named_is_no_part_of_what_is_said():
    text = "According to a report by the special envoy on rivers, Alena Dorn, dams have dried up 40 lakes."
    source = ["a report by the special envoy on rivers"]
    (doc,) = parse([(text, [])])
    start = text.index("Alena")
    words = doc.char_span(start, start + len("Alena Dorn"), "expand")
    doc.name([(words.start, words.end, "PERSON")])
    statement = Statement(at(text, source), at(text, ["According to"]), at(text, [text[start:-1]]), 0.9)
    found = correct(statement, reading_of(text, doc=doc))
    assert [text[s:e] for s, e in found.content] == ["dams have dried up 40 lakes"]
    assert [text[s:e] for s, e in found.source] == ["a report by the special envoy on rivers, Alena Dorn"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the envoy, Alena Dorn, the mayor, was ill.", "the envoy"),
        ("According to the envoy, Alena Dorn was ill.", "the envoy"),
        ("According to the weather map, Alena Dorn, storms may come.", "the weather map"),
    ],
)
def test_a_name_that_something_is_said_of_stays(text, source):
    (doc,) = parse([(text, [])])
    start = text.index("Alena")
    words = doc.char_span(start, start + len("Alena Dorn"), "expand")
    doc.name([(words.start, words.end, "PERSON")])
    statement = Statement(at(text, [source]), at(text, ["According to"]), (Span(start, len(text) - 1),), 0.9)
    assert correct(statement, reading_of(text, doc=doc)).content == statement.content


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


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "The bank, a clerk told this paper, “stands by every word” and fears nothing.",
            "The bank, a clerk",
            "told",
            "“stands by every word” and fears nothing",
            ["a clerk", "The bank"],
        ),
        (
            "The firm, a spokeswoman said, had paid its taxes.",
            "The firm, a spokeswoman",
            "said",
            "had paid its taxes",
            ["a spokeswoman", "The firm"],
        ),
        (
            "Dana Ruiz, a spokeswoman, said the firm had paid.",
            "Dana Ruiz, a spokeswoman",
            "said",
            "the firm had paid",
            ["Dana Ruiz, a spokeswoman", "the firm had paid"],
        ),
        (
            "Teslon, the company that owns the ferry, expressed “deep regret”.",
            "Teslon, the company that owns the ferry",
            "expressed",
            "“deep regret”",
            ["Teslon, the company that owns the ferry", "“deep regret”"],
        ),
    ],
)
def test_the_subject_before_an_inserted_clause_belongs_to_the_content(text, source, cue, content, expected):
    found = mended(text, [source], [cue], [content])
    assert [found[0][0], found[2][0]] == expected
    assert found[2][-1] == content
