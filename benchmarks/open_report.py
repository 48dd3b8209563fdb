"""How long a page of many articles takes to open in a browser: its list, and all of its texts.

    python -m benchmarks.open_report [--articles N]

The articles are made by hand, with 25 claims each. The browser is Chromium, driven by Playwright; its own clock tells,
from the beginning of the navigation. The fastest of the rounds stands.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from claimx.report import write_page
from tests.report.browser import open_browser
from tests.report.make import envelopes

#: The marks that the page sets, and what a person sees then.
MARKS = {"list": "the list stands there", "all": "all texts are read"}


def main() -> None:
    """Print the page's size, and seconds up to each mark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        path = Path(folder, "page.html")
        with path.open("w", encoding="utf-8", newline="") as stream:
            write_page(envelopes(args.articles, sentences=25), stream)
        print(f"{args.articles} articles, {path.stat().st_size / 1e6:.1f} MB")
        rounds = [_open(browser, path) for _ in range(args.rounds)]
    for mark, meaning in MARKS.items():
        print(f"{min(found[mark] for found in rounds) / 1000:5.2f} s  {meaning}")


def _open(browser, path: Path) -> dict[str, float]:  # type: ignore[no-untyped-def]  # noqa: ANN001 - Playwright's own
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready=all]", state="attached", timeout=60_000)
    found: dict[str, float] = page.evaluate(
        "() => Object.fromEntries(performance.getEntriesByType('mark').map(mark => [mark.name, mark.startTime]))"
    )
    page.close()
    return found


if __name__ == "__main__":
    main()
