"""Draws docs/claims.svg, the README's picture, from what claimx finds in a sample: ``python docs/make_picture.py``."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from claimx import Article, Extractor, Options
from claimx.writers.table import make_table

ROOT = Path(__file__).parents[1]
SAMPLE, PUBLISHED = "samples/state.txt", date(2023, 9, 18)
CLAIMS = 6
WIDTH = 118
#: As rich's own, without its web font.
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Draw it."""
    text = (ROOT / SAMPLE).read_bytes().decode("utf-8")
    article = Article(text, id=SAMPLE, published=PUBLISHED)
    document = Extractor(Options(narrated=False)).document(article)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(f"$ claimx extract {SAMPLE} --date {PUBLISHED} --no-narrated -f table", highlight=False)
    console.print(make_table(replace(document, claims=document.claims[:CLAIMS])))
    picture = console.export_svg(title="claimx", theme=MONOKAI, code_format=FORMAT, unique_id="claimx")
    Path(__file__).with_name("claims.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
