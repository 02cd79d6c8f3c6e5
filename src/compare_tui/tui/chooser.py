"""A small program in front of the reading screen: one row of a list is chosen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import first_theme
from compare_tui.tui.actions import key_label
from compare_tui.tui.key_map import DEFAULT_KEYS, KeyMap
from compare_tui.tui.key_queue import typed_events
from compare_tui.tui.parts import fit
from compare_tui.tui.signs import ASCII, signs
from compare_tui.tui.terminal_background import Background, asks_for_light
from compare_tui.tui.textual_themes import textual_theme

_MOVES = (
    ("next_passage", "cursor_down", "a row down", "down"),
    ("previous_passage", "cursor_up", "a row up", "up"),
    ("page_down", "page_down", "a page down", "pagedown"),
    ("page_up", "page_up", "a page up", "pageup"),
)
"""Actions of the reading screen whose keys move here, too; what they do here, and a key that always does."""

_OF_THE_FILTER = frozenset(("space", "left", "right", "home", "end", "backspace", "delete", "enter", "tab"))
"""Keys that the filter needs, beside all that type a character."""

_POINTER = 2
"""Cells in front of a row."""


class Chooser(App[int]):
    """Shows rows and returns the index of the one that is chosen; None where nobody chooses."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { background: $background; color: $foreground; }
    #question { padding: 0 1; text-style: bold; }
    #filter { border: none; height: 1; margin: 1 0; padding: 0 1; background: $surface; }
    #filter > .input--placeholder { color: $text-muted; }
    #rows { border: none; height: 1fr; padding: 0; background: $background; scrollbar-size-vertical: 1; }
    #rows > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    #hint { padding: 0 1; color: $text-muted; }
    .-ascii #rows { scrollbar-size-vertical: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+q,ctrl+c", "leave", "leave", show=False, priority=True),
    ]

    def __init__(
        self,
        rows: Sequence[str],
        question: str,
        *,
        theme: str | None = None,
        theme_folders: Sequence[Path] = (),
        key_map: KeyMap = DEFAULT_KEYS,
        background: Background = Background(),  # noqa: B008
    ) -> None:
        """Make the list.

        Args:
            rows: What to choose from, cleaned, a line each.
            question: What is asked, cleaned.
            theme: Name or file name of a colour theme; None takes what the terminal's background asks for.
            theme_folders: Where to look for more themes than the program brings.
            key_map: The keys in effect; those that type nothing move in the rows.
            background: What the terminal has said when it was asked for its background.
        """
        super().__init__()
        self.animation_level = "none"
        self.set_class(signs() is ASCII, "-ascii")
        light = asks_for_light(os.environ) if background.light is None else background.light
        folders = (resource_folder("themes"), *theme_folders)
        colours, _ = first_theme(theme, folders, "light" if light else "dark")
        self.register_theme(textual_theme(colours))
        self.theme = colours.name
        self._rows = rows
        self._question = question
        self._shown = list(range(len(rows)))
        self._pointer = 0
        self._typed = background.typed
        self._late_answer = background.late_answer()
        self._hint = self._bind_keys(key_map)

    def _bind_keys(self, key_map: KeyMap) -> str:
        """Take the keys in effect, and return what the last line says of them."""
        actions = {action.id: action for action in key_map.actions()}
        first: list[str] = []
        for name, move, what, always in _MOVES:
            keys = [key for key in actions[name].keys if len(key) > 1 and key not in _OF_THE_FILTER]
            self._bindings.bind(",".join({*keys, always}), f"move('{move}')", what, show=False, priority=True)
            first.append(key_label(keys[0] if keys else always))
        leaving = [key for key in actions["quit"].keys if len(key) > 1 and key not in _OF_THE_FILTER]
        if leaving:
            self._bindings.bind(",".join(leaving), "leave", "leave", show=False, priority=True)
        return f"{first[1]} {first[0]} move   enter opens   esc leaves"

    def compose(self) -> ComposeResult:
        """Make the question, the filter and the rows."""
        yield Static(self._question, id="question", markup=False)
        yield Input(placeholder="type to filter", id="filter")
        rows = OptionList(id="rows", markup=False)
        rows.can_focus = False
        yield rows
        yield Static(self._hint, id="hint", markup=False)

    def on_load(self) -> None:
        """Take what was typed before the screen was there."""
        for event in typed_events(self._typed):
            self.post_message(event)

    def on_mount(self) -> None:
        """Show every row."""
        self._fill("")
        self.query_one(Input).focus()

    def on_resize(self) -> None:
        """Cut the rows to the new width."""
        self._fill(self.query_one(Input).value)

    async def on_event(self, event: events.Event) -> None:
        """Keep a late answer of the terminal out of the filter."""
        late = self._late_answer if isinstance(event, events.Key) and not event.is_forwarded else None
        if isinstance(event, events.Key) and late is not None and late.takes(event.character, event.time):
            return
        await super().on_event(event)

    def _fill(self, words: str) -> None:
        rows = self.query_one(OptionList)
        at = rows.highlighted
        before = self._shown[at] if at is not None and at < len(self._shown) else None
        wanted = words.casefold().split()
        self._shown = [
            at for at, row in enumerate(self._rows) if all(word in row.casefold() for word in wanted)
        ]
        rows.clear_options()
        rows.add_options([Option(self._row(at, here=False)) for at in self._shown])
        if self._shown:
            rows.highlighted = self._shown.index(before) if before in self._shown and not wanted else 0

    def _row(self, at: int, *, here: bool) -> Text:
        width = max(self.size.width - _POINTER - 2, 1)
        pointer = signs().pointer if here else " "
        return Text(f"{pointer} {fit(self._rows[at], width)}", no_wrap=True, overflow="crop")

    @on(OptionList.OptionHighlighted)
    def _pointed_at(self, message: OptionList.OptionHighlighted) -> None:
        """Show which row is meant by more than a colour."""
        rows = message.option_list
        for at in {self._pointer, message.option_index}:
            if at < len(self._shown):
                row = self._row(self._shown[at], here=at == message.option_index)
                rows.replace_option_prompt_at_index(at, row)
        self._pointer = message.option_index

    @on(Input.Changed)
    def _filter_changed(self, message: Input.Changed) -> None:
        self._fill(message.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._shown):
            self.exit(self._shown[at])

    @on(OptionList.OptionSelected)
    def _selected(self, message: OptionList.OptionSelected) -> None:
        self.exit(self._shown[message.option_index])

    def action_move(self, how: str) -> None:
        """Move in the rows while the filter has the keys."""
        rows = self.query_one(OptionList)
        getattr(rows, f"action_{how}")()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.exit(None)
