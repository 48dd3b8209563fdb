"""The command line of the readers of public sets."""

import sys

import pytest

from benchmarks import command
from claimx.errors import InputError


def run(monkeypatch, *args, evaluate=lambda gold, reader: f"{type(reader).__name__} on {gold.name}"):
    monkeypatch.setattr(sys, "argv", ["measure", *args])
    command.main(evaluate, "What it is.\n\nMore.")


def test_the_figures_are_printed(monkeypatch, tmp_path, capsys):
    run(monkeypatch, str(tmp_path))
    assert capsys.readouterr().out == f"Extractor on {tmp_path.name}\n"


def test_what_was_written_before_is_measured(monkeypatch, tmp_path, capsys):
    (tmp_path / "found.jsonl").touch()
    run(monkeypatch, str(tmp_path), "--predictions", str(tmp_path / "found.jsonl"))
    assert capsys.readouterr().out == f"Predictions on {tmp_path.name}\n"


def test_gold_that_is_missing_is_wrong_usage(monkeypatch, capsys):
    with pytest.raises(SystemExit, match="2"):
        run(monkeypatch, "nowhere")
    assert "no such file or folder: nowhere" in capsys.readouterr().err


def test_gold_that_is_refused_is_one_sentence(monkeypatch, tmp_path):
    def refuse(gold, reader):
        raise InputError(f"{gold} is something else.")

    with pytest.raises(SystemExit, match=r"is something else\.$"):
        run(monkeypatch, str(tmp_path), evaluate=refuse)
