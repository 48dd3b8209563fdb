"""``claimx evaluate``: precision, recall and F1 against gold."""

from __future__ import annotations

import difflib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.errors import InputError, UsageError

if TYPE_CHECKING:
    from claimx.evaluation.predictions import Predictions
    from claimx.pipeline import Extractor

#: What can be measured, and the module whose ``evaluate(gold, extractor)`` measures it.
KINDS = {"attributions": "claimx.evaluation.attributions"}


def evaluate(
    kind: Annotated[
        str, typer.Argument(metavar="|".join(KINDS), autocompletion=lambda: list(KINDS), help="What to measure.")
    ],
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD",
            help="A file or folder with what was found by hand: our own JSON Lines, the ticks of a report "
            "among them, or PolNeAR's brat (docs/gold.md).",
        ),
    ],
    predictions: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Measure what was found before, instead of reading the articles: envelopes, as 'claimx extract "
            "--format json' writes them, of the same texts.",
        ),
    ] = None,
) -> None:
    """Measure precision, recall and F1 against annotated articles.

    Of the ticks that a report saved it says first in words how many there are, what share is right and what is wrong.
    """
    from claimx.evaluation.ticks import in_words, read_ticks

    if kind not in KINDS:
        close = difflib.get_close_matches(kind, KINDS, n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        raise UsageError(f"cannot evaluate {kind}{hint}; what can be evaluated: {', '.join(KINDS)}.")
    path = Path(gold)
    if not path.exists():
        raise InputError(f"no such file or folder: {gold}")
    reader = _extractor() if predictions is None else _predictions(predictions)
    report = import_module(KINDS[kind]).evaluate(path, reader)
    if ticks := read_ticks(path):
        typer.echo(in_words(ticks))
        if all(tick.verdict is None for tick in ticks):
            return
        typer.echo()
    typer.echo(str(report))


def _extractor() -> Extractor:
    from claimx.pipeline import Extractor

    return Extractor()


def _predictions(path: str) -> Predictions:
    from claimx.evaluation.predictions import Predictions

    return Predictions(Path(path))
