"""All differences in one table, with filters."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from compare_tui.tui.difference_list import DifferenceList
from compare_tui.tui.difference_rows import column_heads, filter_line, row_parts
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.filtered_table import FilteredTable


class DifferenceTable(FilteredTable[DifferenceList]):
    """The table of differences; the row of the difference in focus is marked."""

    @dataclass
    class Pressed(Message):
        """The mouse was pressed on a row.

        Attributes:
            difference: Index of its first difference.
            twice: Whether it was pressed twice.
        """

        difference: int
        twice: bool

    def __init__(self, look: Look, view: View, *, id: str) -> None:  # noqa: A002
        """Make the table.

        Args:
            look: The styles.
            view: What is known and where the reader is.
            id: Its name on the screen.
        """
        super().__init__(look, view, DifferenceList(view.pairs, view.placed), id=id)

    def head_parts(self, width: int) -> list[Part]:
        """Return the filters and how many rows pass them."""
        hidden = self.view.pairs.hidden_style
        return filter_line(self.listed.filter, len(self.listed.rows), self.listed.total, hidden, width)

    def column_heads(self, width: int) -> list[Part]:
        """Return the heads of the columns."""
        return column_heads(width)

    def parts_of_row(self, row: int, width: int, *, here: bool) -> list[Part]:
        """Return what a row says."""
        view = self.view
        return row_parts(view.pairs, self.listed.rows[row], view.placed, view.letters, width, here=here)

    def why_empty(self) -> str:
        """Return why there are no rows."""
        if not self.view.pairs.ready:
            return "The comparison is under way."
        if self.listed.filter.is_open:
            return "No differing details found."
        key = key_map_of(self.app).first("leave_difference")
        return f"No difference passes the filters; {key} takes them off."

    def on_click(self, event: events.Click) -> None:
        """Tell which row was pressed, and whether twice."""
        row = self.pressed_row(event.y)
        if row is not None:
            self.post_message(self.Pressed(self.listed.rows[row].differences[0], event.chain > 1))
