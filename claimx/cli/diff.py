"""``claimx diff``: what one run or edition says and another does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimx.cli.saved import open_saved

if TYPE_CHECKING:
    from claimx.claims.editions import Difference
    from claimx.records import Claim

SIGNS = {"lost": "-", "gained": "+", "changed": "~"}


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="What 'claimx extract' wrote before: json, jsonl, parquet or sqlite.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same of the other edition or run.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="A JSON object a line: kind, old and new (claims or null), fields.")
    ] = False,
) -> None:
    """Show which claims were lost (-), gained (+) or changed (~).

    Claims with one key, the same words of the same source, are one, wherever they stand. A claim whose words were
    edited is told as changed.
    """
    from claimx.claims.editions import differences
    from claimx.records import to_dict
    from claimx.text.printable import printable

    for found in differences(_read(old), _read(new)):
        if as_json:
            typer.echo(json.dumps(to_dict(found), ensure_ascii=False))
        else:
            for line in _lines(found):
                typer.echo(printable(line))


def _lines(found: Difference) -> Iterator[str]:
    """A difference in words: the claim, and below a changed one what it was."""
    from claimx.claims.editions import COMPARED

    claim = found.new or found.old
    assert claim is not None  # one of them is there
    yield f"{SIGNS[found.kind]} {claim.doc.id}: {_who(claim)}: {claim.text}"
    if found.old is not None and found.new is not None:
        for name in found.fields:
            yield f"    {name}: {_shown(COMPARED[name](found.old))} -> {_shown(COMPARED[name](found.new))}"


def _who(claim: Claim) -> str:
    if claim.source is None:
        return "(the article itself)" if claim.form == "narrated" else "(nobody named)"
    return claim.source.name or " ".join(claim.source.text.split())


def _shown(value: Any) -> str:  # noqa: ANN401 - what is compared of a claim
    if isinstance(value, list):
        return "; ".join(str(row[0]) for row in value) or "none"
    return "none" if value is None else str(value)


def _read(name: str) -> list[Claim]:
    with ExitStack() as stack:
        return [*open_saved(name, stack).all_claims()]
