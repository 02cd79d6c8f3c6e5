"""A table with filters: a line that tells what is shown, the heads of the columns, and the rows."""

from __future__ import annotations

from abc import abstractmethod

from textual.strip import Strip

from compare_tui.tui.focus import Focus
from compare_tui.tui.parts import Part
from compare_tui.tui.widgets.painted import strip_of
from compare_tui.tui.widgets.rows_view import RowsView


class FilteredTable(RowsView):
    """A table; the row of what is in focus is marked."""

    HEAD = 2

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
        """Paint the rows as they are chosen now."""
        self.measure()
        self.repaint()

    def _go(self, focus: Focus, row: int) -> Focus:
        if not self.row_count:
            return focus
        row = max(0, min(row, self.row_count - 1))
        return focus if self.is_here(row, focus) else self.focus_on(focus, row)
