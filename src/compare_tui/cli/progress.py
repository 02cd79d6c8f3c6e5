"""A line on the terminal that tells how far a long comparison is."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

PATIENCE = 1.0
"""Seconds after which a reader wants to know."""

REPORT_EVERY = 0.2
"""Seconds between two updates."""


def progress_line() -> Callable[[float, str], None] | None:
    """Return what writes the progress over one line of stderr; None where that is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    started = last = time.monotonic()

    def told(done: float, word: str) -> None:
        nonlocal last
        now = time.monotonic()
        if now - started < PATIENCE or (now - last < REPORT_EVERY and done < 1):
            return
        last = now
        line = f"comparing {done:.0%} {word}" if done < 1 else ""
        sys.stderr.write(f"\r{line:<30}\r" if not line else f"\r{line:<30}")
        sys.stderr.flush()

    return told
