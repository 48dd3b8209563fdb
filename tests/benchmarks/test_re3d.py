import json

import pytest

from benchmarks.re3d import is_name, read_gold, score, trimmed
from claimx.errors import InputError
from claimx.records import Entity, Span

TEXT = "The Kenyan army met Anna Ruiz in the town of Lund near rebels."


def marked(words, kind):
    start = TEXT.index(words)
    return {"documentId": "d1", "begin": start, "end": start + len(words), "type": kind}


def found(words, label):
    start = TEXT.index(words)
    return Entity(words, Span(start, start + len(words)), label, words, "e1")


@pytest.fixture
def gold(tmp_path):
    source = tmp_path / "Source"
    source.mkdir()
    entities = [
        marked("The Kenyan army", "Organisation"),
        marked("Anna Ruiz", "Person"),
        marked("Lund", "Location"),
        marked("rebels", "Organisation"),
        marked("the town", "Vehicle"),
    ]
    (source / "documents.json").write_text(json.dumps({"_id": "d1", "text": TEXT}) + "\n")
    (source / "entities.json").write_text("".join(json.dumps(e) + "\n" for e in entities))
    return read_gold(tmp_path)


def test_gold_keeps_names_and_sets_descriptions_aside(gold):
    (article,) = gold
    assert [(TEXT[a:b], kind) for (a, b), kind in article.names] == [
        ("The Kenyan army", "organisation"),
        ("Anna Ruiz", "person"),
        ("Lund", "location"),
    ]
    assert [TEXT[a:b] for a, b in article.left_out] == ["the town", "rebels"]


def test_all_right(gold):
    entities = [found("Kenyan army", "ORG"), found("Anna Ruiz", "PERSON"), found("Lund", "GPE")]
    assert set(score(gold, [entities])["all"].values()) == {1.0}


def test_wrong_class_wrong_bounds_and_nothing(gold):
    entities = [found("Kenyan", "ORG"), found("Anna Ruiz", "ORG"), found("rebels", "PERSON"), found("army", "DATE")]
    row = score(gold, [entities])["all"]
    assert row["typed P"] == pytest.approx(1 / 2)
    assert row["typed R"] == pytest.approx(1 / 3)
    assert row["exact R"] == 0


def test_a_gpe_can_be_an_organisation_but_once(gold):
    row = score(gold, [[found("Kenyan army", "GPE")]])
    assert row["organisation"]["typed R"] == 1
    assert row["location"]["typed R"] == 0


@pytest.mark.parametrize(
    ("words", "name"), [("The rebels", False), ("the Army", True), ("their allies", False), ("", False)]
)
def test_names_have_a_capitalised_word(words, name):
    assert is_name(words) is name


def test_articles_and_genitives_are_trimmed():
    assert trimmed("the Army’s", Span(0, 10)) == Span(4, 8)
    assert trimmed("Theodor", Span(0, 7)) == Span(0, 7)


def test_a_folder_of_something_else_is_an_error(tmp_path):
    with pytest.raises(InputError, match="re3d"):
        read_gold(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "documents.json").write_text("{")
    (tmp_path / "a" / "entities.json").write_text("")
    with pytest.raises(InputError, match="not in the layout"):
        read_gold(tmp_path)
