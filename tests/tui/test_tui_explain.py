"""Telling why a passage is linked, and stopping a comparison, on the screen."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.comparison.model import Comparison
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.explain import ExplainScreen
from compare_tui.tui.screens.reading import ReadingScreen

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 16)])
async def test_the_passage_under_the_cursor_is_explained(
    app: CompareApp, settled: Settled, rows: Rows, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("j", "i")
        await settled(pilot)
        assert isinstance(app.screen, ExplainScreen)
        shown = "\n".join(rows(app))
        for _ in range(10):
            await pilot.press("pagedown")
            shown += "\n".join(rows(app))
        assert "A 2: A ferry carrying 212 people" in shown
        assert "shared words:" in shown
        # The marks at the edges stand between the lines.
        assert "that a link needs here" in " ".join(re.sub("[■▪◦┆▌─]", " ", shown).split())
        await pilot.press("q")
        assert isinstance(app.screen, ReadingScreen)


async def test_what_was_skipped_is_told_shortly_and_in_full_with_the_explanation(
    wire: Article, paper: Article, ferries: Comparison, tmp_path: Path, settled: Settled, rows: Rows
) -> None:
    notes = tuple(f"Passage A {number} was shortened." for number in range(1, 41))
    skipped = replace(ferries, notes=notes)
    notebook = Notebook.open(tmp_path / "n.notes.yaml", wire, paper, Author("mara", "Mara Ilves"))
    app = CompareApp(wire, paper, notebook, compare=lambda a, b, progress=None: skipped, theme="paper-dark")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await pilot.pause()
        shown = " ".join(" ".join(rows(app)).split())
        assert "A 1 was shortened" in shown
        assert len(app._notifications) == 3
        assert "38 more notes on what was skipped: i shows them" in {n.message for n in app._notifications}
        await pilot.press("i")
        await settled(pilot)
        await pilot.press("G")
        assert "Passage A 40 was shortened." in "\n".join(rows(app))


async def test_an_explanation_that_nobody_waits_for_is_given_up(
    app: CompareApp, settled: Settled, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    ended = threading.Event()

    class Slow:
        def __init__(
            self, *articles: Article, progress: Callable[[float, str], None], **more: object
        ) -> None:
            try:
                while True:
                    progress(0.4, "linking")
                    time.sleep(0.01)
            finally:
                ended.set()

    monkeypatch.setattr("compare_tui.comparison.explaining.Explainer", Slow)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("i")
        await pilot.pause(0.1)
        assert "working it out … 40%" in "\n".join(rows(app))
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert ended.wait(5)


async def test_furniture_is_said_to_be_never_linked(app: CompareApp, settled: Settled, rows: Rows) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("G", "i")
        await settled(pilot)
        assert "never linked" in "\n".join(rows(app))


class Waiting:
    """A comparison that goes on until it is cancelled, or let go."""

    def __init__(self, result: Comparison) -> None:
        self.result = result
        self.cancelled = threading.Event()
        self.may_finish = threading.Event()

    def __call__(
        self, a: Article, b: Article, *, progress: Callable[[float, str], None] | None = None
    ) -> Comparison:
        assert progress is not None
        try:
            while not self.may_finish.wait(0.01):
                progress(0.4, "linking")
        except Exception:
            self.cancelled.set()
            raise
        return self.result


async def test_a_comparison_is_stopped_and_taken_up_again(
    wire: Article, paper: Article, ferries: Comparison, tmp_path: Path, rows: Rows, settled: Settled
) -> None:
    notebook = Notebook.open(tmp_path / "n.notes.yaml", wire, paper, Author("mara", "Mara Ilves"))
    waiting = Waiting(ferries)
    app = CompareApp(wire, paper, notebook, compare=waiting, theme="paper-dark")
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(100):
            await pilot.pause(0.02)
            if "comparing 40%" in rows(app)[-1]:
                break
        assert "comparing 40% · linking" in rows(app)[-1]
        await pilot.press("c")
        await pilot.pause()
        assert "comparison stopped · c compares" in rows(app)[-1]
        assert waiting.cancelled.wait(5)
        await pilot.press("j", "t", "n")
        assert len(notebook.annotations) == 1
        waiting.may_finish.set()
        await pilot.press("c")
        await pilot.pause(0.2)
        await settled(pilot)
        assert "comparison stopped" not in rows(app)[-1]
        assert "10 differences" in "\n".join(rows(app)) or "9 differences" in "\n".join(rows(app))
