"""What parts are worth, on articles of our own."""

import pytest

from benchmarks.ablate import BEGIN, END, Ablation, Worth, table, write_into
from benchmarks.parts import all_parts
from benchmarks.sets import Item, Set, read_sets
from claimx.errors import InputError
from claimx.records import Article

TEXT = "The union's allegation that the depot had been closed for spite caused an uproar."


def nearness(document):
    right = any(c.form != "narrated" and c.text == "the depot had been closed for spite" for c in document.claims)
    return {"the claim": float(right), "extra": 0.0}


@pytest.fixture(scope="module")
def worths():
    parts = [part for part in all_parts() if part.name in ("within_the_noun_clause", "as_hearsay")]
    sets = [Set("own", (Item(Article(TEXT, id="a"), nearness),)), Set("none", ())]
    ablation = Ablation(sets, parts)
    return {part: ablation.worth(number) for number, part in enumerate(parts)}


def test_a_part_that_mends_a_statement_brings_it_nearer(worths):
    [mine] = [worth for part, worth in worths.items() if part.name == "within_the_noun_clause"]
    assert (mine[0].changed, mine[0].nearer, mine[0].farther) == (1, 1, 0)
    assert [line.split(": ", 1)[1].split(" ")[0] for line in mine[0].shown] == ["with", "without"]
    assert str(mine[1]) == "–"


def test_a_part_that_does_nothing_is_worth_nothing(worths):
    [other] = [worth for part, worth in worths.items() if part.name == "as_hearsay"]
    assert [str(each) for each in other] == ["–", "–"]


def test_the_table_has_a_row_for_each_part(worths):
    lines = table(worths, ["own", "none"]).splitlines()
    assert lines[:2] == ["| | part | own | none | |", "| --- | --- | --- | --- | --- |"]
    assert any(line.startswith("| correction | within_the_noun_clause | 1 +1 | – | End a content") for line in lines)


def test_statements_too_many_count_one_by_one():
    worth = Worth()
    worth.add({"extra": -3.0, "a": 1.0}, {"extra": -1.0, "a": 0.5})
    assert str(worth) == "0 +2 −1"


def test_the_table_is_put_into_its_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Before\n{BEGIN}old\n{END}After\n")
    write_into(page, "new\n")
    assert page.read_text() == f"Before\n{BEGIN}new\n{END}After\n"
    page.write_text("Nothing")
    with pytest.raises(ValueError, match="has no lines"):
        write_into(page, "new\n")


def test_data_that_is_missing_is_named_with_the_remedy(tmp_path):
    with pytest.raises(InputError, match=r"polnear/dev is missing.*--shared"):
        read_sets(tmp_path)
