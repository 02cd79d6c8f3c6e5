"""A program that is killed at random moments of many savings, again and again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from compare_tui.annotation import Author, Notebook, read_notebook
from compare_tui.article import read_text

SAVINGS = 200
SECONDS = 20
"""Time for all of them; on a machine that is slower fewer savings are killed."""

WRITER = """
import sys
from pathlib import Path
from compare_tui.annotation import Author, Notebook, make_anchor
from compare_tui.article import read_text
a = read_text("Twelve people died.\\n\\nThe road was closed for hours.\\n", title="A")
b = read_text("Nine people died.\\n", title="B")
book = Notebook.open(Path(sys.argv[1]), a, b, Author("mara", "Mara Ilves"))
book.keep_journal(Path(sys.argv[2]))
for left in book.leftovers:
    book.recover(left)
book.save()
end = make_anchor(a, 0, 13)
for number in range(len(book.annotations), int(sys.argv[3])):
    note = f"note {number}\\n" * 40
    book.add(tag="number", relation="conflict", severity="major", a=end, b=None, note=note)
    print(number, flush=True)
    book.save()
    print("saved", flush=True)
"""


def numbers(notebook: Path) -> list[int]:
    """Return the numbers of the notes in a file, which is whole."""
    if not notebook.exists():
        return []
    file = read_notebook(notebook.read_bytes(), "n")
    return sorted(int(one.note.split("\n")[0].removeprefix("note ")) for one in file.annotations)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_random_moments_of_many_savings_nothing_is_lost_or_torn(tmp_path: Path) -> None:
    seed = int(os.environ.get("SEED", time.time_ns() % 1_000_000))
    print(f"SEED={seed} repeats it")
    dice = random.Random(seed)
    path, journal = tmp_path / "a--b.mara.notes.yaml", tmp_path / "journal"
    end = time.monotonic() + SECONDS * 0.8
    done = kills = 0
    while done < SAVINGS and time.monotonic() < end:
        words = [sys.executable, "-c", WRITER, *map(str, (path, journal, SAVINGS))]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=os.environ) as program:
            assert program.stdout is not None
            told = [program.stdout.readline() for _ in range(dice.randrange(1, 50))]
            time.sleep(dice.random() * 0.006)
            program.send_signal(signal.SIGKILL)
            told += program.stdout.read().splitlines()
        kills += 1
        noted = [int(line) for line in map(str.strip, told) if line.isdigit()]
        saved = numbers(path)
        assert saved == list(range(len(saved))), "the file is whole, and in order"
        assert not noted or len(saved) >= noted[-1], "every act but the last one told is saved"
        done = max(noted, default=done - 1) + 1
    print(f"{done} savings, {kills} kills")
    assert kills >= 3
    a = read_text("Twelve people died.\n\nThe road was closed for hours.\n", title="A")
    b = read_text("Nine people died.\n", title="B")
    book = Notebook.open(path, a, b, Author("mara", "Mara Ilves"))
    book.keep_journal(journal)
    for left in book.leftovers:
        book.recover(left)
    book.save()
    book.close_journal()
    found = numbers(path)
    assert found[:done] == list(range(done))
    assert len(found) <= done + 1
    assert list(tmp_path.glob(".compare-tui-*")) == []
    assert list(journal.iterdir()) == []
