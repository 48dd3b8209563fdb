"""Documents to one HTML page that people read: envelopes in, a self-contained file out.

``assets/`` holds what the page is made of: the Jinja2 template, its styles and its scripts, each a source file, inlined
when a page is written. The page needs no network and obeys nothing that stands in an article.
"""

from claimx.report.page import write_page
from claimx.report.view import ReportView, show

__all__ = ["ReportView", "show", "write_page"]
