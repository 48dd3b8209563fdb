"""A statement's reporting clause goes in; to whom, in what and when it was said comes out."""

from claimx.attributions.circumstances.addressees import is_animate, paper_behind
from claimx.attributions.circumstances.finder import Circumstances, find_circumstances

__all__ = ["Circumstances", "find_circumstances", "is_animate", "paper_behind"]
