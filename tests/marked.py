"""Sentences of the cases with their parts marked: ``<cue>`` and ``{content}``."""

from __future__ import annotations

import json
import re
from typing import Any

from claimx.records import Span
from tests.paths import CASES

_MARKED = re.compile(r"<([^<>]*)>|\{([^{}]*)\}")


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of ``cases/NAME.jsonl``, one a line."""
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def unmark(marked: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """A text without its marks, the spans of ``<cue>`` and those of ``{content}``."""
    text, at = "", 0
    found: dict[str, list[Span]] = {"cue": [], "content": []}
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        words = match.group(1) if match.group(1) is not None else match.group(2)
        found["cue" if match.group(1) is not None else "content"].append(Span(len(text), len(text) + len(words)))
        text += words
        at = match.end()
    return text + marked[at:], tuple(found["cue"]), tuple(found["content"])
