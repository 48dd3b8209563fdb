"""What rules for names are worth, on texts of our own."""

import pytest

from benchmarks.ablate_names import Ablation
from benchmarks.kept import Kept
from benchmarks.name_parts import parts_of_names, parts_of_referents
from benchmarks.name_sets import Item, Set, names_in, sets_of_sources
from claimx.errors import InputError
from claimx.records import Article

TEXT = "The board met Leon “Duke” Whyte, a sailor, on Sunday."


def whole(entities):
    return {"the name": float(any(entity.text == "Leon “Duke” Whyte" for entity in entities))}


@pytest.fixture(scope="module")
def worths():
    parts = [part for part in parts_of_names() if part.name in ("names_with_nicknames", "opens_ticker")]
    ablation = Ablation([Set("own", (Item(Article(TEXT), names_in, whole),))], parts, Kept(), names_stay=False)
    return {part.name: ablation.worth(part)[0] for part in parts}


def test_a_part_that_finds_a_name_brings_it_nearer(worths):
    mine = worths["names_with_nicknames"]
    assert (mine.nearer, mine.farther) == (1, 0)
    assert any("Leon “Duke” Whyte PERSON" in line for line in mine.shown)


def test_a_part_that_does_nothing_is_worth_nothing(worths):
    assert str(worths["opens_ticker"]) == "–"


def test_each_part_is_there_and_has_a_name_of_its_own():
    for parts in (parts_of_names(), parts_of_referents()):
        assert len({(part.group, part.name) for part in parts}) == len(parts) > 40


def test_data_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="--shared"):
        sets_of_sources(tmp_path)
