"""Reads articles whose attributions were marked by hand: brat folders in PolNeAR's layout, and our own JSON Lines.

Our own format is described in docs/gold.md. PolNeAR (Newell, Margolin & Ruths, LREC 2018) is brat standoff: ``text/``
holds the articles, ``attributions/STEM_ANNOTATOR.ann`` the marks; of several annotators the first (by name) counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from claimx.errors import InputError
from claimx.records import Span

ROLES = ("source", "cue", "content")
#: What a mark may say beside its roles; not measured.
_NOTES = frozenset({"id", "name", "form", "parent", "checked", "verdict", "mistake", "note"})
_EVENTS = ("Attribution", "Attribution-no-source")
_BOUND = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.+)")


@dataclass(frozen=True, slots=True)
class Roles:
    """Who said what by which words: the spans of each role of one attribution, any of them empty."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text and the attributions that were found in it by hand, in text order.

    ``is_partial``: nobody has looked for all of them, only judged some that were found: those of ``attributions`` are
    right, those of ``wrong`` are wrong, and of any other nothing is known. ``has_inner``: what is reported inside of
    another statement is marked, too.
    """

    id: str
    text: str
    attributions: tuple[Roles, ...]
    wrong: tuple[Roles, ...] = ()
    is_partial: bool = False
    has_inner: bool = False


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a folder in PolNeAR's layout, or a file of our own JSON Lines.

    Raises:
        InputError: nothing annotated is found, or a line is malformed.
    """
    articles = _read_brat(path) if path.is_dir() else _read_jsonl(path)
    if not articles:
        raise InputError(
            f"{path} holds no annotated articles: neither text/ and attributions/ (brat) nor a line of JSON Lines."
        )
    return articles


# --- our own format ---------------------------------------------------------


def _read_jsonl(path: Path) -> list[GoldArticle]:
    articles: dict[str, GoldArticle] = {}
    for number, line in enumerate(_read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            article = _article(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise InputError(
                f"{where} is not a gold article ({type(error).__name__}: {error}); see docs/gold.md."
            ) from error
        if article.id in articles:
            raise InputError(f"{where} is a second article {article.id!r}.")
        articles[article.id] = article
    return list(articles.values())


def _article(row: Mapping[str, Any]) -> GoldArticle:
    text = row["text"]
    is_partial = bool(row.get("partial"))
    judged: dict[str, list[Roles]] = {"right": [], "wrong": []}
    for attribution in row["attributions"]:
        if unknown := set(attribution) - _NOTES.union(ROLES):
            raise ValueError(f"unknown role {sorted(unknown)[0]!r}")
        verdict = _verdict(attribution) if is_partial else "right"
        if verdict is not None:
            judged[verdict].append(Roles(**{role: _spans(attribution.get(role, ()), len(text)) for role in ROLES}))
    right, wrong = tuple(judged["right"]), tuple(judged["wrong"])
    return GoldArticle(str(row["doc"]), text, right, wrong, is_partial, bool(row.get("nested")))


def _verdict(attribution: Mapping[str, Any]) -> str | None:
    """What was ticked; None where nothing was, or where it is of a kind that is not measured."""
    verdict = attribution.get("verdict")
    if verdict not in (None, "right", "wrong"):
        raise ValueError(f"unknown verdict {verdict!r}")
    is_measured = attribution.get("form") != "narrated" and attribution.get("parent") is None
    return verdict if is_measured else None


def _spans(ranges: Iterable[Iterable[int]], length: int) -> tuple[Span, ...]:
    spans = tuple(sorted(Span(*item) for item in ranges))
    for span in spans:
        if not 0 <= span.start < span.end <= length:
            raise ValueError(f"{list(span)} is no range of the text")
    return spans


# --- brat -------------------------------------------------------------------


def _read_brat(folder: Path) -> list[GoldArticle]:
    marks = sorted((folder / "attributions").glob("*.ann"))
    first = {stem: next(files) for stem, files in groupby(marks, key=lambda file: file.stem.rpartition("_")[0])}
    return [
        GoldArticle(text.stem, _read_text(text), parse_brat(_read_text(first[text.stem])))
        for text in sorted((folder / "text").glob("*.txt"))
        if text.stem in first
    ]


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")  # without a translation of line ends, which would move the offsets
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not in UTF-8, so is no gold.") from error


def parse_brat(marks: str) -> tuple[Roles, ...]:
    """The attributions of a brat file, in text order; events without an argument are left out."""
    lines = [line.rstrip("\r") for line in marks.split("\n")]
    bounds = {found[1]: _ranges(found[2]) for line in lines if (found := _BOUND.match(line))}
    events = [found[1].split() for line in lines if (found := _EVENT.match(line))]
    attributions = [_roles(arguments, bounds) for name, *arguments in events if name.partition(":")[0] in _EVENTS]
    held = [roles for roles in attributions if roles.source or roles.cue or roles.content]
    return tuple(sorted(held, key=lambda roles: min(roles.source + roles.cue + roles.content)))


def _ranges(fragments: str) -> tuple[Span, ...]:
    return tuple(Span(*map(int, fragment.split())) for fragment in fragments.split(";"))


def _roles(arguments: Iterable[str], bounds: Mapping[str, tuple[Span, ...]]) -> Roles:
    """``Content2`` and the like are further pieces of their role."""
    spans: dict[str, list[Span]] = {role: [] for role in ROLES}
    for argument in arguments:
        name, _, target = argument.partition(":")
        role = name.rstrip("0123456789").lower()
        if role in spans:
            spans[role] += bounds.get(target, ())
    return Roles(**{role: tuple(sorted(found)) for role, found in spans.items()})
