"""``claimx info``: what is installed, and whether it is whole."""

from __future__ import annotations

import typer

from claimx.cli.console import FAILED


def info() -> None:
    """Print versions, models with their licences, and folders. Exit status 1: something is missing or damaged."""
    from claimx.about import describe

    parts = [*describe()]
    width = max(len(part.name) for part in parts)
    for part in parts:
        typer.echo(f"{part.name:<{width}}  {part.said}")
    if not all(part.is_whole for part in parts):
        raise typer.Exit(FAILED)
