"""How well passages are linked, beside plain scorers on the same data in the same run."""

from __future__ import annotations

import json
import os
from pathlib import Path

from benchmarks.scorers import Pairs, Task, at_best_threshold, baseline_scores, percentages
from benchmarks.tables import Table
from compare_tui import align

VARIABLE = "COMPARE_TUI_BENCH_DATA"
"""Environment variable that names the folder of alignment data."""

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"
"""Where alignment data are looked for if no folder is named: in ``shared/data`` beside the checkout."""

HEADINGS = (("precision", -9), ("recall", -7), ("F1", -6))


def print_tables(data: Path | None) -> list[Table]:
    """Print precision, recall and F1 for each file of a folder of alignment data.

    ``any`` counts all links of the file. ``strict`` counts those that it calls aligned; the partial ones are
    neither right nor wrong.

    Args:
        data: The folder; None looks where the environment variable says, then beside the checkout.
    """
    folder = data or Path(os.environ.get(VARIABLE) or BESIDE)
    files = sorted(folder.glob("*-dev.jsonl")) if folder.is_dir() else []
    if not files:
        print(f"links: no alignment data found (--data or {VARIABLE} names a folder)")
        return []
    table = Table("links", [("data", 16), ("scoring", 8), ("method", 42), *HEADINGS])
    for file in files:
        _add_file(table, file)
    return [table]


def _add_file(table: Table, file: Path) -> None:
    scorings = tasks_of(file)
    tasks = scorings["any"]
    linked = [align(task.a, task.b) for task in tasks]
    possible: list[Pairs] = [{(link.a, link.b) for link in links} for links in linked]
    confident: list[Pairs] = [
        {(link.a, link.b) for link in links if link.strength == "confident"} for links in linked
    ]
    scores = baseline_scores(tasks)
    for scoring, wanted in scorings.items():
        for strength, found in (("possible", possible), ("confident", confident)):
            results = list(zip(found, wanted, strict=True))
            table.add(file.stem, scoring, f"compare-tui, {strength}", *percentages(results))
        for method, scored in scores.items():
            best = at_best_threshold(scored, wanted)
            table.add(file.stem, scoring, f"{method}, best threshold", *percentages(best))


def tasks_of(file: Path) -> dict[str, list[Task]]:
    """Return the tasks of a file, once with all links as gold and once with the partial ones left out."""
    entries = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    scorings: dict[str, list[Task]] = {"any": [], "strict": []}
    for entry in entries:
        gold = {(i, j) for i, j, _ in entry["gold"]}
        partial = {(i, j) for i, j, label in entry["gold"] if label == "partial"}
        scorings["any"].append(Task(entry["a"], entry["b"], gold, set()))
        scorings["strict"].append(Task(entry["a"], entry["b"], gold - partial, partial))
    return scorings
