"""What a merge has left open is settled by its author, as an act that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.people import A, annotate, edit, load, read_articles, store, write_articles

from compare_tui.annotation import Annotation, Author, Notebook, Value
from compare_tui.annotation.settling import is_unsettled, unsettled
from compare_tui.annotation.three_way import merge_notebooks

NUMBER = ("number", "at least 12 people", "Nine people")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_articles(tmp_path)
    return tmp_path


def merged(folder: Path, ours: Callable[[Path], None], theirs: Callable[[Path], None]) -> Notebook:
    """Open a notebook that two machines have changed, once it is merged."""
    path = annotate(folder, "mara", NUMBER)
    data = path.read_bytes()
    states = [load(path)]
    for change in (ours, theirs):
        path.write_bytes(data)
        change(path)
        states.append(load(path))
    store(path, merge_notebooks(*states).file)
    return opened(path)


def opened(path: Path) -> Notebook:
    return Notebook.open(path, *read_articles(path.parent), Author("mara", "Mara"))


def only(notebook: Notebook) -> Annotation:
    (one,) = notebook.annotations
    return one


def with_extra(folder: Path, **extra: Value) -> Notebook:
    path = annotate(folder, "mara", NUMBER)
    edit(path, "number", extra=extra)
    return opened(path)


def severity_and_note(folder: Path) -> Notebook:
    return merged(
        folder,
        lambda path: edit(path, "number", severity="critical", note="Mine."),
        lambda path: edit(path, "number", severity="minor", note="Two\nlines."),
    )


def test_both_states_are_told(folder: Path) -> None:
    one = only(severity_and_note(folder))
    assert is_unsettled(one)
    assert unsettled(one) == ("the other state: severity: minor", "the other state: note: Two lines.")


def test_the_other_state_is_taken_and_the_act_undone(folder: Path) -> None:
    notebook = severity_and_note(folder)
    before = only(notebook)
    notebook.settle(before.id, "theirs")
    after = only(notebook)
    assert (after.severity, after.note, after.extra) == ("minor", "Two\nlines.", {})
    assert notebook.undo() == "settle number as proposed"
    assert only(notebook) == before


def test_ones_own_state_is_kept_and_stays_so_in_the_file(folder: Path) -> None:
    notebook = severity_and_note(folder)
    notebook.settle(only(notebook).id, "ours")
    notebook.save()
    after = only(opened(notebook.path))
    assert (after.severity, after.note) == ("critical", "Mine.")
    assert not is_unsettled(after)
    assert "conflict:" not in notebook.path.read_text(encoding="utf-8")


def other_words(words: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        end = load(path).annotations[0].a
        assert end is not None
        start = A.index(words)
        edit(path, "number", a=replace(end, exact=words, start=start, end=start + len(words)))

    return change


def test_other_words_are_taken(folder: Path) -> None:
    notebook = merged(folder, other_words("12"), other_words("12 people"))
    assert unsettled(only(notebook)) == ("the other state: a: 12 people",)
    after = notebook.settle(only(notebook).id, "theirs")
    assert after is not None
    assert after.a is not None
    assert after.a.exact == "12 people"


@pytest.mark.parametrize(("choice", "left"), [("ours", 1), ("theirs", 0)])
def test_what_one_side_removed_is_kept_or_taken_out(folder: Path, choice: str, left: int) -> None:
    notebook = merged(
        folder,
        lambda path: edit(path, "number", severity="critical"),
        lambda path: store(path, replace(load(path), annotations=())),
    )
    assert unsettled(only(notebook)) == ("the other state: removed there, changed here",)
    notebook.settle(only(notebook).id, choice)  # type: ignore[arg-type]
    assert len(notebook.annotations) == left
    notebook.undo()
    assert is_unsettled(only(notebook))


@pytest.mark.parametrize(("choice", "status"), [("ours", "open"), ("theirs", "withdrawn")])
def test_a_dispute_is_settled(folder: Path, choice: str, status: str) -> None:
    notebook = with_extra(folder, disputed="reviewers differ: ed accept, tom reject", kept="yes")
    assert unsettled(only(notebook)) == ("disputed: reviewers differ: ed accept, tom reject",)
    notebook.settle(only(notebook).id, choice)  # type: ignore[arg-type]
    after = only(notebook)
    assert (after.status, after.extra) == (status, {"kept": "yes"})


def test_keys_that_the_program_does_not_know_are_taken_too(folder: Path) -> None:
    conflict: dict[str, Value] = {"mine": None, "his": "new", "note": "x", "note-2": "y", "modified": "z"}
    notebook = with_extra(folder, mine="old", conflict=conflict)
    notebook.settle(only(notebook).id, "theirs")
    after = only(notebook)
    assert (after.note, after.extra) == ("x", {"his": "new"})


@pytest.mark.parametrize(
    "conflict", [{"severity": "huge"}, {"a": {"exact": ""}}, {"a": None, "b": None}, {"tag": 3}]
)
def test_what_is_no_value_of_its_field_is_refused(folder: Path, conflict: dict[str, Value]) -> None:
    notebook = with_extra(folder, conflict=conflict)
    before = only(notebook)
    with pytest.raises(ValueError, match=r"expected|anchor|no words"):
        notebook.settle(before.id, "theirs")
    assert only(notebook) == before
    notebook.settle(before.id, "ours")
    assert not is_unsettled(only(notebook))


def test_where_nothing_is_open_there_is_nothing_to_settle(folder: Path) -> None:
    notebook = with_extra(folder)
    assert unsettled(only(notebook)) == ()
    with pytest.raises(ValueError, match="nothing open"):
        notebook.settle(only(notebook).id, "ours")


def test_a_conflict_that_is_no_mapping_is_told_and_can_be_dropped(folder: Path) -> None:
    notebook = with_extra(folder, conflict="by hand")
    assert unsettled(only(notebook)) == ("the other state cannot be read",)
    notebook.settle(only(notebook).id, "ours")
    assert only(notebook).extra == {}
