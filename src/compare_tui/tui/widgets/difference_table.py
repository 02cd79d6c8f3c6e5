"""All differences in one table, with filters."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from compare_tui.tui import focus as moves
from compare_tui.tui.difference_rows import (
    Filter,
    TableRow,
    all_rows,
    column_heads,
    filter_line,
    row_parts,
    table_rows,
)
from compare_tui.tui.focus import Focus
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.pairs import link_end
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.filtered_table import FilteredTable


class DifferenceTable(FilteredTable):
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
        super().__init__(look, view, id=id)
        self.filter = Filter()
        self._rows: list[TableRow] = []
        self._all = all_rows(view.pairs)
        self._row_of: dict[int, int] = {}
        self._select()

    @property
    def rows(self) -> list[TableRow]:
        """The rows that are shown."""
        return self._rows

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def set_filter(self, chosen: Filter) -> None:
        """Show other rows."""
        self.filter = chosen
        self._select()
        self.renew()
        self.reveal(self.view.focus)

    def show(self, view: View) -> None:
        """Show another state."""
        before, self.view = self.view, view
        if view.pairs is not before.pairs:
            self._all = all_rows(view.pairs)
        if view.pairs is not before.pairs or view.placed != before.placed:
            self._select()
            self.renew()
        elif view.focus != before.focus:
            self.refresh()

    def row_of(self, focus: Focus) -> int:
        """Return the row of the difference in focus, else of the first one at or behind the passage."""
        if focus.difference is not None and focus.difference in self._row_of:
            return self._row_of[focus.difference]
        here = focus.passage(focus.side)
        for index in sorted(self._row_of):
            link = self.view.pairs.differences[index].link
            if link_end(link, focus.side) >= here:
                return self._row_of[index]
        return max(0, len(self._rows) - 1)

    def head_parts(self, width: int) -> list[Part]:
        """Return the filters and how many rows pass them."""
        hidden = self.view.pairs.hidden_style
        return filter_line(self.filter, len(self._rows), len(self._all), hidden, width)

    def column_heads(self, width: int) -> list[Part]:
        """Return the heads of the columns."""
        return column_heads(width)

    def parts_of_row(self, row: int, width: int, *, here: bool) -> list[Part]:
        """Return what a row says."""
        view = self.view
        return row_parts(view.pairs, self._rows[row], view.placed, view.letters, width, here=here)

    def why_empty(self) -> str:
        """Return why there are no rows."""
        if not self.view.pairs.ready:
            return "The comparison is under way."
        if self.filter.is_open:
            return "No differing details found."
        key = key_map_of(self.app).first("leave_difference")
        return f"No difference passes the filters; {key} takes them off."

    def on_click(self, event: events.Click) -> None:
        """Tell which row was pressed, and whether twice."""
        row = self.pressed_row(event.y)
        if row is not None:
            self.post_message(self.Pressed(self._rows[row].differences[0], event.chain > 1))

    def is_here(self, row: int, focus: Focus) -> bool:
        """Tell whether the difference of a row is in focus."""
        return focus.difference in self._rows[row].differences

    def focus_on(self, focus: Focus, row: int) -> Focus:
        """Return the focus on the first difference of a row."""
        return moves.at_difference(focus, self.view.pairs, self._rows[row].differences[0])

    def _select(self) -> None:
        self._rows = table_rows(self.view.pairs, self._all, self.view.placed, self.filter)
        self._row_of = {index: at for at, row in enumerate(self._rows) for index in row.differences}
