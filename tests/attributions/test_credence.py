import dataclasses
import re

import pytest

from claimx import Article, Extractor, extract
from claimx.attributions.credence import elsewhere, kind, likely, news, weigh
from claimx.attributions.statement import TURN, Statement
from claimx.records import MIN_CONFIDENCE, Options, Span
from tests.parsing import reading_of
from tests.together import over

SAID = ("The clerk", "said", "the hall was closed", "The clerk said the hall was closed.")
#: An act, and whoever it may be: no statement.
DONE = (
    ("The clerk", "defended", "his dissertation", "The clerk defended his dissertation in May."),
    ("people", "learn", "a language", "In the valley people learn a language in a year."),
    ("You", "decide", "the colour of the roof", "You decide the colour of the roof."),
)
#: What is done, what holds under a condition, and who is told to do something.
NOT_SAID = (
    DONE[0],
    DONE[2],
    ("you", "think", "the dough is ready", "If you think the dough is ready, knead it."),
)
#: What somebody knows and wants is a statement in every kind of text.
THOUGHT = (
    ("Mara", "knew", "the bridge was out", "Mara knew the bridge was out."),
    ("Mara", "wanted", "to cross the river", "Mara wanted to cross the river."),
)
LETTER = "I hope you are well, and that your garden is. I miss you and our walks, and I will come to you in May. " * 9
REPORT = (
    "Maria Costa said on Monday that Acme Ltd had lost $20 million in Portugal. “We will appeal,” Costa told the Post. "
) * 9


def statement_of(source, cue, content, text, **rest):
    spans = [(Span(text.index(words), text.index(words) + len(words)),) for words in (source, cue, content)]
    return Statement(*spans, **{"confidence": 0.6, **rest})


def share_of_news(reading):
    return kind.looks_like_news(reading.heard.words)


def in_news(*given):
    return news.probability(news.features(statement_of(*given), reading_of(given[3])))


def in_other_texts(*given):
    statement, reading = statement_of(*given), Extractor().read(Article(given[3]))
    words = elsewhere.Words(reading.heard.words)
    return elsewhere.probability(elsewhere.features(statement), words.speak_for(statement))


@over(DONE)
def test_what_is_done_is_less_likely_a_statement_than_what_is_said(*given):
    assert in_news(*given) < in_news(*SAID) - 0.1


@over(NOT_SAID)
def test_outside_of_news_what_nobody_says_is_no_statement(*given):
    assert in_other_texts(*given) < 0.5 < in_other_texts(*SAID)


@over(THOUGHT)
def test_what_somebody_thinks_or_wants_is_a_statement(*given):
    assert min(in_other_texts(*given), in_news(*given)) > 0.5


def test_words_in_marks_count_as_a_clause():
    text = "The clerk said “closed until May”."
    given = statement_of("The clerk", "said", "“closed until May”", text)
    assert news.features(given, reading_of(text)).reports_a_clause


#: The same cue in two senses, the first time of words.
SENSES = (
    ("The examiner noted that the seal was broken.", "The examiner noted the number on a card."),
    ("The letter found that the dam had leaked for years.", "The letter found its way to the mayor."),
    ("Ana Ruiz recalled that the well had been dry.", "Ana Ruiz recalled three hundred kettles."),
)


@over(SENSES)
def test_what_the_words_mean_where_they_stand_tells_words_from_acts(said, done):
    def spoken_for(text):
        source, cue = text.split(" ")[:2], next(w for w in text.split() if w in ("noted", "found", "recalled"))
        rest = text[text.index(cue) + len(cue) + 1 : -1]
        statement = statement_of(" ".join(source), cue, rest, text)
        return elsewhere.Words(Extractor().read(Article(text)).heard.words).speak_for(statement)

    assert spoken_for(done) < spoken_for(said) - 0.5


def test_a_statement_s_words_are_those_of_its_places():
    text = "Ana Ruiz said the well, she thought, was dry."
    starts = [match.start() for match in re.finditer(r"\w+", text)]
    statement = Statement((Span(0, 8),), (Span(9, 13),), (Span(14, 22), Span(37, 44)), 0.5)
    assert elsewhere.words_in_places(statement, starts) == ([2], [0, 1], [3])
    assert elsewhere.words_in_places(dataclasses.replace(statement, source=(), cue=()), starts) == ([], [], [3])


@pytest.mark.parametrize(("text", "is_news"), [(LETTER, False), (REPORT, True), (SAID[3], True)])
def test_news_is_told_from_a_letter_and_a_short_text_is_taken_for_news(text, is_news):
    assert (share_of_news(Extractor().read(Article(text))) > 0.5) == is_news


def test_the_same_words_are_weighed_by_the_kind_of_text():
    act = "The council blocked a vote. "
    given = statement_of("The council", "blocked", "a vote", act)
    texts = (Article(act + rest) for rest in (REPORT, LETTER))
    in_report, in_letter = (weigh([given], Extractor().read(text))[0].confidence for text in texts)
    assert in_report > in_letter + 0.1


def test_turns_keep_the_confidence_of_their_labels():
    text = SAID[3]
    turn = statement_of(*SAID[:3], text, confidence=0.9, rule=TURN)
    assert weigh([turn], reading_of(text)) == [turn]


COURSE = """Algebra for beginners

Ana Ruiz
Office hours: Tuesdays, 3 to 5 pm
Email: ruiz@hall.example
Room: Holm Hall 12

Karl Lund
Office hours: by appointment
Email: lund@hall.example
Room: Holm Hall 14
"""
TALK = """Ana Ruiz: Why did the well run dry?
Karl Lund: Because nobody cleaned it. I said so in March, and nobody came.
Ana Ruiz: Who should have come?
Karl Lund: The council. They promised to send somebody.
"""


def test_labels_of_a_list_are_no_speakers_and_those_of_talk_are():
    listed, said = (extract(text, min_confidence=0.0) for text in (COURSE, TALK))
    assert all(claim.confidence < 0.5 for claim in listed if claim.source)
    assert [claim.confidence for claim in said if claim.source and not claim.parent] == [0.9] * 4


#: What news is not annotated for: headlines' speakers, statements inside of others, words that no verb reports.
RARE = (
    ("Barge lost both anchors: skipper\n\nThe Tilda ran aground on Monday.", "Barge lost both anchors"),
    ("“My sister said the lock was rusty, and I laughed,” Odo Perle recalled.", "the lock was rusty"),
    ("“The quarry was our whole life.”\n\nBeno Ruck, letter to his son, 1931", "The quarry was our whole life."),
    ("According to the lighthouse keeper, the fog came at noon.", "the fog came at noon"),
    ("“Who moved the ladder?” came a voice from the loft.", "Who moved the ladder?"),
    ("The studies suggest that moss grows faster in the shade.", "moss grows faster in the shade"),
)


@over(RARE)
def test_what_is_said_in_rarer_ways_is_given(text, words):
    claims = [claim for claim in extract(text) if claim.form != "narrated" and claim.text == words]
    assert [claim.confidence >= MIN_CONFIDENCE for claim in claims] == [True]


def test_what_is_unlikely_is_left_out_and_that_is_told():
    text = f"{LETTER}The board of the Arlen mill approved the sale in 1987."
    given, all_of_it = (
        Extractor(Options(min_confidence=least)).document(Article(text)) for least in (MIN_CONFIDENCE, 0.0)
    )
    unlikely = [c for c in all_of_it.claims if c.form != "narrated" and c.confidence < MIN_CONFIDENCE]
    assert unlikely and given.warnings == (f"unlikely-left-out: {len(unlikely)}",)
    assert (given.left_out, all_of_it.left_out, all_of_it.warnings) == (len(unlikely), 0, ())
    assert {c.text for c in unlikely}.isdisjoint(c.text for c in given.claims if c.form != "narrated")


def test_what_is_no_statement_is_the_articles_own():
    text = f"{LETTER}The board of the Arlen mill approved the sale in 1987."
    assert [c.form for c in extract(text, min_confidence=0.0) if "sale" in c.text] == ["indirect"]
    assert [c.form for c in extract(text) if "sale" in c.text] == ["narrated"]


def test_what_stood_inside_of_something_left_out_stands_in_what_is_around():
    outer, middle, inner = (
        Statement((), (), (Span(0, end),), sure, parent=parent)
        for end, sure, parent in ((30, 0.9, None), (20, 0.1, 0), (10, 0.8, 1))
    )
    assert [s.parent for s in likely([outer, middle, inner], 0.3)] == [None, 0]
    assert [s.parent for s in likely([middle, inner], 0.0)] == [0, 1]
    alone = dataclasses.replace(middle, parent=None)
    assert [s.parent for s in likely([alone, dataclasses.replace(inner, parent=0)], 0.3)] == [None]
