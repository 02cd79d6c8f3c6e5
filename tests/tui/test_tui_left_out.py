"""What was left out of the sources, and what was said when they were read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui import compare, read_text
from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article, Origin
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.left_out import LeftOutScreen

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def page(dropped: tuple[str, ...]) -> Article:
    origin = Origin(
        author="Mara Ilves",
        outlet="The Daily",
        date_from="the page",
        dropped=dropped,
        notices=("page.html is not UTF-8: read as cp1252, which is a guess",),
    )
    return replace(read_text("The ferry sank.\n\nNo\u200bbody was hurt.", source="page.html"), origin=origin)


@pytest.fixture
def make(tmp_path: Path) -> Callable[[tuple[str, ...]], CompareApp]:
    def made(dropped: tuple[str, ...]) -> CompareApp:
        a, b = page(dropped), read_text("A ferry sank.", source="wire.txt")
        notebook = Notebook.open(tmp_path / "x.notes.yaml", a, b, Author("mara", "Mara"))
        return CompareApp(a, b, notebook, compare=compare, theme="paper-dark")

    return made


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
@pytest.mark.parametrize("view", ["1", "2", "3", "4"])
async def test_it_is_shown_of_both_sources(
    make: Callable[[tuple[str, ...]], CompareApp],
    settled: Settled,
    rows: Rows,
    size: tuple[int, int],
    view: str,
) -> None:
    app = make(("Home", "Subscribe to our [bold]newsletter[/]!", "x" * 200))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press(view, "Y")
        assert isinstance(app.screen, LeftOutScreen)
        text = "\n".join(rows(app))
        await pilot.press("G")
        text += "\n".join(rows(app))
        for words in (
            "A: page.html",
            "author: Mara Ilves",
            "said when it was read (1)",
            "2: U+200B ZERO WIDTH SPACE",
            "left out: 3 lines",
            "Subscribe to our [bold]newsletter[/]!",
            "B: wire.txt",
            "left out: nothing that is known of",
        ):
            assert words in text
        assert text.replace("\n", "").count("x") >= 200


@pytest.mark.parametrize("key", ["q", "escape", "Y"])
async def test_it_is_closed(
    make: Callable[[tuple[str, ...]], CompareApp], settled: Settled, key: str
) -> None:
    app = make(("Home",))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("Y", "j", key)
        assert len(app.screen_stack) == 1


async def test_a_long_list_scrolls(
    make: Callable[[tuple[str, ...]], CompareApp], settled: Settled, rows: Rows
) -> None:
    app = make(tuple(f"Menu {number}" for number in range(400)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("Y")
        assert not any("Menu 399" in row for row in rows(app))
        await pilot.press("G")
        assert any("Menu 399" in row for row in rows(app))
