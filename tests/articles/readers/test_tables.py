import json

import pytest

from claimx.articles.readers import source
from claimx.records import to_dict
from tests.articles.readers.files import TEXT, csv_file, parquet, xlsx
from tests.articles.readers.make import one, read, write
from tests.make import document


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


TABLES = {
    ".csv": csv_file,
    ".parquet": parquet,
    ".xlsx": lambda records: xlsx([[*records[0]], *[[*record.values()] for record in records]]),
    ".jsonl": lambda records: "".join(json.dumps(record) + "\n" for record in records).encode(),
    ".json": lambda records: json.dumps(records).encode(),
}


@pytest.mark.parametrize("ending", TABLES)
def test_usual_columns_and_rows_of_their_own_names(ending):
    records = [
        {"Headline": "Crews walk out", "Body": TEXT, "Date": "5 March 2024", "Source": "Tellmar Post", "n": 1},
        {"Headline": "Rain", "Body": "It rained in the north, she said.", "Date": "", "Source": "", "n": 2},
    ]
    told = read(write(f"a{ending}", TABLES[ending](records)))
    assert told.errors == []
    first, second = told
    assert (first.text, first.title, str(first.published), first.publisher) == (
        TEXT,
        "Crews walk out",
        "2024-03-05",
        "Tellmar Post",
    )
    assert (second.published, second.publisher) == (None, None)
    rows = {".xlsx": "a.xlsx:Sheet:{}", ".csv": "a.csv:{}"}.get(ending, f"a{ending}:{{}}")
    start = 2 if ending in (".xlsx", ".csv") else 1
    assert [article.id for article in told] == [rows.format(start), rows.format(start + 1)]


@pytest.mark.parametrize("ending", TABLES)
def test_a_table_without_texts_names_its_columns(ending):
    told = read(write(f"a{ending}", TABLES[ending]([{"txt": TEXT, "day": "2024-03-05"}])))
    [error] = told.errors
    assert 'has no column or key "text" (it has day, txt; did you mean txt?). --text-column names another one.' in error
    assert one(read(f"a{ending}", text_column="txt")).text == TEXT


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
def test_a_column_that_was_named_must_be_there(ending):
    write(f"a{ending}", TABLES[ending]([{"text": TEXT, "seen": "2024-03-05"}]))
    [error] = read(f"a{ending}", date_column="sene").errors
    assert 'has no column or key "sene" (it has seen, text; did you mean seen?)' in error
    assert str(one(read(f"a{ending}", date_column="seen")).published) == "2024-03-05"


@pytest.mark.parametrize("ending", TABLES)
def test_what_claimx_wrote_is_passed_over(ending):
    if ending == ".xlsx":
        pytest.skip("claimx writes no Excel files")
    claims = [{key: json.dumps(value) for key, value in claim.items()} for claim in to_dict(document())["claims"]]
    told = read(write(f"a{ending}", TABLES[ending](claims)))
    assert (list(told), told.errors, told.notes) == ([], [], [f"a{ending} passed over: claimx wrote it."])


@pytest.mark.parametrize("ending", TABLES)
def test_an_empty_table(ending):
    if ending == ".parquet":
        content = parquet([{"text": None}])
    else:
        content = xlsx([]) if ending == ".xlsx" else b"[]" if ending == ".json" else b""
    told = read(write(f"a{ending}", content))
    assert len(told.errors) == 1
    assert told.errors[0].startswith(f"a{ending}")


def test_a_row_that_is_broken_costs_no_other():
    told = read(write("a.csv", 'text,id\n"It rained, she said.",1\n,2\n"It poured, she said."\n'))
    assert [article.id for article in told] == ["1", "a.csv:4"]
    assert told.errors == ['a.csv:3: "text" is empty.']


def test_a_missing_library_is_named_with_its_remedy(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(source, "import_module", missing)
    told = read(write("a.parquet", parquet([{"text": TEXT}])), write("a.warc", b"WARC/1.0\r\n"), write("b.txt"))
    assert [article.id for article in told] == ["b.txt"]
    assert told.errors == [
        "a.parquet needs a part that is not installed: pip install 'claimx[parquet]'.",
        "a.warc needs a part that is not installed: pip install 'claimx[warc]'.",
    ]


def test_a_word_file_that_is_none():
    assert read(write("a.docx", "It rained.")).errors == [
        "a.docx is broken, or none of the files that its ending means."
    ]
    assert "is no Word file" in read(write("b.docx", xlsx([["text"]]))).errors[0]
