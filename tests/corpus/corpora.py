"""Small corpora for the tests of many pairs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAIRS = Path(__file__).parent.parent / "data" / "pairs"

TOWNS = ("Orsk", "Lund", "Brest", "Tartu", "Gijon", "Split", "Varna", "Turku", "Namur", "Vigo")


def write_corpus(folder: Path, count: int) -> Path:
    """Write pairs of short reports and their list, and return the list."""
    entries = []
    for number in range(count):
        town, saved = TOWNS[number % len(TOWNS)], 40 + number
        for side, text in (
            (
                "a",
                f"The ferry sank on Monday near {town}.\n\nAll {saved} passengers were saved, police said.\n",
            ),
            ("b", f"A ferry sank near {town} on Monday.\n\nPolice saved all {saved + 4} passengers.\n"),
        ):
            (folder / f"{number}-{side}.txt").write_text(text, encoding="utf-8")
        entries.append(f"- a: {number}-a.txt\n  b: {number}-b.txt\n")
    return write_list(folder, "".join(entries))


def write_list(folder: Path, text: str) -> Path:
    path = folder / "pairs.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "compare_tui", *map(str, words)]


def run(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program without a terminal."""
    return subprocess.run(
        command(*words), stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", cwd=cwd, timeout=120
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
