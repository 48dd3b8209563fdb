"""``claimx info``: what is installed, and whether it is whole."""

from __future__ import annotations

import typer


def info() -> None:
    """Print versions, models with their licences, and folders."""
    from claimx.about import describe

    for key, value in describe():
        typer.echo(f"{key:<16} {value}")
