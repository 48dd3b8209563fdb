"""Documents as a notebook shows them: the page of ``claimx report``, inline."""

from __future__ import annotations

import html
import io
from collections.abc import Sequence
from pathlib import Path

from claimx.records import Document, to_dict
from claimx.report.page import write_page

#: The height of the frame in a notebook, in CSS pixels.
HEIGHT = 640
#: What the frame may do: run the page's own scripts, and save ticks; it has no access to the notebook.
SANDBOX = "allow-scripts allow-downloads allow-popups"


class ReportView:
    """A page of documents that a notebook shows inline, and that can be saved."""

    def __init__(self, documents: Sequence[Document], title: str | None = None) -> None:
        """Take documents, as ``claimx.Extractor`` gives them, and a heading; of one document it is the article's."""
        self.documents = tuple(documents)
        first = self.documents[0].doc if len(self.documents) == 1 else None
        self.title = title or (first and (first.title or first.id)) or "Claims"

    def __repr__(self) -> str:
        """A line: how much is in it."""
        claims = sum(len(document.claims) for document in self.documents)
        return f"ReportView({self.title!r}, documents={len(self.documents)}, claims={claims})"

    def _repr_html_(self) -> str:
        """What a notebook shows: the page in a frame of its own."""
        attributes = f'sandbox="{SANDBOX}" allow="clipboard-write" width="100%" height="{HEIGHT}"'
        return f'<iframe {attributes} title="{html.escape(self.title)}" srcdoc="{html.escape(self.html())}"></iframe>'

    def html(self) -> str:
        """The page as ``claimx report`` writes it."""
        out = io.StringIO(newline="")
        write_page(map(to_dict, self.documents), out, self.title)
        return out.getvalue()

    def save(self, path: str | Path) -> None:
        """Write the page to a file."""
        Path(path).write_text(self.html(), encoding="utf-8", errors="backslashreplace", newline="")


def show(documents: Document | Sequence[Document], title: str | None = None) -> ReportView:
    """Show a document, or several, in a notebook: the article with its claims lit up in place.

    Args:
        documents: what ``claimx.Extractor().document`` or ``pipe`` gives.
        title: a heading; by default that of the article.
    """
    return ReportView([documents] if isinstance(documents, Document) else documents, title)
