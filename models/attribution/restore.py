"""The network as it is shipped, back in torch: to train its branch for names further where no checkpoint is left.

Each 8-bit matrix is multiplied by its scales again, so that the weights are those that the product computes with. A
branch that was trained goes back into the same file: what stands beside it keeps its bytes, and so does what the
network hears of who says what.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import export
import numpy as np
import onnx
import torch
from network import WIDTH, NameBranch, Network
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from claimx.network.inputs import SHAPES, STARTS

Weights = Mapping[str, NDArray[np.generic]]
BRANCH = "names."


def weights_of(path: Path) -> dict[str, NDArray[np.generic]]:
    """The constants of a shipped ``model.onnx``, by their names."""
    return {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}


def restored(path: Path) -> Network:
    """A network with what is shipped of its encoder and its branch for names; heads of statements stay empty.

    Its pieces are those of the shipped ``tokenizer.json``.
    """
    found = weights_of(path)
    network = Network()
    network.words = nn.Embedding(len(found["words.w"]), WIDTH)
    network.names = NameBranch(network)
    state: dict[str, Tensor] = {"words.weight": torch.tensor(found["words.w"] * found["words.s"])}
    state["places.weight"] = network.places.weight.detach().clone()
    state["places.weight"][: len(found["places.w"])] = torch.tensor(found["places.w"])
    features = found["features.w"].reshape(-1, SHAPES, STARTS, WIDTH)
    state["quote.weight"] = torch.tensor(features[:, 0, 0])
    state["shape.weight"] = torch.tensor(features[0, :, 0] - features[0, 0, 0])
    state["start.weight"] = torch.tensor(features[0, 0] - features[0, 0, 0])
    for name in found:
        part, _, kind = name.rpartition(".")
        if kind in ("gamma", "beta"):
            state[f"{part}.{'weight' if kind == 'gamma' else 'bias'}"] = torch.tensor(found[name])
        elif kind == "s" and part != "words" and part not in ("hidden", "head", "inner_head"):
            state[f"{part}.weight"] = torch.tensor(_matrix(found, part))
            state[f"{part}.bias"] = torch.tensor(found[f"{part}.b"])
    missing, unexpected = network.load_state_dict(state, strict=False)
    if unexpected or any(not name.startswith(("hidden.", "head.", "inner.", "bias")) for name in missing):
        raise ValueError(f"{path} holds another network: {missing} missing, {unexpected} unexpected")
    return network.eval()


def _matrix(found: Weights, part: str) -> NDArray[np.float32]:
    """The matrix of a linear map as torch has it: [outputs, inputs]."""
    matrix = found[f"{part}.w"] * found[f"{part}.s"]
    even = found.get(f"{part}.even")
    return np.ascontiguousarray((matrix if even is None else matrix * even[:, None]).T.astype(np.float32))


def graft(branch: NameBranch, ranges: export.Ranges, path: Path) -> None:
    """Put a branch into a shipped file in place of the one that is there.

    Args:
        branch: as it was trained.
        ranges: the largest inputs of its maps, as of :func:`export.input_ranges`.
        path: the ``model.onnx`` to change.
    """
    graph = export.Graph(8, ranges)
    weights = {f"{BRANCH}{name}": w.detach().float().numpy() for name, w in branch.state_dict().items()}
    export.branch(graph, "below", weights)
    new = {tensor.name: tensor for tensor in graph.weights}
    model = onnx.load(path)
    old = {tensor.name for tensor in model.graph.initializer if tensor.name.startswith(BRANCH)}
    if old != set(new):
        raise ValueError(f"{path} has a branch of another shape: {sorted(old ^ set(new))}")
    for tensor in model.graph.initializer:
        if tensor.name in new:
            tensor.CopyFrom(new[tensor.name])
    path.write_bytes(model.SerializeToString())
