"""The parser's matrix products by onnxruntime, which the network needs anyway.

spaCy multiplies by BLIS, whose wheels know no processor's vector units: a product takes three times as long.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import TrainablePipe
from thinc.api import NumpyOps

from claimx.models import open_session

if TYPE_CHECKING:
    from spacy.language import Language

Matrix = NDArray[np.float32]

_GRAPH = (
    b'\x08\x08:h\n\x1e\n\x01a\n\x01b\x12\x01c"\x04Gemm*\r\n\x06transB\x18\x01\xa0\x01\x02\x12\x01g'
    b"Z\x15\n\x01a\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01M\n\x03\x12\x01K"
    b"Z\x15\n\x01b\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01N\n\x03\x12\x01K"
    b"b\x15\n\x01c\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01M\n\x03\x12\x01NB\x04\n\x00\x10\r"
)
"""An ONNX model of one operator, ``c = Gemm(a, b, transB=1)``: a [M, K], b [N, K], c [M, N] in 32 bits, opset 13."""


class OnnxOps(NumpyOps):  # type: ignore[misc]  # thinc has no stubs
    """thinc's operations on numpy arrays, with the product of a layer's forward pass by onnxruntime."""

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no stubs
        return open_session(_GRAPH)

    def gemm(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """A product of matrices; ``x @ y.T`` is onnxruntime's, of which no row depends on the rows beside it."""
        if trans1 or not trans2 or not len(x):
            return np.asarray(super().gemm(x, y, out=out, trans1=trans1, trans2=trans2))
        # a single row would go by another kernel, which rounds otherwise than that for rows among others
        rows = x if len(x) > 1 else np.concatenate([x, x])
        product: Matrix = self._session.run(None, {"a": rows, "b": y})[0][: len(x)]
        if out is None:
            return product
        out[...] = product
        return out


def multiply_by_onnxruntime(nlp: Language) -> None:
    """Let all layers of a pipeline multiply their matrices by onnxruntime."""
    ops = OnnxOps()
    for _, component in nlp.pipeline:
        if isinstance(component, TrainablePipe):
            for layer in component.model.walk():
                layer.ops = ops
