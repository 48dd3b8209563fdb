"""What a time expression tells and the day that it is seen from, to TIMEX3 values and days; knows no parser."""

from claimx.timex.resolve import reanchor, resolve

__all__ = ["reanchor", "resolve"]
