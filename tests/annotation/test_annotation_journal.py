from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from compare_tui.annotation import Author, Notebook, NotebookError, make_anchor
from compare_tui.annotation.journal import Journal, other_instances
from compare_tui.annotation.notebook_saving import ForeignChangeError
from compare_tui.annotation.save import write_atomically
from compare_tui.annotation.snapshots import write_snapshot
from compare_tui.article import read_text

MARA = Author("mara", "Mara Ilves")
A = read_text("Twelve people died.\n\nThe road was closed for hours.\n", title="A")
B = read_text("Nine people died.\n", title="B")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a--b.mara.notes.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal"


OPEN: list[Notebook] = []


def opened(path: Path, folder: Path) -> Notebook:
    book = Notebook.open(path, A, B, MARA)
    book.keep_journal(folder)
    OPEN.append(book)
    return book


@pytest.fixture(autouse=True)
def all_closed() -> Iterator[None]:
    """Close every journal when a test ends."""
    yield
    while OPEN:
        OPEN.pop().close_journal()


def tag(book: Notebook, tag: str = "number") -> str:
    anchor = make_anchor(A, 0, 13)
    return book.add(tag=tag, relation="conflict", severity="major", a=anchor, b=make_anchor(B, 0, 11)).id


def test_acts_that_were_not_saved_are_offered_and_recovered(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    saved = tag(book)
    book.save()
    book.edit(saved, note="Written late.")
    added = tag(book, "who")
    book.undo()
    book.redo()
    book.close_journal()
    again = opened(path, folder)
    (left,) = again.leftovers
    assert [act.description for act in left.acts] == [
        "change note of number on A 1",
        "tag who on A 1",
        "undo: tag who on A 1",
        "redo: tag who on A 1",
    ]
    assert again.recover(left)
    assert {one.id for one in again.annotations} == {saved, added}
    assert again.leftovers == ()
    assert len(again.history) == 1
    again.save()
    again.close_journal()
    assert list(folder.iterdir()) == []


def test_what_changed_since_is_merged_with_what_is_recovered(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    id_ = tag(book)
    book.save()
    book.edit(id_, note="Not saved.")
    book.close_journal()
    other = Notebook.open(path, A, B, MARA)
    other.edit(id_, severity="critical")
    other.save()
    again = opened(path, folder)
    again.recover(again.leftovers[0])
    (merged,) = again.annotations
    assert (merged.note, merged.severity) == ("Not saved.", "critical")


def test_nothing_is_left_behind_where_everything_is_saved(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    tag(book)
    book.save()
    book.close_journal()
    assert list(folder.iterdir()) == []


def test_a_second_instance_is_told_and_a_dead_one_is_not(path: Path, folder: Path) -> None:
    first = opened(path, folder)
    second = opened(path, folder)
    assert [one.pid for one in second.other_instances] == [os.getpid()]
    assert first.other_instances == ()
    assert len(other_instances(path, folder)) == 2
    second.close_journal()
    first.close_journal()
    assert opened(path, folder).other_instances == ()


def test_a_line_that_a_crash_has_cut_is_passed_over(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    tag(book)
    tag(book, "who")
    assert book.journal is not None
    file = book.journal.path
    book.close_journal()
    file.write_bytes(file.read_bytes()[:-40])
    (left,) = opened(path, folder).leftovers
    assert [act.description for act in left.acts] == ["tag number on A 1"]


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"journal": 99}\n{"what": "x"}\n', b"\xff\xfe", b"[[[[" * 50_000]
)
def test_a_journal_of_any_content_is_no_obstacle(path: Path, folder: Path, data: bytes) -> None:
    book = opened(path, folder)
    assert book.journal is not None
    name = book.journal.path.name
    book.close_journal()
    (folder / name).write_bytes(data)
    again = opened(path, folder)
    assert again.leftovers == ()
    assert again.journal is not None


def test_a_folder_that_cannot_be_written_is_no_obstacle(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    book = opened(path, blocked / "journal")
    tag(book)
    assert book.save()
    assert "no journal can be kept" in book.journal_problem


def test_forgetting_a_leftover_removes_it(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    tag(book)
    book.close_journal()
    again = opened(path, folder)
    assert again.journal is not None
    again.journal.forget(again.leftovers[0])
    again.close_journal()
    assert opened(path, folder).leftovers == ()


WRITER = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from compare_tui.annotation import Author, Notebook, make_anchor
from compare_tui.article import read_text
a = read_text("Twelve people died.\\n\\nThe road was closed for hours.\\n", title="A")
b = read_text("Nine people died.\\n", title="B")
book = Notebook.open(Path(sys.argv[1]), a, b, Author("mara", "Mara Ilves"))
book.keep_journal(Path(sys.argv[2]))
for number in range(200):
    end = make_anchor(a, 0, 13)
    book.add(tag="number", relation="conflict", severity="major", a=end, b=None, note=str(number))
    print(number, flush=True)
    if number % 3 == 0:
        book.save()
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("acts", [1, 2, 3, 17, 40, 101, 160, 200])
def test_a_killed_program_loses_no_act(path: Path, folder: Path, acts: int) -> None:
    source = str(Path(__file__).parents[2] / "src")
    command = [sys.executable, "-c", WRITER, str(path), str(folder), source]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(acts)]
        program.send_signal(signal.SIGKILL)
        rest = program.stdout.read().split()
    done = int(rest[-1]) + 1 if rest else len(told)
    book = opened(path, folder)
    assert book.other_instances == ()
    for left in book.leftovers:
        book.recover(left)
    notes = {one.note for one in book.annotations}
    assert notes >= {str(number) for number in range(done)}
    assert len(notes) <= done + 1
    assert [one.name for one in path.parent.glob(".compare-tui-*")] == []


def test_another_thread_can_write_what_is_taken_down_later(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    tag(book)
    snapshot = book.snapshot()
    assert snapshot is not None
    late = tag(book, "who")
    book.take_saved(snapshot, write_snapshot(snapshot))
    assert book.dirty
    assert len(Notebook.open(path, A, B, MARA).annotations) == 1
    book.close_journal()
    (left,) = opened(path, folder).leftovers
    assert [act.after[0].id for act in left.acts] == [late]


def test_what_another_wrote_is_merged_after_it_was_seen(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    id_ = tag(book)
    book.save()
    other = Notebook.open(path, A, B, MARA)
    other.edit(id_, severity="critical")
    theirs = tag(other, "who")
    other.save()
    assert book.is_changed_on_disk
    book.edit(id_, note="Ours.")
    with pytest.raises(ForeignChangeError):
        book.save()
    change = book.foreign_change()
    assert change.merged.summary
    assert book.find(theirs) is None, "looking changes nothing"
    book.take_foreign(change)
    assert book.save()
    read = Notebook.open(path, A, B, MARA)
    merged = read.find(id_)
    assert merged is not None
    assert (merged.note, merged.severity) == ("Ours.", "critical")
    assert read.find(theirs) is not None
    book.undo()
    assert book.find(theirs) is None


def test_a_file_that_became_a_colleagues_is_not_merged(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    tag(book)
    book.save()
    path.write_bytes(path.read_bytes().replace(b"id: mara", b"id: tom"))
    with pytest.raises(NotebookError, match="now the notebook of Mara Ilves"):
        book.foreign_change()


def test_a_file_that_was_edited_by_hand_is_kept(path: Path) -> None:
    book = Notebook.open(path, A, B, MARA)
    tag(book)
    book.save()
    by_hand = path.read_bytes() + b"# what I think of it\n"
    path.write_bytes(by_hand)
    book = Notebook.open(path, A, B, MARA)
    tag(book, "who")
    book.save()
    assert book.backup is not None
    assert book.backup.read_bytes() == by_hand
    tag(book, "time")
    book.save()
    assert [one.name for one in path.parent.glob("*.bak*")] == [f"{path.name}.bak"]


def test_saving_elsewhere_goes_on_there(path: Path, folder: Path, tmp_path: Path) -> None:
    book = opened(path, folder)
    tag(book)
    book.save()
    elsewhere = tmp_path / "else.notes.yaml"
    book.save_as(elsewhere)
    tag(book, "who")
    book.save()
    assert len(Notebook.open(path, A, B, MARA).annotations) == 1
    assert len(Notebook.open(elsewhere, A, B, MARA).annotations) == 2
    with pytest.raises(NotebookError, match="exists already"):
        book.save_as(path)


def test_temporary_files_of_a_dead_program_are_swept(path: Path) -> None:
    write_atomically(path, b"x")
    path.unlink()
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    from compare_tui.annotation.save import _machine

    stale = path.parent / f".compare-tui-{_machine()}-{dead.pid}-0123456789ab.tmp"
    live = path.parent / f".compare-tui-{_machine()}-{os.getpid()}-0123456789ab.tmp"
    foreign = path.parent / f".compare-tui-00000000-{dead.pid}-0123456789ab.tmp"
    other = path.parent / ".compare-tui-notes.tmp"
    for file in (stale, live, foreign, other):
        file.write_text("half")
    Notebook.open(path, A, B, MARA)
    assert not stale.exists()
    assert all(file.exists() for file in (live, foreign, other))


def test_several_annotations_get_another_tag_in_one_act(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    ids = [tag(book), tag(book, "who"), tag(book, "time")]
    assert book.retag(ids, "who") == 2
    assert {one.tag for one in book.annotations} == {"who"}
    assert book.history[-1] == "tag 2 annotations who"
    book.undo()
    assert sorted(one.tag for one in book.annotations) == ["number", "time", "who"]


def test_nearly_the_same_is_noticed(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    first = book.find(tag(book))
    second = book.find(tag(book))
    other = book.find(tag(book, "who"))
    assert first is not None
    assert second is not None
    assert other is not None
    assert book.twin_of(second) == first
    assert book.twin_of(other) is None
    assert book.twin_of(replace(other, tag="number")) in (first, second)


def test_a_journal_tells_how_much_it_holds(path: Path, folder: Path) -> None:
    journal = Journal.open(path, folder)
    assert journal.written == 0
    journal.close(forget=True)
    assert not journal.path.exists()


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_journal_is_for_the_eyes_of_its_person_alone(path: Path, folder: Path) -> None:
    opened(path, folder)
    (journal,) = folder.iterdir()
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


def test_a_journal_holds_no_more_than_what_is_not_saved(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    (journal,) = folder.iterdir()
    empty = journal.stat().st_size
    id_ = tag(book)
    for number in range(3):
        book.edit(id_, note=f"{number} " + "x" * 10_000)
        book.save()
    assert journal.stat().st_size == empty
    snapshot = (book.edit(id_, note="In flight."), book.snapshot())[1]
    assert snapshot is not None
    book.edit(id_, note="Not saved.")
    book.take_saved(snapshot, write_snapshot(snapshot))
    book.edit(id_, severity="critical")
    book.close_journal()
    (left,) = opened(path, folder).leftovers
    assert [getattr(act.after[0], "note", None) for act in left.acts] == ["Not saved.", "Not saved."]


def test_a_journal_that_is_just_being_begun_is_left_alone(path: Path, folder: Path) -> None:
    opened(path, folder).close_journal()
    name = journal_name(path, folder)
    begun = folder / f"{name}-1-0.jsonl"
    begun.touch()
    opened(path, folder)
    assert begun.exists()
    os.utime(begun, (0, 0))
    opened(path, folder)
    assert not begun.exists()


def journal_name(path: Path, folder: Path) -> str:
    book = opened(path, folder)
    (journal,) = folder.iterdir()
    book.close_journal()
    return journal.name.split("-")[0]


def test_taking_back_what_was_merged_survives_a_crash(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    tag(book)
    book.save()
    other = Notebook.open(path, A, B, MARA)
    added = tag(other, "who")
    other.save()
    book.take_foreign(book.foreign_change())
    assert not book.dirty
    book.undo()
    assert book.find(added) is None
    book.close_journal()
    again = opened(path, folder)
    again.recover(again.leftovers[0])
    assert again.find(added) is None


def test_an_act_that_could_not_be_saved_is_passed_over(path: Path, folder: Path) -> None:
    book = opened(path, folder)
    tag(book, "who")
    tag(book)
    book.close_journal()
    (journal,) = folder.iterdir()
    journal.write_bytes(journal.read_bytes().replace(b'"tag":"who"', b'"tag":"\\ud800"'))
    again = opened(path, folder)
    again.recover(again.leftovers[0])
    again.save()
    assert [one.tag for one in again.annotations] == ["number"]
