"""Nothing is sent, looked up or written but what was asked for: articles are confidential.

An extraction runs in an interpreter of its own, in empty folders, under an audit hook (PEP 578) that lets nothing
reach a socket, a process or a file to be written. Libraries in C pass no audit hook; they show by what they leave in
the folders for homes, caches and temporary files, and by the sockets that are open in the end.
"""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.articles.readers.files import every_format

ROOT = Path(__file__).parents[1]

GUARD = """
import os, sys

FORBIDDEN = (
    "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "subprocess.", "os.system", "os.exec",
    "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.link", "os.symlink", "os.mkdir",
)
#: urllib3 tries when it is imported (spaCy imports it) whether this machine knows IPv6, by an address of its own.
HARMLESS = ("socket.__new__", "socket.bind")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

def guard(event, args):
    refused = event.startswith(FORBIDDEN) and event not in HARMLESS
    refused |= event == "socket.bind" and args[1] != ("::1", 0)
    refused |= event == "open" and isinstance(args[0], str) and bool(args[2] & WRITING) and not is_asked_for(args[0])
    if refused:
        print("REFUSED", event, args, file=sys.__stderr__, flush=True)
        os._exit(3)  # an exception might be caught

def is_asked_for(path):
    folder, name = os.path.split(os.path.abspath(path))
    return path == os.devnull or (folder == os.getcwd() and "claims.jsonl" in name)

sys.addaudithook(guard)
"""
COMMAND = """
from claimx.cli.app import app
try: app(["extract", "article.txt", "page.html", "lines.jsonl", "--output", "claims.jsonl"], prog_name="claimx")
except SystemExit as end: assert not end.code, end.code
"""
SAID = "The mayor said that the old bridge was closed on Monday."
PAGE = (
    f"<html><head><title>Old bridge closed</title><meta name='date' content='5 March 2024'></head><body><p>{SAID}</p>"
)
INPUTS = {
    "article.txt": SAID,
    "page.html": f"{PAGE}<img src='http://example.org/a.png'></body></html>",
    "lines.jsonl": f'{{"text": "{SAID}", "published": "Tuesday, 5 March 2024"}}',
}
LIBRARY = """
import claimx
claims = claimx.extract(open("article.txt", encoding="utf-8").read())
open("claims.jsonl", "w", encoding="utf-8").write(claims[0].text)
"""
READING = """
import claimx
texts = [article.text for article in claimx.read("formats")]
open("claims.jsonl", "w", encoding="utf-8").write(texts[0])
"""
SOCKETS_LEFT = """
if os.path.isdir("/proc/self/fd"):
    for name in os.listdir("/proc/self/fd"):
        path = os.path.join("/proc/self/fd", name)
        assert not (os.path.islink(path) and os.readlink(path).startswith("socket:")), "an open socket"
"""


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run code under the guard, in empty folders; only ``claims.jsonl`` may be written, in the working folder."""
    places = {name: str(folder / name) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR")}
    places |= {name: str(folder / name) for name in ("TEMP", "TMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    places |= {name: str(folder / name) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")}
    for place in places.values():
        Path(place).mkdir()
    places["ORT_DISABLE_TELEMETRY"] = "0"  # somebody may have switched it on
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    for name, content in INPUTS.items():
        (folder / name).write_text(content, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", GUARD + code + SOCKETS_LEFT],
        cwd=folder,
        env={**kept, **places, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


@pytest.mark.parametrize("code", [COMMAND, LIBRARY], ids=["command", "library"])
def test_an_extraction_writes_what_was_asked_for_and_sends_nothing(code, tmp_path):
    result = run(code, tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert files(tmp_path) == {*INPUTS, "claims.jsonl"}
    assert "bridge was closed" in (tmp_path / "claims.jsonl").read_text(encoding="utf-8")


def test_no_format_needs_the_network_or_a_file_on_disk(tmp_path):
    (tmp_path / "formats").mkdir()
    names = []
    for name, content in every_format().items():
        (tmp_path / "formats" / name).write_bytes(content)
        names.append(f"formats/{name}")
    result = run(READING, tmp_path)
    assert result.returncode == 0, result.stderr
    assert files(tmp_path) == {*INPUTS, *names, "claims.jsonl"}


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "open('elsewhere.txt', 'w')",
        "import subprocess; subprocess.run(['true'])",
    ],
)
def test_the_guard_refuses(code, tmp_path):
    assert "REFUSED" in run(code, tmp_path).stderr


def test_onnxruntime_is_imported_in_one_place():
    importing = []
    for path in [*ROOT.glob("claimx/**/*.py"), *ROOT.glob("models/*/*.py"), *ROOT.glob("benchmarks/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            importing += [path for name in names if (name or "").split(".")[0] == "onnxruntime"]
    assert importing == [ROOT / "claimx" / "models.py"]
