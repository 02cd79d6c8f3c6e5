from __future__ import annotations

from compare_tui.tui.chooser import Chooser

ROWS = ["ferry.txt", "storm.txt", "[b]fire[/b].txt"]


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
