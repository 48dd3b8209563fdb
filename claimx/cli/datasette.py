"""``claimx datasette``: what Datasette is to show of a database beside its tables."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from claimx.errors import UsageError


def datasette(
    database: Annotated[
        str, typer.Argument(metavar="FILE", help="What 'claimx extract -o claims.db' wrote, or will write.")
    ],
) -> None:
    """Print Datasette's metadata for a database: what tables, columns and views mean, and queries to fill in.

    claimx datasette claims.db > metadata.json && datasette claims.db --metadata metadata.json
    """
    from claimx.writers import format_of

    if format_of(database) != "sqlite":
        raise UsageError(f"{database} is no database: name one that ends with .db.")
    metadata = json.loads(files("claimx.writers").joinpath("datasette.json").read_text(encoding="utf-8"))
    metadata["databases"] = {Path(database).stem: metadata["databases"]["claims"]}
    typer.echo(json.dumps(metadata, indent=2, ensure_ascii=False))
