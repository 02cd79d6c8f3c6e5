"""Sharing long work between two processes, where that is safe."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")


def share(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    """Do work on items, every other one in a second process.

    The second process is a fork, so nothing is copied to it. Where the system cannot fork, has one processor,
    or runs threads that a fork would cut off, all is done here; so is what a process that died has left.

    Args:
        work: Returns a result for each item, in order, which depends on that item alone and can be pickled.
        items: What to work on.

    Returns:
        The results, in the order of the items.
    """
    if not can_fork():
        return work(items)
    # Loaded on first use: short articles are not shared.
    import pickle

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work_and_leave(work, items[1::2], reading, writing)
    os.close(writing)
    try:
        ours = work(items[0::2])
        with open(reading, "rb", closefd=False) as stream:
            data = stream.read()
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, 9)
        raise
    finally:
        os.close(reading)
        os.waitpid(child, 0)
    try:
        theirs = cast("list[Result]", pickle.loads(data))
    except (EOFError, pickle.UnpicklingError):
        # It died over its work.
        theirs = work(items[1::2])
    results = [*ours, *theirs]
    results[0::2], results[1::2] = ours, theirs
    return results


def can_fork() -> bool:
    """Tell whether a second process is of use here, and safe: a fork would cut other threads off."""
    import threading

    return sys.platform == "linux" and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def _work_and_leave(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], reading: int, writing: int
) -> None:
    """Send the results to the other process and end this one, whatever happens."""
    code = 1
    try:
        import pickle

        os.close(reading)
        data = pickle.dumps(work(items), protocol=pickle.HIGHEST_PROTOCOL)
        with open(writing, "wb") as stream:
            stream.write(data)
        code = 0
    finally:
        os._exit(code)
