"""What comparing many pairs takes, and that memory does not grow with their number."""

from __future__ import annotations

import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from benchmarks.measure import Cost, measured
from benchmarks.tables import Table

LABELLED = Path(__file__).parent.parent / "tests" / "data" / "pairs"
JOBS = 2
COUNTS = (250, 1_000)
PATIENCE = 600
"""Seconds after which a run is stopped."""


def print_tables() -> list[Table]:
    """Print time and memory of batches of two lengths."""
    costs = [("CPU s", -8), ("wall s", -8), ("MB, largest process", -20)]
    table = Table("batch", [("pairs", -6), ("words a side", -12), *costs])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed, words = _write_pairs(folder)
        for count in COUNTS:
            pairs = folder / f"{count}.yaml"
            entries = (listed[number % len(listed)] for number in range(count))
            pairs.write_text("".join(entries), encoding="utf-8")
            command = [sys.executable, "-m", "compare_tui", "batch", str(pairs), "--jobs", str(JOBS)]
            cost = measured([*command, "-o", str(folder / f"out-{count}")], patience=PATIENCE)
            cells = cost.cells() if isinstance(cost, Cost) else (cost, "–", "–")
            table.add(f"{count:,}", str(words), *cells)
    table.note(f"{JOBS} processes. The labelled pairs, two of them joined, over and over.")
    return [table]


def _write_pairs(folder: Path) -> tuple[list[str], int]:
    """Write pairs of joined reports; return their entries in a list, and the mean of their words."""
    names = sorted(path.name for path in LABELLED.iterdir() if path.is_dir())
    listed, words = [], 0
    for number, (one, other) in enumerate(pairwise([*names, names[0]])):
        for side in "ab":
            texts = [(LABELLED / name / f"{side}.txt").read_text(encoding="utf-8") for name in (one, other)]
            Path(folder, f"{number}-{side}.txt").write_text("\n\n".join(texts), encoding="utf-8")
            words += sum(len(text.split()) for text in texts)
        listed.append(f"- {{a: {number}-a.txt, b: {number}-b.txt}}\n")
    return listed, round(words / 2 / len(listed))
