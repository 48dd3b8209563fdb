"""Pages that are opened in a browser, for the tests of this folder."""

import pytest

from claimx.report import write_page
from tests.report.browser import DESKTOP, open_browser, wait


@pytest.fixture(scope="package")
def browser():
    with open_browser() as found:
        yield found


@pytest.fixture
def open_page(browser, tmp_path):
    """Open documents in the browser; what it complains of, or loads from elsewhere, fails the test."""
    contexts, complaints = [], []

    def open_documents(rows, fragment="", name="page.html", **options):
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            write_page(rows, stream, "Boats")
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: complaints.append(request.url) if not _is_local(request.url) else None)
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(path.as_uri() + fragment)
        wait(page)
        return page

    yield open_documents
    for context in contexts:
        context.close()
    assert complaints == []


def _is_local(url: str) -> bool:
    return url.startswith(("file:", "blob:"))
