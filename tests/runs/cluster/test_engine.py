"""A real cluster of several nodes on this machine, one of which is lost in the middle of a run."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimx.articles.reading import read_articles
from claimx.claims.selection import Selection
from claimx.cli.work import Extraction
from claimx.errors import ModelError, WorkerError
from claimx.records import Article, Options, ReadOptions
from claimx.runs.cluster.chunks import NamedInput, Size
from claimx.runs.cluster.engine import load_ray, run_on_cluster
from claimx.runs.cluster.parts import Parts
from claimx.runs.cluster.worker import Assignment, Result
from claimx.runs.engine import run
from claimx.writers.style import PLAIN
from tests.runs.fakes import Obey, ObeyAndCount

pytest.importorskip("ray.data", reason="ray is not installed: pip install 'claimx[ray]'")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning"),
]

NODE = {"num_cpus": 1, "object_store_memory": 100_000_000}
SECOND = "CLAIMX_TEST_NODE"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    load_ray()
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={**NODE, "include_dashboard": False})
    yield made
    made.shutdown()


@dataclass(frozen=True)
class Watched:
    """Work that leaves a mark when an article is read on the second node."""

    work: Extraction | ObeyAndCount
    folder: Path

    def open(self) -> Callable[[Article], Any]:
        read = self.work.open()

        def watched(article: Article) -> Any:
            if SECOND in os.environ:
                (self.folder / "reads").touch()
            return read(article)

        return watched


def articles_of(folder: Path, texts: list[str]) -> list[NamedInput]:
    """Files of three articles each, in a folder."""
    for number in range(0, len(texts), 3):
        rows = [json.dumps({"id": f"{n}", "text": text}) for n, text in enumerate(texts)][number : number + 3]
        (folder / f"{number:03}.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return [NamedInput(str(path), path.name) for path in sorted(folder.glob("*.jsonl"))]


def extraction() -> Extraction:
    return Extraction(Options(), Selection(), "jsonl", PLAIN)


def on_one_machine(inputs: list[NamedInput], work: Any) -> tuple[set[str], set[str]]:
    """The claims, and what went wrong."""
    errors: list[Exception] = []
    outcomes = list(run(read_articles([one.path for one in inputs], on_error=errors.append), work, jobs=1))
    lines = {line for outcome in outcomes if outcome.value for line in outcome.value.text.splitlines()}
    return lines, {outcome.fault.message for outcome in outcomes if outcome.fault}


def on_cluster(cluster: Any, inputs: list[NamedInput], work: Any, parts: Parts | None = None) -> Iterator[Result]:
    return run_on_cluster(
        inputs,
        ReadOptions(),
        Assignment(work, None, parts),
        address=cluster.address,
        workers=2,
        size=Size(articles=2),
    )


def test_a_node_is_lost_in_mid_run_and_no_claim(cluster, tmp_path):
    texts = [
        f"The {name} bridge will close on Monday, said Ana Ruiz, who runs the port of {name}. “It took {n + 2} years,” "
        f"she told reporters. The mayor of {name} denied that more than {n * 10 + 30} homes had been lost."
        for n, name in enumerate(
            f"{first}{last}" for first in ("North", "South", "Old", "New") for last in ("haven", "ford", "gate", "mere")
        )
    ]
    inputs = articles_of(tmp_path, [f"{text}\n\n" * 8 for text in texts])
    second = cluster.add_node(**NODE, env_vars={SECOND: "yes"})
    (tmp_path / "claims").mkdir()
    parts = Parts(f"file://{tmp_path}/claims", ".jsonl", "")
    tallies = []
    with closing(on_cluster(cluster, inputs, Watched(extraction(), tmp_path), parts)) as results:
        for result in results:
            tallies += result.tallies
            if second is not None and (tmp_path / "reads").exists():
                cluster.remove_node(second, allow_graceful=False)
                second = None
    assert second is None, "the second node read nothing"
    written = [path.read_text(encoding="utf-8") for path in (tmp_path / "claims").glob("part-*.jsonl")]
    lines = "".join(written).splitlines()
    assert len(lines) == len({*lines}) == sum(tally.claims for tally in tallies)
    assert {*lines} == on_one_machine(inputs, extraction())[0]
    assert sorted(int(tally.id) for tally in tallies) == [*range(len(texts))]


def test_what_fails_on_a_cluster_is_named_as_on_one_machine(cluster, tmp_path):
    inputs = articles_of(tmp_path, ["it rains", "die", "it snows", "raise", "it thaws", "hoard", "it pours"])
    results = list(on_cluster(cluster, inputs, ObeyAndCount()))
    written = [one for result in results for one in result.written]
    assert [one.tally.id for one in written] == [str(number) for number in range(7)]  # in the order of the inputs
    found = {line for one in written for line in one.text.splitlines()}
    assert (found, {one.tally.fault.message for one in written if one.tally.fault}) == on_one_machine(
        inputs, ObeyAndCount()
    )


def test_what_stops_a_run_is_told_in_its_own_words(cluster, tmp_path):
    inputs = articles_of(tmp_path, ["it rains"])
    with pytest.raises(ModelError, match=r"^the model is missing\.$"):
        list(on_cluster(cluster, inputs, Obey(broken="the model is missing.")))


def test_a_cluster_that_is_not_there_is_told():
    with pytest.raises(WorkerError, match=r"No Ray cluster can be used at 127\.0\.0\.1:1: "):
        list(
            run_on_cluster(
                [NamedInput("a.txt", "a.txt")],
                ReadOptions(),
                Assignment(ObeyAndCount(), None, None),
                address="127.0.0.1:1",
                workers=1,
            )
        )
