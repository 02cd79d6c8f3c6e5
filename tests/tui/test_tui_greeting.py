"""What is told at the first start."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from tests.tui.conftest import compare_ferries
from textual.pilot import Pilot

from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.settings.first_start import started_before
from compare_tui.tui.app import CompareApp
from compare_tui.tui.key_map import KeyMap

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
Make = Callable[..., CompareApp]
HINT = "any key takes this away"


@pytest.fixture
def make(wire: Article, paper: Article, notebook: Notebook) -> Make:
    def made(**more: object) -> CompareApp:
        options = {"compare": compare_ferries, "theme": "paper-dark", "greet": True, **more}
        return CompareApp(wire, paper, notebook, **options)  # type: ignore[arg-type]

    return made


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_the_first_key_takes_the_hint_away_and_does_what_it_does(
    make: Make, settled: Settled, rows: Rows, size: tuple[int, int]
) -> None:
    app = make()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        text = "\n".join(rows(app))
        assert HINT in text
        assert "j k  from passage to passage, tab to the other article" in text
        assert "[ ]  from difference to difference, t and a letter" in text
        assert not started_before()
        await pilot.press("j")
        text = "\n".join(rows(app))
        assert HINT not in text
        assert "2/8" in text
        assert started_before()


async def test_it_is_told_once(make: Make, settled: Settled, rows: Rows) -> None:
    async with make().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.click("#pane-b")
    app = make()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert HINT not in "\n".join(rows(app))


async def test_it_names_the_keys_in_effect(make: Make, settled: Settled, rows: Rows) -> None:
    app = make(key_map=KeyMap({"help": ("H",), "tag": ("ctrl+t",)}))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        text = "\n".join(rows(app))
        assert "H    shows every key" in text
        assert "ctrl+t and a letter tags it" in text
