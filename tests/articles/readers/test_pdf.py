import pytest

from claimx.articles.readers import pdf as pdf_reader
from claimx.articles.readers.page_layout import HYPHEN, Line, in_reading_order, merge_pieces, to_paragraphs
from claimx.articles.readers.pdf import _without_neighbours
from tests.articles.readers.files import PARAGRAPHS, TEXT, pdf
from tests.articles.readers.make import one, read, write

LEFT = [
    "Ferry crews in Tellmar voted on Mon-",
    "day to walk out, their union said in a",
    "letter to its members. The vote was",
    "close, it said.",
]
RIGHT = [
    "Ana Ruiz, who leads the union, said:",
    '"We will not sail until the lifeboats',
    'are mended." She added that well-',
    "known faults had been ignored.",
]


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def two_columns(*, by_rows: bool) -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", "B", 18)
    made.set_xy(20, 20)
    made.cell(text="Crews walk out as company denies faults in Tellmar boats")
    made.set_font("Helvetica", size=11)
    cells = [(20, row, text) for row, text in enumerate(LEFT)] + [(110, row, text) for row, text in enumerate(RIGHT)]
    for x, row, text in sorted(cells, key=lambda cell: cell[1]) if by_rows else cells:
        made.set_xy(x, 40 + 6 * row)
        made.cell(text=text)
    return bytes(made.output())


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other(by_rows):
    text = one(read(write("a.pdf", two_columns(by_rows=by_rows)))).text
    assert text.split("\n\n") == [
        "Crews walk out as company denies faults in Tellmar boats",
        "Ferry crews in Tellmar voted on Monday to walk out, their union said in a letter to its members. The vote was "
        "close, it said.",
        'Ana Ruiz, who leads the union, said: "We will not sail until the lifeboats are mended." She added that '
        "well-known faults had been ignored.",
    ]


def test_running_heads_and_page_numbers_are_left_out():
    names = ["Ruiz", "Lee", "Ek", "Holt"]
    bodies = [f"{name} left.\n\n{PARAGRAPHS[0]}\n\nThe day of {name} is over." for name in names]
    pages = [f"Tellmar Post, page {number}\n\n\n{body}\n\n\n{number}" for number, body in enumerate(bodies, start=1)]
    text = one(read(write("a.pdf", pdf(pages)))).text
    assert "Tellmar Post" not in text
    assert [paragraph for paragraph in text.split("\n\n") if paragraph.isdigit()] == []
    assert text.count(PARAGRAPHS[0]) == 4


def test_a_sentence_goes_on_over_pages():
    text = one(read(write("a.pdf", pdf(["The company denied that its boats", "were unsafe, and left."])))).text
    assert text == "The company denied that its boats were unsafe, and left."


def test_what_cannot_be_read_is_said_to_be_so():
    assert read(write("a.pdf", pdf(password="secret"))).errors == ["a.pdf is encrypted; save it without its password."]
    assert read(write("b.pdf", pdf()[:300])).errors == ["b.pdf is broken, or no PDF file."]
    assert read(write("c.pdf", pdf(["", ""]))).errors == [
        "c.pdf holds no text, only pictures of 2 pages (a scan); recognise its text first."
    ]


def test_pages_that_are_pictures_are_counted():
    told = read(write("a.pdf", pdf([PARAGRAPHS[0], "", ""])))
    assert told[0].warnings == ("pages-without-text: 2 of 3",)
    assert told.notes == ["a.pdf: pages of it hold no text, only pictures: 2 of 3."]


def test_too_long_a_text(monkeypatch):
    monkeypatch.setattr(pdf_reader, "MAX_CHARACTERS", 1000)
    [error] = read(write("a.pdf", pdf([TEXT] * 8))).errors
    assert error == "a.pdf has more than 1,000 characters; split it into its articles."


def test_a_title_is_one_that_stands_in_the_text():
    from fpdf import FPDF

    for title, wanted in (("Crews Walk Out", "Crews Walk Out"), ("Microsoft Word - draft3.doc", None)):
        made = FPDF()
        made.set_title(title)
        made.add_page()
        made.set_font("Helvetica", size=12)
        made.multi_cell(0, 6, "Crews walk out\n\n" + PARAGRAPHS[0])
        assert one(read(write("a.pdf", bytes(made.output())))).title == wanted


def lines(*texts: str) -> list[Line]:
    return [Line(text, 10, 10 + 5 * len(text), 700 - 12 * row, 690 - 12 * row) for row, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (("the gov-", "ernment of"), "the government of"),
        ((f"the gov{HYPHEN}", "ernment of"), "the government of"),
        (("the gov\xad", "ernment of"), "the government of"),
        (("a well-", "known man"), "a well-known man"),
        (("the Anglo-", "Saxon of"), "the Anglo-Saxon of"),
        (("a part-time man, a part-", "time job"), "a part-time man, a part-time job"),
        (("the far side, the off and far-", "off side"), "the far side, the off and far-off side"),
        (("a self-", "ish man"), "a selfish man"),
        (("he left -", "or so"), "he left - or so"),
    ],
)
def test_words_that_are_divided(texts, joined):
    assert to_paragraphs([lines(*texts)]) == joined


def test_a_page_of_one_column_stays_as_it_is():
    page = lines(*["The mayor said on Monday that the bridge would stay closed."] * 10)
    assert in_reading_order(page) == page


def test_a_letter_that_is_set_apart_stays_in_its_line():
    pieces = [
        Line("T", 310, 317, 648.1, 639.8),  # less high than its line, so that its middle is above that of the line
        Line("Mills were at risk. ", 34, 309.8, 648.6, 637.3),
        Line("ait said so on ", 316.5, 400, 648.6, 637.3),
        Line("T", 400.1, 407, 648.1, 639.8),
        Line("uesday", 407.3, 440, 648.6, 637.3),
        Line(".", 440.7, 441.8, 641, 639.8),
        Line("The next line", 34, 120, 630, 619),
    ]
    assert [line.text for line in merge_pieces(pieces)] == [
        "Mills were at risk. Tait said so on Tuesday.",
        "The next line",
    ]


def test_boxes_that_reach_into_each_other_are_read_once():
    boxes = [(0, 0, 10, 9), (9.5, 0, 30, 10), (9.8, 20, 40, 30), (50, 20, 60, 30)]
    assert [_without_neighbours(boxes, number) for number in range(4)] == [
        (0, pytest.approx(9.49)),
        (pytest.approx(10.01), 30),
        (9.8, 40),
        (50, 60),
    ]
