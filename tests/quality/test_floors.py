"""No figure on a public benchmark falls below its floor; ``floors.json`` has the floors, shares from 0 to 1.

``files`` are those of the gold's folder that are meant. The gold is not part of the project; it is looked for beside
the checkout.
"""

import json
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from claimx import Extractor
from tests.paths import SHARED

pytestmark = pytest.mark.shared
DATA = SHARED / "data"
FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
ROWS = [
    (name, row, column, floor)
    for name, benchmark in FLOORS.items()
    if "evaluator" in benchmark
    for row, columns in benchmark["floors"].items()
    for column, floor in columns.items()
]


@cache
def report(name):
    benchmark = FLOORS[name]
    gold = DATA / benchmark["gold"]
    if not gold.exists():
        pytest.skip(f"needs {benchmark['gold']}, which is not distributed with claimx")
    evaluate = import_module(benchmark["evaluator"]).evaluate
    if "files" not in benchmark:
        return evaluate(gold, Extractor())
    with TemporaryDirectory() as folder:
        for path in gold.glob(benchmark["files"]):
            Path(folder, path.name).symlink_to(path)
        return evaluate(Path(folder), Extractor())


@pytest.mark.parametrize(("name", "row", "column", "floor"), ROWS, ids=[" ".join(map(str, r)) for r in ROWS])
def test_a_figure_stands_above_its_floor(name, row, column, floor):
    assert report(name)[row][column] >= floor
