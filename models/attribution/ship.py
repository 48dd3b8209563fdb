"""From a trained network to the files that claimx comes with, and their figures."""

from __future__ import annotations

import hashlib
import json
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

import export
import numpy as np
from data import Article, Attribution, collate, make_example
from network import LABELS, NAME_TAGS, NameBranch, Network
from score import figures
from tokenizers import Tokenizer
from torch import Tensor
from tune import START, Bench, transitions

from claimx.attributions.model.decoding import Rules
from claimx.attributions.model.evidence import EVIDENCE
from claimx.attributions.model.tagger import AttributionTagger
from claimx.models import open_model
from claimx.network.inputs import PieceMaker
from claimx.network.reader import MODEL, NetworkReader
from claimx.network.windows import cut

LICENCE = "Apache-2.0; fine-tuned on PolNeAR 1.0.0, GUM and re3d, published for research; see card.md"
VERSION = "1.4.2"
WINDOWS = {"size": 128, "longest": 256}


def write_model(folder: Path, rules: Rules, bias: Sequence[Sequence[float]]) -> None:
    """Write ``model.toml`` for the ``model.onnx`` and ``tokenizer.json`` in a folder."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    constants = {f.name: getattr(rules, f.name) for f in fields(rules)}
    lines = [
        "# Written by ship.py; see card.md.",
        f'name = "{MODEL}"',
        f'version = "{VERSION}"',
        f'licence = "{LICENCE}"',
        f"labels = {json.dumps(LABELS)}",
        f"names = {json.dumps(NAME_TAGS)}  # tags of the branch for names",
        "# learned bias of the links for each bucket of distance (claimx/attributions/links.py), a row a relation",
        f"distance_bias = {_numbers(bias)}",
        "\n[sha256]",
        *(f'"{name}" = "{digest}"' for name, digest in digests.items()),
        "\n[windows]  # in pieces",
        *(f"{name} = {value}" for name, value in WINDOWS.items()),
        "\n[decoder]  # see Rules in claimx/attributions/decoding.py",
        "# weights of the confidence: " + ", ".join(EVIDENCE) + ", constant",
        *(f"{name} = {_numbers(value)}" for name, value in constants.items()),
    ]
    (folder / "model.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


FILES = ("model.onnx", "tokenizer.json")


def _numbers(value: object) -> str:
    """Numbers, or nested lists of them, as TOML."""
    if isinstance(value, float | int | np.floating):
        return repr(round(float(value), 5))
    return "[" + ", ".join(_numbers(item) for item in value) + "]"  # type: ignore[attr-defined]


def ship(
    network: Network, base: Path, train: Sequence[Article], dev: Sequence[Article], folder: Path, rounds: int = 2
) -> None:
    """Write the network in 8 bits, tune and calibrate the decoder on ``dev``, and write ``metrics.json``.

    A network without a branch for names gets one that knows nothing yet, which ``names.py train --anew`` trains.
    """
    network.names = network.names or NameBranch(network)
    maker = write_network(network, base, train, folder)
    metrics = tuned(network, train, dev, maker, folder, rounds)
    metrics["fp32"] = _in_32_bits(network, base, folder, dev)
    _write_metrics(folder, metrics)


def tuned(
    network: Network,
    train: Sequence[Article],
    dev: Sequence[Article],
    maker: PieceMaker,
    folder: Path,
    rounds: int,
) -> dict[str, object]:
    """Tune the decoder on ``dev`` for a network that is written, calibrate the confidence; write and give figures."""
    bias = network.bias.detach().numpy()
    table = transitions(train, maker).astype(np.float32)
    rules = Rules(
        transitions=table,
        confidence=np.zeros(len(EVIDENCE) + 1, np.float32),
        calibration=np.array([[0, 1], [0, 1]], np.float32),
        **START,
    )
    write_model(folder, rules, bias)
    reader = NetworkReader(open_model(MODEL, folder.parent))
    bench = Bench(dev, list(reader.read([a.text for a in dev], [a.paragraphs for a in dev])), bias)
    rules, error = bench.tune(rules, rounds)
    f1, strict = bench.judge(rules)
    write_model(folder, rules, bias)
    metrics = measure(open_model(MODEL, folder.parent).folder, dev)
    metrics |= {
        "cross_validated": {"who_said_what_f1": round(f1, 2), "strict_f1": round(strict, 2)},
        "expected_calibration_error": round(error, 4),
    }
    _write_metrics(folder, metrics)
    return metrics


def _write_metrics(folder: Path, metrics: Mapping[str, object]) -> None:
    (folder / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")


def write_network(network: Network, base: Path, articles: Sequence[Article], folder: Path) -> PieceMaker:
    """Write the network in 8 bits, scaled to some articles, and its tokenizer; returns the base's, at work."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = PieceMaker(Tokenizer.from_file(str(base / "tokenizer.json")))
    kept = write_tokenizer(base / "tokenizer.json", folder / "tokenizer.json")
    ranges = export.input_ranges(network, some_batches(articles, maker))
    export.write(network, folder / "model.onnx", ranges, kept)
    return maker


def write_tokenizer(base: Path, path: Path) -> list[int]:
    """Write a tokenizer without the pieces that English news does not need; returns the old ids of the others.

    Left out are pieces that stand for nothing ("[unused7]") and those with letters that are not Latin.
    """
    table = json.loads(base.read_text(encoding="utf-8"))
    old = table["model"]["vocab"]
    kept = sorted((number, piece) for piece, number in old.items() if not piece.startswith("[unused") and _latin(piece))
    table["model"]["vocab"] = new = {piece: number for number, (_, piece) in enumerate(kept)}
    for token in table["added_tokens"]:
        token["id"] = new[token["content"]]
    table |= {"truncation": None, "padding": None, "post_processor": None}  # marks are added by PieceMaker
    path.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return [number for number, _ in kept]


def _latin(piece: str) -> bool:
    return all(unicodedata.name(sign, "").startswith("LATIN") for sign in piece if sign.isalpha())


def some_batches(articles: Sequence[Article], maker: PieceMaker) -> Iterator[dict[str, Tensor]]:
    """The windows of a few articles, one a batch."""
    for article in articles[:60:4]:
        pieces = maker(article.text, article.paragraphs)
        for window in cut(pieces, WINDOWS["size"], WINDOWS["longest"]):
            yield collate([make_example(maker, pieces, window, article.annotations[0])])


def measure(folder: Path, articles: Sequence[Article]) -> dict[str, object]:
    """Figures of a shipped model on annotated articles, and its speed on one thread (processor time)."""
    model = open_model(folder.name, folder.parent)
    reader, tagger = NetworkReader(model), AttributionTagger(model)
    tagger.tag(reader.read(["Warm up."], [[(0, 8)]]))
    begun = time.process_time()
    found = predict(reader, tagger, articles)
    seconds = time.process_time() - begun
    words = sum(len(a.text.split()) for a in articles)
    return {"dev": figures(articles, found), "words_per_second": round(words / seconds)}


def predict(
    reader: NetworkReader, tagger: AttributionTagger, articles: Sequence[Article], *, inner: bool = False
) -> list[list[Attribution]]:
    """Statements of each article as plain ranges: the outermost ones, or those that others report."""
    found = [tagger.tag(reader.read([article.text], [article.paragraphs])) for article in articles]
    return [
        [{r: [tuple(span) for span in getattr(t, r)] for r in _ROLES} for t in row if t.is_inner == inner]
        for row in found
    ]


_ROLES = ("source", "cue", "content")


def _in_32_bits(network: Network, base: Path, folder: Path, articles: Sequence[Article]) -> dict[str, object]:
    """Figures and speed of the same network without the rounding to 8 bits."""
    other = folder.parent / f".{folder.name}-fp32" / folder.name
    other.mkdir(parents=True, exist_ok=True)
    kept = write_tokenizer(base / "tokenizer.json", other / "tokenizer.json")
    export.write(network, other / "model.onnx", {}, kept, 32)
    rules = AttributionTagger(open_model(MODEL, folder.parent)).rules
    write_model(other, rules, network.bias.detach().numpy())
    measured = measure(other, articles)
    for file in other.iterdir():
        file.unlink()
    other.rmdir()
    other.parent.rmdir()
    return measured


def write_predictions(folder: Path, articles: Sequence[Article], out: Path) -> Mapping[str, float]:
    """Write what a shipped model finds, one JSON object an article, and give its figures."""
    model = open_model(folder.name, folder.parent)
    found = predict(NetworkReader(model), AttributionTagger(model), articles)
    rows = zip(articles, found, strict=True)
    lines = [json.dumps({"doc": article.stem, "attributions": row}) for article, row in rows]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return figures(articles, found)
