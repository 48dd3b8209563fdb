from claimx.attributions.quotes import Quotation, find_quotations
from claimx.attributions.turns import as_quotations, find_turns, speaker_of
from claimx.records import Entity, Span, Zone


def body(text):
    zones, offset = [], 0
    for index, line in enumerate(text.split("\n")):
        zones.append(Zone("body", Span(offset, offset + len(line)), index))
        offset += len(line) + 1
    return zones


def turns(text):
    found = find_turns(text, body(text))
    return [(text[slice(*s.source[0])], text[slice(*s.content[0])]) for s in found]


def test_two_labels_that_take_turns_are_speakers():
    text = "Q: Is it over?\nA: No.\nQ: When?\nA: In May."
    assert turns(text) == [("Q", "Is it over?"), ("A", "No."), ("Q", "When?"), ("A", "In May.")]


def test_names_are_labels_too():
    assert [label for label, _ in turns("ANN LEE: No.\nBob Ray: Yes.\nANN LEE: Oh.\nBob Ray: Ah.")] == [
        "ANN LEE",
        "Bob Ray",
        "ANN LEE",
        "Bob Ray",
    ]


def test_one_label_is_a_heading():
    assert turns("Note: It is over.\nNote: It is not.") == []
    assert turns("Where: The hall.\nWhen: Noon.") == []


def test_an_account_speaks_once():
    assert turns("@ann_lee: Bring a friend.") == [("@ann_lee", "Bring a friend.")]


def test_a_quotation_inside_of_a_turn_is_the_speakers():
    text = "Q: Why?\nA: She said “no”.\nQ: Oh?\nA: Yes.\n“So it goes,” he wrote."
    zones = body(text)
    found = as_quotations(find_turns(text, zones), find_quotations(text, zones))
    assert [text[slice(*q.pieces[0])] for q in found] == ["Why?", "She said “no”.", "Oh?", "Yes.", "“So it goes,”"]
    assert all(isinstance(q, Quotation) for q in found)


def test_the_byline_asks_and_the_person_of_the_headline_answers():
    text = "Ann Lee on floods\nBy Bob Ray\nShe met Cy Poe."
    kinds = ["title", "byline", "body"]
    zones = [Zone(kind, zone.span, zone.index) for kind, zone in zip(kinds, body(text), strict=True)]
    people = [Entity(n, Span(text.index(n), text.index(n) + len(n)), "PERSON", n, n) for n in ("Ann Lee", "Bob Ray")]
    assert speaker_of("A", text, zones, people) == "Ann Lee"
    assert speaker_of("Q", text, zones, people) == "Bob Ray"
    assert speaker_of("Poe", text, zones, people) is None
