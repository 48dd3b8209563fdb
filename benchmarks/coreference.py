"""Whom pronouns and definite nouns mean, on GUM's coreference: ``python -m benchmarks.coreference GUM``.

GUM is the folder of the corpus in CoNLL-U (Zeldes, LRE 51, 2017). Each document is laid out and read as an article is;
a mention of a thing that its document names has the right name, a wrong one, or none (:mod:`benchmarks.gum`).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.gum import GoldDocument, read_gum, score
from benchmarks.kept import Kept
from benchmarks.name_sets import names_meant
from claimx.records import Article

#: Genres that the rules were written for.
LOOKED_AT = ("news", "bio", "interview")


def row(title: str, documents: Sequence[GoldDocument], found: Sequence[dict[int, str | None]]) -> str:
    """A line of figures: right and wrong of pronouns, then of nouns, in percent of those in the gold."""
    figures = score(documents, found)
    cells = [
        f"{some.gold:>7} {100 * some.right / max(some.gold, 1):>6.1f} {100 * some.wrong / max(some.gold, 1):>6.1f}"
        for some in (figures["pronoun"], figures["noun"])
    ]
    return f"{title:<28}{'   '.join(cells)}"


def main(folder: Path, cache: Path | None) -> None:
    """Print the figures."""
    kept = Kept(cache)
    documents = [read_gum(path) for path in sorted(folder.glob("*.conllu"))]
    found = [names_meant(kept.reading(Article(document.text, id=document.id))) for document in documents]
    is_news = [document.id.split("_")[1] in LOOKED_AT for document in documents]
    print(f"{'':<28}pronouns right  wrong   nouns right  wrong")
    for title, of in (("news, biography, interview", (True,)), ("the other genres", (False,)), ("all", (True, False))):
        rows = [at for at, news in enumerate(is_news) if news in of]
        print(row(title, [documents[at] for at in rows], [found[at] for at in rows]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
