import hashlib

import pytest

from claimx import about, models
from claimx.document.parser import ParserInfo
from claimx.errors import ModelError


def rows() -> dict[str, str]:
    return dict(about.describe())


@pytest.fixture
def no_parser(monkeypatch, tmp_path):
    """A parser whose folder is empty, so that nothing is hashed."""
    monkeypatch.setattr(about, "find_parser", lambda: ParserInfo("some_parser", "3.8.0", tmp_path))


@pytest.fixture
def model(monkeypatch, tmp_path, no_parser):
    """A model of one file, alone in its folder."""
    folder = tmp_path / "models" / "tiny"
    folder.mkdir(parents=True)
    (folder / "weights").write_bytes(b"weights")
    digest = hashlib.sha256(b"weights").hexdigest()
    (folder / "model.toml").write_text(
        f'name = "tiny"\nversion = "1.2.3"\nlicence = "MIT"\n[sha256]\nweights = "{digest}"\n'
    )
    monkeypatch.setattr(models, "_ROOTS", (folder.parent,))
    return folder


def test_a_whole_model(model):
    assert rows()["model tiny"] == f"1.2.3 (MIT), whole, in {model}"


def test_a_damaged_model(model):
    (model / "weights").write_bytes(b"other weights")
    assert "damaged" in rows()["model tiny"]


def test_a_model_without_its_file(model):
    (model / "weights").unlink()
    assert "cannot be read" in rows()["model tiny"]


def test_the_weights_of_check_worthiness(no_parser):
    path = about.LEXICONS / "wording" / "checkworthiness.toml"
    count = path.read_text(encoding="utf-8").count("weight =")
    assert rows()["check-worthiness"] == f"{count} weights (MIT), in {path}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file"),
        ("[rows", "not valid TOML"),
        ("[about]\norigin = 'x'\n[rows]\n", "[about] lacks 'licence'"),
    ],
)
def test_weights_that_are_damaged(no_parser, monkeypatch, tmp_path, content, message):
    if content is not None:
        (tmp_path / "wording").mkdir()
        (tmp_path / "wording" / "checkworthiness.toml").write_text(content)
    monkeypatch.setattr(about, "LEXICONS", tmp_path)
    assert rows()["check-worthiness"].startswith("DAMAGED: ")
    assert message in rows()["check-worthiness"]


def test_a_parser_without_weights(no_parser):
    assert rows()["parser"].startswith("DAMAGED: ")


def test_a_parser_with_other_weights(no_parser, monkeypatch):
    monkeypatch.setattr(about, "weights_digest", lambda folder: "0" * 64)
    assert "DAMAGED" in rows()["parser"]


def test_no_parser(monkeypatch):
    def missing():
        raise ModelError("no spaCy model found: pip install it")

    monkeypatch.setattr(about, "find_parser", missing)
    assert rows()["parser"] == "no spaCy model found: pip install it"


def test_a_missing_library(no_parser, monkeypatch):
    monkeypatch.setattr(about, "LIBRARIES", ("no-such-library",))
    assert rows()["no-such-library"] == "missing; please install claimx again"
