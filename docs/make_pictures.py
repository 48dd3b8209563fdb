"""Makes the README's pictures from a sample: ``python docs/make_pictures.py``.

The terminal is drawn by rich; the report is opened in Chromium (``apt-get install chromium``, ``pip install playwright
pillow``), for which ``CHROMIUM`` may name another place.
"""

import io
import os
import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

from claimx import Article, Document, Extractor, show
from claimx.writers.show import show_document
from claimx.writers.style import Style

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
SAMPLE, PUBLISHED = "samples/disaster.txt", date(2023, 8, 14)
#: The terminal: its columns, and how many of its lines are shown.
COLUMNS, LINES = 92, 26
#: The browser's window in CSS pixels, and the claim that is lit up in it.
WINDOW, SELECTED = {"width": 1280, "height": 800}, 2


def read_sample() -> Document:
    """The sample with what claimx finds in it."""
    text = (ROOT / SAMPLE).read_bytes().decode("utf-8")
    return Extractor().document(Article(text, id=SAMPLE, published=PUBLISHED))


def draw_terminal(document: Document, path: Path) -> None:
    """What ``claimx show`` writes, as a picture in SVG with fonts of the machine that shows it."""
    from rich.console import Console
    from rich.text import Text

    lines = show_document(document, Style(color=True, width=COLUMNS)).splitlines()[:LINES]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(lines)))
    svg = console.export_svg(title=f"claimx show {SAMPLE}", unique_id="claimx")
    # Without the fonts that rich would load from the network.
    path.write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL), encoding="utf-8")


def draw_report(document: Document, path: Path) -> None:
    """A report in a browser with one claim selected, as WebP."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_path = Path(folder, "report.html")
        show(document).save(page_path)
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport=WINDOW, color_scheme="light")
        page.goto(page_path.as_uri())
        page.wait_for_selector("html[data-ready=all]", state="attached")
        page.locator(".card").nth(SELECTED).hover()
        page.locator(".card").nth(SELECTED).locator(".tick.right").click()
        picture = page.screenshot()
        browser.close()
    Image.open(io.BytesIO(picture)).save(path, "WEBP", quality=82, method=6)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    sample = read_sample()
    draw_terminal(sample, FOLDER / "show.svg")
    draw_report(sample, FOLDER / "report.webp")
