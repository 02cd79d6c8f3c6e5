from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from tests.review.people import annotate, load, read_articles, store, write_articles

from compare_tui.annotation import Author, Notebook, write_notebook
from compare_tui.annotation import notebook_revealing as clock
from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.revealed import read_revealed, seen_before
from compare_tui.annotation.three_way import merge_notebooks


def open_own(folder: Path) -> Notebook:
    a, b = read_articles(folder)
    return Notebook.open(folder / "wire--paper.ed.notes.yaml", a, b, Author("ed", "Ed"))


def tag(notebook: Notebook, folder: Path) -> None:
    a, _ = read_articles(folder)
    at = a.text.index("Police")
    anchor = make_anchor(a, at, at + 6)
    notebook.add(tag="who", relation="one-sided", severity="minor", a=anchor, b=None)


def test_what_was_seen_stands_in_the_file_and_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(tmp_path)
    notebook = open_own(tmp_path)
    tag(notebook, tmp_path)
    notebook.save()
    monkeypatch.setattr(clock, "utc_now", lambda: "2100-01-01T00:00:00Z")
    notebook.record_revealed(["tom", "mara"], at_once=True)
    assert notebook.dirty
    notebook.save()
    value = yaml.safe_load(notebook.path.read_text(encoding="utf-8"))
    assert value["revealed"] == {"mara": "2100-01-01T00:00:00Z", "tom": "2100-01-01T00:00:00Z"}
    again = open_own(tmp_path)
    assert again.revealed == value["revealed"]
    assert not again.dirty
    assert write_notebook(load(again.path)) == again.path.read_bytes()
    assert seen_before(again.annotations[0], again.revealed) == ()


def test_undo_does_not_make_it_unseen_and_the_first_time_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(tmp_path)
    notebook = open_own(tmp_path)
    monkeypatch.setattr(clock, "utc_now", lambda: "2020-01-01T00:00:00Z")
    notebook.record_revealed(["mara"], at_once=True)
    tag(notebook, tmp_path)
    assert seen_before(notebook.annotations[0], notebook.revealed) == ("mara",)
    notebook.save()
    notebook.undo()
    monkeypatch.setattr(clock, "utc_now", lambda: "2021-01-01T00:00:00Z")
    notebook.record_revealed(["mara"], at_once=True)
    notebook.save()
    assert open_own(tmp_path).revealed == {"mara": "2020-01-01T00:00:00Z"}


def test_a_notebook_with_nothing_else_is_not_made_for_it(tmp_path: Path) -> None:
    write_articles(tmp_path)
    notebook = open_own(tmp_path)
    notebook.record_revealed(["mara"], at_once=True)
    assert not notebook.dirty
    assert not notebook.save()
    assert not notebook.path.exists()


def test_what_a_review_shows_goes_into_the_file_with_the_next_act(tmp_path: Path) -> None:
    write_articles(tmp_path)
    path = annotate(tmp_path, "ed", ("number", "at least 12 people", None))
    before = path.read_bytes()
    notebook = open_own(tmp_path)
    notebook.record_revealed(["mara"], at_once=False)
    assert not notebook.save()
    assert path.read_bytes() == before
    tag(notebook, tmp_path)
    notebook.save()
    assert set(open_own(tmp_path).revealed) == {"mara"}


def test_two_machines_keep_the_earlier_time_without_a_conflict(tmp_path: Path) -> None:
    write_articles(tmp_path)
    base = load(annotate(tmp_path, "ed", ("number", "at least 12 people", None)))
    ours = replace(base, extra={"revealed": {"mara": "2026-01-02T00:00:00Z"}})
    theirs = replace(
        base, extra={"revealed": {"mara": "2026-01-01T00:00:00Z", "tom": "2026-01-03T00:00:00Z"}}
    )
    merged = merge_notebooks(base, ours, theirs)
    assert merged.conflicts == ()
    assert read_revealed(merged.file.extra) == {
        "mara": "2026-01-01T00:00:00Z",
        "tom": "2026-01-03T00:00:00Z",
    }


def test_what_is_no_time_is_kept_and_counts_for_nothing(tmp_path: Path) -> None:
    write_articles(tmp_path)
    path = annotate(tmp_path, "ed", ("number", "at least 12 people", None))
    store(path, replace(load(path), extra={"revealed": {"mara": "soon"}}))
    notebook = open_own(tmp_path)
    assert notebook.revealed == {}
    tag(notebook, tmp_path)
    notebook.save()
    assert load(path).extra == {"revealed": {"mara": "soon"}}
