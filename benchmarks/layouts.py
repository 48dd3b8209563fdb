"""Which part of an article's claims is kept when its text is laid out in another way, in percent.

    python -m benchmarks.layouts FOLDER

Each .txt file of the folder is laid out anew: wrapped, indented, quoted as in a mail, in capitals and so on. The claims
that somebody makes (those of the article itself left out) are compared by their words with those of the same text in
plain paragraphs; "more" are such as are not among these.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

from claimx.articles.reading import read_articles
from claimx.pipeline import Extractor
from claimx.records import ReadOptions

Layout = Callable[[Sequence[str]], str]
_LOST = str.maketrans(dict.fromkeys("“”‘’\"'", "\ufffd"))


def _wrap(paragraph: str, width: int = 72, indent: str = "") -> str:
    return textwrap.fill(paragraph, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)


def _quoted(parts: Sequence[str]) -> str:
    return textwrap.indent("\n\n".join(_wrap(part, 70) for part in parts), "> ", lambda _: True)


def _entities(parts: Sequence[str]) -> str:
    return "\n\n".join(parts).replace("“", "&ldquo;").replace("”", "&rdquo;").replace("’", "&rsquo;")


#: The layouts, as one makes them of an article's paragraphs.
LAYOUTS: dict[str, Layout] = {
    "wrapped at 72": lambda parts: "\n\n".join(map(_wrap, parts)),
    "wrapped, no blank lines": lambda parts: "\n".join(map(_wrap, parts)),
    "wrapped at 100, no blank lines": lambda parts: "\n".join(_wrap(part, 100) for part in parts),
    "wrapped, indents only": lambda parts: "\n".join(_wrap(part, 72, "    ") for part in parts),
    "wrapped at no width": lambda parts: "\n\n".join(_wrap(part, 50 + 13 * (n % 3)) for n, part in enumerate(parts)),
    "a blank line after every line": lambda parts: "\n\n".join(map(_wrap, parts)).replace("\n", "\n\n"),
    "quoted in a mail": _quoted,
    "HTML entities": _entities,
    "paragraphs in HTML": lambda parts: "".join(f"<p>{part}</p>\n" for part in parts),
    "quotation marks lost": lambda parts: "\n\n".join(parts).translate(_LOST),
    "capitals": lambda parts: "\n\n".join(parts).upper(),
}


def main() -> None:
    """Print what each layout keeps."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    articles = [[part.strip() for part in text.splitlines() if part.strip()] for text in texts]
    extractor = Extractor()
    plain = _claims(extractor, articles, "\n\n".join)
    total = sum(map(len, plain))
    print(f"{len(articles)} articles, {total} claims")
    for name, layout in LAYOUTS.items():
        found = _claims(extractor, articles, layout)
        kept = sum(len(a & b) for a, b in zip(plain, found, strict=True))
        print(f"{name:32} {kept / total:4.0%}  {sum(map(len, found)) - kept:3} more", flush=True)


def _claims(extractor: Extractor, articles: Sequence[Sequence[str]], layout: Layout) -> list[set[str]]:
    """The claims of each article, as words without case and punctuation, after it was read from a file."""
    with tempfile.TemporaryDirectory() as folder:
        for number, parts in enumerate(articles):
            (Path(folder) / f"{number:04}.txt").write_text(layout(parts), encoding="utf-8")
        read = read_articles([folder], options=ReadOptions(any_language=True), on_error=_fail)
        documents = [*extractor.pipe(read)]
    return [
        {re.sub(r"\W+", "", claim.text.casefold()) for claim in document.claims if claim.form != "narrated"}
        for document in documents
    ]


def _fail(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    main()
