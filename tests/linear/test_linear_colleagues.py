from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.linear.conftest import Listener
from tests.review.people import annotate, load, read_articles, write_articles

from compare_tui.annotation import Author, Notebook


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    write_articles(tmp_path)
    annotate(tmp_path, "mara", ("number", "at least 12 people", "Nine people"))
    return tmp_path


def listen(folder: Path) -> Listener:
    a, b = read_articles(folder)
    notebook = Notebook.open(folder / "wire--paper.ed.notes.yaml", a, b, Author("ed", "Ed"))
    ear = Listener(a, b, notebook, compared=False)
    ear.session.accompany()
    return ear


def test_marks_are_told_once_they_are_revealed(desk: Path) -> None:
    ear = listen(desk)
    assert not any("Mara" in line for line in ear.type("j"))
    told = ear.type("*", "y")
    assert any("undo does not take that back" in line for line in told)
    assert told[-1] == "1 mark of M Mara."
    ear.type("g")
    told = ear.type("j")
    assert told[-1] == "Mara: number, conflict, major, at least 12 people against Nine people."
    ear.type("t", "n")
    extra = load(desk / "wire--paper.ed.notes.yaml").extra
    assert list(extra["revealed"] or ()) == ["mara"]  # type: ignore[arg-type]
    assert "Colleagues hidden" in ear.type("*")[-1]
    ear.type("g")
    assert not any("Mara" in line for line in ear.type("j"))


def test_who_stays_blind_is_told_nothing(desk: Path) -> None:
    ear = listen(desk)
    ear.type("*", "n")
    assert not any("Mara" in line for line in ear.type("j"))


def test_a_notebook_is_opened_by_its_path(desk: Path) -> None:
    (desk / "mail").mkdir()
    os.rename(desk / "wire--paper.mara.notes.yaml", desk / "mail" / "mara.notes.yaml")
    ear = listen(desk)
    told = ear.type("C", "mail/mara.notes.yaml")
    assert told[-1] == "Opened; asterisk reveals its marks."
    assert any("No such file" in line for line in ear.type("C", "mail/nobody.notes.yaml"))
    assert "Mara, mara.notes.yaml." in ear.type("C", "")


@pytest.mark.parametrize("named", ["mara.notes.yaml", "nobody.notes.yaml"])
def test_the_command_takes_a_notebook_along(desk: Path, named: str) -> None:
    os.rename(desk / "wire--paper.mara.notes.yaml", desk / "mara.notes.yaml")
    articles = [str(desk / name) for name in ("wire.txt", "paper.txt")]
    command = [sys.executable, "-m", "compare_tui", *articles, "--linear", "--author", "ed"]
    done = subprocess.run(
        [*command, "--with", str(desk / named)],
        input="j\n*\ny\ng\nj\nq\n",
        env={**os.environ, "HOME": str(desk), "XDG_STATE_HOME": str(desk), "XDG_CONFIG_HOME": str(desk)},
        capture_output=True,
        text=True,
        check=False,
    )
    if named.startswith("nobody"):
        assert done.returncode == 2
        assert "nobody.notes.yaml: no such file" in done.stderr
        return
    blind, _, seen = done.stdout.partition("1 mark of M Mara.")
    assert "Mara" not in blind
    assert "What colleagues marked is hidden" in blind
    assert "Mara: number" in seen
