"""Gold of another kind, or none at all: each reader says so in one sentence."""

from importlib import import_module
from pathlib import Path

import pytest

from claimx.errors import InputError

FILES = {
    "ours.jsonl": b'{"doc": "a", "text": "It rained, he said.", "attributions": [{"cue": [[14, 18]]}]}\n',
    "quantities.json": b'[{"text": "Two cows.", "quantities": [{"value": 2, "unit": "cow"}]}]',
    "times.tml": b"<TimeML><TEXT>It rained <TIMEX3 tid='t1' type='DATE' value='2024'>in 2024</TIMEX3>.</TEXT></TimeML>",
    "names.conllu": b"# global.Entity = GRP-etype\n1\tIt\tit\tPRON\tPRP\t_\t0\troot\t_\tEntity=(1-person)\n\n",
    "re3d/Source/documents.json": b'{"_id": "a", "text": "Ana Ruiz spoke."}\n',
    "re3d/Source/entities.json": b'{"documentId": "a", "begin": 0, "end": 8, "type": "Person"}\n',
    "brat/text/a.txt": b"It rained, he said.",
    "brat/attributions/a_b.ann": b"T1\tCue 14 18\tsaid\nE1\tAttribution:T1 Cue:T1\n",
    "article.txt": b"It rained in Tellmar.\n\nNobody spoke.",
    "table.tsv": b"name\tvalue\nrain\t3\n",
    "page.xml": b"<page>no text</page>",
    "broken.xml": b"<page",
    "encoding.xml": b"<?xml version='1.0' encoding='none'?><TEI/>",
    "null.json": b"null",
    "list.jsonl": b"[]\n",
    "strings.json": b'["a", {"text": 3}]',
    "deep.json": b"[" * 100_000,
    "binary": bytes(range(256)),
    "empty": b"",
    "folder/a.txt": b"It rained.",
    "odd/Source/documents.json": b"null\n3\n",
    "odd/Source/entities.json": b"null\n",
}
#: The readers of gold, each with what it reads of these.
RIGHT = {
    "claimx.evaluation.attributions": {"ours.jsonl", "brat"},
    "benchmarks.newsquant": {"quantities.json"},
    "benchmarks.timeml": {"times.tml"},
    "benchmarks.re3d": {"re3d"},
    "benchmarks.names": {"names.conllu"},
}
PLACES = sorted({name.split("/")[0] for name in FILES})


class Reader:
    """Finds nothing."""

    def pipe(self, articles):
        raise AssertionError(f"read {[*articles]}")


@pytest.fixture(scope="module")
def gold(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("gold")
    for name, content in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


@pytest.mark.parametrize("module", RIGHT)
@pytest.mark.parametrize("place", PLACES)
def test_gold_of_another_kind_is_refused_in_one_sentence(gold, module, place):
    evaluate = import_module(module).evaluate
    with pytest.raises(AssertionError if place in RIGHT[module] else InputError) as caught:
        evaluate(gold / place, Reader())
    if place not in RIGHT[module]:
        message = str(caught.value)
        assert message.startswith(str(gold / place))
        assert "\n" not in message
        assert message.endswith(".")
