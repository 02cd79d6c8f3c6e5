"""A table with filters: a line that tells what is shown, the heads of the columns, and the rows."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Generic, TypeVar

from textual.strip import Strip

from compare_tui.tui.focus import Focus
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.row_list import FilterOfRows, RowList
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.painted import strip_of
from compare_tui.tui.widgets.rows_view import RowsView

_Listed = TypeVar("_Listed", bound=RowList[Any, Any])


class FilteredTable(RowsView, Generic[_Listed]):
    """A table; the row of what is in focus is marked."""

    HEAD = 2

    def __init__(self, look: Look, view: View, listed: _Listed, *, id: str) -> None:  # noqa: A002
        """Make the table.

        Args:
            look: The styles.
            view: What is known and where the reader is.
            listed: The rows.
            id: Its name on the screen.
        """
        super().__init__(look, view, id=id)
        self.listed = listed

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.listed.rows)

    def set_filter(self, chosen: FilterOfRows) -> None:
        """Show other rows."""
        self.listed.set_filter(chosen)
        self.renew()
        self.reveal(self.view.focus)

    def show(self, view: View) -> None:
        """Show another state."""
        before, self.view = self.view, view
        if self.listed.take(view.pairs, view.placed):
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

    def rows_of(self, focus: Focus) -> tuple[int, int]:
        """Return the row in focus."""
        row = self.listed.row_of(focus)
        return row, row

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further."""
        return self.listed.neighbour(focus, step)

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of the window further."""
        return self.listed.further(focus, round(self.room * share) or (1 if share > 0 else -1))

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        return self.listed.end(focus, last=last)

    def head_strip(self, y: int, width: int) -> Strip:
        """Paint the filters and the heads of the columns."""
        if y == 0:
            return strip_of(self.head_parts(width), self.look, "surface", width)
        return strip_of(self.column_heads(width), self.look, "background", width)

    def row_key(self, row: int) -> object:
        """Return what the look of a row depends on."""
        return self.listed.is_here(row, self.view.focus)

    def row_strip(self, row: int, width: int) -> Strip:
        """Paint a row."""
        here = self.listed.is_here(row, self.view.focus)
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
        """Paint the rows anew."""
        self.measure()
        self.repaint()
