"""The output of a run in which claims are chosen among those of all articles."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from claimx.runs.sinks import Rewrite
    from claimx.writers.style import Style


def rewrite_for(format: str, style: Style, *, top: int | None, distinct: bool) -> Rewrite | None:
    """What makes the output of JSON Lines of all claims; None where every claim is wanted.

    Raises:
        UsageError: the format is not one of claims.
    """
    if top is None and not distinct:
        return None
    from claimx.claims.whole_run import rows_of_run
    from claimx.records import Claim, DistinctClaim
    from claimx.writers import open_claim_writer
    from claimx.writers.rows import ClaimList

    row = DistinctClaim if distinct else Claim
    title = "Claims most worth checking" if top is not None else "Claims"
    open_claim_writer(format, io.StringIO(), row, style)  # a wrong format is told before the run

    def rewrite(spool: BinaryIO, out: BinaryIO) -> None:
        stream = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
        try:
            writer = open_claim_writer(format, stream, row, style)
            writer.open()
            rows = rows_of_run(spool, distinct=distinct, top=top)
            if format == "table":  # the widths of its columns go by all rows
                writer.write(ClaimList(title, tuple(rows)))
            else:
                for claim in rows:
                    writer.write(ClaimList(title, (claim,)))
        finally:
            stream.detach()  # it is closed by those who opened it

    return rewrite
