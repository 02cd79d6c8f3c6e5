"""How long a comparison takes as the texts grow, beside plain difflib on the same words."""

from __future__ import annotations

import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from compare_tui import compare, read_text

SIZES = (1_000, 3_000, 10_000, 30_000)
DIFFLIB_LIMIT = 10_000
"""Words a side beyond which difflib over all tokens takes too long to wait for."""


def print_table(data: Path | None) -> None:
    """Print seconds of CPU for texts of invented words, and the growth."""
    print(f"{'words a side':>12}{'compare-tui s':>15}{'difflib s':>11}{'peak MB':>9}")
    times = []
    for size in SIZES:
        first, second = invented_pair(size)
        taken = _cpu(partial(_compare, first, second))
        times.append(taken)
        plain = f"{_cpu(partial(_difflib, first, second)):.2f}" if size <= DIFFLIB_LIMIT else "–"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>12,}{taken:>15.2f}{plain:>11}{peak:>9.0f}")
    exponent = math.log(times[-1] / times[-2]) / math.log(SIZES[-1] / SIZES[-2])
    print(f"growth from {SIZES[-2]:,} to {SIZES[-1]:,} words: n^{exponent:.2f}")
    print()
    _start_up()


def invented_pair(size: int, seed: int = 11) -> tuple[str, str]:
    """Make two texts of about ``size`` words: the second reorders the first and rewords every sentence."""
    dice = random.Random(seed)
    syllables = ["ba", "do", "fe", "gi", "ko", "lu", "ma", "ne", "po", "ra", "si", "tu", "ve", "zo"]
    vocabulary = ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(max(300, size // 3))]
    sentences = [dice.choices(vocabulary, k=18) for _ in range(size // 18)]
    reworded = [
        [dice.choice(vocabulary) if dice.random() < 0.3 else word for word in words] for words in sentences
    ]
    dice.shuffle(reworded)
    return _paragraphs(sentences), _paragraphs(reworded)


def _paragraphs(sentences: list[list[str]]) -> str:
    lines = [" ".join(words).capitalize() + "." for words in sentences]
    return "\n\n".join(" ".join(lines[start : start + 4]) for start in range(0, len(lines), 4))


def _compare(first: str, second: str) -> None:
    compare(read_text(first), read_text(second))


def _difflib(first: str, second: str) -> None:
    SequenceMatcher(None, first.split(), second.split(), autojunk=False).get_opcodes()


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


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
