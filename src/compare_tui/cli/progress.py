"""A line on the terminal that tells how far a long comparison is."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds after which a reader wants to know."""

REPORT_EVERY = 0.2
"""Seconds between two updates."""

WIDTH = 30
"""Columns that the line takes at most."""


@contextmanager
def progress_line() -> Iterator[Callable[[float, str], None] | None]:
    """Give what writes the progress over one line of stderr; None where that is no terminal.

    The line is gone when the work is done, fails or is interrupted.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    started = last = time.monotonic()
    shown = False

    def told(done: float, word: str) -> None:
        nonlocal last, shown
        now = time.monotonic()
        if now - started >= PATIENCE and now - last >= REPORT_EVERY:
            last, shown = now, True
            _write(f"comparing {done:.0%} {word}")

    try:
        yield told
    finally:
        if shown:
            _write("", end="\r")


def _write(line: str, end: str = "") -> None:
    sys.stderr.write(f"\r{line:<{WIDTH}}{end}")
    sys.stderr.flush()
