"""Themes that change while the program runs."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tests.tui.conftest import compare_ferries
from textual.pilot import Pilot

from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.settings.resources import resource_folder
from compare_tui.tui.app import CompareApp
from compare_tui.tui.widgets.painted import Painted

Settled = Callable[[Pilot[None]], Awaitable[None]]
TEXT = (resource_folder("themes") / "dark.yaml").read_text(encoding="utf-8").replace("paper-dark", "mine")
PAGE = next(line.split('"')[1] for line in TEXT.splitlines() if line.strip().startswith("background:"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "themes"
    folder.mkdir()
    file = folder / "mine.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def app(wire: Article, paper: Article, notebook: Notebook, file: Path) -> CompareApp:
    return CompareApp(
        wire, paper, notebook, compare=compare_ferries, theme="mine", theme_folders=[file.parent]
    )


def page(app: CompareApp) -> set[str]:
    """The colour of the page, as the texts and as Textual's own parts have it."""
    painted = {one.look.theme.colours["background"] for one in app.screen.query(Painted)}
    return painted | {app.theme_variables["background"].lower()}


def told(app: CompareApp) -> list[str]:
    return [one.message for one in app._notifications]


async def until(pilot: Pilot[None], holds: Callable[[], object], seconds: float = 2.5) -> None:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        await pilot.pause(0.05)
    assert holds()


async def test_a_changed_file_shows_also_in_an_open_dialog(
    app: CompareApp, settled: Settled, file: Path
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert page(app) == {PAGE}
        await pilot.press("?")
        file.write_text(TEXT.replace(PAGE, "#123456"), encoding="utf-8")
        await until(pilot, lambda: page(app) == {"#123456"})
        await pilot.press("q")
        await pilot.pause()
        assert page(app) == {"#123456"}
        assert told(app) == []


async def test_a_broken_file_keeps_the_colours_and_is_told_once(
    app: CompareApp, settled: Settled, file: Path
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        lines = TEXT.splitlines()
        at = next(number for number, line in enumerate(lines) if PAGE in line)
        broken = "\n".join([*lines[:at], "  background: purple", *lines[at + 1 :]])
        file.write_text(broken, encoding="utf-8")
        await until(pilot, lambda: told(app))
        (message,) = told(app)
        assert message.startswith(f"mine.yaml: line {at + 1}: colours: background must be a colour like")
        assert page(app) == {PAGE}
        file.write_text(broken + "\n", encoding="utf-8")
        await pilot.pause(1.5)
        assert len(told(app)) == 1
        file.write_text(TEXT.replace(PAGE, "#224466"), encoding="utf-8")
        await until(pilot, lambda: page(app) == {"#224466"})
        assert len(told(app)) == 1


async def test_a_file_that_is_gone_or_has_another_name_in_it_keeps_the_colours(
    app: CompareApp, settled: Settled, file: Path
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        file.write_text(TEXT.replace("name: mine", "name: ours").replace(PAGE, "#123456"), encoding="utf-8")
        await until(pilot, lambda: page(app) == {"#123456"})
        assert app.theme == "ours"
        file.unlink()
        await pilot.pause(1.5)
        assert page(app) == {"#123456"}
        await pilot.press("T")
        await pilot.pause()
        assert app.theme != "ours"
