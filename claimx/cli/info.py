"""``claimx info``: what is installed, and whether it is whole."""

from __future__ import annotations

import typer


def info() -> None:
    """Print versions, models with their licences, and folders."""
    from claimx.about import describe

    rows = [*describe()]
    width = max(len(key) for key, _ in rows)
    for key, value in rows:
        typer.echo(f"{key:<{width}}  {value}")
