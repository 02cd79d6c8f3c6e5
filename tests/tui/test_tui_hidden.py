"""Hidden characters: told at the start, listed, gone to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui import compare, read_text
from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.hidden import HiddenScreen
from compare_tui.tui.screens.reading import ReadingScreen

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]

A = "The ferry sank.\n\nNo\u202ebody was hurt.\n\nThe \u200bow\u200bner wept."
B = "A ferry sank.\n\nThe \x1b[31mowner wept."


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, str], CompareApp]:
    def made(first: str, second: str) -> CompareApp:
        a, b = read_text(first), read_text(second)
        notebook = Notebook.open(tmp_path / "x.notes.yaml", a, b, Author("mara", "Mara"))
        return CompareApp(a, b, notebook, compare=compare, theme="paper-dark")

    return made


def reading(app: CompareApp) -> ReadingScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


def told(app: CompareApp) -> list[str]:
    return [one.message for one in app._notifications]


async def test_they_are_told_once_at_the_start(
    make: Callable[[str, str], CompareApp], settled: Settled
) -> None:
    app = make(A, B)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert told(app) == ["A holds 3 hidden characters and B holds 1 hidden character: I lists them"]
    clean = make("The ferry sank.", "A ferry sank.")
    async with clean.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert told(clean) == []


@pytest.mark.parametrize("size", [(60, 16), (120, 40)])
@pytest.mark.parametrize("view", ["1", "2", "3"])
async def test_they_are_listed_and_gone_to(
    make: Callable[[str, str], CompareApp], settled: Settled, rows: Rows, size: tuple[int, int], view: str
) -> None:
    app = make(A, B)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press(view, "I")
        assert isinstance(app.screen, HiddenScreen)
        text = "\n".join(rows(app))
        for line in (
            "A 2   U+202E RIGHT-TO-LEFT OVERRIDE",
            "A 3   U+200B ZERO WIDTH SPACE  2 times",
            "B 2   U+001B ESCAPE",
        ):
            assert line in text
        await pilot.press("j", "enter")
        await pilot.pause()
        screen = reading(app)
        assert (screen.focus_at.side, screen.focus_at.a) == ("a", 2)
        assert screen.matches is not None
        assert screen.matches.found[screen.matches.current].start == screen.a.hidden[1].offset
        await pilot.press("n", "n")
        assert (screen.focus_at.side, screen.focus_at.b) == ("b", 1)
        await pilot.press("<", "<", "<")
        assert (screen.focus_at.side, screen.focus_at.a) == ("a", 0)


@pytest.mark.parametrize("key", ["q", "escape", "I"])
async def test_the_list_is_closed(make: Callable[[str, str], CompareApp], settled: Settled, key: str) -> None:
    app = make(A, B)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("I", "G", key)
        assert app.screen is reading(app)
        assert reading(app).matches is None


async def test_a_long_list_scrolls_with_what_is_pointed_at(
    make: Callable[[str, str], CompareApp], settled: Settled, rows: Rows
) -> None:
    app = make("\n\n".join(f"Passage{number}\u200b tells." for number in range(1, 60)), B)
    async with app.run_test(size=(120, 20)) as pilot:
        await settled(pilot)
        await pilot.press("I")
        for _ in range(30):
            await pilot.press("j")
        assert any("▸ A 31" in row for row in rows(app))
        await pilot.press("G")
        assert any("▸ B 2" in row for row in rows(app))
        await pilot.press("g")
        assert any("▸ A 1 " in row for row in rows(app))
        assert any("Hidden characters" in row for row in rows(app))
        row = next(y for y, text in enumerate(rows(app)) if "A 5  " in text)
        await pilot.click(offset=(40, row), times=2)
        await pilot.pause()
        assert reading(app).focus_at.a == 4
