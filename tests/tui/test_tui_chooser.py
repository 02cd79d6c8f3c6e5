from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from compare_tui.settings.key_presets import KEY_PRESETS
from compare_tui.settings.themes import contrast
from compare_tui.tui.chooser import Chooser
from compare_tui.tui.key_map import KeyMap
from compare_tui.tui.signs import ASCII, UNICODE, use_signs
from compare_tui.tui.terminal_background import Background

ROWS = ["ferry.txt", "storm.txt", "[b]fire[/b].txt"]
THEMES = ("paper-dark", "paper-light", "high-contrast", "colour-blind")


def texts(app: Chooser) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips(app.size)]


async def test_rows_are_filtered_and_one_is_chosen() -> None:
    app = Chooser(ROWS, "Which one?")
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("down", "enter")
    assert app.return_value == 1
    app = Chooser(ROWS, "Which one?")
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press(*"fire", "enter")
    assert app.return_value == 2


async def test_nothing_is_chosen() -> None:
    app = Chooser(ROWS, "Which one?")
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press(*"zzz", "enter")
        assert app.is_running
        await pilot.press("escape")
    assert app.return_value is None


@pytest.mark.parametrize("theme", THEMES)
async def test_it_has_the_colours_that_were_asked_for(theme: str) -> None:
    app = Chooser(ROWS, "Which one?", theme=theme)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        assert app.theme == theme
        least = 7 if theme == "high-contrast" else 4.5
        for strip in app.screen._compositor.render_strips(app.size):
            for segment in strip:
                style = segment.style
                if segment.text.strip() and style and style.color and style.bgcolor:
                    colours = [one.get_truecolor().hex for one in (style.color, style.bgcolor)]
                    assert contrast(*colours) >= least, segment.text


@pytest.mark.parametrize(("light", "theme"), [(True, "paper-light"), (False, "paper-dark")])
async def test_it_goes_with_the_background_of_the_terminal(light: bool, theme: str) -> None:
    app = Chooser(ROWS, "Which one?", background=Background(light=light))
    async with app.run_test(size=(60, 12)):
        assert app.theme == theme


async def test_a_theme_of_ones_own_is_found(tmp_path: Path) -> None:
    shipped = Path(__file__).parent.parent.parent / "themes" / "dark.yaml"
    own = shipped.read_text(encoding="utf-8").replace("paper-dark", "mine")
    (tmp_path / "mine.yaml").write_text(own, encoding="utf-8")
    app = Chooser(ROWS, "Which one?", theme="mine", theme_folders=[tmp_path])
    async with app.run_test(size=(60, 12)):
        assert app.theme == "mine"


@pytest.fixture
def ascii_signs() -> Iterator[None]:
    use_signs(ASCII)
    yield
    use_signs(UNICODE)


@pytest.mark.usefixtures("ascii_signs")
async def test_with_ascii_alone() -> None:
    rows = [*(f"{number} {'long ' * 30}" for number in range(40))]
    app = Chooser(rows, "Which one?")
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("down", "down")
        shown = "\n".join(texts(app))
    assert shown.isascii()
    assert "> 2 long" in shown


async def test_what_is_pointed_at_is_seen_without_colour() -> None:
    app = Chooser(ROWS, "Which one?")
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        assert any("▸ ferry.txt" in row for row in texts(app))
        await pilot.press("down")
        assert any("▸ storm.txt" in row for row in texts(app))
        assert sum("▸" in row for row in texts(app)) == 1


async def test_keys_of_a_key_map_move_and_leave() -> None:
    app = Chooser(ROWS, "Which one?", key_map=KeyMap(KEY_PRESETS["emacs"]))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("ctrl+n", "ctrl+n", "ctrl+p", "enter")
    assert app.return_value == 1
    app = Chooser(ROWS, "Which one?", key_map=KeyMap({"quit": ("ctrl+x",), "next_passage": ("n", "f3")}))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("f3", "n")
        assert any("f3 move" in row for row in texts(app))
        assert app.is_running
        await pilot.press("ctrl+x")
    assert app.return_value is None


async def test_what_was_typed_ahead_filters() -> None:
    app = Chooser(ROWS, "Which one?", background=Background(typed="storm"))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
    assert app.return_value == 1


async def test_a_late_answer_of_the_terminal_is_no_filter() -> None:
    app = Chooser(ROWS, "Which one?", background=Background(pending=True))
    async with app.run_test(size=(60, 12)) as pilot:
        for character in "^]11;rgb:0000/0000/0000^\\":
            app.post_message(events.Key(character, character))
        await pilot.press("down", "enter")
    assert app.return_value == 1
