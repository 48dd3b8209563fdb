"""Kinds of names against a document in GUM's layout, written here."""

import dataclasses

import pytest

from benchmarks import names
from benchmarks.gum import GoldDocument, GoldMention
from claimx.errors import InputError
from claimx.records import Document, Entity, Span
from tests.make import document

TEXT = "Ana Brook of Tesk met the mayor of Lund."


def mention(words: str, head: str, kind: str, *, nominal: str = "name") -> GoldMention:
    start, at = TEXT.index(words), TEXT.index(head)
    return GoldMention(Span(start, start + len(words)), Span(at, at + len(head)), words, nominal, kind, definite=False)


GOLD = GoldDocument(
    "one",
    TEXT,
    (
        mention("Ana Brook of Tesk", "Ana", "person"),
        mention("Ana Brook", "Ana", "person"),
        mention("Tesk", "Tesk", "organization"),
        mention("the mayor of Lund", "mayor", "person", nominal="noun"),
        mention("Lund", "Lund", "place"),
    ),
)


def entity(words: str, label: str) -> Entity:
    start = TEXT.index(words)
    return Entity(words, Span(start, start + len(words)), label, words, "e1", "made")


def test_each_name_counts_once_by_its_kind() -> None:
    report = names.score([GOLD], [[entity("Ana Brook", "PERSON"), entity("Tesk", "PERSON")]])
    assert report["person"] == {"right": 1, "wrong": 0, "missed": 0}
    assert report["organization"] == {"right": 0, "wrong": 1, "missed": 0}
    assert report["place"] == {"right": 0, "wrong": 0, "missed": 1}
    assert report["all"] == {"right": 1 / 3, "wrong": 1 / 3, "missed": 1 / 3}
    assert "3 names" in str(report)


@pytest.mark.parametrize(
    ("words", "label", "kind"),
    [("Tesk", "GPE", "organization"), ("Lund", "FAC", "place"), ("Ana Brook", "NORP", "person")],
)
def test_labels_that_stand_for_a_kind(words: str, label: str, kind: str) -> None:
    assert names.score([GOLD], [[entity(words, label)]])[kind]["right"] == 1


def test_a_folder_without_documents_is_an_error(tmp_path) -> None:
    class Nothing:
        def pipe(self, articles):
            return (document() for _ in articles)

    with pytest.raises(InputError, match="no file in CoNLL-U"):
        names.evaluate(tmp_path, Nothing())


def test_a_file_is_read_and_measured(tmp_path) -> None:
    lines = [
        "# newdoc id = small",
        "# global.Entity = GRP-etype-infstat",
        "# newpar",
        "# sent_id = small-1",
        "1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new)",
        "2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No",
        "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
        "",
    ]
    path = tmp_path / "small.conllu"
    path.write_text("\n".join(lines), encoding="utf-8")

    class Finds:
        def pipe(self, articles):
            for article in articles:
                yield with_entities(document(), [Entity("Ana", Span(0, 3), "PERSON", "Ana", "e1", "made")])
                assert article.text.startswith("Ana slept")

    assert names.evaluate(path, Finds())["person"]["right"] == 1


def with_entities(base: Document, entities: list[Entity]) -> Document:

    return dataclasses.replace(base, entities=tuple(entities))
