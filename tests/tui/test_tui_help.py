"""Finding a key in the help."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from compare_tui.tui.app import CompareApp
from compare_tui.tui.key_groups import KeyRow, dialog_group, found_in
from compare_tui.tui.key_map import DEFAULT_KEYS, KeyMap
from compare_tui.tui.screens.annotation_fields import AnnotationFields
from compare_tui.tui.screens.help import HelpScreen, key_groups
from compare_tui.tui.screens.history import HistoryScreen
from compare_tui.tui.screens.note_editor import NoteEditor
from compare_tui.tui.screens.question import Question
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.screens.selection import SelectionScreen
from compare_tui.tui.screens.tag_picker import TagPicker

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def found(query: str, key_map: KeyMap = DEFAULT_KEYS) -> list[str]:
    return [row.description for group in found_in(key_groups(key_map), query) for row in group.rows]


@pytest.mark.parametrize(
    ("query", "there", "missing"),
    [
        ("undo", "undo", "redo"),
        ("UNDO", None, "undo"),
        ("page down", "a page down", "a page up"),
        ("]", "next difference", "previous difference"),
        ("G", "last passage", "first passage"),
        ("ctrl+s", "save the annotations", "undo"),
        ("clause", "to the end of the clause", "undo"),
        ("letter", "the tag with this letter", "undo"),
    ],
)
def test_words_and_keys_are_found(query: str, there: str | None, missing: str) -> None:
    descriptions = found(query)
    assert there is None or there in descriptions
    assert missing not in descriptions


def test_a_key_in_effect_is_found_and_one_that_was_given_up_is_not() -> None:
    changed = KeyMap({"undo": ("X",)})
    assert "undo" in found("X", changed)
    assert "undo" not in found("ctrl+z", changed)


def test_a_line_that_stands_in_two_groups_is_found_once() -> None:
    assert found("only").count("tables: one kind or tag only") == 1
    rows = [row.description for group in key_groups(DEFAULT_KEYS) for row in group.rows]
    assert rows.count("tables: one kind or tag only") == 2


@pytest.mark.parametrize(
    "dialog",
    [TagPicker, NoteEditor, SelectionScreen, HelpScreen, AnnotationFields, HistoryScreen, Question],
)
def test_every_binding_of_a_dialog_is_listed(dialog: type[TagPicker]) -> None:
    bindings = [one for one in dialog.BINDINGS if isinstance(one, Binding)]
    assert bindings
    listed = [row.description for row in dialog_group("", dialog).rows]
    assert set(listed) >= {one.description for one in bindings} - {""}
    assert all(one.description for one in bindings)
    shown = {row.description for group in key_groups(DEFAULT_KEYS) for row in group.rows}
    assert shown >= set(listed)


def test_keys_of_dialogs_have_the_names_that_a_reader_knows() -> None:
    rows = dialog_group("", SelectionScreen).rows
    assert KeyRow(("end", "$", "G"), "last word") in rows
    assert KeyRow(("→", "l", "w"), "next word") in rows


async def test_typing_filters_and_escape_clears_and_then_closes(
    app: CompareApp, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("?", "/", *"undo")
        text = "\n".join(rows(app))
        assert "/undo" in text
        assert f"{len(found('undo'))} found" in text
        assert "next passage" not in text
        await pilot.press(*["backspace"] * 4, *"j q?")
        assert isinstance(app.screen, HelpScreen)
        assert "0 found" in "\n".join(rows(app))
        await pilot.press("escape")
        assert "next passage" in "\n".join(rows(app))
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_a_filter_that_was_entered_leaves_the_keys_to_the_list(
    app: CompareApp, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("?", "G", "/", *"passage", "enter")
        assert "/passage" in rows(app)[2]
        await pilot.press("j", "j")
        assert "/passage" not in rows(app)[2]
        await pilot.press("escape")
        assert "/ finds" in rows(app)[2]
        await pilot.press("/", "x", "backspace", "backspace", "q")
        assert isinstance(app.screen, ReadingScreen)


@pytest.mark.parametrize("key", ["escape", "backspace", "ctrl+c", "ctrl+q"])
async def test_the_tag_picker_is_left_without_a_tag(app: CompareApp, settled: Settled, key: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "down", key)
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert not screen.notebook.annotations
