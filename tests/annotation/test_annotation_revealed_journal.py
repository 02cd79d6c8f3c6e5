"""That colleagues' marks are known outlives the program, however it ends."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.review.people import annotate, read_articles, write_articles

from compare_tui.annotation import Author, Notebook
from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.revealed import seen_before

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

KILLED = """
import os, sys
from pathlib import Path
from compare_tui.annotation import Author, Notebook
from tests.review.people import read_articles
folder = Path(sys.argv[1])
notebook = Notebook.open(folder / "wire--paper.ed.notes.yaml", *read_articles(folder), Author("ed", "Ed"))
notebook.keep_journal(folder / "journal")
notebook.record_revealed(["mara"], at_once=sys.argv[2] == "asked")
os.kill(os.getpid(), 9)
"""


OPEN: list[Notebook] = []


@pytest.fixture(autouse=True)
def all_closed() -> Iterator[None]:
    """Close every journal when a test ends."""
    yield
    while OPEN:
        OPEN.pop().close_journal()


def killed_after_revealing(folder: Path, how: str) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(folder), how], check=False)
    assert ended.returncode == -signal.SIGKILL


def opened(folder: Path) -> Notebook:
    a, b = read_articles(folder)
    notebook = Notebook.open(folder / "wire--paper.ed.notes.yaml", a, b, Author("ed", "Ed"))
    notebook.keep_journal(folder / "journal")
    OPEN.append(notebook)
    return notebook


def tag(notebook: Notebook, folder: Path) -> None:
    a, _ = read_articles(folder)
    at = a.text.index("Police")
    anchor = make_anchor(a, at, at + 6)
    notebook.add(tag="who", relation="one-sided", severity="minor", a=anchor, b=None)


@pytest.mark.parametrize("how", ["asked", "shown"])
def test_what_follows_a_kill_was_made_knowing_colleagues_marks(tmp_path: Path, how: str) -> None:
    write_articles(tmp_path)
    killed_after_revealing(tmp_path, how)
    notebook = opened(tmp_path)
    assert notebook.leftovers == ()
    tag(notebook, tmp_path)
    notebook.save()
    notebook.close_journal()
    (one,) = notebook.annotations
    assert seen_before(one, opened(tmp_path).revealed) == ("mara",)


def test_killed_again_and_again_it_stays_known_since_the_first_time(tmp_path: Path) -> None:
    write_articles(tmp_path)
    killed_after_revealing(tmp_path, "asked")
    first = opened(tmp_path)
    known = dict(first.revealed)
    first.close_journal()
    # Closed in peace, a notebook that holds nothing leaves nothing behind.
    assert list((tmp_path / "journal").iterdir()) == []
    killed_after_revealing(tmp_path, "asked")
    killed_after_revealing(tmp_path, "asked")
    assert set(opened(tmp_path).revealed) == set(known) == {"mara"}
    assert len(list((tmp_path / "journal").iterdir())) == 1


def test_a_notebook_of_which_it_was_asked_is_saved_with_it(tmp_path: Path) -> None:
    write_articles(tmp_path)
    path = annotate(tmp_path, "ed", ("number", "at least 12 people", None))
    before = path.read_bytes()
    killed_after_revealing(tmp_path, "shown")
    looked = opened(tmp_path)
    assert not looked.dirty
    assert path.read_bytes() == before
    looked.close_journal()
    killed_after_revealing(tmp_path, "asked")
    notebook = opened(tmp_path)
    assert notebook.dirty
    notebook.save()
    assert b"revealed:" in path.read_bytes()
