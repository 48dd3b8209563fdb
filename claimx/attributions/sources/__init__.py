"""The discourse and the statements go in; who speaks in each comes out. Face: ``resolve_sources``, ``Speakers``."""

from claimx.attributions.sources.labels import Speakers
from claimx.attributions.sources.resolved import resolve_sources

__all__ = ["Speakers", "resolve_sources"]
