"""All differences in one table, with filters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import events
from textual.message import Message

from compare_tui.tui import focus as moves
from compare_tui.tui.difference_rows import (
    ORDERS,
    TAGGED,
    Filter,
    TableRow,
    all_rows,
    column_heads,
    filter_line,
    next_kind,
    row_parts,
    table_rows,
    without_filters,
)
from compare_tui.tui.filtering import following
from compare_tui.tui.focus import Focus
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.pairs import Pairs, link_end
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.filtered_table import FilteredTable


class DifferenceTable(FilteredTable[Filter, TableRow]):
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
        self._all_of: Pairs | None = None
        self._all: list[TableRow] = []
        self._row_of: dict[int, int] = {}
        super().__init__(look, view, Filter(), id=id)

    def select(self) -> None:
        """Choose the rows that pass the filter."""
        pairs = self.view.pairs
        if self._all_of is not pairs:
            self._all_of, self._all = pairs, all_rows(pairs)
        self.rows = table_rows(pairs, self._all, self.view.placed, self.filter)
        self._row_of = {index: at for at, row in enumerate(self.rows) for index in row.differences}

    def next_sort(self) -> Filter:
        """Return the filter that shows the next kind only."""
        return replace(self.filter, kind=next_kind(self.filter.kind, self.view.pairs))

    def next_weight(self) -> Filter:
        """Return the filter that shows major differences only, or all."""
        return replace(self.filter, major=not self.filter.major)

    def next_state(self) -> Filter:
        """Return the filter that shows untagged differences only, tagged ones only, or all."""
        return replace(self.filter, tagged=following(TAGGED, self.filter.tagged))

    def next_order(self) -> Filter:
        """Return the filter with the next order of rows."""
        return replace(self.filter, order=following(ORDERS, self.filter.order))

    def with_text(self, text: str) -> Filter:
        """Return the filter that shows differences which hold a text only."""
        return replace(self.filter, text=text)

    def opened(self) -> Filter:
        """Return the filter that shows every difference, in the same order."""
        return without_filters(self.filter)

    def row_of(self, focus: Focus) -> int:
        """Return the row of the difference in focus, else of the first one at or behind the passage."""
        if focus.difference is not None and focus.difference in self._row_of:
            return self._row_of[focus.difference]
        here = focus.passage(focus.side)
        for index in sorted(self._row_of):
            link = self.view.pairs.differences[index].link
            if link_end(link, focus.side) >= here:
                return self._row_of[index]
        return max(0, len(self.rows) - 1)

    def head_parts(self, width: int) -> list[Part]:
        """Return the filters and how many rows pass them."""
        hidden = self.view.pairs.hidden_style
        return filter_line(self.filter, len(self.rows), len(self._all), hidden, width)

    def column_heads(self, width: int) -> list[Part]:
        """Return the heads of the columns."""
        return column_heads(width)

    def parts_of_row(self, row: int, width: int, *, here: bool) -> list[Part]:
        """Return what a row says."""
        view = self.view
        return row_parts(view.pairs, self.rows[row], view.placed, view.letters, width, here=here)

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
            self.post_message(self.Pressed(self.rows[row].differences[0], event.chain > 1))

    def is_here(self, row: int, focus: Focus) -> bool:
        """Tell whether the difference of a row is in focus."""
        return focus.difference in self.rows[row].differences

    def focus_on(self, focus: Focus, row: int) -> Focus:
        """Return the focus on the first difference of a row."""
        return moves.at_difference(focus, self.view.pairs, self.rows[row].differences[0])
