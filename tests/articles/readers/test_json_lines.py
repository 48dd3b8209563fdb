from datetime import date
from pathlib import Path

import pytest

from claimx.articles.readers import json_lines
from claimx.records import to_dict
from tests.articles.readers.make import TEXT, lines, one, read, write
from tests.make import document


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "record",
    [
        {"text": TEXT, "published": "5 March 2024"},
        {"body": TEXT, "date": "2024-03-05T10:30:00Z"},
        {"Full Text": TEXT, "Publication Date": "05.03.2024"},
        {"maintext": TEXT, "title": None, "date_publish": "2024-03-05 10:30:00"},
        {"content": TEXT, "timestamp": 1709596800},
    ],
    ids=lambda record: next(iter(record)),
)
def test_keys_of_usual_names(record):
    article = one(read(write("a.jsonl", lines(record))))
    assert (article.text, article.published, article.published_from) == (TEXT, date(2024, 3, 5), "column")


def test_keys_that_are_named():
    record = {"text": "Not this.", "lead": TEXT, "no": 7, "seen": "2024-03-05", "date": "2020-01-01"}
    article = one(read(write("a.jsonl", lines(record)), text_column="lead", id_column="no", date_column="seen"))
    assert (article.text, article.id, article.published) == (TEXT, "7", date(2024, 3, 5))


def test_authors_and_a_publisher_in_objects():
    record = {"text": TEXT, "authors": ["Ann Lee", "Bo Ek"], "publisher": {"name": "Tellmar Post"}}
    article = one(read(write("a.jsonl", lines(record))))
    assert (article.author, article.publisher) == ("Ann Lee, Bo Ek", "Tellmar Post")


def test_a_date_that_cannot_be_read_costs_the_date_alone():
    told = read(write("a.jsonl", lines({"text": TEXT, "published": "last week"})))
    assert [(article.text, article.published) for article in told] == [(TEXT, None)]
    assert told[0].warnings == ("date-not-read: 'last week'",)
    assert told.notes == ["a.jsonl:1: its date cannot be read, so that none is known: 'last week'."]


def test_many_doubts_of_a_kind_are_counted():
    told = read(write("a.jsonl", lines(*[{"text": TEXT, "date": "03/04/2024"}] * 10)))
    assert len(told) == 10
    assert len(told.notes) == 4
    assert told.notes[-1] == "a.jsonl: 7 more articles with the warning date-order-assumed."
    assert read("a.jsonl", day_first=True).notes == []


def test_a_text_key_that_is_missing_is_guessed_at():
    told = read(write("a.jsonl", lines({"txt": TEXT, "date": "2024-03-05"})))
    assert told.errors == [
        'a.jsonl:1 has no column or key "text" (it has date, txt; did you mean txt?). --text-column names another one.'
    ]
    assert read("a.jsonl", text_column="txts").errors == [
        'a.jsonl:1 has no column or key "txts" (it has date, txt; did you mean txt?).'
    ]


def test_html_in_a_text_is_read_as_what_it_shows():
    told = read(write("a.jsonl", lines({"text": "<p>&ldquo;No,&rdquo; she said.</p><p>It rained all day there.</p>"})))
    assert told[0].text == "“No,” she said.\n\nIt rained all day there."
    assert told[0].warnings == ("html-read",)


def test_a_line_without_an_end_is_left_out_and_the_rest_is_read(monkeypatch):
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 1000)
    endless = b'{"text": "' + b"a" * 5000
    told = read(write("a.jsonl", lines({"text": "One."}) + endless + b"\n" + lines({"text": "Three."})))
    assert [article.id for article in told] == ["a.jsonl:1", "a.jsonl:3"]
    assert told.errors == ["a.jsonl:2 has more than 1,000 bytes without a line's end."]
    wide = (lines({"text": "One."}) + endless + b"\n" + lines({"text": "Three."})).decode().encode("utf-16")
    assert [article.text for article in read(write("b.jsonl", wide))] == ["One.", "Three."]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero")
def test_a_device_without_an_end_is_refused():
    assert read("/dev/zero").errors == ["/dev/zero has more than 5,000,000 characters; split it into its articles."]


@pytest.mark.parametrize("name", ["claims.jsonl", "claims.ndjson"])
def test_what_claimx_wrote_is_passed_over(name):
    envelope = to_dict(document())
    for records in ([envelope], envelope["claims"]):
        told = read(write("a.txt"), write(name, lines(*records)))
        assert [article.id for article in told] == ["a.txt"]
        assert (told.errors, told.notes) == ([], [f"{name} passed over: claimx wrote it."])
