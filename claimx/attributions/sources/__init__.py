"""The discourse and the statements go in; who speaks in each comes out. Face: ``resolve_sources``, ``speaker_of``."""

from claimx.attributions.sources.labels import Speakers, speaker_of
from claimx.attributions.sources.resolver import resolve_sources

__all__ = ["Speakers", "resolve_sources", "speaker_of"]
