"""How long whole comparisons take as the texts grow, beside the floor of the task and other tools."""

from __future__ import annotations

import math
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SIZES = (1_000, 3_000, 10_000, 100_000, 1_000_000)
DIFFLIB_LIMIT = 10_000
"""Words a side beyond which difflib over all tokens takes too long to wait for."""

PATIENCE = 150
"""Seconds after which a run is stopped."""

_FLOOR = """
import sys
for path in sys.argv[1:]:
    seen = {}
    for word in open(path, encoding="utf-8").read().split():
        seen[word] = seen.get(word, 0) + 1
"""
_DIFFLIB = """
import difflib, sys
first, second = (open(path, encoding="utf-8").read().split() for path in sys.argv[1:])
difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of a program took.

    Attributes:
        cpu: Seconds of processor time, of all its processes.
        wall: Seconds that passed.
        memory: Most memory that one of its processes held, in megabytes.
    """

    cpu: float
    wall: float
    memory: float

    def __str__(self) -> str:
        return f"{self.cpu:>8.2f}{self.wall:>8.2f}{self.memory:>7.0f}"


def print_table(data: Path | None) -> None:
    """Print processor time, time and memory for texts of invented words, the growth, and hard cases."""
    print(f"{'words a side':>12}  {'program':<30}{'CPU s':>8}{'wall s':>8}{'MB':>7}")
    program = [sys.executable, "-m", "compare_tui", "compare", "--format", "json"]
    costs: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, name)) for name in ("a.txt", "b.txt")]
        for size in SIZES:
            # A process of its own, so that this one stays small: what it holds counts for its children.
            made = [sys.executable, "-m", "benchmarks.invented", str(size), *paths]
            told = subprocess.run(made, check=True, capture_output=True, text=True).stdout
            cost = _row(f"{size:,}", "compare-tui compare", [*program, *paths])
            if cost is not None:
                costs[size] = cost.cpu
            for name, command in _others(size, paths):
                _row("", name, command)
            print(f"{'':>12}  {told.strip()}")
        if 10_000 in costs and SIZES[-1] in costs:
            growth = math.log(costs[SIZES[-1]] / costs[10_000]) / math.log(SIZES[-1] / 10_000)
            print(f"growth of processor time from 10,000 to {SIZES[-1]:,} words: n^{growth:.2f}")
        print()
        print(f"{'hard cases':<44}{'CPU s':>8}{'wall s':>8}{'MB':>7}")
        for name, text in _hard_cases():
            _write(paths, (text, "Before.\n\n" + text))
            cost = _cost([*program, *paths])
            print(f"{name:<44}{'stopped' if cost is None else str(cost)}")
    print()
    _start_up()


def _write(paths: Sequence[str], texts: Sequence[str]) -> None:
    for path, text in zip(paths, texts, strict=True):
        Path(path).write_text(text, encoding="utf-8")


def _others(size: int, paths: list[str]) -> list[tuple[str, list[str]]]:
    found = [("  floor: read, cut, hash once", [sys.executable, "-c", _FLOOR, *paths])]
    if size <= DIFFLIB_LIMIT:
        found.append(("  difflib on all words", [sys.executable, "-c", _DIFFLIB, *paths]))
    if shutil.which("wdiff"):
        found.append(("  wdiff", ["wdiff", *paths]))
    if shutil.which("git"):
        found.append(("  git diff --word-diff", ["git", "diff", "--no-index", "--word-diff", *paths]))
    return found


def _row(size: str, name: str, command: list[str]) -> Cost | None:
    cost = _cost(command)
    print(f"{size:>12}  {name:<30}{'stopped' if cost is None else str(cost)}", flush=True)
    return cost


def _hard_cases() -> list[tuple[str, str]]:
    return [
        ("a single line of 200,000 characters", "the harbour of Lund " * 10_000 + "."),
        ("20,000 identical sentences", "The committee adjourned without a vote. " * 20_000),
        ("100,000 lines of one word", "\n".join(["harbour", "ferry", "lighthouse", "barley"] * 25_000)),
    ]


def _cost(command: list[str]) -> Cost | None:
    """Run a program; None where it had to be stopped."""
    start = time.monotonic()
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    )
    stopping = threading.Timer(PATIENCE, lambda: os.killpg(child.pid, signal.SIGKILL))
    stopping.start()
    try:
        _, status, usage = os.wait4(child.pid, 0)
    finally:
        stopping.cancel()
    child.returncode = status
    if os.WIFSIGNALED(status):
        return None
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)


def _start_up() -> None:
    print(f"{'start-up':<34}{'CPU ms, median of 5':>20}")
    bare = [sys.executable, "-c", "pass"]
    import_textual = [sys.executable, "-c", "import textual.app"]
    program = [sys.executable, "-m", "compare_tui"]
    for name, command in (
        ("python -c pass", bare),
        ("compare-tui --version", [*program, "--version"]),
        ("compare-tui --help", [*program, "--help"]),
        ("compare-tui schema comparison", [*program, "schema", "comparison"]),
        ("compare-tui demo, as plain lines", [*program, "demo"]),
        ("import textual.app", import_textual),
    ):
        print(f"{name:<34}{_median_cpu(command):>20.0f}")


def _median_cpu(command: list[str]) -> float:
    taken = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1000 * sorted(taken)[2]
