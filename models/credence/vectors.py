"""The network's vectors of words, for learning how much a word speaks for a statement; and the weights put into it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from claimx.attributions.credence.elsewhere import words_in_places
from claimx.attributions.statement import Statement
from claimx.models import installed, open_session
from claimx.network.reader import MODEL, NetworkReader
from claimx.network.said import VECTORS, WEIGHTS
from claimx.records import Layout

Array = NDArray[np.float32]


class Vectors:
    """The words of a text with the vectors that the network has of them."""

    def __init__(self, text: str, layout: Layout, reader: VectorReader) -> None:
        """Read the title and the body of a text."""
        starts, vectors = [], []
        for read in reader.read([text], [[zone.span for zone in layout.read]]):
            starts += read.word_bounds[0][read.own].tolist()
            vectors.append(read.own_scores(VECTORS))
        self._starts: list[int] = starts
        self._vectors = np.concatenate(vectors) if vectors else np.zeros((0, 0), np.float32)

    @property
    def count(self) -> int:
        """How many words there are."""
        return len(self._starts)

    def mean(self) -> Array:
        """The mean vector of all words [size]."""
        return self._mean(range(self.count))

    def of(self, statement: Statement) -> Array:
        """The mean vector of the words in each place of a statement [places, size]; not a number where it has none."""
        return np.stack([self._mean(rows) for rows in words_in_places(statement, self._starts)])

    def _mean(self, rows: Sequence[int]) -> Array:
        return self._vectors[list(rows)].mean(0) if rows else np.full(self._vectors.shape[1], np.nan, np.float32)


class VectorReader(NetworkReader):
    """The network that claimx came with, giving vectors of words, too."""

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no stubs
        graph = onnx.load(installed(MODEL).folder / "model.onnx")
        graph.graph.output.append(helper.make_tensor_value_info(VECTORS, TensorProto.FLOAT, ["words", "size"]))
        return open_session(graph.SerializeToString())


def write_weights(weights: NDArray[np.float64]) -> None:
    """Put weights [size, columns] into the network's file, and its digest into ``model.toml``; all else stays."""
    folder = installed(MODEL).folder
    path, table = folder / "model.onnx", folder / "model.toml"
    graph = onnx.load(path)
    [tensor] = [one for one in graph.graph.initializer if one.name == WEIGHTS]
    if weights.shape != tuple(tensor.dims):
        raise ValueError(f"weights are {weights.shape}, not {tuple(tensor.dims)}")
    tensor.CopyFrom(numpy_helper.from_array(weights.astype(np.float32), WEIGHTS))
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(graph.SerializeToString())
    after = hashlib.sha256(path.read_bytes()).hexdigest()
    table.write_text(table.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
