import csv
import dataclasses
import io
import json

import pytest

from claimx.errors import UsageError
from claimx.records import Span, to_dict
from claimx.writers import WRITERS, open_writer
from claimx.writers.csv import columns
from tests.make import attributed, document, narrated

ODD = "“x”,\"y\"\r\n'z'; \x07 🚢 [bold]b[/bold] =1+1 \u2028"


def odd_document():
    plain = document()
    claims = tuple(dataclasses.replace(claim, text=ODD) for claim in plain.claims)
    return dataclasses.replace(plain, claims=claims)


def written(format: str, *documents, pretty: bool = False, color: bool = False) -> str:
    stream = io.StringIO(newline="")
    writer = open_writer(format, stream, pretty=pretty, color=color)
    for each in documents:
        writer.write(each)
    writer.close()
    return stream.getvalue()


def json_stream(text: str) -> list:
    decoder, values, at = json.JSONDecoder(), [], 0
    while at < len(text.rstrip()):
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        at += len(text[at:]) - len(text[at:].lstrip())
    return values


def from_csv(text: str) -> list[dict]:
    """Back from rows to records; an empty cell of an object's columns is a null."""
    claims = []
    for row in csv.DictReader(io.StringIO(text, newline="")):
        claim: dict = {}
        for path in columns():
            cell = row["_".join(path)]
            template = TYPES["_".join(path)]
            value = None if cell == "" else cell if template is str else json.loads(cell)
            place = claim
            for key in path[:-1]:
                place = place.setdefault(key, {})
            place[path[-1]] = value
        for key, value in claim.items():
            if key != "doc" and isinstance(value, dict) and set(map(str, value.values())) == {"None"}:
                claim[key] = None
        claims.append(claim)
    return claims


def _types() -> dict[str, type]:
    claim = to_dict(document().claims[0])
    found = {}
    for path in columns():
        value = claim
        for key in path:
            value = value[key]
        found["_".join(path)] = str if value is None else type(value)
    return found


TYPES = _types()
READERS = {
    "jsonl": json_stream,
    "json": lambda text: [claim for envelope in json_stream(text) for claim in envelope["claims"]],
    "csv": from_csv,
}


@pytest.mark.parametrize("format", sorted(set(WRITERS) - {"table"}))
@pytest.mark.parametrize("pretty", [False, True])
def test_what_is_written_reads_back_as_it_was(format, pretty):
    documents = [document("a.txt"), odd_document(), document("c.txt", with_claims=False)]
    read = READERS[format](written(format, *documents, pretty=pretty))
    assert read == [to_dict(claim) for each in documents for claim in each.claims]


@pytest.mark.parametrize("format", sorted(WRITERS))
def test_nothing_is_written_for_no_documents_but_a_csv_head(format):
    text = written(format)
    assert text == (",".join("_".join(path) for path in columns()) + "\r\n" if format == "csv" else "")


def test_json_lines_are_one_claim_a_line_with_keys_in_order():
    lines = written("jsonl", document()).splitlines()
    assert len(lines) == 2
    assert [*json.loads(lines[0])] == [field.name for field in dataclasses.fields(attributed(document().doc))][:-1]
    assert "reasons" not in lines[0]
    assert '"id": "00112233445566ff", "doc": {' in lines[0]
    assert "“a fairy tale”" in lines[0]


def test_json_lines_keep_unicode_line_separators_inside_the_line():
    text = written("jsonl", odd_document())
    assert text.count("\n") == 2
    assert [json.loads(line)["text"] for line in text.split("\n") if line] == [ODD, ODD]


def test_json_is_one_envelope_a_line():
    lines = written("json", document(), document("b.txt", with_claims=False)).split("\n")[:-1]
    assert [json.loads(line)["doc"]["id"] for line in lines] == ["news/a.txt", "b.txt"]
    assert json.loads(lines[0]) == to_dict(document())


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_in_a_terminal_it_is_indented_and_coloured_and_still_json(format):
    text = written(format, odd_document(), pretty=True, color=True)
    assert "\x1b[" in text
    from rich.text import Text

    plain = Text.from_ansi(text).plain
    assert plain.startswith('{\n  "')
    assert json_stream(plain) == json_stream(written(format, odd_document()))


def test_csv_columns_are_flat_and_fixed():
    head, row, *_ = csv.reader(io.StringIO(written("csv", document()), newline=""))
    assert head[:4] == ["id", "doc_id", "doc_title", "doc_published"]
    named = dict(zip(head, row, strict=True))
    assert named["source_name"] == "Ana Ruiz"
    assert named["made_value"] == "2024-03-04"
    assert json.loads(named["quantities"])[0]["value"] == 300
    assert named["parent"] == named["doc_url"] == ""
    assert json.loads(named["spans"]) == [list(span) for span in attributed(document().doc).spans]


def test_a_row_without_a_source_has_empty_cells():
    *_, row = csv.DictReader(io.StringIO(written("csv", document()), newline=""))
    assert [row[key] for key in ("source_text", "source_spans", "cue_text", "made_span")] == [""] * 4


def test_the_table_shows_who_says_what():
    text = written("table", document())
    for words in (
        "who",
        "Mayor denies losses",
        "Ana Ruiz",
        "told",
        "mixed",
        "more than 300",
        "2024-03",
        "The river rose",
    ):
        assert words in text
    assert "\x1b[" not in text


def test_the_table_lists_dates_but_no_lengths_of_time():
    made = document()
    times = (*made.claims[0].times, dataclasses.replace(made.claims[0].times[0], type="duration", value="P2W"))
    claim = dataclasses.replace(made.claims[0], times=times)
    text = written("table", dataclasses.replace(made, claims=(claim,)))
    assert "2024-03" in text
    assert "P2W" not in text


def test_the_table_takes_no_words_of_an_article_for_markup():
    assert "[bold]b[/bold]" in written("table", odd_document())


def test_the_table_has_colours_only_where_asked_for():
    assert "\x1b[" in written("table", document(), color=True)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("jsnl", "no such format: jsnl (did you mean jsonl?); there are csv, json, jsonl, table."),
        ("XYZ", "no such format: XYZ; there are csv, json, jsonl, table."),
    ],
)
def test_an_unknown_format(name, message):
    with pytest.raises(UsageError) as error:
        open_writer(name, io.StringIO())
    assert str(error.value) == message


def test_spans_are_pairs():
    assert to_dict((Span(1, 2),)) == [[1, 2]]
    assert to_dict(narrated(document().doc))["sentences"] == [2, 2]
