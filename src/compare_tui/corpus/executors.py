"""What runs the comparisons of a batch: processes of this machine, or a Dask cluster."""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import signal
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

_ADDRESS = re.compile(r"(?:tcp|tls)://(?P<host>[^/\[\]:]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})")


class ClusterError(Exception):
    """A cluster cannot be used; the message says why, and what to do."""


def usable_processors() -> int:
    """Return the number of processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


@contextmanager
def processes(jobs: int) -> Iterator[Executor]:
    """Give an executor of ``jobs`` processes, which end with this one, however it ends."""
    # Spawned, not forked: the same on every system, and safe beside the thread of a progress bar.
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare_worker)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


YOUNG_OBJECTS = 100_000
"""Objects after which a worker looks for garbage: a comparison makes many and hardly any cycle.

In place of 700 it saves 6 % of the time, at the same memory."""


def _prepare_worker() -> None:
    """Leave Ctrl-C to the process that hands out the work, and end where that one dies."""
    gc.set_threshold(YOUNG_OBJECTS, 20, 20)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def cluster(address: str, seconds: float = 10) -> Iterator[tuple[Executor, int]]:
    """Give an executor on a Dask cluster that is running, and the number of its threads.

    Args:
        address: Of the scheduler, e.g. ``tcp://10.0.0.5:8786``.
        seconds: How long to wait for the scheduler.

    Raises:
        ClusterError: Dask is not installed, nothing answers, or the cluster has no workers.
    """
    try:
        from distributed import Client
    except ImportError:
        told = 'pip install "compare-tui[cluster]" installs it'
        raise ClusterError(f"--scheduler needs Dask, which is not installed: {told}") from None
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ClusterError(f"--scheduler: expected tcp://HOST:PORT, not {address}")
    try:
        # A client that finds nothing keeps trying, and complains of it when the program ends.
        socket.create_connection((found["host"].strip("[]"), int(found["port"])), seconds).close()
        client = Client(address, timeout=seconds, set_as_default=False)
    except (OSError, OverflowError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}: {error}") from None
    with client:
        threads = sum(client.ncores().values())
        if threads == 0:
            raise ClusterError(f"the Dask scheduler at {address} has no workers")
        executor = client.get_executor(pure=False)
        try:
            yield executor, threads
        finally:
            executor.shutdown(wait=False)
