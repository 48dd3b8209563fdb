"""Writes the example of docs/record.md anew, from what claimx finds in it: ``python docs/make_example.py``."""

import json
import re
from datetime import date
from pathlib import Path

from claimx import Extractor, to_dict

PAGE = Path(__file__).with_name("record.md")
PUBLISHED = date(2024, 3, 5)


def render(page: str) -> str:
    """The page with its last JSON block, a claim with a key a line, as it should be."""
    [text] = re.findall(r"(?m)^> (.+)$", page)
    [claim] = Extractor().extract(text, published=PUBLISHED, id="bridge.txt")
    keys = (f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in to_dict(claim).items())
    return page[: page.rindex("```json\n")] + "```json\n{\n" + ",\n".join(keys) + "\n}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
