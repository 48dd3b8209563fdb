"""What is loaded when: the help loads nothing heavy, and a command only what it needs."""

import json
import subprocess
import sys

import pytest

HEAVY = {"spacy", "onnxruntime", "numpy", "thinc", "tokenizers", "charset_normalizer", "sqlite_utils", "pyarrow"} | {
    "jinja2"
}


def loaded(code: str) -> set[str]:
    """The top-level modules that are loaded after ``code`` has run in a fresh interpreter."""
    tail = "\nimport json, sys; print('\\n' + json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"
    result = subprocess.run([sys.executable, "-c", code + tail], capture_output=True, text=True, check=True)
    return {*json.loads(result.stdout.splitlines()[-1])}


def command(*args: str) -> str:
    return (
        "from claimx.cli.app import app\n"
        f"try: app({[*args]!r}, prog_name='claimx')\n"
        "except SystemExit as end: assert not end.code, end.code"
    )


COMMANDS = [["--help"], ["extract", "--help"], ["report", "--help"], ["--version"], ["schema"], ["evaluate", "--help"]]


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_the_help_loads_nothing_heavy(args):
    assert loaded(command(*args)) & {*HEAVY, "rich", "regex"} == set()


def test_importing_the_library_loads_nothing_at_all():
    new = loaded("import claimx, claimx.records, claimx.errors") - loaded("pass")
    assert new & {*HEAVY, "rich", "regex", "typer"} == set()


@pytest.mark.parametrize("name", ["extract", "sources"])
def test_what_cannot_be_read_needs_no_parser(name):
    code = command(name, "no-such-file.txt").replace("assert not end.code", "assert end.code == 1")
    assert loaded(code) & (HEAVY - {"charset_normalizer"}) == set()
