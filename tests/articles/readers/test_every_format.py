"""What holds for every format: the article is read with its words, and offsets of claims point into its text."""

from datetime import date
from pathlib import Path

import pytest

from claimx.articles.readers.dispatch import READERS, by_ending
from claimx.pipeline import Extractor
from claimx.records import to_dict
from tests.articles.readers.files import PARAGRAPHS, every_format
from tests.articles.readers.make import read, write
from tests.contract import breaches

FORMATS = every_format()


def plain(text: str) -> str:
    return " ".join(text.split()).replace("“", '"').replace("”", '"')


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_every_ending_but_synonyms_has_a_file():
    endings = {Path(name).suffix for name in FORMATS}
    assert all({*row.endings} & endings for row in READERS.values())


@pytest.mark.parametrize("name", FORMATS)
def test_the_article_is_read(name):
    told = read(write(name, FORMATS[name]))
    assert told.errors == []
    assert told.notes in (
        [],
        [f"{name}: it is not UTF-8 and was read as cp1252, which is a guess."],
        ["cp1252.csv, ferry: it is not UTF-8 and was read as cp1252, which is a guess."],
    )
    assert told
    for article in told:
        text = plain(article.text)
        assert all(plain(paragraph) in text for paragraph in PARAGRAPHS)
        assert text.removeprefix("Crews walk out ") == plain(" ".join(PARAGRAPHS))
        if article.published_from is not None:
            assert article.published == date(2024, 3, 5)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in FORMATS
        if name.count(".") == 1 and not name.endswith(("json", "csv", "md", "text", "txt", "tsv", "l"))
    ],
)
def test_a_mark_or_a_beginning_tells_a_format_without_its_ending(name):
    if name.endswith((".docx", ".xlsx", ".parquet", ".pdf", ".zip", ".tar", ".tgz", ".html", ".xml", ".warc")):
        [first, *_] = read(write("input", FORMATS[name]))
        assert plain(PARAGRAPHS[1]) in plain(first.text)
        [again, *_] = read("-", stdin=FORMATS[name])
        assert again.text == first.text


def test_offsets_point_into_the_text_of_every_format():
    """The contract on all formats; each claim's words stand where it says."""
    articles = [next(iter(read(write(name, content)))) for name, content in FORMATS.items()]
    articles = [*{article.text: article for article in articles}.values()]  # several formats give the very same text
    for document in Extractor().pipe(articles):
        envelope = to_dict(document)
        assert breaches(envelope) == []
        assert envelope["claims"]
        for claim in envelope["claims"]:
            assert all(document.doc.text[start:end].strip() for start, end in claim["spans"])


def test_a_folder_of_all_formats():
    for name, content in FORMATS.items():
        write(f"news/{name}", content)
    told = read("news")
    assert told.errors == []
    alone = [article for name, content in FORMATS.items() for article in read(write(name, content))]
    assert sorted(article.text for article in told) == sorted(article.text for article in alone)


@pytest.mark.parametrize("ending", sorted(by_ending()))
def test_bytes_that_are_no_such_file_are_named_and_cost_nothing_else(ending):
    for content in (
        b"",
        b"\0\1\2\3" * 50,
        b"It rained in the north, she said.",
        FORMATS["a.docx"][:500],
        FORMATS["a.pdf"][:400],
    ):
        told = read(write(f"a{ending}", content), write("last.txt", "It rained in the north, she said."))
        assert told[-1].id == "last.txt"
        assert len(told) + len(told.errors) == 2, told.errors
        assert all(error.startswith("a.") for error in told.errors)
