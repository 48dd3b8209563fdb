"""Articles read in this process, one after the other; one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from claimx.articles.input_names import shown
from claimx.errors import ClaimxError
from claimx.records import Article
from claimx.runs.outcomes import Fault, Outcome

Value = TypeVar("Value")


def read_here(articles: Iterable[Article], read: Callable[[Article], Value]) -> Iterator[Outcome[Value]]:
    """Read articles as they come.

    Args:
        articles: what to read.
        read: makes of an article what is wanted of it.

    Raises:
        ClaimxError: nothing can be read at all, because a model or a lexicon is broken.
    """
    for article in articles:
        yield attempt(article, read)


def attempt(article: Article, read: Callable[[Article], Value]) -> Outcome[Value]:
    """What comes of one article; whatever goes wrong with it alone is named and stops nothing.

    Raises:
        ClaimxError: nothing can be read at all, because a model or a lexicon is broken.
        ImportError: the same for a library.
    """
    try:
        return Outcome(article, read(article), None)
    except (ClaimxError, ImportError):
        raise
    except MemoryError:
        message = f"{shown(article.id)} could not be read: there is not enough memory for it; split it."
        return Outcome(article, None, Fault(article.id, "memory", message))
    except Exception as error:  # a fault of claimx must not cost the other articles
        why = f"{type(error).__name__}: {error}"
        message = f"{shown(article.id)} could not be read: {why} (a fault of claimx)."
        return Outcome(article, None, Fault(article.id, "fault", message))
