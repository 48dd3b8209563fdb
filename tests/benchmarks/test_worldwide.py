import pytest

from benchmarks.worldwide import read_marked, score
from claimx.errors import InputError
from claimx.records import Entity, Span
from tests.paths import ROOT

TEXT = "# a remark\n\n{P Dr. Ana Ruiz|Ana Ruiz} left {G Orsha}.\nThe {O Orsha Board|Board} of {G Kato} met.\n"


def entity(text, words, label):
    start = text.index(words)
    return Entity(words, Span(start, start + len(words)), label, words, "e1", "")


def test_marks_are_taken_out_of_the_text(tmp_path):
    path = tmp_path / "set.txt"
    path.write_text(TEXT, encoding="utf-8")
    first, second = read_marked(path)
    assert first.text == "Dr. Ana Ruiz left Orsha."
    assert {(first.text[a:b], kind) for (a, b), kind in first.names} == {("Ana Ruiz", "P"), ("Orsha", "G")}
    assert {(second.text[a:b], kind) for (a, b), kind in second.names} == {("Board", "O"), ("Kato", "G")}


def test_a_name_counts_with_its_extent_and_its_kind(tmp_path):
    path = tmp_path / "set.txt"
    path.write_text(TEXT, encoding="utf-8")
    first, second = read_marked(path)
    found = [
        [entity(first.text, "Ana Ruiz", "PERSON"), entity(first.text, "Orsha", "ORG")],
        [entity(second.text, "Orsha Board", "ORG"), entity(second.text, "Kato", "LOC")],
    ]
    rows = score([first, second], found).rows
    assert rows["person"]["F1"] == 1
    assert rows["organization"]["F1"] == 0
    assert rows["place"] == pytest.approx({"P": 1, "R": 0.5, "F1": 2 / 3})


def test_the_set_has_both_halves():
    paragraphs = read_marked(ROOT / "benchmarks/worldwide.txt")
    assert len(paragraphs) >= 60
    assert all(one.names and "{" not in one.text and "|" not in one.text for one in paragraphs)


def test_a_file_without_marks_is_refused(tmp_path):
    path = tmp_path / "set.txt"
    path.write_text("Ana Ruiz left.", encoding="utf-8")
    with pytest.raises(InputError, match="no names marked"):
        read_marked(path)
