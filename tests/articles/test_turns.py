from claimx.articles.layout import lay_out
from claimx.articles.live_blogs import find_dispatches, find_stamps
from claimx.articles.quotations import find_quotations
from claimx.articles.turns import as_quotations, find_turns
from claimx.records import Article, Quotation
from tests.marked import cases
from tests.parsing import body
from tests.together import over


def turns(text):
    found = find_turns(text, body(text))
    return [(text[slice(*turn.label)], text[slice(*turn.pieces[0])]) for turn in found]


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


def test_what_asks_in_capitals_is_no_topic():
    talk = "ARDEN REVIEW: Is it over?\nLEE: No.\nARDEN REVIEW: When?\nLEE: In May."
    assert [label for label, _ in turns(talk)] == ["ARDEN REVIEW", "LEE", "ARDEN REVIEW", "LEE"]
    assert turns("FILM REVIEW: A dull night.\nLEE: No.\nFILM REVIEW: A long day.") == []


def test_an_account_speaks_once():
    assert turns("@ann_lee: Bring a friend.") == [("@ann_lee", "Bring a friend.")]


def test_a_quotation_inside_of_a_turn_is_the_speakers():
    text = "Q: Why?\nA: She said “no”.\nQ: Oh?\nA: Yes.\n“So it goes,” he wrote."
    zones = body(text)
    found = as_quotations(find_turns(text, zones), [], find_quotations(text, zones))
    assert [text[slice(*q.pieces[0])] for q in found] == ["Why?", "She said “no”.", "Oh?", "Yes.", "“So it goes,”"]
    assert all(isinstance(q, Quotation) for q in found)


def pieces(text):
    return [[text[start:end] for start, end in turn.pieces] for turn in find_turns(text, body(text))]


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
    found = as_quotations(find_turns(text, zones), [], find_quotations(text, zones))
    assert [len(q.pieces) for q in found] == [1, 2, 1, 1]


INTERVIEW = "Ada Rook: When did it start?\nBo van Lind: In May.\nAR: They called it odd.\nBL: So they did.\nAR: Why?"


def test_a_full_name_and_its_initials_are_one_speaker():
    assert [label for label, _ in turns(INTERVIEW)] == ["Ada Rook", "Bo van Lind", "AR", "BL", "AR"]


def test_a_full_name_and_its_last_word_are_one_speaker():
    text = "Ada Rook: Why?\nBo Lind: So.\nRook: Oh?\nLind: Yes."
    assert [label for label, _ in turns(text)] == ["Ada Rook", "Bo Lind", "Rook", "Lind"]


def test_initials_of_two_are_those_of_nobody():
    assert turns("Ada Rook: Why?\nAl Reed: So.\nAR: Oh.") == []


def test_what_ends_in_a_question_mark_is_a_question_of_whoever_mostly_asks():
    assert [t.asks for t in find_turns(INTERVIEW, body(INTERVIEW))] == [True, False, False, False, True]
    text = "Q: Why?\nA: So.\nQ: Oh?\nA: Who knows?\nQ: You do.\nA: I do not."
    assert [t.asks for t in find_turns(text, body(text))] == [True, False, True, False, False, False]


LIVE = "10:30 Wind picks up\nOur reporter Cy Poe writes:\nThe sea is grey.\nA pilot says it will rise.\n9:05\nRain."


def dispatches(text):
    return [
        (text[slice(*turn.label)], [text[slice(*span)] for span in turn.pieces])
        for turn in find_dispatches(text, body(text))
    ]


def test_a_dispatch_is_all_that_follows_in_its_entry():
    expected = [("Our reporter Cy Poe", ["The sea is grey.", "A pilot says it will rise."])]
    assert dispatches(LIVE) == expected


def test_a_dispatch_may_begin_in_its_own_paragraph():
    text = "10:30 Cy Poe writes: It is wet. It is cold.\n9:05 Good morning"
    assert dispatches(text) == [("Cy Poe", ["It is wet. It is cold."])]


def test_a_dispatch_in_marks_and_one_outside_of_a_live_blog_are_left_to_others():
    assert dispatches("10:30 Cy Poe writes: “It is wet.”\n9:05 Good morning") == []
    assert dispatches("Cy Poe writes:\nIt is wet.") == []


def test_stamps_are_times_before_an_entry():
    text = "10:30 Wind picks up\n9.15am Trains stop\n18:42\n4.50 euros is the price\n10:30 start"
    assert [text[slice(*s)].strip() for s in find_stamps(text, body(text))] == ["10:30", "9.15am", "18:42"]


@over(cases("turns"))
def test_the_turns_of_each_layout_are_found_with_all_of_their_paragraphs(case):
    text = case["text"]
    found = lay_out(Article(text)).turns
    assert [[text[slice(*t.label)], [text[slice(*p)] for p in t.pieces]] for t in found] == case["turns"]


def test_a_label_that_looked_like_a_dateline_is_part_of_the_body():
    text = "Two rivals met\nPOLE: I will win. We all know it.\nVISK: You will not.\nPOLE: I will."
    layout = lay_out(Article(text))
    assert [(zone.kind, text[slice(*zone.span)][:5]) for zone in layout.zones[1:]] == [
        ("body", "POLE:"),
        ("body", "VISK:"),
        ("body", "POLE:"),
    ]
    assert [text[slice(*label)] for label in layout.labels] == ["POLE: ", "VISK: ", "POLE: "]


def test_what_an_account_writes_ends_with_its_paragraph():
    assert pieces("@ann_lee: I am late.\nI was early.") == [["I am late."]]
