"""The list of hidden characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType

from compare_tui.article.hidden import hidden_name
from compare_tui.tui.hidden_rows import HiddenRow
from compare_tui.tui.look import Look
from compare_tui.tui.pairs import SIDE_NAMES
from compare_tui.tui.parts import Part, fit, fit_end, parts_width
from compare_tui.tui.screens.dialog import ScrollingDialog
from compare_tui.tui.signs import signs

AROUND = 80
"""Characters of the text on either side of a hidden one of which as many are shown as there is room for."""

LEAST_AROUND = 18
"""Cells below which none of them are shown."""

HEAD = 2
"""Rows above the list."""

_BLANKS = re.compile(r"\s+")


class HiddenScreen(ScrollingDialog[HiddenRow | None]):
    """Lists the hidden characters; gives back the line that was chosen."""

    WIDTH = 110
    CLOSED_BY = ("hidden_characters", "quit")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "go to the place", show=False),
    ]

    def __init__(self, look: Look, found: Sequence[HiddenRow]) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            found: The lines, at least one.
        """
        super().__init__(look)
        self._found = found
        self._at = 0
        self._name_width = max(len(_named(row)) for row in found)

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return a line for each character of each passage."""
        count = sum(len(row.place.offsets) for row in self._found)
        rows: list[list[Part]] = [
            [
                ("Hidden characters  ", "accent-strong"),
                (f"{count}   ", "text"),
                ("enter", "accent"),
                (" goes there  ", "muted"),
                ("q", "accent"),
                (" closes", "muted"),
            ],
            [],
        ]
        return rows + [self._row(at, row, width) for at, row in enumerate(self._found)]

    def action_scroll_rows(self, step: int) -> None:
        """Point at another line."""
        self._at = max(0, min(self._at + step, len(self._found) - 1))
        self.lay_out()
        # One blank row stands above all others.
        row, height = self._at + HEAD + 1, self.sheet.size.height
        if row < self.sheet.top + HEAD + 1:
            self.sheet.scroll_rows(row - HEAD - 1 - self.sheet.top)
        elif row > self.sheet.top + height - 2:
            self.sheet.scroll_rows(row - height + 2 - self.sheet.top)

    def action_choose(self) -> None:
        """Give back the line that is pointed at."""
        self.dismiss(self._found[self._at])

    def on_click(self, event: events.Click) -> None:
        """Point at the line under the mouse; go there where it is pressed twice."""
        region = self.sheet.region
        at = int(event.screen_y) - region.y + self.sheet.top - HEAD - 1
        if region.contains(int(event.screen_x), int(event.screen_y)) and 0 <= at < len(self._found):
            self.action_scroll_rows(at - self._at)
            if event.chain > 1:
                self.action_choose()

    def _row(self, at: int, row: HiddenRow, width: int) -> list[Part]:
        here = at == self._at
        number = row.article.passages[row.place.passage].number
        parts: list[Part] = [
            (f"{signs().pointer if here else ' '} ", "accent-strong"),
            (f"{SIDE_NAMES[row.side]} {number}".ljust(6), "accent"),
            (_named(row).ljust(self._name_width), "strong" if here else "text"),
        ]
        room = width - parts_width(parts) - 3
        if room < LEAST_AROUND:
            return parts
        offset, text = row.place.offsets[0], row.article.text
        before = _BLANKS.sub(" ", text[max(0, offset - AROUND) : offset].rpartition("\n")[2])
        behind = _BLANKS.sub(" ", text[offset + 1 : offset + AROUND].partition("\n")[0])
        before = fit_end(before, room // 3)
        gap = room // 3 - cell_len(before)
        return [
            *parts,
            (f"   {' ' * gap}{before}", "muted"),
            (text[offset], "warning"),
            (fit(behind, max(room - room // 3 - 1, 0)), "muted"),
        ]


def _named(row: HiddenRow) -> str:
    """Return the name of a character, and how often it stands there."""
    times = f"  {len(row.place.offsets)} times" if len(row.place.offsets) > 1 else ""
    return hidden_name(row.place.codepoint) + times
