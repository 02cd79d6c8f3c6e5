"""A line for the path of a notebook, which tab completes."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from compare_tui.tui.look import Look
from compare_tui.tui.path_completion import complete
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.prompt import Prompt
from compare_tui.tui.signs import signs

NAMES_TOLD = 8
"""Names that a path may become, as many as are told at once."""


class PathPrompt(Prompt):
    """Asks for a path."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete the path", show=False, priority=True)
    ]

    def __init__(self, look: Look, label: str, folder: Path) -> None:
        """Make the prompt.

        Args:
            look: The styles.
            label: What is asked for.
            folder: Where a path that is not absolute begins.
        """
        super().__init__(look, label, "path of a notebook or folder; tab completes")
        self._folder = folder

    def action_complete(self) -> None:
        """Complete what was typed as far as it is plain, and tell what it may become."""
        line = self.query_one(Input)
        line.value, names = complete(line.value, self._folder)
        line.cursor_position = len(line.value)
        self.app.clear_notifications()
        if names:
            more = f" {signs().ellipsis}" if len(names) > NAMES_TOLD else ""
            told = "\n".join(map(safe, names[:NAMES_TOLD]))
            self.app.notify(told + more, timeout=5, markup=False)
