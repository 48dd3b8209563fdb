"""Matrix products by onnxruntime instead of BLIS: the same, and each row by itself."""

import numpy as np
import pytest
from thinc.api import NumpyOps

from claimx.document import load_parser
from claimx.document.matrices import OnnxOps

OPS = OnnxOps()
RANDOM = np.random.default_rng(7)
X = RANDOM.standard_normal((200, 96)).astype(np.float32)
Y = RANDOM.standard_normal((50, 96)).astype(np.float32)


def test_it_is_the_product_with_the_second_matrix_transposed() -> None:
    product = OPS.gemm(X, Y, trans2=True)
    assert product.dtype == np.float32
    assert product == pytest.approx(X @ Y.T, abs=1e-4)


@pytest.mark.parametrize("rows", [slice(0, 1), slice(57, 58), slice(3, 5), slice(1, 8), slice(20, 123)])
def test_a_row_does_not_depend_on_the_rows_beside_it(rows: slice) -> None:
    whole = OPS.gemm(X, Y, trans2=True)
    assert np.array_equal(OPS.gemm(X[rows], Y, trans2=True), whole[rows])


def test_no_rows_give_none() -> None:
    assert OPS.gemm(X[:0], Y, trans2=True).shape == (0, 50)


def test_it_is_written_where_it_is_wanted() -> None:
    out = np.zeros((200, 50), np.float32)
    assert OPS.gemm(X, Y, out=out, trans2=True) is out
    assert np.array_equal(out, OPS.gemm(X, Y, trans2=True))


@pytest.mark.parametrize("how", [{}, {"trans1": True, "trans2": True}])
def test_other_products_are_left_to_blis(how: dict[str, bool]) -> None:
    square = np.ascontiguousarray(X[:96])
    ours, theirs = (ops.gemm(square, square, **how) for ops in (OPS, NumpyOps()))
    assert np.array_equal(ours, theirs)


def test_every_layer_of_the_parser_multiplies_so() -> None:
    layers = [layer for name in ("tok2vec", "tagger", "parser") for layer in load_parser().get_pipe(name).model.walk()]
    assert all(isinstance(layer.ops, OnnxOps) for layer in layers)
