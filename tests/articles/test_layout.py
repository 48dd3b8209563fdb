from claimx.articles.layout import lay_out
from claimx.records import Article


def labels(text, title=None):
    return [text[slice(*label)] for label in lay_out(Article(text, title=title)).labels]


def test_a_topic_before_a_headlines_colon_is_a_label():
    assert labels("Storm Odd live: Roads are shut in the north\n\nThe roads were shut on Monday, the mayor said.") == [
        "Storm Odd live: "
    ]
    assert labels("Lee: Roads are shut in the north\n\nThe roads were shut on Monday, the mayor said.") == []
    assert labels("Storm Odd ‘worst ever’: fishermen in the north\n\nIt blew on Monday, the mayor said.") == []


def test_the_name_of_a_programme_before_a_headlines_colon_is_a_label():
    talk = "\n\nANN LEE: I was late.\n\nBO LUND: Why?\n\nANN LEE: We had rain."
    assert labels(f"Bread and Salt: the night of the flood{talk}")[0] == "Bread and Salt: "
    for person in ("The mayor", "“Bread and salt”", "Hannah"):
        assert labels(f"{person}: we had to leave the town{talk}")[0] == "ANN LEE: "


def test_a_stamp_before_an_entry_is_a_label():
    text = "10:30 Roads are shut in the north, the mayor said.\n\n9:05 It rains, the office said.\n\nIt pours."
    assert labels(text) == ["10:30 ", "9:05 "]


def test_headings_under_the_stamps_of_a_live_blog_are_read_as_titles():
    text = (
        "Storm live\n\n10:30\n\nMayor: roads are shut\n\nThey were shut at nine.\n\n9:05 GMT\n\nIt rains.\n\nIt pours."
    )
    layout = lay_out(Article(text))
    kinds = [(zone.kind, text[slice(*zone.span)]) for zone in layout.zones]
    assert kinds[1:4] == [
        ("furniture", "10:30"),
        ("title", "Mayor: roads are shut"),
        ("body", "They were shut at nine."),
    ]
    assert kinds[4:] == [("furniture", "9:05 GMT"), ("body", "It rains."), ("body", "It pours.")]


def test_thanks_and_shouts_are_not_read():
    text = "Q: Why?\n\nA: I was late.\n\nQ: Thank you, Ms. Rook.\n\nHon. Members: Hear, hear!\n\nA: Thank him for it."
    layout = lay_out(Article(text))
    said = [text[slice(*turn.pieces[0])] for turn in layout.turns]
    assert said == ["Why?", "I was late.", "Thank him for it."]
    assert [text[slice(*zone.span)][:8] for zone in layout.zones if zone.rule == "courtesy"] == ["Q: Thank", "Hon. Mem"]


def test_what_stands_in_a_turn_is_no_quotation_of_its_own():
    layout = lay_out(Article("Answers from the sea\n\nQ: Why?\n\nA: She said “no”.\n\nQ: Oh?\n\nA: Yes."))
    assert [turn.asks for turn in layout.turns] == [True, False, True, False]
    assert len(layout.quotations) == len(layout.turns)
