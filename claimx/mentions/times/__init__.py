"""A parse and the day of publication go in; expressions of time with their values come out."""

from claimx.mentions.times.finder import find_times

__all__ = ["find_times"]
