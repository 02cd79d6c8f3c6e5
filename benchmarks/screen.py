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


VIEWS = ["2", "1", "3", "1", "2", "3"]
SIZES = [(100, 30), (140, 45), (80, 24), (120, 40)]
WHOLE = " quit "
"""What the last line of the screen says, once all of it is there."""
LONG = "2,000 paragraphs a side"
REST = 5.0
"""Seconds at rest over which the use of the processor is measured."""


def print_tables() -> list[Table]:
    """Print the time to the first paint and to the answer of a key, and what the program needs at rest."""
    with tempfile.TemporaryDirectory() as folder:
        env = {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        program = [sys.executable, "-m", "compare_tui"]
        sample, long = [*program, "demo"], [*program, *_long_pair(Path(folder))]
        paint = _first_paints(
            {
                "hello-world Textual program": ([sys.executable, "-c", HELLO], "hello"),
                "compare-tui demo: the text": (sample, "Lavrov"),
                "compare-tui demo: the whole screen": (sample, WHOLE),
                f"{LONG}: the text": (long, _first_word(Path(long[-2]))),
                f"{LONG}: the whole screen": (long, WHOLE),
            },
            env,
        )
        print()
        keys = Table("keys", [("to the screen", 40), ("median ms", -10), ("worst ms", -10)])
        rest = Table("at-rest", [("at rest", 34), ("MiB", -8), ("processor", -10)])
        held = [
            _add_keys(keys, name, command, env)
            for name, command in (("compare-tui demo", sample), (LONG, long))
        ]
        print()
        for row in held:
            rest.add(*row)
    return [paint, keys, rest]


def _long_pair(folder: Path) -> list[str]:
    """Write a pair of 2,000 paragraphs, 100,000 words a side; return the names of its files."""
    invented = invented_pair(100_000)
    files = [folder / name for name in ("long-a.txt", "long-b.txt")]
    for file, text in zip(files, (invented.a, invented.b), strict=True):
        file.write_text(text, encoding="utf-8")
    return [str(file) for file in files]


def _first_word(file: Path) -> str:
    """Return the word with which an article begins."""
    return file.read_text(encoding="utf-8").split(maxsplit=1)[0]


def _first_paints(programs: dict[str, tuple[list[str], str]], env: dict[str, str]) -> Table:
    """Start each program several times by turns; the least time of each counts."""
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(RUNS):
        for name, (command, text) in programs.items():
            taken[name].append(_first_paint(command, text, env))
    table = Table("first-paint", [("first seen, least of several", 44), ("ms", -8), ("ratio", -8)])
    least = min(next(iter(taken.values())))
    for name, times in taken.items():
        table.add(name, f"{1000 * min(times):.0f}", f"{min(times) / least:.2f}")
    return table


def _first_paint(command: Sequence[str], text: str, env: dict[str, str]) -> float:
    with Program(command, env=env) as running:
        return running.wait_for(text)


def _add_keys(table: Table, name: str, command: Sequence[str], env: dict[str, str]) -> tuple[str, str, str]:
    """Add how long keys and changes of the screen take; return what the program needs at rest."""
    with Program(command, env=env) as running:
        running.wait_for(" differences ")
        running.settle(1.5)
        memory, busy = running.memory(), running.busy(REST)
        for what, keys in (("key", KEYS * 2), ("change of view", VIEWS), ("change of theme", ["T"] * 5)):
            _add_times(table, f"{name}: {what}", [running.press(key) for key in keys])
        _add_times(table, f"{name}: change of size", [running.resize(*size) for size in SIZES * 2])
    return name, f"{memory:.0f}", f"{busy:.1%}"


def _add_times(table: Table, name: str, times: Sequence[float | None]) -> None:
    known = [taken for taken in times if taken is not None]
    table.add(name, f"{1000 * statistics.median(known):.1f}", f"{1000 * max(known):.1f}")
