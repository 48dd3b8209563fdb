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


def pieces(text):
    return [[text[start:end] for start, end in turn.content] for turn in find_turns(text, body(text))]


def test_an_answer_goes_on_without_a_label():
    text = "Q: Is it over?\nA: No.\nIt never is.\nIt took six years.\nQ: When?\nA: In May."
    assert pieces(text) == [["Is it over?"], ["No.", "It never is.", "It took six years."], ["When?"], ["In May."]]


def test_what_is_told_of_the_speaker_is_the_articles():
    text = "We met Ann Lee at noon.\nQ: Why?\nA: So.\nLee pours the tea.\nQ: Oh?\nA: Yes.\nHer book is out in May."
    assert pieces(text)[1:] == [["So."], ["Oh?"], ["Yes."]]


def test_what_quotes_is_the_articles():
    text = "Q: Why?\nA: So.\nA neighbour says she was “always late”.\nIt rained.\nQ: Oh?\nA: Yes."
    assert pieces(text)[1] == ["So."]


def test_after_the_last_turn_only_somebodys_own_voice_goes_on():
    text = "Q: Why?\nA: So.\nQ: Oh?\nA: Yes.\nI was ten then.\nThe book costs ten crowns."
    assert pieces(text)[-1] == ["Yes.", "I was ten then."]


def test_one_question_and_its_answer_are_turns():
    assert turns("Q: Is it over?\nA: No.") == [("Q", "Is it over?"), ("A", "No.")]


def test_a_turn_of_several_paragraphs_is_one_quotation():
    text = "Q: Why?\nA: So.\nShe was ten then.\nQ: Oh?\nA: Yes."
    zones = body(text)
    found = as_quotations(find_turns(text, zones), find_quotations(text, zones))
    assert [len(q.pieces) for q in found] == [1, 2, 1, 1]
