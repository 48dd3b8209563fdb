"""The wheel is built, installed into a fresh environment, and run from another folder."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]
TEXT = "“The ferry will sail on Monday,” Mayor Ana Ruiz told reporters. More than 300 people were waiting, she said."


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    # Not even this checkout may be found by way of the environment.
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV"))}
    return subprocess.run(
        [*map(str, command)], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Built from a copy of what is under version control, or of everything where git cannot tell."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    ignored = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "dist", "build", "tests")
    shutil.copytree(ROOT, source, ignore=ignored)
    build = "import hatchling.build as b; print(b.build_wheel('.'))"
    result = run(sys.executable, "-c", build, folder=source)
    assert result.returncode == 0, result.stderr
    return source / result.stdout.split()[-1]


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """The interpreter of a fresh environment with the wheel; its dependencies are those of this environment."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "env", with_pip=False)
    [site] = (folder / "env").glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # Appended to the path, so that the wheel comes first; .pth files in there (this checkout's) are not read.
    dependencies = [path for path in sys.path if path.endswith("site-packages")]
    (site / "dependencies.pth").write_text("\n".join(dependencies))
    return folder / "env" / "bin" / "python"


def test_the_wheel_has_the_package_its_lexicons_and_its_models(wheel):
    names = {*zipfile.ZipFile(wheel).namelist()}
    files = {
        path.relative_to(ROOT).as_posix()
        for ending in ("py", "toml", "jinja", "css", "js")
        for path in (ROOT / "claimx").rglob(f"*.{ending}")
    }
    assert files | {"claimx/py.typed"} <= names
    for table in (ROOT / "models").glob("*/model.toml"):
        assert f"claimx/_models/{table.parent.name}/model.toml" in names
    assert not [name for name in names if not name.startswith(("claimx/", "claimx-"))]
    assert not [name for name in names if name.endswith("train.py")]


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="not under version control")
def test_the_source_distribution_has_all_that_is_under_version_control():
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = {*settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    always = {".gitignore", "LICENSE", "README.md", "pyproject.toml"}  # hatchling adds them by itself
    assert {line.split("/")[0] for line in files.splitlines()} == included | always


def test_it_has_the_console_script_and_the_licence(wheel):
    archive = zipfile.ZipFile(wheel)
    [entry_points] = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
    text = archive.read(entry_points).decode()
    assert "claimx = claimx.cli:main" in text
    assert "claimx = claimx.spacy_pipe:make_component" in text
    assert any(name.endswith("LICENSE") for name in archive.namelist())


def test_it_runs_from_another_folder(python, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    where = run(python, "-c", "import claimx; print(claimx.__file__)", folder=tmp_path)
    assert str(python.parents[1]) in where.stdout, where.stderr
    result = run(python, "-m", "claimx", "extract", "a.txt", "--date", "2024-03-05", folder=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    claims = [json.loads(line) for line in result.stdout.splitlines()]
    assert "Ana Ruiz" in {claim["source"]["name"] for claim in claims if claim["source"]}
    assert 300 in {quantity["value"] for claim in claims for quantity in claim["quantities"]}


def test_its_models_are_whole(python, tmp_path):
    result = run(python, "-m", "claimx", "info", folder=tmp_path)
    rows = [line for line in result.stdout.splitlines() if line.startswith(("model ", "parser"))]
    expected = {table.parent.name for table in (ROOT / "models").glob("*/model.toml")}
    assert {row.split()[1] for row in rows if row.startswith("model ")} == expected
    assert all("whole" in row for row in rows)
