import hashlib
from pathlib import Path

import pytest

from claimx.errors import ModelError
from claimx.models import Model, installed, onnx_session, open_model


def write_model(root: Path, name: str = "toy", content: bytes = b"weights", digest: str | None = None) -> Path:
    folder = root / name
    folder.mkdir()
    (folder / "model.onnx").write_bytes(content)
    digest = digest or hashlib.sha256(content).hexdigest()
    (folder / "model.toml").write_text(f'name = "{name}"\nversion = "1.2"\n[sha256]\n"model.onnx" = "{digest}"\n')
    return folder


def test_a_whole_model_is_read(tmp_path: Path) -> None:
    write_model(tmp_path)
    model = open_model("toy", tmp_path)
    assert (model.name, model.version, model.read("model.onnx")) == ("toy", "1.2", b"weights")


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="'toy' is missing"):
        open_model("toy", tmp_path)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    folder = write_model(tmp_path)
    (folder / "model.onnx").write_bytes(b"weightz")
    with pytest.raises(ModelError, match=r"model\.onnx is damaged"):
        open_model("toy", tmp_path).read("model.onnx")


def test_a_lost_file_is_named(tmp_path: Path) -> None:
    folder = write_model(tmp_path)
    (folder / "model.onnx").unlink()
    with pytest.raises(ModelError, match=r"model\.onnx cannot be read"):
        open_model("toy", tmp_path).read("model.onnx")


def test_a_file_without_a_digest_is_refused(tmp_path: Path) -> None:
    folder = write_model(tmp_path)
    (folder / "extra.bin").write_bytes(b"?")
    with pytest.raises(ModelError, match=r"no sha256 of extra\.bin"):
        open_model("toy", tmp_path).read("extra.bin")


@pytest.mark.parametrize("table", ["name = ", 'name = "other"\n[sha256]\n', 'name = "toy"\n'])
def test_a_broken_table_is_refused(tmp_path: Path, table: str) -> None:
    (write_model(tmp_path) / "model.toml").write_text(table)
    with pytest.raises(ModelError, match=r"model\.toml"):
        open_model("toy", tmp_path)


def test_a_network_that_is_none_is_refused(tmp_path: Path) -> None:
    write_model(tmp_path, content=b"not a network")
    with pytest.raises(ModelError, match="cannot be opened"):
        onnx_session(open_model("toy", tmp_path))


def test_the_installed_model_is_whole_and_small() -> None:
    model: Model = installed("attribution")
    weights = model.read("model.onnx")
    assert len(weights) < 25_000_000
    assert model.read("tokenizer.json").startswith(b"{")
    assert model.version
