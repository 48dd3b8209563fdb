"""Our quantities in NewsQuant's layout, and their figures."""

import json
from pathlib import Path

import pytest

from benchmarks import newsquant
from benchmarks.newsquant import (
    evaluate,
    from_gold,
    is_counted,
    read_gold,
    score,
    score_folds,
    to_newsquant,
    unit_names,
)
from claimx.errors import InputError
from claimx.lexicons import loader as lexicon
from claimx.mentions.quantities.money import Currency
from claimx.records import Quantity, Rate, Span

SPAN = Span(0, 1)
PER_DAY, PER_MONTH = Rate("a day", SPAN, "day"), Rate("a month", SPAN, "month")


def quantity(value: float, **fields: object) -> Quantity:
    return Quantity("x", SPAN, value, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (quantity(5, unit="USD", dimension="money"), (5, "dollar", "=")),
        (quantity(5, unit="MYR", per=PER_MONTH, dimension="money"), (5, "malaysian ringgit per month", "=")),
        (quantity(5, unit="percent", change="up", trend="verb", bound="~"), (5, "percentage", "up")),
        (quantity(5, unit="percent", change="up", trend="verb", bound=">"), (5, "percentage", ">")),
        (quantity(5, unit="percent", change="down", trend="noun"), (5, "percentage", "=")),
        (quantity(5, bound=">=", noun="red apple"), (5, "red apple", ">")),
        (quantity(5, bound="<=", unit="metre"), (5, "metre", "<")),
        (quantity(12, bound=">=", rule="vague", noun="goat"), ([12, 120], "goat", "=")),
        (quantity(14, unit="year", rule="age"), (14, "year of age", "=")),
        (quantity(3, rule="times", dimension="ratio"), (3, "count", "=")),
        (quantity(0.5, rule="fraction", noun="orchard"), (0.5, "orchard", "=")),
        (quantity(9, per=PER_DAY, noun="test"), (9, "test per day", "=")),
        (quantity(9, per=PER_DAY), (9, "count per day", "=")),
        (quantity(6, unit="pound"), (6, "pound-mass", "=")),
        (quantity(6), (6, "", "=")),
    ],
)
def test_layout(given: Quantity, wanted: tuple[object, str, str]) -> None:
    made = to_newsquant(given)
    assert (made["value"], made["unit"], made["change"]) == wanted


def test_hyphened_numerals_are_left_out() -> None:
    assert not is_counted(quantity(2, unit="year", dimension="time", rule="hyphened"))
    assert not is_counted(quantity(2, rule="hyphened"))
    assert is_counted(quantity(2, unit="percent", dimension="ratio", rule="hyphened"))
    assert is_counted(quantity(2, unit="year", dimension="time", rule="unit"))


def test_every_currency_has_a_name() -> None:
    assert set(lexicon.load("quantities/currencies", Currency)) <= set(unit_names())


def test_gold_values_and_names_are_unified() -> None:
    item = from_gold({"value": "3.0 - 4.0", "normalized_unit": "% Condos", "change": "= "})
    assert item.value == (3.0, 4.0)
    assert item.unit == "condo"
    assert item.change == "="
    assert from_gold({"value": "-1.3", "normalized_unit": "-"}).value == (-1.3,)
    assert from_gold({"value": "1", "normalized_unit": "-"}).unit == ""


def gold_row(**quantity_fields: str) -> dict[str, str]:
    return {"value": "5", "normalized_unit": "goat", "change": ">"} | quantity_fields


def test_score() -> None:
    gold = [{"text": "a", "quantities": [gold_row(), gold_row(value="7"), gold_row()]}, {"text": "b", "quantities": []}]
    right = quantity(5, bound=">", noun="goats")
    report = score(gold, [[right, quantity(7, noun="sheep")], [quantity(1)]])
    assert report["value"] == {"P": pytest.approx(2 / 3), "R": pytest.approx(2 / 3), "F1": pytest.approx(2 / 3)}
    assert report["value+unit"]["R"] == report["value+change"]["R"] == pytest.approx(1 / 3)
    assert "3 quantities" in str(report)


def test_one_answer_is_credited_once() -> None:
    gold = [{"text": "a", "quantities": [gold_row()]}]
    assert score(gold, [[quantity(5), quantity(5)]])["value"]["P"] == pytest.approx(0.5)


def test_near_copies_stand_in_one_fold() -> None:
    texts = ["The farm has five goats.", "The farm has five white goats.", "A ship sank.", "Rents rose in May."]
    gold = [{"text": text, "quantities": [gold_row()]} for text in texts]
    right = quantity(5, bound=">", noun="goat")
    folds = score_folds(gold, [[right], [], [right], [right]])["value"]
    assert len(folds) <= 3
    assert min(folds) == pytest.approx(2 / 3)


def test_our_own_sentences_are_in_its_layout() -> None:
    path = Path(newsquant.__file__).with_name("fresh_figures.json")
    assert len(read_gold(path)) >= 30


def test_ranges_match_ranges_only() -> None:
    gold = [{"text": "a", "quantities": [gold_row(value="5-7")]}]
    assert score(gold, [[quantity(5)]])["value"]["F1"] == 0
    assert score(gold, [[quantity(5, high=7)]])["value"]["F1"] == 1


@pytest.mark.parametrize(
    "content", ["nothing", '{"text": []}', '[{"text": "a"}]', '[{"text": "a", "quantities": [{"value": "x"}]}]', "[3]"]
)
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.json"):
        read_gold(path)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_gold(tmp_path / "none.json")


def test_evaluate_runs_the_extractor(tmp_path: Path) -> None:
    from claimx.pipeline import Extractor

    row = gold_row(normalized_unit="goat")
    path = tmp_path / "gold.json"
    path.write_text(json.dumps([{"text": "The farm has more than five goats.", "quantities": [row]}]), encoding="utf-8")
    report = evaluate(path, Extractor())
    assert {name: figures["F1"] for name, figures in report.rows.items()} == dict.fromkeys(report.rows, 1.0)
