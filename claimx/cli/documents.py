"""What the commands that read many articles and write a result for each have in common."""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TypeVar

import typer

import claimx
from claimx.articles.input_names import STDIN
from claimx.cli.console import FAILED, say
from claimx.cli.output import is_stream, output_file, refuse_inputs
from claimx.errors import ClaimxError, UsageError
from claimx.runs.signals import Stopped, exit_status, stoppable

if TYPE_CHECKING:
    from claimx.cli.work import Extraction
    from claimx.records import Article
    from claimx.runs.faults import Faults
    from claimx.runs.outcomes import Fault
    from claimx.runs.progress import Progress
    from claimx.runs.sinks import Ending, Rewrite, Sink


#: What a run writes to.
Opened = TypeVar("Opened", bound="Ending")


class ReadArticles(Protocol):
    """``read_articles`` with all options but these."""

    def __call__(
        self,
        paths: Sequence[str],
        *,
        on_error: Callable[[ClaimxError], None],
        on_note: Callable[[str], None],
        stdin: BinaryIO | None,
    ) -> Iterator[Article]:
        """As :func:`claimx.articles.reading.read_articles`."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run is to go, whatever it makes of the articles; the names are those of the options.

    ``has_more``: the output is made of more than the articles, and so is written where none of them can be read.
    """

    output: str | None
    limit: int | None
    jobs: int | None
    timeout: float | None
    errors: str | None
    resume: bool
    quiet: bool
    has_more: bool = False


def inputs_or_stdin(inputs: Sequence[str] | None) -> list[str]:
    """What to read: what is named, else what is sent to standard input.

    Raises:
        UsageError: neither is there.
    """
    if inputs:
        return [*inputs]
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("nothing to read: name an INPUT (a file, a folder, a glob, or - for standard input).")
    return [STDIN]


def deliver(
    inputs: Sequence[str],
    read: ReadArticles,
    work: Extraction,
    options: RunOptions,
    settings: Mapping[str, Any],
    rewrite: Rewrite | None = None,
) -> None:
    """Read articles, and write what comes of each as it comes, to a file or to standard output.

    A file is left as it is, or unmade, if nothing could be read. Ends the command with status 1 if something could not
    be read, and with that of the signal if it is stopped.

    Args:
        inputs: files, folders, globs and standard input.
        read: reads these as articles.
        work: what is done with each article.
        options: how the run is to go.
        settings: what the output depends on beside work and articles.
        rewrite: makes the output of what ``work`` gives, when all of it is there.

    Raises:
        ClaimxError: nothing can be read or written at all.
    """
    oversee(
        inputs,
        options,
        lambda: open_sink(work, options, settings, rewrite),
        lambda sink, faults, progress: _run(inputs, read, work, options, sink, faults, progress),
    )


def oversee(
    inputs: Sequence[str],
    options: RunOptions,
    open_output: Callable[[], Opened],
    run: Callable[[Opened, Faults, Progress], bool],
) -> None:
    """Do a run, and see to its end, good or bad, as :func:`deliver` tells.

    Args:
        inputs: what is read.
        options: how the run is to go.
        open_output: opens what is written to.
        run: reads and writes; tells whether anything was delivered.

    Raises:
        ClaimxError: nothing can be read or written at all.
    """
    from claimx.runs.faults import Faults

    refuse_inputs(inputs, {"--output": output_file(options.output), "--errors": options.errors})
    with ExitStack() as stack:
        stack.enter_context(stoppable())
        progress = _progress(options, inputs)
        stack.callback(progress.close)
        output = open_output()
        try:
            faults = stack.enter_context(closing(Faults(options.errors, lambda message: progress.say(message, say))))
            if run(output, faults, progress) or not faults.count:
                output.finish()
            else:
                output.discard()
        except (KeyboardInterrupt, Stopped) as stopped:
            progress.close()
            say(" ".join(filter(None, ("stopped.", output.leave()))))
            raise typer.Exit(exit_status(stopped)) from None
        except BaseException as error:
            progress.close()
            kept = output.leave()
            if kept is None or not isinstance(error, ClaimxError):
                raise
            say(f"{error} {kept}")
            raise typer.Exit(FAILED) from None
    if progress.is_shown and not options.quiet:
        say(f"{progress.summary()}.")
    elif progress.left_out and not options.quiet:
        say(f"unlikely statements left out: {progress.left_out:,} (--min-confidence 0 gives them).")
    if faults.count:
        raise typer.Exit(FAILED)


def _run(
    inputs: Sequence[str],
    read: ReadArticles,
    work: Extraction,
    options: RunOptions,
    sink: Sink,
    faults: Faults,
    progress: Progress,
) -> bool:
    from claimx.runs.engine import run

    delivered = 0

    def keep(article: Article, fault: Fault | None) -> None:
        nonlocal delivered
        delivered += fault is None
        progress.keep(len(article.text))
        if fault is not None:
            faults(fault)

    def refuse(error: ClaimxError) -> None:
        progress.fail()
        faults.of_input(error)

    def note(message: str) -> None:
        progress.say(message, say)

    articles = islice(read(inputs, on_error=refuse, on_note=note, stdin=_stdin(inputs)), options.limit)
    left = sink.left(articles, on_kept=keep, on_note=note)
    with closing(run(left, work, jobs=options.jobs, timeout=options.timeout)) as outcomes:
        for outcome in outcomes:
            text, claims, words, left_out = outcome.value or ("", 0, 0, 0)
            if outcome.fault is not None:
                faults(outcome.fault)
            sink.write(outcome.article, text, claims, outcome.fault)
            delivered += outcome.fault is None
            failed = outcome.fault is not None
            progress.advance(len(outcome.article.text), words, claims, failed=failed, left_out=left_out)
    return delivered > 0 or options.has_more


def _progress(options: RunOptions, inputs: Sequence[str]) -> Progress:
    from claimx.articles.readers.dispatch import by_ending
    from claimx.runs.progress import Progress, size_of

    is_beside = options.output is None and sys.stdout is not None and sys.stdout.isatty()
    stream = None if options.quiet or is_beside else sys.stderr
    return Progress(stream, bar=stream is not None and stream.isatty(), size=lambda: size_of(inputs, by_ending()))


def open_sink(work: Extraction, options: RunOptions, settings: Mapping[str, Any], rewrite: Rewrite | None) -> Sink:
    """Open what a run writes to: a file with its journal, or a stream.

    Raises:
        ClaimxError: it cannot be written, or not as the options say.
    """
    from claimx.runs.journal import Journal
    from claimx.runs.sinks import SpoolSink, StreamSink

    head = work.head()
    path = output_file(options.output)
    if path is not None and not is_stream(path):
        made_with = {"claimx": claimx.__version__, **dataclasses.asdict(work), **settings}
        return Journal(path, made_with, head.encode(), resume=options.resume, rewrite=rewrite)
    if options.resume:
        raise UsageError("--resume needs a file to go on with (--output FILE).")
    from claimx.writers.output import open_stream

    stream, name = open_stream(path)
    return SpoolSink(stream, name, rewrite) if rewrite else StreamSink(stream, name, head)


def _stdin(inputs: Sequence[str]) -> BinaryIO | None:
    """Standard input, by a file of its own: its reader may still wait for more when the command ends.

    Raises:
        UsageError: it is to be read, and closed.
    """
    if STDIN not in inputs:
        return None
    if sys.stdin is None:
        raise UsageError("standard input is closed.")
    try:
        return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    except (OSError, ValueError):  # it is no file, in a test or a notebook
        return sys.stdin.buffer
