"""Models by name: where they lie, whether they are whole, and their network, opened when it is first needed.

A model is a folder with ``model.toml`` (name, version, the digests of the other files, the model's own constants) and
the files that it names. In a checkout it lies in ``models/<name>``, in a wheel in ``claimx/_models/<name>``.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claimx.errors import ModelError

_ROOTS = (Path(__file__).parent / "_models", Path(__file__).parents[1] / "models")


@dataclass(frozen=True)
class Model:
    """A model's folder and what its ``model.toml`` says."""

    name: str
    version: str
    folder: Path
    table: Mapping[str, Any]

    def read(self, file: str) -> bytes:
        """Read one of the model's files; its digest has been checked."""
        return self.checked(file).read_bytes()

    def checked(self, file: str) -> Path:
        """Where one of the model's files lies, its content as ``model.toml`` has its digest.

        Raises:
            ModelError: the file is missing, damaged or of another version.
        """
        path = self.folder / file
        expected = self.table["sha256"].get(file)
        if expected is None:
            raise ModelError(f"{self.folder / 'model.toml'} has no sha256 of {file}.")
        try:
            with path.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
        except OSError as error:
            raise ModelError(f"The model file {path} cannot be read; please install claimx again.") from error
        if digest != expected:
            raise ModelError(f"The model file {path} is damaged or of another version; please install claimx again.")
        return path


def open_model(name: str, root: Path | None = None) -> Model:
    """Find a model by its name and read its ``model.toml``.

    ``root`` is a folder of models to look in instead of the installed ones.
    """
    roots = _ROOTS if root is None else (root,)
    for folder in (root / name for root in roots):
        if (folder / "model.toml").is_file():
            return _read(name, folder)
    raise ModelError(f"The model {name!r} is missing from {roots[0]}; please install claimx again.")


def names(root: Path | None = None) -> list[str]:
    """The names of all models there are."""
    roots = _ROOTS if root is None else (root,)
    return sorted({table.parent.name for root in roots for table in root.glob("*/model.toml")})


def _read(name: str, folder: Path) -> Model:
    path = folder / "model.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read: {error}.") from error
    if table.get("name") != name or not isinstance(table.get("sha256"), dict):
        raise ModelError(f"{path} does not describe the model {name!r} (keys name, version, sha256).")
    return Model(name, str(table.get("version", "")), folder, table)


@cache
def installed(name: str) -> Model:
    """The model that claimx came with; read once."""
    return open_model(name)


def onnx_session(model: Model, file: str = "model.onnx") -> Any:  # noqa: ANN401 - onnxruntime has no stubs
    """Open a model's network: from its file, so that no second copy of it is held while it is opened."""
    path = model.checked(file)
    try:
        return open_session(str(path))
    except Exception as error:
        raise ModelError(f"{path} cannot be opened by this onnxruntime: {error}") from error


def open_session(graph: str | bytes) -> Any:  # noqa: ANN401 - onnxruntime has no stubs
    """Open an ONNX graph, a file or its content, on one thread: claimx runs articles side by side, not their parts."""
    onnxruntime = _silent_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _silent_onnxruntime() -> Any:  # noqa: ANN401 - onnxruntime has no stubs
    """Import onnxruntime with its telemetry off; the only place that imports it.

    Its official builds keep a device identifier and a queue of events in the user's cache folder and send them to their
    maker. The variable, read when the library is first imported, prevents all of that; the call stops what is left of
    it where somebody else has imported the library before.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime
