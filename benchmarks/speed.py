"""How long whole comparisons take as the texts grow, beside the floor of the task and other tools."""

from __future__ import annotations

import compileall
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import compare_tui
from benchmarks.known_links import recall_and_precision
from benchmarks.measure import PATIENCE, Cost, measured
from benchmarks.tables import Table

SIZES = (1_000, 3_000, 10_000, 100_000, 1_000_000)
GROWTH = ((10_000, 1_000_000), (100_000, 1_000_000))
"""Sizes between which the growth is told; near the smaller ones the start of the program still counts."""

DIFFLIB_LIMIT = 10_000
"""Words a side beyond which difflib over all tokens takes too long to wait for: it grows with the square."""

COMPARE = [sys.executable, "-m", "compare_tui", "compare", "--format", "json"]
REFUSED = 2
"""Exit code of the program for an article that holds nothing."""

COSTS = (("CPU s", -8), ("wall s", -8), ("MB", -6))

_FLOOR = """
import re, sys
for path in sys.argv[1:]:
    seen = {}
    for word in re.findall(r"\\w+", open(path, encoding="utf-8").read()):
        seen[word] = seen.get(word, 0) + 1
"""
_DIFFLIB = """
import difflib, sys
first, second = (open(path, encoding="utf-8").read().split() for path in sys.argv[1:])
difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
"""
_EMPTY_SIDE = """
from compare_tui import align
align([f"Committee {number} adjourned without a vote." for number in range(20_000)], [])
"""


@dataclass(frozen=True, slots=True)
class KnownPair:
    """Files of two long texts.

    Attributes:
        a: The first text.
        b: The second text.
        truth: The links that are known.
    """

    a: Path
    b: Path
    truth: Path


def print_tables(pairs_tool: Path | None) -> list[Table]:
    """Print time and memory for texts of invented words, the growth, hard cases and the start.

    Args:
        pairs_tool: Script that makes the pairs; None takes those of ``benchmarks.invented``.
    """
    # What is installed has its bytecode; a checkout may not, and would be compiled anew by every run.
    compileall.compile_dir(Path(compare_tui.__file__).parent, quiet=1)
    growing = _print_growing(pairs_tool)
    print()
    hard = _print_hard_cases()
    print()
    return [growing, hard, _print_start_up()]


def _print_growing(pairs_tool: Path | None) -> Table:
    table = Table(
        "speed",
        [("words a side", -12), ("program", 30), *COSTS, ("known links found", -18), ("links right", -12)],
    )
    costs: dict[int, Cost] = {}
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder, "comparison.json")
        for size in SIZES:
            pair = _made(size, Path(folder), pairs_tool)
            cost = measured([*COMPARE, str(pair.a), str(pair.b)], output=str(printed))
            found = "–", "–"
            if isinstance(cost, Cost):
                costs[size] = cost
                recall, precision = recall_and_precision(pair.a, pair.b, pair.truth, printed)
                found = f"{recall:.3f}", f"{precision:.3f}"
            table.add(f"{size:,}", "compare-tui compare", *_cells(cost), *found)
            for name, command in _others(size, pair):
                # Both word diffs answer 1 where the texts differ.
                table.add(f"{size:,}", name, *_cells(measured(command, fine=(0, 1))), "–", "–")
    for small, large in GROWTH:
        if small in costs and large in costs:
            growth = math.log(costs[large].cpu / costs[small].cpu) / math.log(large / small)
            table.note(f"Growth of processor time from {small:,} to {large:,} words: n^{growth:.2f}.")
    least = measured([sys.executable, "-c", "pass"])
    if isinstance(least, Cost):
        table.note(f"Memory below {least.memory:.0f} MB cannot be told: the measuring takes as much.")
    table.note(
        f"A run of over {PATIENCE} s is stopped. difflib is tried up to {DIFFLIB_LIMIT:,} words a side."
    )
    return table


def _made(size: int, folder: Path, pairs_tool: Path | None) -> KnownPair:
    # A process of its own, so that this one stays small.
    if pairs_tool is None:
        subprocess.run([sys.executable, "-m", "benchmarks.invented", str(size), str(folder)], check=True)
        return KnownPair(folder / "a.txt", folder / "b.txt", folder / "truth.tsv")
    options = ["--sizes", str(size), "--modes", "heavy"]
    subprocess.run([sys.executable, pairs_tool, folder, *options], check=True, stdout=subprocess.DEVNULL)
    stem = f"heavy-{size}"
    return KnownPair(folder / f"{stem}-a.txt", folder / f"{stem}-b.txt", folder / f"{stem}-truth.tsv")


def _others(size: int, pair: KnownPair) -> list[tuple[str, list[str]]]:
    files = [str(pair.a), str(pair.b)]
    found = [("floor: read, cut, hash once", [sys.executable, "-c", _FLOOR, *files])]
    if size <= DIFFLIB_LIMIT:
        found.append(("difflib on all words", [sys.executable, "-c", _DIFFLIB, *files]))
    if shutil.which("wdiff"):
        found.append(("wdiff", ["wdiff", *files]))
    if shutil.which("git"):
        found.append(("git diff --word-diff", ["git", "diff", "--no-index", "--word-diff", *files]))
    return found


def _cells(cost: Cost | str) -> tuple[str, str, str]:
    return cost.cells() if isinstance(cost, Cost) else (cost, "–", "–")


def _print_hard_cases() -> Table:
    table = Table("hard-cases", [("hard case", 44), *COSTS])
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("a.txt", "b.txt")]
        for name, *texts in _hard_cases():
            for path, text in zip(paths, texts, strict=True):
                path.write_text(text, encoding="utf-8")
            fine = (0,) if all(texts) else (REFUSED,)
            table.add(name, *_cells(measured([*COMPARE, *map(str, paths)], fine=fine)))
    table.add("20,000 sentences aligned with none", *_cells(measured([sys.executable, "-c", _EMPTY_SIDE])))
    return table


def _hard_cases() -> Iterator[tuple[str, str, str]]:
    line = "the harbour of Lund " * 10_000 + "."
    same = "The committee adjourned without a vote. " * 20_000
    short = "\n".join(["harbour", "ferry", "lighthouse", "barley"] * 25_000)
    for name, text in (
        ("a single line of 200,000 characters", line),
        ("20,000 identical sentences", same),
        ("100,000 lines of one word", short),
    ):
        yield name, text, "Before.\n\n" + text
    yield "20,000 sentences and an empty file, refused", same, ""


def _print_start_up() -> Table:
    table = Table("start-up", [("start", 34), ("CPU ms, median of 5", -20)])
    program = [sys.executable, "-m", "compare_tui"]
    for name, command in (
        ("python -c pass", [sys.executable, "-c", "pass"]),
        ("compare-tui --version", [*program, "--version"]),
        ("compare-tui --help", [*program, "--help"]),
        ("compare-tui schema comparison", [*program, "schema", "comparison"]),
        ("compare-tui demo, as plain lines", [*program, "demo"]),
        ("import textual.app", [sys.executable, "-c", "import textual.app"]),
    ):
        taken = [cost.cpu for cost in (measured(command) for _ in range(5)) if isinstance(cost, Cost)]
        table.add(name, f"{1000 * statistics.median(taken):.0f}" if taken else "failed")
    return table
