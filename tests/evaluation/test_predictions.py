import dataclasses
import json
from collections.abc import Callable
from typing import Any

import pytest

from claimx import Article, Extractor
from claimx.claims.speakers import summarize_sources
from claimx.errors import InputError
from claimx.evaluation.predictions import Predictions, read_document
from claimx.records import Document, to_dict
from tests.make import TEXT, document

ARTICLE = "“The ferry will sail on Monday,” Mayor Ana Ruiz told reporters. More than 300 people waited, she said."


def written(path, *documents: Document) -> Predictions:
    path.write_text("".join(json.dumps(to_dict(each), ensure_ascii=False) + "\n" for each in documents), "utf-8")
    return Predictions(path)


@pytest.mark.parametrize("with_claims", [True, False])
def test_an_envelope_reads_back_as_it_was(with_claims):
    made = document(with_claims=with_claims)
    assert read_document(json.loads(json.dumps(to_dict(made)))) == made


def test_what_claimx_finds_reads_back_as_it_was():
    found = Extractor().document(Article(ARTICLE, id="ferry"))
    assert found.claims and found.quantities and found.times and found.entities
    assert read_document(json.loads(json.dumps(to_dict(found)))) == found


def test_documents_are_found_by_their_text_and_take_the_articles_id(tmp_path):
    first, second = document("a.txt"), document("b.txt", "Another text.\u2028", with_claims=False)
    reader = written(tmp_path / "found.jsonl", first, second)
    got = [*reader.pipe([Article("Another text.\u2028", id="gold-2"), Article(TEXT, id="gold-1")])]
    assert [each.doc.id for each in got] == ["gold-2", "gold-1"]
    assert got[1] == dataclasses.replace(first, doc=dataclasses.replace(first.doc, id="gold-1"))


def test_empty_lines_are_none(tmp_path):
    path = tmp_path / "found.jsonl"
    path.write_text("\n" + json.dumps(to_dict(document())) + "\r\n\n")
    assert len([*Predictions(path).pipe([Article(TEXT)])]) == 1


def test_an_article_that_nothing_was_written_for(tmp_path):
    reader = written(tmp_path / "found.jsonl", document())
    with pytest.raises(InputError, match=r"found\.jsonl has no document with the text of gold-7\.$"):
        list(reader.pipe([Article(TEXT, id="gold-1"), Article("Another text.", id="gold-7")]))


def dropped(*path: str) -> Callable[[dict[str, Any]], Any]:
    def drop(envelope: dict[str, Any]) -> dict[str, Any]:
        inner: Any = envelope
        for key in path[:-1]:
            inner = inner[key][0] if isinstance(inner[key], list) else inner[key]
        del inner[path[-1]]
        return envelope

    return drop


BROKEN: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a list": lambda envelope: [envelope],
    "another version": lambda envelope: envelope | {"schema": "claimx/9"},
    "no claims": dropped("claims"),
    "no text": dropped("doc", "text"),
    "a claim without a form": dropped("claims", "form"),
    "a source without a type": dropped("claims", "source", "type"),
    "claims that are a number": lambda envelope: envelope | {"claims": 3},
    "spans that are none": lambda envelope: envelope | {"entities": [envelope["entities"][0] | {"span": 3}]},
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_line_that_is_no_envelope_is_named(tmp_path, change):
    path = tmp_path / "found.jsonl"
    good = json.dumps(to_dict(document()))
    path.write_text(f"{good}\n{json.dumps(change(json.loads(good)))}\n")
    with pytest.raises(InputError, match=r"found\.jsonl:2 is no document envelope of claimx/1 .*; write them"):
        Predictions(path)


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([to_dict(claim) for claim in document().claims], "claims (--format jsonl)"),
        ([to_dict(source) for source in summarize_sources(document()).sources], "sources (claimx sources)"),
        ([{"text": "It rained."}], "something else"),
    ],
)
def test_a_file_of_something_else(tmp_path, rows, what):
    path = tmp_path / "found.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    with pytest.raises(InputError) as error:
        Predictions(path)
    remedy = "write them, one a line, with claimx extract --format json"
    assert str(error.value) == f"{path} holds no envelopes, but {what}; {remedy}."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", ":1 is no document envelope"),
        (b"[" * 100_000, ":1 is no document envelope"),
        (b"\xff", " is not in UTF-8"),
    ],
    ids=["no JSON", "deep", "no UTF-8"],
)
def test_a_file_that_is_none(tmp_path, content, message):
    path = tmp_path / "found.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        Predictions(path)
    assert str(error.value).startswith(f"{path}{message}")


def test_a_missing_file(tmp_path):
    with pytest.raises(InputError, match=r"none\.jsonl cannot be read: "):
        Predictions(tmp_path / "none.jsonl")
