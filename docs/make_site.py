"""The documentation as a site: ``python docs/make_site.py [--pages-only]`` builds build/site by zensical.

Its pages are those of this folder, the changelog, CONTRIBUTING, the models' cards, and the Python interface from its
docstrings. They are gathered in build/pages, where links between them lead to pages of the site; what links to a file
of the project that is no page becomes its name. Every link of the site that is built is followed, and one that leads
nowhere is an error.
"""

from __future__ import annotations

import argparse
import dataclasses
import inspect
import re
import shutil
import subprocess
import sys
import typing
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import claimx

ROOT = Path(__file__).parents[1]
PAGES, SITE = ROOT / "build" / "pages", ROOT / "build" / "site"
#: Files of the project that are pages of the site, and their names there.
GATHERED = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "models/attribution/card.md": "attribution-card.md",
    "models/credence/card.md": "credence-card.md",
    "models/pronouns/card.md": "pronouns-card.md",
    "models/checkworthiness/card.md": "checkworthiness-card.md",
    "README.md": "index.md",
}
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")


def gather() -> None:
    """Write all pages to build/pages."""
    shutil.rmtree(PAGES, ignore_errors=True)
    PAGES.mkdir(parents=True)
    shutil.copytree(ROOT / "docs" / "pictures", PAGES / "pictures")
    sources = {path.relative_to(ROOT).as_posix(): path.name for path in (ROOT / "docs").glob("*.md")}
    places = {**GATHERED, **sources}
    for source, name in places.items():
        if source != "README.md":
            text = (ROOT / source).read_text(encoding="utf-8")
            (PAGES / name).write_text(_with_links(text, Path(source).parent, places), encoding="utf-8")
    (PAGES / "api.md").write_text(python_interface(), encoding="utf-8")


def _with_links(text: str, folder: Path, places: dict[str, str]) -> str:
    """A page with its links to other pages as they are in the site."""

    def link(match: re.Match[str]) -> str:
        words, target = match.groups()
        parts = urlsplit(target)
        if parts.scheme or not parts.path:
            return match.group()
        path = (ROOT / folder / unquote(parts.path)).resolve().relative_to(ROOT).as_posix()
        if path in places:
            return f"[{words}]({places[path]}{'#' + parts.fragment if parts.fragment else ''})"
        return f"{words} (`{path}`)" if words.strip("`") not in path else f"`{path}`"

    return _LINK.sub(link, text)


def python_interface() -> str:
    """The public names of claimx with their signatures and docstrings, as Markdown."""
    functions = [name for name in claimx.__all__ if inspect.isfunction(getattr(claimx, name))]
    classes = [name for name in claimx.__all__ if inspect.isclass(getattr(claimx, name))]
    parts = ["# Python\n\nAll public names; each is imported from `claimx`.\n"]
    parts += ["## Functions\n", *map(_function, functions), "## Classes\n", *map(_class, classes)]
    return "\n".join(parts)


def _function(name: str, owner: object = claimx) -> str:
    member = getattr(owner, name)
    title = name if owner is claimx else f"{getattr(owner, '__name__', owner)}.{name}"
    return f"### {title}\n\n```python\n{title}{inspect.signature(member)}\n```\n\n{_prose(member)}\n"


def _class(name: str) -> str:
    kind = getattr(claimx, name)
    lines = [f"### {name}\n", _prose(kind), ""]
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        fields = [field for field in dataclasses.fields(kind) if not field.metadata.get("internal")]
        rows = [f"| `{field.name}` | `{_type(hints[field.name])}` |" for field in fields]
        lines += ["| field | type |", "| --- | --- |", *rows, ""]
    members = [key for key, member in vars(kind).items() if inspect.isfunction(member) and not key.startswith("_")]
    return "\n".join([*lines, *(_function(member, kind) for member in members)])


def _type(hint: object) -> str:
    words = hint.__name__ if inspect.isclass(hint) and not typing.get_args(hint) else str(hint)
    return re.sub(r"\b(?:claimx(?:\.\w+)*|typing|datetime)\.(?=\w)", "", words).replace("|", "\\|")


def _prose(member: object) -> str:
    """A docstring as Markdown: its Google sections as lists."""
    text = inspect.getdoc(member) or ""
    text = re.sub(r":(?:class|func|meth|mod):`~?(?:\w+\.)*(\w+)`", r"`\1`", text).replace("``", "`")
    lines = []
    for line in text.split("\n"):
        if re.fullmatch(r"(?:Args|Returns|Raises|Attributes|Yields|Example):", line):
            lines += [f"\n**{line.rstrip(':')}**\n"]
        elif match := re.fullmatch(r" {4}(\*{0,2}\w+): (.*)", line):
            lines.append(f"- `{match[1]}`: {match[2]}")
        else:
            lines.append(line.strip() if line.startswith(" ") else line)
    return "\n".join(lines).replace("<", "&lt;")


class _Links(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a tag leads, and what it is called."""
        given = dict(attrs)
        if given.get("id"):
            self.anchors.add(str(given["id"]))
        for key in ("href", "src"):
            if given.get(key) and tag in ("a", "img"):
                self.links.append(str(given[key]))


def broken_links() -> list[str]:
    """The links of the site that lead nowhere, each with the page that it stands on."""
    pages = {}
    for path in SITE.rglob("*.html"):
        pages[path] = _Links()
        pages[path].feed(path.read_text(encoding="utf-8"))
    found = []
    for page, parsed in pages.items():
        for link in parsed.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or page.name == "404.html":
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            target = target / "index.html" if target.is_dir() else target
            is_there = target.exists() and (
                not parts.fragment or target not in pages or unquote(parts.fragment) in pages[target].anchors
            )
            if not is_there:
                found.append(f"{page.relative_to(SITE)}: {link}")
    return found


def main() -> None:
    """Gather, build, and follow the links."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--pages-only", action="store_true", help="gather the pages, build nothing")
    arguments = parser.parse_args()
    gather()
    if arguments.pages_only:
        return
    subprocess.run([sys.executable, "-m", "zensical", "build", "--clean"], cwd=ROOT, check=True)
    if found := broken_links():
        sys.exit("Links that lead nowhere:\n" + "\n".join(found))
    count = sum(1 for _ in SITE.rglob("*.html"))
    sys.stdout.write(f"{SITE.relative_to(ROOT)}: {count} pages, no broken links\n")


if __name__ == "__main__":
    main()
