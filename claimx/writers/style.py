"""How what is written is to look."""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """``pretty``: JSON indented, one record after the other, which is still a valid JSON stream. ``color``: with a
    terminal's colours. ``width``: of a table, in columns; None for the usual one. ``raw``: CSV for programs, without
    what spreadsheets need.
    """  # noqa: D205

    pretty: bool = False
    color: bool = False
    width: int | None = None
    raw: bool = False


PLAIN = Style()
