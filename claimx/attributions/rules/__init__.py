"""Statements found by rules beside the model. Face: ``find_by_rules``; ``RULES`` tells what each is worth."""

from claimx.attributions.rules.finder import CONSTRUCTIONS, find_by_rules
from claimx.attributions.rules.headlines import HEADLINES

#: Every rule of this folder, in the order in which they are tried.
RULES = (*(construction.rule for construction in CONSTRUCTIONS), *HEADLINES)

__all__ = ["RULES", "find_by_rules"]
