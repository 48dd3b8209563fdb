import hashlib

import pytest

from claimx import about, models
from claimx.document.parser import ParserInfo
from claimx.errors import ModelError


def rows() -> dict[str, str]:
    return {part.name: part.said for part in about.describe()}


def damaged() -> list[str]:
    return [part.name for part in about.describe() if not part.is_whole]


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


def test_an_installation_that_is_whole():
    assert damaged() == []
    assert "whole" in rows()["parser"]


def test_a_whole_model(model):
    assert rows()["model tiny"] == f"1.2.3 (MIT), whole, in {model}"


def test_a_damaged_model(model):
    (model / "weights").write_bytes(b"other weights")
    assert "damaged" in rows()["model tiny"]
    assert "model tiny" in damaged()


def test_a_model_without_its_file(model):
    (model / "weights").unlink()
    assert "cannot be read" in rows()["model tiny"]
    assert "model tiny" in damaged()


def test_no_model_at_all(monkeypatch, tmp_path, no_parser):
    monkeypatch.setattr(models, "_ROOTS", (tmp_path,))
    assert "please install claimx again" in rows()["model attribution"]
    assert "model attribution" in damaged()


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


@pytest.mark.parametrize(
    ("read", "said"), [(["the", "mayor", "said"], "it reads 'the mayor said'"), (None, "KeyError")]
)
def test_a_parser_of_which_a_file_is_damaged(no_parser, monkeypatch, read, said):
    def parse(texts):
        if read is None:
            raise KeyError("lemma_lookup")
        return [[type("Token", (), {"lemma": lemma}) for lemma in read]]

    monkeypatch.setattr(about, "parse", parse)
    assert said in rows()["parser"]
    assert "DAMAGED" in rows()["parser"]
    assert "parser" in damaged()


def test_no_parser(monkeypatch):
    def missing():
        raise ModelError("no spaCy model found: pip install it")

    monkeypatch.setattr(about, "find_parser", missing)
    assert rows()["parser"] == "DAMAGED: no spaCy model found: pip install it"


def test_a_missing_library(no_parser, monkeypatch):
    monkeypatch.setattr(about, "LIBRARIES", ("no-such-library",))
    assert rows()["no-such-library"] == "missing; please install claimx again"
    assert "no-such-library" in damaged()


def test_missing_lexicons(no_parser, monkeypatch, tmp_path):
    monkeypatch.setattr(about, "LEXICONS", tmp_path)
    assert rows()["lexicons"] == "DAMAGED: all missing; please install claimx again"
    assert {"lexicons", "check-worthiness"} <= {*damaged()}
