"""The pages say what the program does: generated ones are fresh, examples are real, recipes run as printed."""

import contextlib
import dataclasses
import io
import json
import os
import re
import runpy
import shutil
import stat
import subprocess
import sys
import typing
from datetime import date
from pathlib import Path

import pytest

import claimx
from claimx import records
from claimx.articles.reading import read_articles
from claimx.writers import open_source_writer, open_writer

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RECORD = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
PAGES = sorted(path for folder in (ROOT, ROOT / "docs") for path in folder.glob("*.md"))
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


# --- pages ---


def test_the_page_of_the_command_line_is_fresh():
    page = runpy.run_path(str(ROOT / "docs" / "make_cli.py"))
    assert page["PAGE"].read_text(encoding="utf-8") == page["render"](), "run python docs/make_cli.py"


def test_every_field_has_an_example():
    fields = runpy.run_path(str(ROOT / "docs" / "make_fields.py"))
    page = fields["PAGE"].read_text(encoding="utf-8")
    sections = dict(zip(*[iter(re.split(r"(?m)^## (.+)\n", page)[1:])] * 2, strict=True))
    assert list(sections) == list(fields["SECTIONS"])
    for title, kind in fields["SECTIONS"].items():
        rows = re.findall(r"(?m)^\| `(\w+)` \| `` (.+?) `` \|", sections[title])
        assert list(dict.fromkeys(name for name, _ in rows)) == fields["public"](kind), title
        empty = [
            name for name, value in rows if value in ("null", "[]") and len([n for n, _ in rows if n == name]) == 1
        ]
        assert set(empty) <= {"si", "url", "publisher", "author", "warnings"}, title


def test_every_record_that_is_written_has_its_fields_told():
    told = {*runpy.run_path(str(ROOT / "docs" / "make_fields.py"))["SECTIONS"].values()}
    waiting = [records.Claim, records.Document, records.DistinctClaim, records.SourceSummary, records.DocumentSources]
    waiting.append(records.SourceShare)
    reached = set()
    while waiting:
        kind = waiting.pop()
        reached.add(kind)
        hints = typing.get_type_hints(kind)
        own = [field.name for field in dataclasses.fields(kind) if not field.metadata.get("internal")]
        parts = {part for name in own for part in _kinds(hints[name]) if dataclasses.is_dataclass(part)}
        waiting += parts - reached
    assert told == reached


@pytest.mark.slow
def test_the_examples_of_fields_are_fresh():
    fields = runpy.run_path(str(ROOT / "docs" / "make_fields.py"))
    assert fields["PAGE"].read_text(encoding="utf-8") == fields["render"](), "run python docs/make_fields.py"


def test_the_tables_of_inputs_are_fresh():
    page = runpy.run_path(str(ROOT / "docs" / "make_inputs.py"))
    text = page["PAGE"].read_text(encoding="utf-8")
    assert text == page["render"](text), "run python docs/make_inputs.py"


def test_the_examples_of_outputs_are_fresh():
    page = runpy.run_path(str(ROOT / "docs" / "make_outputs.py"))
    text = page["PAGE"].read_text(encoding="utf-8")
    assert len(page["QUERY"].findall(text)) == 4
    assert text == page["render"](text), "run python docs/make_outputs.py"


def test_the_plot_is_fresh():
    plots = runpy.run_path(str(ROOT / "docs" / "make_plots.py"))
    assert plots["PICTURE"].read_text(encoding="utf-8") == plots["render"](README), "run python docs/make_plots.py"
    figures = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    genres = plots["render_genres"](figures)
    assert genres.count("<rect") == 15
    assert plots["GENRES"].read_text(encoding="utf-8") == genres, "run python docs/make_plots.py"
    said = plots["render_said"](figures)
    assert said.count("<rect") == 14
    assert plots["SAID"].read_text(encoding="utf-8") == said, "run python docs/make_plots.py"


def test_the_diagrams_are_fresh():
    diagrams = runpy.run_path(str(ROOT / "docs" / "make_diagrams.py"))
    for name, draw in diagrams["PICTURES"].items():
        assert (diagrams["FOLDER"] / name).read_text(encoding="utf-8") == draw(), "run python docs/make_diagrams.py"
    rooms = {path.name for path in (ROOT / "claimx").iterdir() if (path / "__init__.py").exists()}
    assert {name for step, _, _ in diagrams["STEPS"] for name in step.split(", ")} <= rooms


def test_the_site_has_every_page_once():
    site = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    named = re.findall(r'= "([\w-]+\.md)"', site)
    gathered = runpy.run_path(str(ROOT / "docs" / "make_site.py"))["GATHERED"].values()
    assert len(named) == len({*named})
    assert {*named} == {path.name for path in (ROOT / "docs").glob("*.md")} | {*gathered, "api.md"}


def test_every_model_has_its_card_in_the_site():
    gathered = runpy.run_path(str(ROOT / "docs" / "make_site.py"))["GATHERED"]
    cards = {path.relative_to(ROOT).as_posix() for path in (ROOT / "models").glob("*/card.md")}
    assert len(cards) > 3
    assert cards <= {*gathered}


def test_the_python_page_tells_of_every_public_name():
    page = runpy.run_path(str(ROOT / "docs" / "make_site.py"))["python_interface"]()
    told = {*re.findall(r"(?m)^### (\w+)$", page)}
    assert {name for name in claimx.__all__ if callable(getattr(claimx, name))} <= told


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_anchors_within_a_page_exist(page):
    text = page.read_text(encoding="utf-8")
    headings = {re.sub(r"\W+", "-", heading.lower()).strip("-") for heading in re.findall(r"(?m)^#+ (.+)$", text)}
    assert {*re.findall(r"\]\(#([\w-]+)\)", text)} <= headings


# --- docs/record.md ---

SECTIONS = {
    "Claim": records.Claim,
    "Source": records.Source,
    "Quantity": records.Quantity,
    "Time": records.Time,
    "Entity": records.Entity,
    "Distinct claims": records.DistinctClaim,
    "Document envelope": records.Document,
    "Who speaks": records.SourceSummary,
    "Who speaks in a run": records.SourceShare,
    "Envelope of sources": records.DocumentSources,
}


def rows(section: str) -> dict[str, str]:
    """The keys of a section's table with all that is said of each."""
    text = RECORD.split(f"\n## {section}\n", 1)[1].split("\n## ", 1)[0]
    return dict(re.findall(r"(?m)^\| `(\w+)` \| (.+) \|$", text))


@pytest.mark.parametrize(("section", "record"), SECTIONS.items(), ids=SECTIONS.keys())
def test_the_record_page_names_the_keys_in_their_order(section, record):
    own = [f.name for f in dataclasses.fields(record) if not f.metadata.get("internal")]
    if record is records.DistinctClaim:
        own = [name for name in own if name not in rows("Claim")]
    assert [*rows(section)] == own


@pytest.mark.parametrize(("section", "record"), SECTIONS.items(), ids=SECTIONS.keys())
def test_the_record_page_names_the_keys_of_small_objects_and_all_values(section, record):
    hints = typing.get_type_hints(record)
    for key, said in rows(section).items():
        for kind in _kinds(hints[key]):
            if isinstance(kind, str):
                assert f"`{kind}`" in said, f"{section}.{key}: {kind}"
            elif kind not in SECTIONS.values():
                for field in dataclasses.fields(kind):
                    assert f"`{field.name}`" in said, f"{section}.{key}.{field.name}"


def _kinds(hint: object) -> list:
    """Records, and values of enumerations, that a type hint speaks of."""
    if typing.get_origin(hint) is typing.Literal:
        return list(typing.get_args(hint))
    if dataclasses.is_dataclass(hint):
        return [hint]
    return [kind for arg in typing.get_args(hint) for kind in _kinds(arg)]


def test_the_record_page_shows_what_claimx_finds():
    [text] = re.findall(r"(?m)^> (.+)$", RECORD)
    [example] = blocks("json", RECORD)
    [claim] = claimx.Extractor().extract(text, published=date(2024, 3, 5), id="bridge.txt")
    uncertain = {"checkworthiness": None, "confidence": None}
    assert json.loads(example) | uncertain == claimx.to_dict(claim) | uncertain


# --- README ---


def test_the_readme_starts_with_exactly_two_commands_that_set_themselves_up():
    use = README.split("\n## Use it\n", 1)[1].split("\n## ", 1)[0]
    commands = [line for block in blocks("sh", use) for line in block.splitlines()]
    assert len(commands) == 2
    assert all(command.startswith("python3 -m venv .venv && .venv/bin/pip install -q ") for command in commands)
    sample = re.search(r"claimx extract (\S+)", commands[0])
    assert sample and (ROOT / sample[1]).exists()
    assert commands[1].endswith(".venv/bin/pytest")


def test_the_readme_shows_a_part_of_the_real_record():
    [short] = blocks("json")
    [full] = blocks("json", RECORD)
    assert _is_part(json.loads(short), json.loads(full))


def _is_part(part: object, whole: object) -> bool:
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and _is_part(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) == len(whole) and all(map(_is_part, part, whole))
    return part == whole


def test_the_tables_of_the_readme_are_fresh():
    page = runpy.run_path(str(ROOT / "docs" / "make_tables.py"))
    assert len(page["BLOCK"].findall(README)) == len(blocks("text")) == 2
    assert page["render"](README) == README, "run python docs/make_tables.py"


def test_the_figures_of_the_readme_are_those_of_the_benchmarks():
    [table] = re.findall(r"(?ms)^\| public benchmark .*?(?=^\n)", (ROOT / "README.md").read_text("utf-8"))
    figures = re.findall(r"\d+\.\d+", table)
    told = re.findall(r"\d+\.\d+", (ROOT / "docs" / "benchmarks.md").read_text("utf-8"))
    assert len(figures) > 8
    assert {*figures} <= {*told}


def test_the_pictures_of_the_readme_are_small_and_told_in_words():
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README)
    assert len(pictures) == 2
    for words, path in pictures:
        assert len(words.split()) > 5
        assert (ROOT / path).stat().st_size < 150_000


@pytest.mark.parametrize("code", blocks("python"), ids=range(len(blocks("python"))))
def test_python_in_the_readme_runs(code):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    assert out.getvalue().strip()


RECIPES = [line for block in blocks("sh") for line in block.splitlines() if "| jq" in line]


@pytest.fixture(scope="module")
def tools(tmp_path_factory) -> Path:
    """A folder with a ``claimx`` that has read all samples once, and a ``jq`` where the machine has none."""
    folder = tmp_path_factory.mktemp("bin")
    articles = read_articles([str(path) for path in SAMPLES], on_error=pytest.fail)
    for path, document in zip(SAMPLES, claimx.Extractor().pipe(articles), strict=True):
        with (folder / f"extract.{path.name}").open("w", encoding="utf-8", newline="") as stream:
            open_writer("jsonl", stream).write(document)
        with (folder / f"sources.{path.name}").open("w", encoding="utf-8", newline="") as stream:
            open_source_writer("jsonl", stream).write(claimx.summarize_sources(document))
    _script(folder / "claimx", f'command=$1; shift; for f; do cat "{folder}/$command.$(basename "$f")"; done')
    if shutil.which("jq") is None:
        _script(folder / "jq", f'exec "{sys.executable}" "{ROOT / "tests" / "jq_stand_in.py"}" "$@"')
    return folder


def _script(path: Path, line: str) -> None:
    path.write_text(f"#!/usr/bin/env bash\n{line}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the recipes are for bash")
@pytest.mark.parametrize("recipe", RECIPES, ids=range(len(RECIPES)))
def test_jq_recipes_work_as_printed(recipe, tools):
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", recipe],
        cwd=ROOT,
        env={**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.strip(), "the recipe finds nothing in the samples"


def test_there_are_recipes():
    assert len(RECIPES) >= 5


# --- CHANGELOG ---


def test_the_changelog_speaks_of_this_version_or_of_the_next():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"(?m)^## (?:Unreleased|{re.escape(claimx.__version__)}\b)", changelog)
