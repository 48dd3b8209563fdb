"""``claimx evaluate``: precision, recall and F1 against gold."""

from __future__ import annotations

import difflib
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from claimx.errors import InputError, UsageError

#: What can be measured, and the module whose ``evaluate(gold, extractor)`` measures it.
KINDS = {
    "attributions": "claimx.evaluation.attributions",
    "quantities": "claimx.evaluation.newsquant",
    "times": "claimx.evaluation.timeml",
    "entities": "claimx.evaluation.re3d",
}


def evaluate(
    kind: Annotated[
        str, typer.Argument(metavar="|".join(KINDS), autocompletion=lambda: list(KINDS), help="What to measure.")
    ],
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD",
            help="A file or folder with what was found by hand: our own JSON Lines, brat (PolNeAR), NewsQuant, TimeML "
            "or re3d, as fits.",
        ),
    ],
) -> None:
    """Measure precision, recall and F1 against annotated articles."""
    if kind not in KINDS:
        close = difflib.get_close_matches(kind, KINDS, n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        raise UsageError(f"cannot evaluate {kind}{hint}; there are {', '.join(KINDS)}.")
    path = Path(gold)
    if not path.exists():
        raise InputError(f"no such file or folder: {gold}")
    from claimx.pipeline import Extractor

    report = import_module(KINDS[kind]).evaluate(path, Extractor())
    typer.echo(str(report))
