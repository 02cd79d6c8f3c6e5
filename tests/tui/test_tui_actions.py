from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from compare_tui.tui.actions import ACTIONS, Action, find_action, footer_entries
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.help import HelpScreen
from compare_tui.tui.screens.reading import ReadingScreen

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def test_ids_and_keys_are_unique() -> None:
    assert max(Counter(action.id for action in ACTIONS).values()) == 1
    assert max(Counter(key for action in ACTIONS for key in action.keys).values()) == 1


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_a_method_and_a_description(action: Action) -> None:
    assert callable(getattr(ReadingScreen, f"action_{action.id}"))
    assert action.description
    assert find_action(action.id) is action


def test_an_unknown_action_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_action("fly")


def test_the_footer_has_five_to_nine_entries() -> None:
    assert 5 <= len(list(footer_entries())) <= 9


async def test_every_key_of_every_action_reaches_it(app: CompareApp, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    for action in ACTIONS:
        monkeypatch.setattr(
            ReadingScreen, f"action_{action.id}", staticmethod(partial(_note_call, called, action.id))
        )
    async with app.run_test(size=(120, 40)) as pilot:
        for action in ACTIONS:
            called.clear()
            await pilot.press(*action.keys)
            assert called == [action.id] * len(action.keys)


def _note_call(called: list[str], action_id: str) -> None:
    called.append(action_id)


@pytest.mark.parametrize("size", [(120, 40), (60, 16)])
async def test_help_lists_every_key_and_closes(
    app: CompareApp, settled: Settled, rows: Rows, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for opening, closing in (("?", "q"), ("f1", "escape"), ("?", "?")):
            await pilot.press(opening)
            assert isinstance(app.screen, HelpScreen)
            shown = "\n".join(rows(app))
            for _ in range(24):
                await pilot.press("pagedown")
                shown += "\n".join(rows(app))
            for action in ACTIONS:
                assert action.description in shown
            assert "only this article says it" in shown
            await pilot.press(closing)
            assert isinstance(app.screen, ReadingScreen)


async def test_the_palette_lists_every_action_with_its_key_and_runs_it(
    app: CompareApp, settled: Settled
) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await pilot.pause(0.3)
        options = app.screen.query_one(OptionList)
        listed = [str(option.prompt).lower() for option in options.options]
        for action in ACTIONS:
            if action.id != "palette":
                assert any(action.description.lower() in text for text in listed), action.id
        assert any("next difference" in text and "]" in text for text in listed)
        app.screen.query_one(Input).value = "next differ"
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.2)
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.focus_at.difference == 0


async def test_the_footer_keeps_what_matters_when_there_is_little_room(
    app: CompareApp, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(60, 16)) as pilot:
        await settled(pilot)
        footer = rows(app)[-1]
        assert "? help" in footer
        assert "t tag" in footer
        assert len(footer) == 60
