"""Reviewing by ear."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.linear.conftest import Listener
from tests.review.people import annotate, load, read_articles, write_articles

from compare_tui.annotation import Author, Notebook
from compare_tui.review.verdicts import read_reviews
from compare_tui.tui.key_map import DEFAULT_KEYS, KeyMap


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    write_articles(tmp_path)
    annotate(tmp_path, "mara", ("number", "at least 12 people", "Nine people"), ("time", "Sunday", "Monday"))
    annotate(tmp_path, "tom", ("number", "at least 12 people", "Nine people"))
    return tmp_path


def reviewing(folder: Path, *keys: str, key_map: KeyMap = DEFAULT_KEYS) -> list[str]:
    """Open a review, press keys and answer questions; return all that was said."""
    a, b = read_articles(folder)
    notebook = Notebook.open(folder / "wire--paper.ed.notes.yaml", a, b, Author("ed", "Ed"))
    ear = Listener(a, b, notebook, key_map, compared=False)
    ear.session.accompany([folder], reveal=True)
    ear.waiting.extend(keys)
    ear.session.action_review()
    assert not ear.waiting
    return ear.lines


def said(folder: Path) -> list[tuple[str | None, str]]:
    file = load(folder / "wire--paper.ed.notes.yaml")
    return [(one.decision, one.comment) for one in read_reviews(file.sections.get("reviews"))[0]]


def test_annotations_come_one_at_a_time_with_those_of_the_same_place(desk: Path) -> None:
    lines = reviewing(desk, "q")
    assert lines[0].startswith("Review: 0 of 3 reviewed; a accepts, x rejects, w needs work")
    assert any(line.startswith("1 of 3") and "Mara: " in line for line in lines)
    assert any(
        line.startswith("The same place") and "Tom: number" in line for line in reviewing(desk, "j", "q")
    )
    assert lines[-1] == "The review is closed."


def test_verdicts_are_given_by_the_keys_of_the_list_and_saved(desk: Path) -> None:
    lines = reviewing(desk, "a", "x", "w", "Which desk?", "q")
    assert [line for line in lines if line in ("Accept.", "Reject.", "Needs-work.")] == [
        "Accept.",
        "Reject.",
        "Needs-work.",
    ]
    assert sorted(said(desk)) == [("accept", ""), ("needs-work", "Which desk?"), ("reject", "")]


def test_needs_work_and_replies_want_a_comment(desk: Path) -> None:
    lines = reviewing(desk, "w", " ", "r", "", "q")
    assert lines.count("Left.") == 2
    assert not (desk / "wire--paper.ed.notes.yaml").exists()


def test_agreement_is_told_in_whole_sentences(desk: Path) -> None:
    lines = reviewing(desk, "g", "q")
    assert any(line.startswith("Exact: the same words") and line.endswith("tag.") for line in lines)


def test_a_verdict_is_undone_and_taken_back(desk: Path) -> None:
    reviewing(desk, "a", "u", "q")
    assert said(desk) == []
    lines = reviewing(desk, "x", "backspace", "q")
    assert "Reject is taken back." in lines
    assert said(desk) == []


def test_what_all_have_alike_is_asked_about_first(desk: Path) -> None:
    lines = reviewing(desk, "I", "I", "q")
    assert any("the same key again accepts them" in line for line in lines)
    assert said(desk) == [("accept", ""), ("accept", "")]


def test_filters_help_and_keys_of_ones_own(desk: Path) -> None:
    key_map = KeyMap({"review_accept": ("1",), "quit": ("f10",)})
    lines = reviewing(desk, "p", "p", "D", "0", "?", "a", "1", "f10", key_map=key_map)
    assert any(line.startswith("Only person mara") for line in lines)
    assert "No annotation passes the filters." in lines
    assert "1: accept." in lines
    assert any("key a does nothing here" in line for line in lines)
    assert said(desk) == [("accept", "")]


def test_the_command_begins_with_the_review(desk: Path) -> None:
    command = [sys.executable, "-m", "compare_tui", "review", "--linear", "--author", "ed", str(desk)]
    done = subprocess.run(
        command,
        input="a\nq\nq\n",
        env={**os.environ, "HOME": str(desk), "XDG_STATE_HOME": str(desk), "XDG_CONFIG_HOME": str(desk)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Review: 0 of 3 reviewed" in done.stdout
    assert "The review is closed." in done.stdout
    assert said(desk) == [("accept", "")]
