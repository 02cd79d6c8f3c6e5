"""What a person waits for on the screen, beside the smallest Textual program on the same machine."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.invented import invented_pair
from benchmarks.pseudo_terminal import Program
from benchmarks.tables import Table

RUNS = 7
HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("hello world")

Hello().run()
"""
KEYS = ["j", "j", "j", "]", "]", "\t", "k", "\x1b[B", " ", "G", "g", "j"]


def print_tables() -> list[Table]:
    """Print the time to the first paint and to the answer of a key, medians of several runs."""
    with tempfile.TemporaryDirectory() as folder:
        env = {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        long = [Path(folder, name) for name in ("long-a.txt", "long-b.txt")]
        invented = invented_pair(100_000)
        for file, text in zip(long, (invented.a, invented.b), strict=True):
            file.write_text(text, encoding="utf-8")
        program = [sys.executable, "-m", "compare_tui"]
        hello = [_first_paint([sys.executable, "-c", HELLO], "hello", env) for _ in range(RUNS)]
        sample = [_first_paint([*program, "demo"], "Lavrov", env) for _ in range(RUNS)]
        ratio = statistics.median(sample) / statistics.median(hello)
        paint = Table("first-paint", [("first paint", 34), ("ms", -8), ("ratio", -8)])
        paint.add("hello-world Textual program", f"{1000 * statistics.median(hello):.0f}", "1.00")
        paint.add("compare-tui demo", f"{1000 * statistics.median(sample):.0f}", f"{ratio:.2f}")
        print()
        keys = Table("keys", [("key to the screen", 34), ("median ms", -10), ("worst ms", -10)])
        _add_keys(keys, "compare-tui demo", [*program, "demo"], env, "differences")
        _add_keys(keys, "100,000 words a side", [*program, *map(str, long)], env, None)
    return [paint, keys]


def _first_paint(command: Sequence[str], text: str, env: dict[str, str]) -> float:
    with Program(command, env=env) as running:
        return running.wait_for(text)


def _add_keys(
    table: Table, name: str, command: Sequence[str], env: dict[str, str], ready: str | None
) -> None:
    with Program(command, env=env) as running:
        if ready:
            running.wait_for(ready)
        running.settle(1.5)
        answers = [taken for key in KEYS * 2 if (taken := running.press(key)) is not None]
    table.add(name, f"{1000 * statistics.median(answers):.1f}", f"{1000 * max(answers):.1f}")
