import csv
import dataclasses
import io
import json

import pytest

from claimx.claims.speakers import summarize_sources
from claimx.errors import UsageError
from claimx.records import Claim, SourceSummary, Span, to_dict
from claimx.writers import FORMATS, format_of, open_source_writer, open_writer
from claimx.writers.columns import columns_of
from claimx.writers.style import Style
from tests.make import attributed, document, narrated

ODD = "“x”,\"y\"\r\n'z'; \x07 🚢 [bold]b[/bold] =1+1 \u2028"


def odd_document():
    plain = document()
    claims = tuple(dataclasses.replace(claim, text=ODD) for claim in plain.claims)
    return dataclasses.replace(plain, claims=claims)


def written(format: str, *documents, open=open_writer, **style) -> str:
    stream = io.StringIO(newline="")
    writer = open(format, stream, Style(**style))
    writer.open()
    for each in documents:
        writer.write(each)
    return stream.getvalue()


def json_stream(text: str) -> list:
    decoder, values, at = json.JSONDecoder(), [], 0
    while at < len(text.rstrip()):
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        at += len(text[at:]) - len(text[at:].lstrip())
    return values


def table_of(text: str) -> csv.DictReader:
    return csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))


def from_csv(text: str) -> list[dict]:
    """Back from rows to records; an empty cell of an object's columns is a null."""
    claims = []
    for row in table_of(text):
        claim: dict = {}
        for column in columns_of(Claim):
            cell = row[column.name]
            value = None if cell == "" else cell if TYPES[column.name] is str else json.loads(cell)
            place = claim
            for key in column.path[:-1]:
                place = place.setdefault(key, {})
            place[column.path[-1]] = value
        claims.append({key: value if key == "doc" else _or_null(value) for key, value in claim.items()})
    return claims


def _or_null(value):
    """An object of which nothing is there is null, and so is one inside of it."""
    if not isinstance(value, dict):
        return value
    inner = {key: _or_null(each) for key, each in value.items()}
    return None if all(each is None for each in inner.values()) else inner


def _types() -> dict[str, type]:
    claim = to_dict(document().claims[0])
    found = {}
    for column in columns_of(Claim):
        value = column.value(claim)
        found[column.name] = str if value is None else type(value)
    return found


TYPES = _types()
READERS = {
    "jsonl": json_stream,
    "json": lambda text: [claim for envelope in json_stream(text) for claim in envelope["claims"]],
    "csv": from_csv,
}


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("pretty", [False, True])
def test_what_is_written_reads_back_as_it_was(format, pretty):
    documents = [document("a.txt"), odd_document(), document("c.txt", with_claims=False)]
    read = READERS[format](written(format, *documents, pretty=pretty))
    assert read == [to_dict(claim) for each in documents for claim in each.claims]


@pytest.mark.parametrize("format", [row.name for row in FORMATS.values() if row.documents])
def test_nothing_is_written_for_no_documents_but_a_csv_head(format):
    text = written(format, raw=True)
    assert text == (",".join(column.name for column in columns_of(Claim)) + "\r\n" if format == "csv" else "")


def test_json_lines_are_one_claim_a_line_with_keys_in_order():
    lines = written("jsonl", document()).splitlines()
    assert len(lines) == 2
    assert [*json.loads(lines[0])] == [field.name for field in dataclasses.fields(attributed(document().doc))][:-1]
    assert "reasons" not in lines[0]
    assert '"id": "00112233445566ff", "key": "aa00112233445566", "doc": {' in lines[0]
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
    head, row, *_ = csv.reader(io.StringIO(written("csv", document(), raw=True), newline=""))
    assert head[:5] == ["id", "key", "doc_id", "doc_title", "doc_published"]
    named = dict(zip(head, row, strict=True))
    assert named["source_name"] == "Ana Ruiz"
    assert named["made_value"] == "2024-03-04"
    assert json.loads(named["quantities"])[0]["value"] == 300
    assert named["parent"] == named["doc_url"] == ""
    assert json.loads(named["spans"]) == [list(span) for span in attributed(document().doc).spans]


def test_a_row_without_a_source_has_empty_cells():
    *_, row = table_of(written("csv", document()))
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


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("the past", "PAST_REF", []),
        ("these days", "PRESENT_REF", []),
        ("one day", "XXXX-XX-XX", []),
        ("some hour", "XXXX-XX-XXTXX:XX", []),
        ("5 March", "XXXX-03-05", ["5 March"]),
        ("on\n Tuesday", "XXXX-WXX-2", ["on Tuesday"]),
        ("last week", "2024-W09", ["last week"]),
        ("the 1990s", "199", ["the 1990s"]),
        ("Monday night", "2024-03-04TNI", ["Monday night"]),
        ("5 a.m.", "2024-03-04T05:00", ["2024-03-04 05:00"]),
        ("2023", "2023", ["2023"]),
        ("Easter", None, ["Easter"]),
    ],
)
def test_dates_that_people_can_read(text, value, shown):
    claim = document().claims[0]
    time = dataclasses.replace(claim.times[0], text=text, value=value)
    made = dataclasses.replace(claim, text="It rained.", quantities=(), times=(time,))
    lines = written("table", dataclasses.replace(document(), claims=(made,))).splitlines()
    at = lines[2].index("form") + len("indirect")
    assert [" ".join(" ".join(line[at:] for line in lines[4:]).split())] == (shown or [""])
    assert ("dates" in lines[2].split()) == bool(shown)


def test_columns_that_nothing_stands_in_are_left_out():
    made = document()
    head, without = (
        written("table", dataclasses.replace(made, claims=claims)).splitlines()[2].split()
        for claims in (made.claims, (dataclasses.replace(made.claims[0], quantities=(), times=()),))
    )
    assert head == ["who", "cue", "claim", "form", "figures", "dates"]
    assert without == ["who", "cue", "claim", "form"]


def test_where_no_source_is_it_is_told_whose_claim_it_is():
    made = document()
    nobody = dataclasses.replace(made.claims[0], source=None, form="indirect")
    text = written("table", dataclasses.replace(made, claims=(nobody, made.claims[1])))
    assert made.claims[1].form == "narrated"
    # The two are beside other cells, and broken between words where the column is narrow.
    lines = text.splitlines()
    who = " ".join(line[: lines[2].index("cue")] for line in lines[4:])
    assert " ".join(who.split()) == "(nobody named) (the article itself)"


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_of_a_table_ends_in_blanks(width, monkeypatch):
    monkeypatch.setattr("claimx.writers.table.WIDTH", width)
    for text in (written("table", document()), written("table", sources("police"), open=open_source_writer)):
        assert text.endswith("\n")
        assert text.count("\n") > 4
        assert [line for line in text.split("\n") if line != line.rstrip()] == []


def test_the_table_takes_no_words_of_an_article_for_markup():
    assert "[bold]b[/bold]" in written("table", odd_document())


@pytest.mark.parametrize("width", [80, 100, 200])
def test_the_table_breaks_no_usual_word(width, monkeypatch):
    monkeypatch.setattr("claimx.writers.table.WIDTH", width)
    made = document()
    claim = made.claims[0]
    source = dataclasses.replace(claim.source, text="prosecutors", name=None)
    cue = dataclasses.replace(claim.cue, text="estimated")
    one = dataclasses.replace(claim, source=source, cue=cue, text="disagreements remain", form="indirect")
    lines = written("table", dataclasses.replace(made, claims=(one,))).splitlines()
    assert all(len(line.rstrip()) <= width for line in lines)
    assert {"prosecutors", "estimated", "disagreements", "indirect", "2024-03"} <= {*" ".join(lines).split()}


@pytest.mark.parametrize(("asked", "width"), [(40, 80), (60, 80), (90, 90), (200, 200), (None, 120)])
def test_the_table_is_as_wide_as_is_asked_for_but_cuts_nothing_off(asked, width):
    stream = io.StringIO(newline="")
    open_source_writer("table", stream, Style(width=asked)).write(sources("police"))
    rule = next(line for line in stream.getvalue().splitlines() if "──" in line)
    assert len(rule) == width - 1  # at the right edge stands a blank, which is not written
    assert "cues" in stream.getvalue()


def test_the_table_has_colours_only_where_asked_for():
    assert "\x1b[" in written("table", document(), color=True)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("jsnl", "no such format: jsnl (did you mean jsonl?); there are jsonl, json, csv, "),
        ("XYZ", "no such format: XYZ; there are jsonl, json, csv, "),
    ],
)
def test_an_unknown_format(name, message):
    with pytest.raises(UsageError) as error:
        open_writer(name, io.StringIO())
    assert str(error.value).startswith(message)


def test_an_unknown_format_of_sources():
    with pytest.raises(UsageError, match=r"^no such format: cvs \(did you mean csv\?\)"):
        open_source_writer("cvs", io.StringIO())


# --- what a file's name tells ---


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("out.csv", "csv"),
        ("news/2024.03/out.JSON", "json"),
        ("out.jsonl", "jsonl"),
        ("out.old.ndjson", "jsonl"),
        ("out", None),
        ("v1.2/out", None),
        ("/dev/stdout", None),
        (".csv", None),
    ],
)
def test_a_file_name_tells_the_format(path, format):
    assert format_of(path) == format


def test_every_ending_tells_one_format():
    endings = [ending for row in FORMATS.values() for ending in row.endings]
    assert len(endings) == len({*endings})
    for row in FORMATS.values():
        assert [format_of(f"out{ending}") for ending in row.endings] == [row.name] * len(row.endings)
        assert [format_of(f"out{ending}.gz") for ending in row.endings] == [row.name] * len(row.endings)


@pytest.mark.parametrize("path", ["out.xlsx", "out.txt", "out.txt.gz", "out.csv.xz"])
def test_an_ending_that_tells_none(path):
    with pytest.raises(UsageError) as error:
        format_of(path)
    ending = path.removesuffix(".gz")[path.removesuffix(".gz").rindex(".") :]
    assert str(error.value).startswith(f"{ending} tells no format; name one for {path} (--format jsonl|json|csv|")


# --- sources ---


def sources(*texts: str):
    made = document()
    unresolved = dataclasses.replace(made.claims[0].source, name=None, entity=None)
    claims = [dataclasses.replace(made.claims[0], source=dataclasses.replace(unresolved, text=text)) for text in texts]
    return summarize_sources(dataclasses.replace(made, claims=(*claims, *made.claims)))


def table(result) -> list[str]:
    lines = written("table", result, open=open_source_writer).splitlines()
    return [" ".join(line.split()) for line in lines]


SOURCE_WORDS = ("voice", "name", "text", "role", "pronouns", "type", "entity")


def sources_from_csv(text: str) -> list[dict]:
    rows = []
    for row in table_of(text):
        doc = {key.removeprefix("doc_"): value or None for key, value in row.items() if key.startswith("doc_")}
        plain = {key: row[key] or None for key in (*SOURCE_WORDS, "mentions", "cues")}
        rest = {k: json.loads(v) if v else None for k, v in row.items() if k not in plain and not k.startswith("doc_")}
        rows.append({"doc": doc, **plain, **rest})
    return rows


SOURCE_READERS = {
    "jsonl": json_stream,
    "json": lambda text: [source for envelope in json_stream(text) for source in envelope["sources"]],
    "csv": sources_from_csv,
}


@pytest.mark.parametrize("format", SOURCE_READERS)
@pytest.mark.parametrize("pretty", [False, True])
def test_sources_read_back_as_they_were(format, pretty):
    results = [sources("police", ODD), summarize_sources(document(with_claims=False)), sources("fans")]
    text = written(format, *results, pretty=pretty, open=open_source_writer)
    expected = [to_dict(source) for each in results for source in each.sources]
    if format == "csv":
        for source in expected:
            source["mentions"] = _counted(source["mentions"], "text")
            source["cues"] = _counted(source["cues"], "lemma")
    assert SOURCE_READERS[format](text) == expected


def _counted(items: list[dict], key: str) -> str | None:
    return "; ".join(item[key] + (f" ({item['claims']})" if item["claims"] > 1 else "") for item in items) or None


def test_sources_are_one_envelope_a_line():
    lines = written("json", sources("police"), sources(), open=open_source_writer).split("\n")[:-1]
    assert [*json.loads(lines[0])] == ["schema", "claimx", "doc", "claims", "words", "sources", "warnings"]
    assert json.loads(lines[1]) == to_dict(sources())


def test_the_columns_of_sources():
    head = written("csv", open=open_source_writer, raw=True).strip().split(",")
    keys = [field.name for field in dataclasses.fields(SourceSummary)]
    assert head == ["doc_id", "doc_title", "doc_published", "doc_url", *keys[1:]]


def test_cells_of_sources_are_words():
    made = sources("police", "the police", "fans")
    first, second, *_ = table_of(written("csv", made, open=open_source_writer))
    assert (first["mentions"], first["cues"]) == ("police; the police", "tell (2)")
    assert (second["mentions"], second["cues"]) == ("fans", "tell")
    assert json.loads(first["paragraphs"]) == [*made.sources[0].paragraphs]


def test_the_table_of_sources():
    lines = table(sources("police", "police"))
    assert lines[0] == "Mayor denies losses, 2024-03-05"
    assert lines[2] == "who claims direct mixed indirect words share cues"
    assert lines[4:] == [
        "police (person) 2 2 36 67 % tell (2)",
        "Ana Ruiz (person) 1 1 18 33 % tell",
        "(the article itself) 1 3",
        "",
    ]


def test_shares_that_are_small_or_nested():
    made = sources("police", "fans")
    first, second, *rest = made.sources
    small = dataclasses.replace(first, share=0.0049)
    nested = dataclasses.replace(second, share=0.0, nested=second.claims)
    lines = table(dataclasses.replace(made, sources=(small, nested, *rest)))
    assert [line.split(" tell")[0].split(" 18 ")[1] for line in lines[4:6]] == ["<1 %", "nested"]


def test_the_table_of_sources_takes_no_words_for_markup():
    assert "[bold]b[/bold]" in written("table", sources(ODD), open=open_source_writer)


@pytest.mark.parametrize("width", [80, 100, 200])
def test_the_table_of_sources_breaks_no_number_and_no_short_word(width, monkeypatch):
    monkeypatch.setattr("claimx.writers.table.WIDTH", width)
    lines = written("table", sources("police", "Commission"), open=open_source_writer).splitlines()
    assert all(len(line.rstrip()) <= width for line in lines)
    words = " ".join(lines).split()
    for word in ("police", "Commission", "(person)", "claims", "direct", "mixed", "indirect", "words", "share", "cues"):
        assert word in words


def test_the_table_of_sources_has_colours_only_where_asked_for():
    assert "\x1b[" in written("table", sources("police"), color=True, open=open_source_writer)
    assert "\x1b[" not in written("table", sources("police"), open=open_source_writer)


def test_spans_are_pairs():
    assert to_dict((Span(1, 2),)) == [[1, 2]]
    assert to_dict(narrated(document().doc))["sentences"] == [2, 2]
