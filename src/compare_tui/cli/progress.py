"""What a terminal shows while work goes on: a line for one long comparison, a bar for many things."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from compare_tui.article import clean

Step = Callable[[str], None]
"""Called for each thing that is done, with what is to be said of it, or nothing."""

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


@contextmanager
def progress_bar(what: str, total: int) -> Iterator[Step]:
    """Give what moves a bar on stderr by one; where that is no terminal, only what is to be said is written.

    Args:
        what: What is being done, e.g. "comparing".
        total: How many things there are.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda line: say(line) if line else None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text

    console = Console(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)

        def step(line: str) -> None:
            if line:
                console.print(Text(_said(line)), soft_wrap=True)
            progress.advance(task)

        yield step


def say(line: str) -> None:
    """Write a line of the program's own to stderr."""
    print(_said(line), file=sys.stderr)


def _said(line: str) -> str:
    return f"compare-tui: {clean(line, lines=False)}"


def _write(line: str, end: str = "") -> None:
    sys.stderr.write(f"\r{line:<{WIDTH}}{end}")
    sys.stderr.flush()
