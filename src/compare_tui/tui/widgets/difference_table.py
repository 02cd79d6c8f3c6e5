"""All differences in one table, with filters."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from compare_tui.tui.difference_list import DifferenceList, Filter, TableRow
from compare_tui.tui.difference_rows import column_heads, filter_line, row_parts
from compare_tui.tui.focus import Focus
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.painted import strip_of
from compare_tui.tui.widgets.rows_view import RowsView


class DifferenceTable(RowsView):
    """The table of differences; the row of the difference in focus is marked."""

    HEAD = 2

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
        super().__init__(look, view, id=id)
        self._list = DifferenceList(view.pairs, view.placed)

    @property
    def filter(self) -> Filter:
        """What is shown."""
        return self._list.filter

    @property
    def rows(self) -> list[TableRow]:
        """The rows that are shown."""
        return self._list.rows

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def set_filter(self, chosen: Filter) -> None:
        """Show other rows."""
        self._list.set_filter(chosen)
        self.measure()
        self.repaint()
        self.reveal(self.view.focus)

    def show(self, view: View) -> None:
        """Show another state."""
        before, self.view = self.view, view
        if self._list.take(view.pairs, view.placed):
            self.measure()
            self.repaint()
        elif view.focus != before.focus:
            self.refresh()

    def rows_of(self, focus: Focus) -> tuple[int, int]:
        """Return the row of the difference in focus."""
        row = self.row_of(focus)
        return row, row

    def row_of(self, focus: Focus) -> int:
        """Return the row of the difference in focus, else of the first one at or behind the passage."""
        return self._list.row_of(focus)

    def at(self, focus: Focus) -> Focus:
        """Return the focus on the row that belongs to a place; unchanged in an empty table."""
        return self._list.at(focus)

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further."""
        return self._list.neighbour(focus, step)

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of the window further."""
        return self._list.further(focus, round(self.room * share) or (1 if share > 0 else -1))

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        return self._list.end(focus, last=last)

    def head_strip(self, y: int, width: int) -> Strip:
        """Paint the filters and the heads of the columns."""
        if y == 0:
            hidden = self.view.pairs.hidden_style
            parts = filter_line(self.filter, len(self.rows), self._list.total, hidden, width)
            return strip_of(parts, self.look, "surface", width)
        return strip_of(column_heads(width), self.look, "background", width)

    def row_key(self, row: int) -> object:
        """Return what the look of a row depends on."""
        return self._is_here(row)

    def row_strip(self, row: int, width: int) -> Strip:
        """Paint a row."""
        view, here = self.view, self._is_here(row)
        parts = row_parts(view.pairs, self.rows[row], view.placed, view.letters, width, here=here)
        return strip_of(parts, self.look, "cursor" if here else "background", width)

    def render_line(self, y: int) -> Strip:
        """Paint a row of the window; an empty table says why it is empty."""
        if y == self.HEAD and not self.rows:
            if not self.view.pairs.ready:
                said = "The comparison is under way."
            elif self.filter.is_open:
                said = "No differing details found."
            else:
                key = key_map_of(self.app).first("leave_difference")
                said = f"No difference passes the filters; {key} takes them off."
            return strip_of([("  " + said, "muted")], self.look, "background", self.size.width)
        return super().render_line(y)

    def on_click(self, event: events.Click) -> None:
        """Tell which row was pressed, and whether twice."""
        row = event.y - self.HEAD + self.top
        if event.y >= self.HEAD and 0 <= row < len(self.rows):
            self.post_message(self.Pressed(self.rows[row].differences[0], event.chain > 1))

    def _is_here(self, row: int) -> bool:
        return self.view.focus.difference in self.rows[row].differences
