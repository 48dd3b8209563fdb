"""The recipes and first steps of the documentation run as printed, in their order, in a folder with the samples."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
#: How a block of each language is run.
RUNNERS = {
    "sh": ["bash", "-e", "-o", "pipefail", "-c"],
    "python": [sys.executable, "-c"],
    "r": ["Rscript", "-e"],
}
_BLOCK = re.compile(r"```(sh|python|r)\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with the samples, and ``jq`` and ``claimx`` on the path."""
    place = tmp_path_factory.mktemp("recipes")
    shutil.copytree(ROOT / "samples", place / "samples")
    (place / "bin").mkdir()
    if shutil.which("jq") is None:
        script = place / "bin" / "jq"
        script.write_text(f'#!/usr/bin/env bash\nexec "{sys.executable}" "{ROOT / "tests" / "jq_stand_in.py"}" "$@"\n')
        script.chmod(0o755)
    return place


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="the recipes are for bash")
@pytest.mark.parametrize("page", ["start.md", "recipes.md"])
def test_the_blocks_of_a_page_run_in_their_order(page, folder):
    blocks = _BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    assert len(blocks) >= 3
    tools = os.pathsep.join((str(folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]))
    for language, code in blocks:
        if shutil.which(RUNNERS[language][0], path=tools) is None and language == "r":
            continue  # R is not on every machine
        result = subprocess.run(
            [*RUNNERS[language], code],
            cwd=folder,
            env={**os.environ, "PATH": tools},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        told = ("README.md", "unlikely statements left out")  # what is no article, and what is no claim
        notes = [line for line in result.stderr.splitlines() if not any(words in line for words in told)]
        assert (result.returncode, notes) == (0, []), code
        assert result.stdout.strip() or "-o " in code, f"it says nothing: {code}"
