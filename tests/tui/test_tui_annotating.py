from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from compare_tui.annotation.model import Author, NotebookError
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.note_editor import NoteEditor
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.screens.tag_picker import TagPicker

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def reopened(notebook: Notebook, wire: Article, paper: Article) -> Notebook:
    return Notebook.open(notebook.path, wire, paper, Author("mara", "Mara Ilves"))


def toasts(app: CompareApp) -> list[str]:
    return [toast.message for toast in app._notifications]


async def test_the_whole_path_from_reading_to_reopening(
    app: CompareApp,
    notebook: Notebook,
    wire: Article,
    paper: Article,
    settled: Settled,
    rows: Rows,
    make_app: Callable[..., CompareApp],
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t")
        assert isinstance(app.screen, TagPicker)
        assert any("▸ n  number" in row for row in rows(app))
        assert any("A count, amount, age" in row for row in rows(app))
        await pilot.press("enter")
        (made,) = notebook.annotations
        assert (made.tag, made.relation, made.severity) == ("number", "conflict", "major")
        assert made.a is not None
        assert made.b is not None
        assert (made.a.exact, made.b.exact) == ("212", "about 200")
        assert notebook.path.exists()
        assert not notebook.dirty
        assert rows(app)[-1].rstrip().endswith("saved 12:04 · mara")
        assert any(row[1:].startswith("▌n 2↔2+") for row in rows(app))
        assert toasts(app) == ["tagged number: 212"]

        await pilot.press("e")
        assert isinstance(app.screen, NoteEditor)
        await pilot.press(*"Check", "enter", *"twice", "ctrl+s")
        assert notebook.annotations[0].note == "Check\ntwice"
        assert any("Check …" in row for row in rows(app))

        await pilot.press("u")
        assert notebook.annotations[0].note == ""
        await pilot.press("ctrl+r")
        assert notebook.annotations[0].note == "Check\ntwice"
        await pilot.press("ctrl+z", "ctrl+z")
        assert not notebook.annotations
        assert not any(row.startswith("▌n 2↔2+") for row in rows(app))
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+s", "q")
    assert reopened(notebook, wire, paper).annotations[0].note == "Check\ntwice"

    again = make_app(reopened(notebook, wire, paper))
    async with again.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j")
        assert any(row[1:].startswith("▌n 2↔2+") for row in rows(again))
        assert any("● n number" in row and "Check …" in row for row in rows(again))
        assert "1 annotation" in rows(again)[-1]


async def test_a_passage_without_a_counterpart_is_tagged_on_one_side(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("tab", "G", "k", "t")
        assert isinstance(app.screen, TagPicker)
        assert app.screen.tags[app.screen.at].name == "omission"
        await pilot.press("enter")
        (made,) = notebook.annotations
        assert (made.tag, made.relation, made.a) == ("omission", "one-sided", None)
        assert made.b is not None
        assert made.b.exact == "It is the third fire on this route in two years."


async def test_recent_tags_have_digits_and_a_dot(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t", "q", "j", "t", "w", "j", "t", "2", "j", "t", ".", "j", ".")
        assert [one.tag for one in notebook.annotations] == ["quote", "who", "quote", "quote", "quote"]


async def test_the_picker_moves_by_arrow_and_leaves_without_a_trace(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("t", "down", "down", "up", "escape")
        assert isinstance(app.screen, ReadingScreen)
        assert not notebook.annotations
        await pilot.press("t", "1", "0", "ctrl+d", "down", "enter")
        assert [one.tag for one in notebook.annotations] == ["time"]


async def test_an_annotation_is_removed_and_brought_back(
    app: CompareApp, notebook: Notebook, wire: Article, paper: Article, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "n", "x")
        assert not notebook.annotations
        assert reopened(notebook, wire, paper).annotations == ()
        assert any("u brings it back" in toast for toast in toasts(app))
        await pilot.press("u")
        assert [one.tag for one in notebook.annotations] == ["number"]
        await pilot.press("delete", "u", "backspace")
        assert not notebook.annotations
        await pilot.press("x")
        assert any("nothing is tagged here" in toast for toast in toasts(app))


async def test_several_annotations_at_one_place_are_gone_through(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j", "t", "n", "t", "w", "t", "q")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        seen = []
        for _ in range(3):
            await pilot.press("a")
            seen.append(screen.focus_at.annotation)
        assert sorted(seen, key=str) == sorted(one.id for one in notebook.annotations)
        await pilot.press("A")
        assert screen.focus_at.annotation == seen[1]
        await pilot.press("x")
        assert seen[1] not in [one.id for one in notebook.annotations]


async def test_annotations_are_travelled_through(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j", "t", "n", "j", "j", "t", "q", "G", "t", "x", "g")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        visited = []
        for key in ("}", "}", "}", "}", "{", "{", "}", "{"):
            await pilot.press(key)
            visited.append(screen.focus_at.a)
        assert visited == [1, 3, 7, 7, 3, 1, 3, 1]


async def test_closing_the_note_keeps_the_text_and_undo_stays_clean(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "n", "e", "escape")
        assert notebook.history == (notebook.history[0],)
        await pilot.press("e", *"kept", "escape")
        assert notebook.annotations[0].note == "kept"
        await pilot.press("e")
        assert app.screen.query_one(TextArea).text == "kept"
        await pilot.press("q", "ctrl+q")
        assert notebook.annotations[0].note == "keptq"
        assert app.is_running


async def test_a_note_needs_an_annotation(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("e")
        assert isinstance(app.screen, ReadingScreen)
        assert toasts(app) == ["nothing is tagged here: t tags it"]


async def test_a_failed_save_is_told_kept_and_asked_about(
    app: CompareApp, notebook: Notebook, settled: Settled, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> bool:
        raise NotebookError("wire.notes.yaml: no space left on device")

    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        with monkeypatch.context() as broken:
            broken.setattr(notebook, "save", full)
            await pilot.press("t", "n")
            assert len(notebook.annotations) == 1
            assert "NOT SAVED" in rows(app)[-1]
            assert any("no space left" in toast for toast in toasts(app))
            await pilot.press("q")
            assert "could not be saved" in "\n".join(rows(app))
            await pilot.press("n")
            assert isinstance(app.screen, ReadingScreen)
        await pilot.press("ctrl+s")
        assert "saved 12:04" in rows(app)[-1]
        assert not notebook.dirty


async def test_leaving_without_saving_is_possible(
    app: CompareApp, notebook: Notebook, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> bool:
        raise NotebookError("wire.notes.yaml: no space left on device")

    monkeypatch.setattr(notebook, "save", full)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t", "n", "ctrl+q", "y")
        await pilot.pause()
    assert not app.is_running


async def test_a_foreign_notebook_is_read_only(
    notebook: Notebook,
    wire: Article,
    paper: Article,
    settled: Settled,
    rows: Rows,
    make_app: Callable[..., CompareApp],
) -> None:
    first = make_app(notebook)
    async with first.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j", "t", "n", "q")
    before = notebook.path.read_bytes()
    foreign = Notebook.open(notebook.path, wire, paper, Author("tom", "Tom"))
    app = make_app(foreign)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "read-only" in rows(app)[-1]
        await pilot.press("j", "t", "e", "x", ".", "u", "ctrl+s")
        assert isinstance(app.screen, ReadingScreen)
        assert any("Mara Ilves" in toast for toast in toasts(app))
    assert notebook.path.read_bytes() == before


async def test_an_annotation_on_other_words_is_marked_in_the_text(
    wire: Article,
    paper: Article,
    tmp_path: Path,
    settled: Settled,
    make_app: Callable[..., CompareApp],
) -> None:
    from compare_tui.annotation.anchor import make_anchor

    notebook = Notebook.open(tmp_path / "n.yaml", wire, paper, Author("mara", "Mara"))
    start = wire.text.index("declined")
    anchor = make_anchor(wire, start, start + 8)
    notebook.add(tag="framing", relation="one-sided", severity="minor", a=anchor, b=None)
    app = make_app(notebook)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        marked = [
            segment.text
            for strip in app.screen._compositor.render_strips(app.size)
            for segment in strip
            if segment.style is not None and segment.style.underline and "declined" in segment.text
        ]
        assert marked == ["declined"]
