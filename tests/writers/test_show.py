import dataclasses
import re

from claimx.records import Span
from claimx.writers.show import show_document
from claimx.writers.style import Style
from tests.make import document as two_claims
from tests.report.make import make_document

PLAIN = Style(width=80)


def test_marks_stand_for_colours():
    text = " ".join(show_document(two_claims(), PLAIN).split())
    assert "*Mayor Ana Ruiz* _told_ reporters in a letter on Monday [1 that perhaps ‹more than 300 homes›," in text
    assert "by ‹March 2024›]." in text
    assert "[2 The river rose]." in text


def test_without_its_marks_it_is_the_article():
    document = make_document(sentences=3)
    shown = show_document(document, PLAIN).split("‹date›", 1)[1].split(" who ", 1)[0]
    assert re.sub(r"\[\d+ |[\]*_‹›]", "", shown).split() == document.doc.text.split()


def test_the_table_tells_each_claim_by_its_source():
    table = show_document(make_document(sentences=6), PLAIN).split(" who ", 1)[1]
    assert [line.split()[:2] for line in table.splitlines() if "Ana" in line] == [["Ana", "Ruiz"]]
    assert len(re.findall("There were", table)) == 6


def test_in_colours_words_are_styled_and_numbered():
    shown = show_document(make_document(), Style(color=True, width=100))
    assert "\x1b[4;34mThere were " in shown
    assert "\x1b[1;34mAna Ruiz" in shown
    assert "¹" in shown
    assert "[1 " not in re.sub(r"\x1b\[[\d;]*m", "", shown)


def test_every_width_is_kept():
    for width in (40, 80, 132):
        assert max(map(len, show_document(make_document(), Style(width=width)).splitlines())) <= width


def test_a_text_without_blank_lines_and_a_claim_over_two_lines():
    made = two_claims()
    text = made.doc.text.replace("\r\n\r\n", "\r\n")
    assert len(text) == len(made.doc.text) - 2
    [claim, _] = made.claims
    over = dataclasses.replace(claim, spans=(Span(0, 40),), source=None, cue=None)
    info = dataclasses.replace(made.doc, text=text)
    bare = dataclasses.replace(made, doc=info, claims=(over,), quantities=(), times=())
    shown = show_document(bare, PLAIN)
    assert "[1 Mayor denies losses]\n\n[1 Mayor Ana Ruiz" in shown
