"""What was left out of the sources."""

from __future__ import annotations

from collections.abc import Sequence

from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.screens.dialog import ScrollingDialog, scroll_hint, wrapped


class LeftOutScreen(ScrollingDialog[None]):
    """Shows of both sources what they say about themselves, and what of them the articles do not hold."""

    WIDTH = 110
    CLOSED_BY = ("left_out", "quit")

    def __init__(self, look: Look, lines: Sequence[str]) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            lines: Plain lines, indented with blanks.
        """
        super().__init__(look)
        self._lines = lines

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the lines, wrapped."""
        rows: list[list[Part]] = [[("Left out of the sources", "accent-strong"), scroll_hint()], []]
        for line in self._lines:
            rows += wrapped(line, width)
        return rows
