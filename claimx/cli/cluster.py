"""A run over a cluster: which outputs it can have, and what is done with what comes back."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimx
from claimx.articles.input_names import STDIN, is_web_address
from claimx.cli.console import say
from claimx.cli.documents import RunOptions, open_sink, oversee
from claimx.cli.output import output_file
from claimx.errors import ClaimxError, UsageError
from claimx.storage import is_stored

if TYPE_CHECKING:
    from claimx.cli.work import Extraction
    from claimx.records import ReadOptions
    from claimx.runs.cluster.chunks import NamedInput
    from claimx.runs.cluster.parts import Parts, PartsFolder
    from claimx.runs.cluster.worker import Result
    from claimx.runs.faults import Faults
    from claimx.runs.progress import Progress
    from claimx.runs.sinks import Rewrite, Sink

#: The values of ``--engine``.
ENGINES = ("local", "ray")


def is_folder(output: str | None) -> bool:
    """Whether an output is a folder of parts: one that is there, or ends with a slash, or an address in a store."""
    path = output_file(output)
    return path is not None and (is_stored(path) or path.endswith(("/", os.sep)) or Path(path).is_dir())


def is_on_cluster(engine: str, options: RunOptions, address: str | None, *, of_run: bool) -> bool:
    """Whether a run is to go on a cluster.

    Args:
        engine: ``--engine``.
        options: how it is to go.
        address: ``--address``.
        of_run: its output is made of the claims of all articles together.

    Raises:
        UsageError: there is no such engine, or what is asked for does not fit together.
    """
    if engine not in ENGINES:
        raise UsageError(f"no such engine: {engine}; there are {' and '.join(ENGINES)}.")
    if engine == "ray":
        if of_run and is_folder(options.output):
            raise UsageError("--top and --distinct are of the whole run: name a file, not a folder of parts.")
        return True
    if address is not None:
        raise UsageError("--address is that of a cluster: it goes with --engine ray.")
    if is_stored(output_file(options.output) or ""):
        raise UsageError(f"{options.output} is in a store, which --engine ray writes to; name a file.")
    return False


def deliver_on_cluster(  # noqa: PLR0913 - all that a run depends on
    inputs: Sequence[str],
    reading: ReadOptions,
    work: Extraction,
    options: RunOptions,
    settings: Mapping[str, Any],
    rewrite: Rewrite | None,
    *,
    address: str | None,
    ending: str,
) -> None:
    """Read articles on a cluster, and write what comes of them as parts into a folder, or to a file or stream.

    Parts are written by the machines that read them. To a file, or to standard output, this process writes, in the
    order of the inputs, what is sent back to it.

    Args:
        inputs: files, folders, globs and addresses that all machines can read.
        reading: how they are read.
        work: what is done with each article.
        options: how the run is to go; ``jobs`` is how many workers the cluster is to have at most.
        settings: what the output depends on beside work and articles.
        rewrite: makes the output, or a part, of what ``work`` gives.
        address: of the cluster.
        ending: of the parts' names.

    Raises:
        ClaimxError: nothing can be read or written at all.
    """
    from claimx.runs.cluster.engine import load_ray

    _refuse(inputs, options)
    load_ray()
    run = _Run(_find(inputs), reading, work, options, address)
    if options.output is None or not is_folder(options.output):
        oversee(inputs, options, lambda: open_sink(work, options, settings, rewrite), run.onto_sink)
        return
    from claimx.runs.cluster.parts import Parts, PartsFolder

    folder = options.output if is_stored(options.output) else str(Path(options.output).absolute())
    made_with = {**dataclasses.asdict(work), **settings, "claimx": claimx.__version__}
    made_with |= {"ending": ending, "inputs": run.found.digest()}
    parts = Parts(folder.rstrip("/"), ending, work.head(), rewrite)
    oversee(
        inputs,
        options,
        lambda: PartsFolder(parts.folder, made_with, resume=options.resume),
        partial(run.into_folder, parts),
    )


def _refuse(inputs: Sequence[str], options: RunOptions) -> None:
    """See to it that nothing is asked for that a cluster cannot do.

    Raises:
        UsageError: something is.
    """
    if STDIN in inputs:
        raise UsageError("standard input cannot be read on a cluster: name files that all its machines have.")
    if options.limit is not None:
        raise UsageError("--limit goes with --engine local alone: a cluster reads all inputs at once.")
    if options.resume and not is_folder(options.output):
        raise UsageError(
            "--resume goes with --engine ray where the output is a folder of parts: name one with a slash behind it "
            "(--output claims/), or an address in a store."
        )


@dataclass(frozen=True)
class _Found:
    """The inputs that were found, and what was said of those that were not."""

    inputs: list[NamedInput] = field(default_factory=list)
    errors: list[ClaimxError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def digest(self) -> str:
        """SHA-256 of the inputs' names, in their order."""
        return hashlib.sha256("\0".join(one.name for one in self.inputs).encode("utf-8", "surrogatepass")).hexdigest()


def _find(inputs: Sequence[str]) -> _Found:
    from claimx.articles.paths import find_inputs
    from claimx.articles.reading import name_of
    from claimx.runs.cluster.chunks import NamedInput

    found = _Found()
    for path in find_inputs(inputs, found.errors.append, found.notes.append):
        is_address = is_web_address(path) or is_stored(path)
        # The others' current folder may be another one.
        found.inputs.append(NamedInput(path if is_address else str(Path(path).absolute()), name_of(path)))
    return found


@dataclass(frozen=True)
class _Run:
    """A run, and the two ways in which what comes of it is taken."""

    found: _Found
    reading: ReadOptions
    work: Extraction
    options: RunOptions
    address: str | None

    def onto_sink(self, sink: Sink, faults: Faults, progress: Progress) -> bool:
        """Write what comes of each article, in the order of the inputs; whether anything was delivered."""
        delivered = False
        for result in self._results(None, faults, progress):
            for one in result.written:
                sink.write(one.article, one.text, one.tally.claims, one.tally.fault)
                delivered |= one.tally.fault is None
        return delivered

    def into_folder(self, parts: Parts, folder: PartsFolder, faults: Faults, progress: Progress) -> bool:
        """Count what the machines have written; whether anything was delivered."""
        for result in self._results(parts, faults, progress):
            for tally in result.tallies:
                folder.count(tally)
        return folder.counted["articles"] > folder.counted["failed"]

    def _results(self, parts: Parts | None, faults: Faults, progress: Progress) -> Iterator[Result]:
        """What came of each chunk; what went wrong is told, and all is counted."""
        from claimx.runs.cluster.engine import run_on_cluster
        from claimx.runs.cluster.worker import Assignment

        _tell(self.found.errors, self.found.notes, faults, progress)
        assignment = Assignment(self.work, self.options.timeout, parts)
        results = run_on_cluster(
            self.found.inputs, self.reading, assignment, address=self.address, workers=self.options.jobs
        )
        with closing(results):
            for result in results:
                _tell(result.errors, result.notes, faults, progress)
                for tally in result.tallies:
                    if tally.fault is not None:
                        faults(tally.fault)
                    if result.is_kept:
                        progress.keep(tally.characters)
                    else:
                        failed = tally.fault is not None
                        progress.advance(
                            tally.characters, tally.words, tally.claims, failed=failed, left_out=tally.left_out
                        )
                yield result


def _tell(errors: Iterable[ClaimxError], notes: Iterable[str], faults: Faults, progress: Progress) -> None:
    for error in errors:
        progress.fail()
        faults.of_input(error)
    for note in notes:
        progress.say(note, say)
