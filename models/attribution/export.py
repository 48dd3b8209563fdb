"""Writes the trained network as an ONNX graph, its matrices in 8 bits.

The graph is built by hand from onnxruntime's fused operators: nothing is left to an exporter's or optimiser's
patterns, and the 8-bit matrices get one scale a column (and the word embeddings one a row).

Two things keep the rounding small. Weights use 7 of the 8 bits, since processors without 8-bit dot products add pairs
of products in 16 bits, which would overflow. And inputs whose channels differ much in range are evened out before they
are rounded, their matrix making up for it (SmoothQuant, Xiao et al., ICML 2023): one channel of MiniLM is thirty times
as large as the rest and would take up most of the 256 steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from network import HEADS, LABELS, LAYERS, LINK_WIDTH, NAME_TAGS, SAID_LAYERS, WIDTH, NameBranch, Network
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from claimx.attributions.model.links import RELATIONS
from claimx.network.said import COLUMNS, VECTORS, WEIGHTS

MICROSOFT = "com.microsoft"
STEPS = 63  # of a weight to either side of nought
EVENED = ("qkv", "up")  # the linear maps whose inputs come from a normalisation, with its one large channel
Ranges = Mapping[str, NDArray[np.float32]]
LONGEST = 258  # pieces of the longest window, with [CLS] and [SEP]


class Graph:
    """A growing ONNX graph: each method adds nodes and returns the name of their result."""

    def __init__(self, bits: int, ranges: Ranges) -> None:
        """``bits`` is 8 or 32, the width of the matrices' weights; ``ranges`` as of ``input_ranges``."""
        self.bits = bits
        self.ranges = ranges
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Add a weight."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes: object) -> str:
        """Add one operator with one result."""
        self.nodes.append(helper.make_node(kind, inputs, [name], name, domain=domain, **attributes))
        return name

    def linear(self, x: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        """Add x @ weight.T + bias; in 8 bits the activations are scaled as they come, by their own range."""
        matrix = weight.T
        b = self.constant(f"{name}.b", bias)
        if self.bits == 32:
            product = self.node("MatMul", [x, self.constant(f"{name}.w", matrix)], f"{name}.product")
            return self.node("Add", [product, b], name)
        if name in self.ranges:
            even = np.sqrt(self.ranges[name] / np.abs(matrix).max(1).clip(1e-4)).clip(1e-3)
            even = (even / np.median(even)).astype(np.float32)
            x = self.node("Mul", [x, self.constant(f"{name}.even", 1 / even)], f"{name}.evened")
            matrix = matrix * even[:, None]
        scale = np.abs(matrix).max(0) / STEPS
        w = self.constant(f"{name}.w", np.round(matrix / scale).astype(np.int8))
        s = self.constant(f"{name}.s", scale.astype(np.float32))
        return self.node("DynamicQuantizeMatMul", [x, w, s, "", b], name, MICROSOFT)

    def embed(self, indexes: str, name: str, table: NDArray[np.float32]) -> str:
        """Look up rows of a table."""
        if self.bits == 32:
            return self.node("Gather", [self.constant(f"{name}.w", table), indexes], name)
        scale = np.abs(table).max(1, keepdims=True).clip(1e-9) / 127
        rows = self.constant(f"{name}.w", np.round(table / scale).astype(np.int8))
        scales = self.constant(f"{name}.s", scale.astype(np.float32))
        whole = self.node("Gather", [rows, indexes], f"{name}.rows")
        whole = self.node("Cast", [whole], f"{name}.float", to=TensorProto.FLOAT)
        return self.node("Mul", [whole, self.node("Gather", [scales, indexes], f"{name}.scale")], name)

    def add_and_norm(self, x: str, y: str, name: str, norm: tuple[NDArray[np.float32], ...]) -> str:
        """Add a residual and normalise, step by step: the fused operator takes three times as long on a CPU."""
        gamma, beta = (self.constant(f"{name}.{kind}", w) for kind, w in zip(("gamma", "beta"), norm, strict=True))
        x = self.node("Add", [x, y], f"{name}.sum")
        x = self.node("Sub", [x, self.node("ReduceMean", [x], f"{name}.mean", axes=[-1])], f"{name}.centred")
        square = self.node("Mul", [x, x], f"{name}.square")  # not Pow, which would be fused again
        deviation = self.node("Sqrt", [self.node("ReduceMean", [square], f"{name}.variance", axes=[-1])], f"{name}.sd")
        deviation = self.node("Max", [deviation, "tiny"], f"{name}.positive")
        x = self.node("Div", [x, deviation], f"{name}.scaled")
        return self.node("Add", [self.node("Mul", [x, gamma], f"{name}.stretched"), beta], name)


@torch.no_grad()
def input_ranges(network: Network, batches: Iterable[dict[str, Tensor]]) -> Ranges:
    """Largest absolute input of each channel of the linear maps in ``EVENED``, over some text."""
    found: dict[str, NDArray[np.float32]] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor], Tensor], None]:
        def look(_: nn.Module, inputs: tuple[Tensor], __: Tensor) -> None:
            largest = inputs[0].abs().amax((0, 1)).float().numpy()
            found[name] = np.maximum(found.get(name, largest), largest)

        return look

    modules = {n: m for n, m in network.named_modules() if n.rpartition(".")[2] in EVENED}
    hooks = [module.register_forward_hook(watch(name)) for name, module in modules.items()]
    for batch in batches:
        network(batch)
        if network.names is not None:
            network.name_scores(batch)
    for hook in hooks:
        hook.remove()
    return found


def build(network: Network, bits: int, ranges: Ranges, pieces: Sequence[int] | None = None) -> onnx.ModelProto:
    """Build the graph of a network for one window of L pieces and U words (with [CLS]).

    Inputs: ``ids``, ``quote``, ``shape``, ``start`` [L] and ``units`` [U], the pieces that begin a word. Outputs:
    ``tags`` and ``inner`` [U, labels], log-probabilities of outermost statements' tags and of those that others report;
    ``queries`` and ``keys`` [U, relations * width]; ``said`` [U, columns], what each word says of statements and of the
    text (see :func:`_said`); ``names`` [U, name tags], log-probabilities, too, if the network has a branch for these.
    ``pieces`` are the ids of the pieces that are kept, in the order of their new ones.
    """
    p = {name: w.detach().float().numpy() for name, w in network.state_dict().items()}
    if pieces is not None:
        p["words.weight"] = p["words.weight"][list(pieces)]
    g = Graph(bits, ranges)
    g.constant("tiny", np.array(1e-6, np.float32))
    x = _embeddings(g, p)
    g.constant("axis", np.array([0]))
    layers = []
    for i in range(LAYERS):
        x = _layer(g, x, f"layers.{i}", p)
        layers.append(x)
    below = layers[NameBranch.BELOW - 1]
    said = _said(g, [layers[i] for i in SAID_LAYERS])
    x = _hidden(g, x, "", p)
    links = len(RELATIONS) * LINK_WIDTH
    weight, bias = p["head.weight"].copy(), p["head.bias"].copy()
    weight[-links:] /= np.sqrt(LINK_WIDTH)
    bias[-links:] /= np.sqrt(LINK_WIDTH)
    scores = g.linear(x, "head", weight, bias)
    sizes = g.constant("sizes", np.array([len(LABELS), links, links]))
    g.nodes.append(helper.make_node("Split", [scores, sizes], ["raw_tags", "queries", "keys"], axis=-1))
    g.node("LogSoftmax", ["raw_tags"], "tags", axis=-1)
    g.node("LogSoftmax", [g.linear(x, "inner_head", p["inner.weight"], p["inner.bias"])], "inner", axis=-1)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["words" if name == "units" else "length"])
        for name in ("ids", "quote", "shape", "start", "units")
    ]
    shapes = {"tags": len(LABELS), "inner": len(LABELS), "queries": links, "keys": links, "said": said}
    if network.names is not None:
        shapes["names"] = branch(g, below, p)
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["words", size]) for n, size in shapes.items()]
    graph = helper.make_graph(g.nodes, "attribution", inputs, outputs, g.weights)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="claimx")


def _embeddings(g: Graph, p: dict[str, NDArray[np.float32]]) -> str:
    """Sum of the embeddings of pieces, places and features, normalised: [1, L, WIDTH]."""
    x = g.embed("ids", "words", p["words.weight"])
    zero = g.constant("zero", np.array([0]))
    table = g.constant("places.w", p["places.weight"][:LONGEST])
    places = g.node("Slice", [table, zero, g.node("Shape", ["ids"], "ids.shape"), zero], "places")
    x = g.node("Add", [x, places], "words_places")
    combined = (p["quote.weight"][:, None, None] + p["shape.weight"][None, :, None] + p["start.weight"]).reshape(
        -1, WIDTH
    )
    shapes, starts = len(p["shape.weight"]), len(p["start.weight"])
    index = g.node("Mul", ["quote", g.constant("per_quote", np.array(shapes * starts))], "index.quote")
    shape = g.node("Mul", ["shape", g.constant("per_shape", np.array(starts))], "index.shape")
    index = g.node("Add", [g.node("Add", [index, shape], "index.both"), "start"], "index")
    y = g.node("Gather", [g.constant("features.w", combined), index], "features")
    x, y = (g.node("Unsqueeze", [z, zero], f"{z}.batch") for z in (x, y))
    return g.add_and_norm(x, y, "norm", (p["norm.weight"], p["norm.bias"]))


def branch(g: Graph, x: str, p: dict[str, NDArray[np.float32]]) -> int:
    """The branch for names on a lower layer; returns the number of its tags."""
    for i in range(NameBranch.LAYERS):
        x = _layer(g, x, f"names.layers.{i}", p)
    x = _hidden(g, x, "names.", p)
    g.node("LogSoftmax", [g.linear(x, "names.head", p["names.head.weight"], p["names.head.bias"])], "names", axis=-1)
    return len(NAME_TAGS)


def _said(g: Graph, layers: Sequence[str]) -> int:
    """What each word says of whether something is said, and of the kind of text; returns the number of columns.

    The weights are noughts until ``models/credence/train.py`` puts its own in their place.
    """
    words = [_words(g, x, f"said.{number}.") for number, x in enumerate(layers)]
    vectors = g.node("Concat", words, VECTORS, axis=-1)
    weights = g.constant(WEIGHTS, np.zeros((WIDTH * len(layers), len(COLUMNS)), np.float32))
    g.node("MatMul", [vectors, weights], "said")
    return len(COLUMNS)


def _words(g: Graph, x: str, part: str) -> str:
    """The words' first pieces: [1, L, WIDTH] to [U, WIDTH]."""
    x = g.node("Squeeze", [x, "axis"], f"{part}pieces")
    return g.node("Gather", [x, "units"], f"{part}words_of_window")


def _hidden(g: Graph, x: str, part: str, p: dict[str, NDArray[np.float32]]) -> str:
    """The hidden layer of a head, on the words: [1, L, WIDTH] to [U, WIDTH]."""
    x = _words(g, x, part)
    x = g.linear(x, f"{part}hidden", p[f"{part}hidden.weight"], p[f"{part}hidden.bias"])
    return g.node("Gelu", [x], f"{part}hidden_act", MICROSOFT)


def _layer(g: Graph, x: str, name: str, p: dict[str, NDArray[np.float32]]) -> str:
    """One encoder layer, [1, L, WIDTH] to the same."""

    def linear(x: str, part: str) -> str:
        return g.linear(x, f"{name}.{part}", p[f"{name}.{part}.weight"], p[f"{name}.{part}.bias"])

    def norm(x: str, y: str, part: str) -> str:
        return g.add_and_norm(x, y, f"{name}.{part}", (p[f"{name}.{part}.weight"], p[f"{name}.{part}.bias"]))

    parts = [f"{name}.{part}" for part in ("q", "k", "v")]
    g.nodes.append(helper.make_node("Split", [linear(x, "qkv")], parts, f"{name}.split", axis=-1))
    attended = g.node("MultiHeadAttention", parts, f"{name}.attended", MICROSOFT, num_heads=HEADS)
    x = norm(x, linear(attended, "out"), "norm1")
    inner = g.node("Gelu", [linear(x, "up")], f"{name}.gelu", MICROSOFT)
    return norm(x, linear(inner, "down"), "norm2")


def write(network: Network, path: Path, ranges: Ranges, pieces: Sequence[int] | None = None, bits: int = 8) -> None:
    """Write the graph to a file."""
    path.write_bytes(build(network, bits, ranges, pieces).SerializeToString())
