"""Puts a page together from its template, styles, scripts and data."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from claimx.report.data import Envelope, PageData

if TYPE_CHECKING:
    from jinja2 import Template

ASSETS = files("claimx.report") / "assets"
#: The styles and scripts, in the order in which they stand in the page. All scripts share one scope.
STYLES = ("base.css", "layout.css", "article.css", "claims.css", "views.css", "print.css")
SCRIPTS = (
    "dom.js",
    "load.js",
    "claim.js",
    "ticks.js",
    "filters.js",
    "rows.js",
    "copying.js",
    "cards.js",
    "text.js",
    "article.js",
    "articles.js",
    "sources.js",
    "figures.js",
    "dates.js",
    "keys.js",
    "address.js",
    "main.js",
)


def write_page(envelopes: Iterable[Envelope], out: TextIO, title: str = "Claims") -> None:
    """Write a page of documents, a chunk at a time, so that a long run needs no more memory than a short one.

    Args:
        envelopes: documents as plain JSON types (``to_dict(document)``, or a line of ``--format json``).
        out: what is written to, in UTF-8.
        title: the heading, and the browser's title.
    """
    data = PageData(envelopes)
    style, script = (_joined(folder, names) for folder, names in (("style", STYLES), ("script", SCRIPTS)))
    pieces = _template().generate(
        title=title,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=data,
    )
    for piece in pieces:
        out.write(piece)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string((ASSETS / "page.html.jinja").read_text(encoding="utf-8"))


@cache
def _joined(folder: str, names: tuple[str, ...]) -> str:
    """Source files of the page, one after the other; scripts in a function, so that nothing of theirs is global."""
    text = "\n".join((ASSETS / folder / name).read_text(encoding="utf-8") for name in names)
    return f'"use strict";\n(() => {{\n{text}\n}})();\n' if folder == "script" else text


def _hash(source: str) -> str:
    """The source expression of the Content-Security-Policy that allows an inline script or style with this text."""
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
