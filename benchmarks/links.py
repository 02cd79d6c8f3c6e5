"""How well passages are linked, beside plain scorers on the same data in the same run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.scorers import Pairs, Task, baseline_rows, row
from compare_tui import align

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"
"""Where alignment data are looked for if no folder is named: in ``shared/data`` beside the checkout."""


def print_table(data: Path | None) -> None:
    """Print precision, recall and F1 for each file of a folder of alignment data.

    Args:
        data: The folder; None looks beside the checkout.
    """
    folder = data or BESIDE
    files = sorted(folder.glob("*-dev.jsonl")) if folder.is_dir() else []
    if not files:
        print("links: no alignment data found (--data names a folder)")
        return
    print(f"{'links':<28}{'method':<34}{'precision':>10}{'recall':>8}{'F1':>7}")
    for file in files:
        for scoring, tasks in _tasks(file):
            name = f"{file.stem} ({scoring})"
            found = [align(task.a, task.b) for task in tasks]
            for strength in ("possible", "confident"):
                kept: list[Pairs] = [
                    {(link.a, link.b) for link in links if strength in ("possible", link.strength)}
                    for links in found
                ]
                row(name, f"compare-tui, {strength}", list(zip(kept, tasks, strict=True)))
            baseline_rows(name, tasks)


def _tasks(file: Path) -> Iterator[tuple[str, list[Task]]]:
    """Yield the tasks of a file, once with all links as gold and once with the partial ones left out."""
    entries = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for scoring in ("any", "strict"):
        tasks = []
        for entry in entries:
            partial = {(i, j) for i, j, label in entry["gold"] if label == "partial"}
            gold = {(i, j) for i, j, _ in entry["gold"]}
            ignored = partial if scoring == "strict" else set()
            tasks.append(Task(entry["a"], entry["b"], gold - ignored, ignored))
        yield scoring, tasks
