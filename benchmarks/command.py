"""The command line that the readers of public sets share: ``python -m benchmarks.NAME GOLD [--predictions FILE]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from claimx.errors import ClaimxError
from claimx.evaluation.attributions import Reader
from claimx.evaluation.predictions import Predictions
from claimx.evaluation.report import Report
from claimx.pipeline import Extractor

#: What measures a set: the gold, and what reads its texts.
Evaluator = Callable[[Path, Reader], Report]


def main(evaluate: Evaluator, page: str, *, from_envelopes: bool = True) -> None:
    """Measure what the command line says, print the figures and exit: 0 done, 1 an input was refused, 2 wrong usage.

    Args:
        evaluate: what measures.
        page: the module's docstring, whose first line is the help.
        from_envelopes: whether envelopes tell all that is compared, so that there is an option for them.
    """
    parser = argparse.ArgumentParser(description=page.partition("\n")[0])
    parser.add_argument("gold", type=Path, help="the set's file or folder")
    if from_envelopes:
        help = "measure envelopes that 'claimx extract --format json' wrote of the same texts, instead of reading them"
        parser.add_argument("--predictions", type=Path, metavar="FILE", help=help)
    args = parser.parse_args()
    try:
        if not args.gold.exists():
            parser.error(f"no such file or folder: {args.gold}")
        found = getattr(args, "predictions", None)
        reader: Reader = Extractor() if found is None else Predictions(found)
        print(evaluate(args.gold, reader))
    except ClaimxError as error:
        sys.exit(str(error))
