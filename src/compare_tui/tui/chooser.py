"""A small program in front of the reading screen: one row of a list is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option


class Chooser(App[int]):
    """Shows rows and returns the index of the one that is chosen; None where nobody chooses."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #question { padding: 0 1; text-style: bold; }
    #filter { border: none; height: 1; margin: 1 0; padding: 0 1; }
    #rows { border: none; height: 1fr; scrollbar-size-vertical: 1; }
    #hint { padding: 0 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('cursor_down')", "a row down", show=False, priority=True),
        Binding("up", "move('cursor_up')", "a row up", show=False, priority=True),
        Binding("pagedown", "move('page_down')", "a page down", show=False, priority=True),
        Binding("pageup", "move('page_up')", "a page up", show=False, priority=True),
        Binding("escape,ctrl+q", "leave", "leave", show=False, priority=True),
    ]

    def __init__(self, rows: Sequence[str], question: str) -> None:
        """Make the list.

        Args:
            rows: What to choose from, cleaned, a line each.
            question: What is asked, cleaned.
        """
        super().__init__()
        self.animation_level = "none"
        self._rows = rows
        self._question = question
        self._shown = list(range(len(rows)))

    def compose(self) -> ComposeResult:
        """Make the question, the filter and the rows."""
        yield Static(self._question, id="question", markup=False)
        yield Input(placeholder="type to filter", id="filter")
        rows = OptionList(id="rows", markup=False)
        rows.can_focus = False
        yield rows
        yield Static("↑ ↓ move   enter opens   esc leaves", id="hint", markup=False)

    def on_mount(self) -> None:
        """Show every row."""
        self._fill("")
        self.query_one(Input).focus()

    def _fill(self, words: str) -> None:
        wanted = words.casefold().split()
        self._shown = [
            at for at, row in enumerate(self._rows) if all(word in row.casefold() for word in wanted)
        ]
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(
            [Option(Text(self._rows[at], no_wrap=True, overflow="ellipsis")) for at in self._shown]
        )
        if self._shown:
            rows.highlighted = 0

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
