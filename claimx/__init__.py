"""claimx reads news articles and writes down every claim in them as structured records.

``claimx.extract(text)`` gives the claims of one text; ``claimx.Extractor`` is for reuse and for streams of articles.
"""

from __future__ import annotations

__version__ = "0.1.0"
