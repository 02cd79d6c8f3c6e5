"""All annotations in one list, with filters."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from compare_tui.tui.annotation_list import AnnotationList
from compare_tui.tui.annotation_rows import column_heads, filter_line, row_parts
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.filtered_table import FilteredTable


class AnnotationTable(FilteredTable[AnnotationList]):
    """The list of annotations; the row of the annotation chosen is marked."""

    @dataclass
    class Pressed(Message):
        """The mouse was pressed on a row.

        Attributes:
            annotation: Id of the annotation.
            twice: Whether it was pressed twice.
        """

        annotation: str
        twice: bool

    def __init__(self, look: Look, view: View, *, id: str) -> None:  # noqa: A002
        """Make the list.

        Args:
            look: The styles.
            view: What is known and where the reader is.
            id: Its name on the screen.
        """
        super().__init__(look, view, AnnotationList(view.pairs, view.placed), id=id)

    def head_parts(self, width: int) -> list[Part]:
        """Return the filters and how many annotations pass them."""
        return filter_line(self.listed.filter, len(self.listed.rows), self.listed.total, width)

    def column_heads(self, width: int) -> list[Part]:
        """Return the heads of the columns."""
        return column_heads(width)

    def parts_of_row(self, row: int, width: int, *, here: bool) -> list[Part]:
        """Return what a row says."""
        return row_parts(self.listed.rows[row], self.view.pairs, self.view.letters, width, here=here)

    def why_empty(self) -> str:
        """Return why there are no rows."""
        keys = key_map_of(self.app)
        if self.listed.filter.is_open:
            return f"Nothing is tagged yet; {keys.first('tag')} tags what is in focus."
        return f"No annotation passes the filters; {keys.first('leave_difference')} takes them off."

    def on_click(self, event: events.Click) -> None:
        """Tell which row was pressed, and whether twice."""
        row = self.pressed_row(event.y)
        if row is not None:
            self.post_message(self.Pressed(self.listed.rows[row].annotation.id, event.chain > 1))
