"""A table with filters: a line that tells what is shown, the heads of the columns, and the rows."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, Protocol, TypeVar

from textual.strip import Strip

from compare_tui.tui.focus import Focus
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.painted import strip_of
from compare_tui.tui.widgets.rows_view import RowsView


class FilterOfRows(Protocol):
    """Which rows a table shows."""

    @property
    def is_open(self) -> bool:
        """Whether every row is shown."""

    @property
    def text(self) -> str:
        """What the rows must hold."""


_Filter = TypeVar("_Filter", bound=FilterOfRows)
_Row = TypeVar("_Row")


class FilteredTable(RowsView, Generic[_Filter, _Row]):
    """A table; the row of what is in focus is marked."""

    HEAD = 2

    def __init__(self, look: Look, view: View, open_filter: _Filter, *, id: str) -> None:  # noqa: A002
        """Make the table.

        Args:
            look: The styles.
            view: What is known and where the reader is.
            open_filter: A filter that shows every row.
            id: Its name on the screen.
        """
        super().__init__(look, view, id=id)
        self.filter = open_filter
        self.rows: list[_Row] = []
        self.select()

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @abstractmethod
    def select(self) -> None:
        """Choose the rows that pass the filter, and put them in order."""

    @abstractmethod
    def next_sort(self) -> _Filter:
        """Return the filter that shows one sort of rows only: the next one, or all behind the last."""

    @abstractmethod
    def next_weight(self) -> _Filter:
        """Return the filter that shows what weighs, or stands, next, or all."""

    @abstractmethod
    def next_state(self) -> _Filter:
        """Return the filter that shows the rows in the next state, or all."""

    @abstractmethod
    def next_order(self) -> _Filter:
        """Return the filter with the next order of rows."""

    @abstractmethod
    def with_text(self, text: str) -> _Filter:
        """Return the filter that shows rows which hold a text only."""

    @abstractmethod
    def opened(self) -> _Filter:
        """Return the filter that shows every row, in the same order."""

    def set_filter(self, chosen: _Filter) -> None:
        """Show other rows."""
        self.filter = chosen
        self.renew()
        self.reveal(self.view.focus)

    def show(self, view: View) -> None:
        """Show another state."""
        before, self.view = self.view, view
        if view.pairs is not before.pairs or view.placed != before.placed:
            self.renew()
        elif view.focus != before.focus:
            self.refresh()

    @abstractmethod
    def head_parts(self, width: int) -> list[Part]:
        """Return the line that tells what is shown."""

    @abstractmethod
    def column_heads(self, width: int) -> list[Part]:
        """Return the heads of the columns."""

    @abstractmethod
    def parts_of_row(self, row: int, width: int, *, here: bool) -> list[Part]:
        """Return what a row says.

        Args:
            row: Its index.
            width: Cells of the window.
            here: Whether it is in focus.
        """

    @abstractmethod
    def why_empty(self) -> str:
        """Return why there are no rows."""

    @abstractmethod
    def is_here(self, row: int, focus: Focus) -> bool:
        """Tell whether a row is in focus."""

    @abstractmethod
    def row_of(self, focus: Focus) -> int:
        """Return the row in focus, else the first one at or behind the passage."""

    @abstractmethod
    def focus_on(self, focus: Focus, row: int) -> Focus:
        """Return the focus on a row."""

    def rows_of(self, focus: Focus) -> tuple[int, int]:
        """Return the row in focus."""
        row = self.row_of(focus)
        return row, row

    def at(self, focus: Focus) -> Focus:
        """Return the focus on the row that belongs to a place; unchanged in an empty table."""
        return self._go(focus, self.row_of(focus))

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further."""
        row = self.row_of(focus)
        is_there = 0 <= row < self.row_count and self.is_here(row, focus)
        return self._go(focus, row + step if is_there else row)

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of the window further."""
        return self._go(focus, self.row_of(focus) + (round(self.room * share) or (1 if share > 0 else -1)))

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        return self._go(focus, self.row_count - 1 if last else 0)

    def head_strip(self, y: int, width: int) -> Strip:
        """Paint the filters and the heads of the columns."""
        if y == 0:
            return strip_of(self.head_parts(width), self.look, "surface", width)
        return strip_of(self.column_heads(width), self.look, "background", width)

    def row_key(self, row: int) -> object:
        """Return what the look of a row depends on."""
        return self.is_here(row, self.view.focus)

    def row_strip(self, row: int, width: int) -> Strip:
        """Paint a row."""
        here = self.is_here(row, self.view.focus)
        parts = self.parts_of_row(row, width, here=here)
        return strip_of(parts, self.look, "cursor" if here else "background", width)

    def render_line(self, y: int) -> Strip:
        """Paint a row of the window; an empty table says why it is empty."""
        if y == self.HEAD and not self.row_count:
            return strip_of([("  " + self.why_empty(), "muted")], self.look, "background", self.size.width)
        return super().render_line(y)

    def pressed_row(self, y: int) -> int | None:
        """Return the row at a line of the window, None beside the rows."""
        row = y - self.HEAD + self.top
        return row if y >= self.HEAD and 0 <= row < self.row_count else None

    def renew(self) -> None:
        """Choose the rows anew, and paint them."""
        self.select()
        self.measure()
        self.repaint()

    def _go(self, focus: Focus, row: int) -> Focus:
        if not self.row_count:
            return focus
        row = max(0, min(row, self.row_count - 1))
        return focus if self.is_here(row, focus) else self.focus_on(focus, row)
