"""Many articles on this machine, in order; one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from claimx.articles.input_names import shown
from claimx.errors import ClaimxError, InputError
from claimx.records import Article, Document, Options


class Reads(Protocol):
    """What a run needs of :class:`claimx.pipeline.Extractor`."""

    @property
    def options(self) -> Options:
        """How many articles are parsed at a time."""

    def pipe(self, articles: Iterable[Article]) -> Iterator[Document]:
        """A document for each article, in order."""


def run(
    articles: Iterable[Article], extractor: Reads, *, on_error: Callable[[ClaimxError], None]
) -> Iterator[Document]:
    """Read a stream of articles.

    Args:
        articles: as :func:`claimx.articles.reading.read_articles` gives them.
        extractor: reads them in batches of ``options.batch_size``.
        on_error: is given an :class:`InputError` for each article that the extractor fails at.

    Returns:
        The documents of all other articles, in order.

    Raises:
        ClaimxError: nothing can be read at all, because a model or a lexicon is broken.
    """
    stream = iter(articles)
    while batch := list(islice(stream, extractor.options.batch_size)):
        done = 0
        try:
            for document in extractor.pipe(batch):
                done += 1
                yield document
        except ClaimxError:
            raise
        except Exception:  # whatever it is, it is found and named below
            yield from _one_by_one(batch[done:], extractor, on_error)


def _one_by_one(
    articles: Sequence[Article], extractor: Reads, on_error: Callable[[ClaimxError], None]
) -> Iterator[Document]:
    for article in articles:
        try:
            document = next(iter(extractor.pipe([article])))
        except ClaimxError:
            raise
        except Exception as error:  # a fault of claimx must not cost the other articles
            on_error(
                InputError(
                    f"{shown(article.id)} could not be read: {type(error).__name__}: {error} (a fault of claimx)."
                )
            )
        else:
            yield document
