"""A parse goes in; its quantities come out: numbers with unit, bound, change and what they count or measure."""

from claimx.mentions.quantities.finder import find_quantities

__all__ = ["find_quantities"]
