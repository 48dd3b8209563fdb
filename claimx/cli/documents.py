"""What the commands that read many articles and write a result for each have in common."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Protocol, TextIO, TypeVar

from claimx.cli.console import Failures, has_color, say
from claimx.cli.spacy_import import import_spacy
from claimx.errors import UsageError
from claimx.records import Document, Options, ReadOptions

if TYPE_CHECKING:
    from claimx.writers import Writer
    from claimx.writers.rows import Result

Written_contra = TypeVar("Written_contra", bound="Result", contravariant=True)


class OpenWriter(Protocol[Written_contra]):
    """Makes a writer of a format: ``claimx.writers.open_writer``, or that of sources."""

    def __call__(
        self, format: str, stream: TextIO, *, pretty: bool = False, color: bool = False
    ) -> Writer[Written_contra]:
        """As :func:`claimx.writers.open_writer`."""


def read_documents(
    inputs: Sequence[str], *, reading: ReadOptions, options: Options, failures: Failures
) -> Iterator[Document]:
    """Read articles from files, folders, globs and standard input, and find what is in them, one after the other."""
    from claimx.articles.reading import read_articles

    articles = read_articles(inputs, options=reading, on_error=failures, on_note=say)
    first = next(articles, None)
    if first is None:  # nothing to read: the parser and the models need not be opened
        return
    # What is made up to the first article (modules, models, lexicons) stays for good: looking through it for garbage
    # again and again takes a tenth of the start.
    gc.disable()
    import_spacy()
    from claimx.pipeline import Extractor
    from claimx.runs.local import run

    for document in run(chain([first], articles), Extractor(options), on_error=failures):
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        yield document


def choose_format(format: str | None, output: str | None, *, otherwise: str, pretty: bool) -> str:
    """The format to write: as asked for, else as the output's name ends, else ``otherwise``.

    Raises:
        UsageError: the name's ending tells no format, or the format cannot be indented and is to be.
    """
    from claimx.writers import PRETTY, format_of

    chosen = format or (format_of(output) if output else None) or otherwise
    if pretty and chosen not in PRETTY:
        raise UsageError(f"--pretty goes with {' and '.join(sorted(PRETTY))}, not with {chosen}.")
    return chosen


def write_results(
    results: Iterable[Written_contra],
    open_writer: OpenWriter[Written_contra],
    *,
    format: str,
    output: str | None,
    pretty: bool,
    failures: Failures,
) -> None:
    """Write results as they come, to a file or to standard output.

    A file is left as it is, or unmade, if nothing could be read: the command ends with status 1 then.
    """
    from claimx.writers.output import open_output

    with open_output(output) as stream:
        is_terminal = stream.isatty()
        writer = open_writer(format, stream, pretty=pretty or is_terminal, color=has_color(stream))
        delivered = 0
        for delivered, result in enumerate(results, start=1):  # noqa: B007 - the last number is asked for below
            writer.write(result)
            if is_terminal:
                sys.stdout.flush()
        if output is not None and not delivered:
            failures.exit_if_any()  # out of the with statement: what was to replace the file is thrown away
        writer.close()
