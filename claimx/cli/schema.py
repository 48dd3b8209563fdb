"""``claimx schema``: the JSON Schema of the output."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from claimx.errors import UsageError


def schema(
    document: Annotated[
        bool, typer.Option("--document", help="Of a document's envelope (--format json) instead of a line (jsonl).")
    ] = False,
    sources: Annotated[bool, typer.Option("--sources", help="Of what 'claimx sources' writes.")] = False,
    distinct: Annotated[bool, typer.Option("--distinct", help="Of what 'claimx extract --distinct' writes.")] = False,
) -> None:
    """Print the JSON Schema (draft 2020-12) of a claim."""
    from claimx.records.schema import json_schema

    if distinct and (document or sources):
        raise UsageError("--distinct is of claims, and goes with neither --document nor --sources.")
    typer.echo(json.dumps(json_schema(document=document, sources=sources, distinct=distinct), indent=2))
