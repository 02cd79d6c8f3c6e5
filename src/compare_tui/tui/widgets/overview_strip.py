"""One column beside an article that shows where in it something lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from compare_tui.tui.look import Look
from compare_tui.tui.overview import cell_of, passage_weights, row_of, strip_cells
from compare_tui.tui.pairs import Side
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.painted import Painted, strip_of


class OverviewStrip(Painted):
    """The overview of one article; the part of it that is on the screen stands on a raised ground."""

    @dataclass(repr=False, eq=False)
    class Pressed(Message):
        """The mouse was pressed on a cell.

        Attributes:
            side: Which article.
            row: The row of the article that the cell stands for.
        """

        side: Side
        row: int

    def __init__(self, side: Side, look: Look, *, id: str) -> None:  # noqa: A002
        """Make the strip.

        Args:
            side: Which article.
            look: The styles.
            id: Its name on the screen.
        """
        super().__init__(look, id=id)
        self.side: Side = side
        self._view: View | None = None
        self._told: list[str] = []
        self._firsts: Sequence[int] = ()
        self._rows = 0
        self._window = (0, 0)
        self._cells: list[Part] = []
        self._made_for: object = None

    def show(self, view: View, firsts: Sequence[int], rows: int, top: int, seen: int) -> None:
        """Show another state.

        Args:
            view: What is known.
            firsts: For each passage its first row.
            rows: How many rows the article has.
            top: The row at the upper edge of the window.
            seen: How many rows are on the screen.
        """
        before = self._view
        if (
            before is None
            or view.pairs is not before.pairs
            or view.matches is not before.matches
            or view.placed != before.placed
            or view.company is not before.company
        ):
            self._told = passage_weights(view, self.side)
            self._made_for = None
        self._view = view
        if firsts is not self._firsts or rows != self._rows:
            self._firsts, self._rows, self._made_for = firsts, rows, None
        window = (max(top, 0), min(top + seen, rows) - 1)
        if window != self._window or self._made_for is None:
            self._window = window
            self.refresh()

    def parts_at(self, y: int) -> Iterable[Part]:
        """Return a cell."""
        height = self.size.height
        if self._made_for != height:
            self._cells = strip_cells(self._told, self._firsts, self._rows, height) if self._firsts else []
            self._made_for = height
        return [self._cells[y]] if y < len(self._cells) else []

    def render_line(self, y: int) -> Strip:
        """Paint a cell."""
        first, last = (cell_of(row, self._rows, self.size.height) for row in self._window)
        ground = "cursor" if self._rows and first <= y <= last else "background"
        return strip_of(self.parts_at(y), self.look, ground, self.size.width)  # type: ignore[arg-type]

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell which row was pressed."""
        event.stop()
        if event.button == 1 and self._rows:
            self.post_message(self.Pressed(self.side, row_of(event.y, self._rows, self.size.height)))
