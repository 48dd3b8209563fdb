"""claimx with a pipeline that takes no time, as a program of its own: ``python -m tests.cli.fakes extract a.txt``.

Worker processes import this module, too, so that they have the same pipeline.
"""

import dataclasses
import sys
import time
import types
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimx.records import LEFT_OUT, Article, Document, Options
from tests.make import document


class FakeExtractor:
    """Gives every article the same claims; none to "none"; does what some articles say."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()

    def document(self, article: Article) -> Document:
        if article.text.startswith("fail"):
            raise ZeroDivisionError("by 0")
        if article.text == "interrupt":
            raise KeyboardInterrupt
        if article.text.startswith("remove "):
            Path(article.text.split()[1]).unlink()
        if article.text.startswith("wait "):
            time.sleep(float(article.text.split()[1]))
        made = document(article.id, with_claims=article.text != "none")
        if article.text.startswith("doubt "):
            made = dataclasses.replace(made, warnings=(f"{LEFT_OUT}: {article.text.split()[1]}",))
        if self.options.narrated:
            return made
        return dataclasses.replace(made, claims=tuple(claim for claim in made.claims if claim.form != "narrated"))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Document]:
        return map(self.document, articles)


def fake_pipeline() -> types.ModuleType:
    """What stands for ``claimx.pipeline``."""
    module = types.ModuleType("claimx.pipeline")
    module.Extractor = FakeExtractor  # type: ignore[attr-defined]
    return module


if __name__ in ("__main__", "__mp_main__"):
    sys.modules["claimx.pipeline"] = fake_pipeline()
    sys.modules["spacy"] = types.ModuleType("spacy")

if __name__ == "__main__":
    from claimx.cli import main

    main()
