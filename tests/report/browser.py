"""A browser for tests: Debian's Chromium, or one like it, driven by Playwright; without one the tests are skipped."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Screens in CSS pixels.
DESKTOP, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 844}


@contextmanager
def open_browser() -> Iterator:
    """A browser as it comes, but for its sandbox, which a container cannot give it."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium), and CHROMIUM names none")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def wait(page) -> None:
    """Until all is read."""
    page.wait_for_selector("html[data-ready=all]", state="attached")


def card(page, number: int):
    return page.locator(".card").nth(number)
