"""The discourse and the statements go in; who speaks in each comes out. Face: ``resolve_sources``, ``speaker_of``."""

from claimx.attributions.sources.labels import speaker_of
from claimx.attributions.sources.resolver import resolve_sources

__all__ = ["resolve_sources", "speaker_of"]
