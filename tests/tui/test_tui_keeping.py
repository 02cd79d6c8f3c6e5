"""Nothing that was written is lost: files that vanish or change, words that are gone, signals."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.confirm import LeaveUnsaved
from compare_tui.tui.screens.note_editor import NoteEditor
from compare_tui.tui.screens.reading import ReadingScreen

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
MARA = Author("mara", "Mara Ilves")


def articles(app: CompareApp) -> tuple[Article, Article]:
    screen = app.get_default_screen()
    return screen.a, screen.b


def toasts(app: CompareApp) -> str:
    return "\n".join(toast.message for toast in app._notifications)


async def test_a_deleted_notebook_is_written_again(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t", "n")
        notebook.path.unlink()
        await pilot.press("ctrl+s")
        assert notebook.path.exists()
        notebook.path.unlink()
        await pilot.press("q")
        await pilot.pause()
    assert not app.is_running
    assert notebook.path.exists()


async def test_what_someone_else_wrote_is_shown_and_merged(
    make_app: Callable[..., CompareApp], notebook: Notebook, settled: Settled, rows: Rows
) -> None:
    app = make_app(notebook)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "n")
        other = Notebook.open(notebook.path, *articles(app), MARA)
        other.edit(other.annotations[0].id, note="Theirs.")
        other.save()
        theirs = notebook.path.read_bytes()
        await pilot.press("j", "t", "q")
        await pilot.pause()
        assert "Someone else changed this file" in "\n".join(rows(app))
        assert "note" in "\n".join(rows(app))
        assert notebook.path.read_bytes() == theirs
        await pilot.press("n")
        assert notebook.path.read_bytes() == theirs
        assert "NOT SAVED" in rows(app)[-1]
        await pilot.press("ctrl+s", "m")
        await pilot.pause()
        assert not notebook.dirty
        await pilot.press("u")
        assert [one.note for one in notebook.annotations] == ["", ""]
    merged = Notebook.open(notebook.path, *articles(app), MARA)
    assert len(merged.annotations) == 2


async def test_a_file_edited_by_hand_is_kept_as_it_was(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("t", "n")
        changed = notebook.path.read_bytes() + b"# by hand\n"
        notebook.path.write_bytes(changed)
        await pilot.press("ctrl+s", "m")
        await settled(pilot)
        assert notebook.path.read_bytes() == changed, "there is nothing to write"
        await pilot.press("j", "t", "q")
        await settled(pilot)
        assert not notebook.dirty
        assert "edited by hand" in toasts(app)
        backup = notebook.path.with_name(notebook.path.name + ".bak")
        assert backup.read_bytes() == changed
        assert b"# by hand" not in notebook.path.read_bytes()


async def test_what_cannot_be_saved_is_kept_in_a_copy(
    app: CompareApp, notebook: Notebook, wire: Article, paper: Article, settled: Settled
) -> None:
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("t", "n")
        notebook.path.write_bytes(b"# mine now\n")
        await pilot.press("j", "j", "t", "q", "q")
        await pilot.pause()
        assert isinstance(app.screen, LeaveUnsaved)
        assert toasts(app) == ""
        await pilot.press("c")
        await pilot.pause()
    assert not app.is_running
    assert notebook.path.read_bytes() == b"# mine now\n"
    assert app.copy_path is not None
    kept = Notebook.open(app.copy_path, wire, paper, MARA)
    assert [one.tag for one in kept.annotations] == [one.tag for one in notebook.annotations]
    assert len(kept.annotations) == 2


async def test_the_answers_stay_in_sight_on_a_small_screen(
    app: CompareApp, notebook: Notebook, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("t", "n")
        notebook.path.write_bytes(b"# mine now\n")
        await pilot.press("j", "t", "q", "q")
        await pilot.pause()
        shown = "\n".join(rows(app))
        assert all(answer in shown for answer in ("c keep a copy", "y leave and lose", "n stay"))


async def test_annotations_whose_words_are_gone_are_told_and_reached(
    notebook: Notebook,
    wire: Article,
    paper: Article,
    settled: Settled,
    rows: Rows,
    make_app: Callable[..., CompareApp],
) -> None:
    gone = replace(make_anchor(wire, 0, 10), exact="words that nobody wrote", prefix="", suffix="")
    notebook.add(tag="number", relation="one-sided", severity="major", a=gone, b=None)
    notebook.save()
    app = make_app(Notebook.open(notebook.path, wire, paper, MARA))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "The words of 1 note are gone" in toasts(app)
        assert "1 lost" in "\n".join(rows(app))
        await pilot.press("}")
        assert "its words are gone from A: “words that nobody wrote”" in "\n".join(rows(app))
        await pilot.press("x", "ctrl+s")
    assert Notebook.open(notebook.path, wire, paper, MARA).annotations == ()


async def test_a_changed_article_is_told(
    notebook: Notebook, wire: Article, paper: Article, settled: Settled
) -> None:
    notebook.add(tag="number", relation="one-sided", severity="major", a=make_anchor(wire, 0, 9), b=None)
    notebook.save()
    changed = replace(wire, text_sha256="1" * 64)
    again = Notebook.open(notebook.path, changed, paper, MARA)
    app = CompareApp(changed, paper, again, theme="paper-dark")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "A changed since these notes were made" in toasts(app)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
async def test_a_signal_keeps_the_note_that_is_being_written(
    name: str, app: CompareApp, notebook: Notebook, wire: Article, paper: Article, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t", "n", "e", *"half")
        os.kill(os.getpid(), getattr(signal, name))
        await pilot.pause(0.2)
    assert app.return_code == 128 + getattr(signal, name)
    assert [one.note for one in Notebook.open(notebook.path, wire, paper, MARA).annotations] == ["half"]


async def test_a_line_feed_is_part_of_the_note(app: CompareApp, notebook: Notebook, settled: Settled) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t", "n", "e", "a", "ctrl+j", "x")
        assert isinstance(app.screen, NoteEditor)
        assert app.screen.query_one(TextArea).text == "a\nx"
        await pilot.press("ctrl+s")
    assert notebook.annotations[0].note == "a\nx"


async def test_a_short_message_replaces_the_one_before(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("u", "u", "ctrl+r")
        assert toasts(app) == "nothing to redo"


async def test_control_c_tells_how_to_leave(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+c")
        assert toasts(app) == "q leaves the program"


async def test_nothing_is_claimed_about_what_is_merely_not_linked(
    app: CompareApp, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        for _ in range(len(screen.a.passages)):
            if screen.pairs.state("a", screen.focus_at.passage("a")) == "only":
                break
            await pilot.press("j")
        assert "No passage of B is linked to this one." in "\n".join(rows(app))


def test_a_copy_never_replaces_a_file(notebook: Notebook, wire: Article, tmp_path: Path) -> None:
    notebook.add(tag="number", relation="one-sided", severity="major", a=make_anchor(wire, 0, 9), b=None)
    taken = tmp_path / "taken.notes.yaml"
    taken.write_bytes(b"other\n")
    with pytest.raises(Exception, match="exists already"):
        notebook.save_copy(taken)
    assert taken.read_bytes() == b"other\n"


async def test_escape_and_a_letter_in_quick_succession_are_two_keys(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t")
        app.post_message(events.Key("alt+q", "q"))
        await pilot.pause(0.3)
    assert notebook.annotations == ()
    assert not app.is_running


async def test_a_signal_keeps_a_copy_of_what_cannot_be_saved(
    app: CompareApp, notebook: Notebook, wire: Article, paper: Article, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t", "n")
        notebook.path.write_bytes(b"# mine now\n")
        await pilot.press("j", "t", "q")
        os.kill(os.getpid(), signal.SIGTERM)
        await pilot.pause(0.2)
    assert app.copy_path is not None
    assert len(Notebook.open(app.copy_path, wire, paper, MARA).annotations) == 2


async def test_a_notebook_that_vanished_and_cannot_be_written_is_asked_about(
    app: CompareApp, notebook: Notebook, settled: Settled, rows: Rows, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t", "n")
        notebook.path.unlink()
        tmp_path.rename(tmp_path.with_name("elsewhere"))
        await pilot.press("ctrl+s")
        assert "NOT SAVED" in rows(app)[-1]
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, LeaveUnsaved)


async def test_words_gone_from_one_side_are_told(
    notebook: Notebook,
    wire: Article,
    paper: Article,
    settled: Settled,
    rows: Rows,
    make_app: Callable[..., CompareApp],
) -> None:
    gone = replace(make_anchor(paper, 0, 9), exact="words that nobody wrote", prefix="", suffix="")
    notebook.add(tag="number", relation="conflict", severity="major", a=make_anchor(wire, 0, 9), b=gone)
    notebook.save()
    app = make_app(Notebook.open(notebook.path, wire, paper, MARA))
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "The words of 1 note are gone" in toasts(app)
        assert "its words are gone from B: “words that nobody wrote”" in "\n".join(rows(app))


async def test_a_journal_that_cannot_be_kept_is_told(
    app: CompareApp, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state"
    state.write_text("no folder")
    monkeypatch.setattr("platformdirs.user_state_path", lambda _: state)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "no journal can be kept" in toasts(app)


async def test_a_journal_that_breaks_is_told_once(
    app: CompareApp, notebook: Notebook, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert notebook.journal is not None
        monkeypatch.setattr(notebook.journal, "note", full)
        await pilot.press("t", "n")
        await pilot.pause()
        assert "no journal can be kept" in toasts(app)
        await pilot.press("u")
        await pilot.pause()
        assert "no journal can be kept" not in toasts(app)


async def test_saving_below_the_home_of_nobody_is_refused(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("t", "n", "W", "ctrl+u", *"~nobody-at-all/n.yaml", "enter")
        await pilot.pause()
        assert "its folder does not exist" in toasts(app)
        assert len(Notebook.open(notebook.path, *articles(app), MARA).annotations) == 1
