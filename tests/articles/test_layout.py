from claimx.articles.layout import lay_out
from claimx.records import Article


def labels(text, title=None):
    return [text[slice(*label)] for label in lay_out(Article(text, title=title)).labels]


def test_a_topic_before_a_headlines_colon_is_a_label():
    assert labels("Storm Odd live: Roads are shut in the north\n\nThe roads were shut on Monday, the mayor said.") == [
        "Storm Odd live: "
    ]
    assert labels("Lee: Roads are shut in the north\n\nThe roads were shut on Monday, the mayor said.") == []


def test_a_stamp_before_an_entry_is_a_label():
    text = "10:30 Roads are shut in the north, the mayor said.\n\n9:05 It rains, the office said.\n\nIt pours."
    assert labels(text) == ["10:30 ", "9:05 "]


def test_what_stands_in_a_turn_is_no_quotation_of_its_own():
    layout = lay_out(Article("Answers from the sea\n\nQ: Why?\n\nA: She said “no”.\n\nQ: Oh?\n\nA: Yes."))
    assert [turn.asks for turn in layout.turns] == [True, False, True, False]
    assert len(layout.quotations) == len(layout.turns)
