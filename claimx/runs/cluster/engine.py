"""A run by Ray Data, which moves chunks between machines, holds back what is ahead, and does again what is lost."""

from __future__ import annotations

import logging
import os
import pickle
import signal
import socket
import tempfile
import threading
import warnings
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from types import ModuleType
from typing import Any

from claimx.errors import ClaimxError, UsageError, WorkerError
from claimx.records import ReadOptions
from claimx.runs.cluster.chunks import NamedInput, Size, group
from claimx.runs.cluster.worker import INPUTS, RESULT, Assignment, ReadChunk, ReadInputs, Result

#: Set before Ray is imported: it sends nothing home, and its own messages do not stand among ours.
ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
#: The share of a processor that a worker, and a task that reads inputs, is counted for: both fit on one.
WORKER_SHARE, READING_SHARE = 0.95, 0.05
#: Blocks of rows that go on from reading have so many bytes at least: a chunk or two, so that all workers get some.
BLOCK = 128_000
#: Inputs are handed out in so many tasks at most.
MOST_TASKS = 10_000
#: Where Ray finds the cluster that it was started in.
ADDRESS = "RAY_ADDRESS"
#: Seconds until a cluster answers at all.
CONNECT_TIMEOUT = 10.0


def load_ray() -> ModuleType:
    """Import Ray Data, with its telemetry off.

    Raises:
        UsageError: it is not installed.
    """
    os.environ.update(ENVIRONMENT)
    warnings.filterwarnings("ignore", module=r"ray\b")  # on how fast it might be, and what it will change
    try:
        import_module("ray.data")
    except ModuleNotFoundError:
        raise UsageError("--engine ray needs a part that is not installed: pip install 'claimx[ray]'.") from None
    return import_module("ray")


def run_on_cluster(
    inputs: Sequence[NamedInput],
    options: ReadOptions,
    assignment: Assignment,
    *,
    address: str | None,
    workers: int | None,
    size: Size | None = None,
) -> Generator[Result, None, None]:
    """Read inputs on a cluster.

    Args:
        inputs: what all its machines can open by these paths.
        options: how they are read.
        assignment: what is done with each article.
        address: of the cluster; None: the one that ``RAY_ADDRESS`` names, else one is started on this machine and
            ended with the run.
        workers: how many at most; None: as many as the cluster has processors.
        size: how much goes together.

    Returns:
        What came of each chunk: as they come where they are written as parts, else in the order of the inputs.

    Raises:
        ClaimxError: nothing can be read or written at all, the cluster cannot be reached, or Ray is not installed.
    """
    ray = load_ray()
    size = size or Size()
    if not inputs:
        return
    with _connected(ray, address):
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.print_on_execution_start = False
        context.target_max_block_size = BLOCK
        context.execution_options.preserve_order = assignment.parts is None
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        most = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        try:
            for row in _dataset(ray, inputs, options, assignment, size, most).iter_rows():
                found = pickle.loads(row[RESULT])
                if isinstance(found, ClaimxError):
                    raise found
                yield found
        except ray.exceptions.RayError as error:
            why = " ".join(str(error).split())[-500:]
            raise WorkerError(f"The cluster failed: {why}") from error


def _dataset(
    ray: ModuleType, inputs: Sequence[NamedInput], options: ReadOptions, assignment: Assignment, size: Size, most: int
) -> Any:  # noqa: ANN401 - Ray is imported where it is needed
    rows = [{INPUTS: pickle.dumps(together)} for together in group(inputs, size)]
    return (
        ray.data.from_items(rows, override_num_blocks=min(len(rows), MOST_TASKS))
        .flat_map(ReadInputs(options, size).__call__, num_cpus=READING_SHARE)
        .map(
            ReadChunk,
            fn_constructor_args=(assignment,),
            compute=ray.data.ActorPoolStrategy(size=most),
            num_cpus=WORKER_SHARE,
        )
    )


@contextmanager
def _connected(ray: ModuleType, address: str | None) -> Iterator[None]:
    """Join the cluster; one that is started here ends here, with all that it has written."""
    settings: dict[str, Any] = {"logging_level": "error", "log_to_driver": False}
    heard = signal.getsignal(signal.SIGTERM)
    own = tempfile.TemporaryDirectory(prefix="claimx-ray-", ignore_cleanup_errors=True)
    with own as folder:
        started = address is None and ADDRESS not in os.environ
        if started:
            settings |= {"address": "local", "include_dashboard": False, "_temp_dir": folder}
        elif address is not None:
            settings["address"] = address
        where = address or os.environ.get(ADDRESS) or "this machine"
        try:
            _knock(where)
            with _unheard():
                ray.init(**settings)
        except (OSError, RuntimeError, ValueError) as error:
            raise WorkerError(f"No Ray cluster can be used at {where}: {' '.join(str(error).split())[:300]}") from error
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, heard)  # Ray's own would end the process before anything is kept
        try:
            yield
        finally:
            with suppress(KeyboardInterrupt):  # a second Ctrl-C: the processes are to end all the same
                ray.shutdown()


def _knock(address: str) -> None:
    """See to it that somebody listens at an address with a host and a port: Ray itself would wait for many minutes.

    Raises:
        OSError: nobody does.
    """
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if host and port.isdecimal():
        socket.create_connection((host.strip("[]"), int(port)), timeout=CONNECT_TIMEOUT).close()


@contextmanager
def _unheard() -> Iterator[None]:
    """Keep Ray's libraries from writing on standard error while they start; what goes wrong is an exception, too."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
