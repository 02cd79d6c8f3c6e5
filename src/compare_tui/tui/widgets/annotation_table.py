"""All annotations in one list, with filters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import events
from textual.message import Message

from compare_tui.tui.annotation_rows import (
    AnnotationFilter,
    annotation_rows,
    column_heads,
    filter_line,
    focus_on_annotation,
    row_parts,
)
from compare_tui.tui.focus import Focus
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.tagging import Placed, at_focus, chosen
from compare_tui.tui.widgets.filtered_table import FilteredTable


class AnnotationTable(FilteredTable):
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
        super().__init__(look, view, id=id)
        self.filter = AnnotationFilter()
        self._rows: list[Placed] = []
        self._row_of: dict[str, int] = {}
        self._select()

    @property
    def rows(self) -> list[Placed]:
        """The annotations that are shown."""
        return self._rows

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def set_filter(self, chosen: AnnotationFilter) -> None:
        """Show other rows."""
        self.filter = chosen
        self._select()
        self.renew()
        self.reveal(self.view.focus)

    def show(self, view: View) -> None:
        """Show another state."""
        before, self.view = self.view, view
        if view.placed != before.placed or view.pairs is not before.pairs:
            self._select()
            self.renew()
        elif view.focus != before.focus:
            self.refresh()

    def row_of(self, focus: Focus) -> int:
        """Return the row of the annotation chosen, else of the first one at or behind the passage."""
        if focus.annotation in self._row_of:
            return self._row_of[focus.annotation or ""]
        passages = self.view.pairs.article(focus.side).passages
        start = passages[focus.passage(focus.side)].start if passages else 0
        later = (at for at, one in enumerate(self._rows) if (one.on(focus.side) or (-1,))[0] >= start)
        return next(later, max(0, len(self._rows) - 1))

    def chosen_here(self, focus: Focus) -> Focus:
        """Return the focus with the annotation that an act would be about; the place stays."""
        found = chosen(at_focus(self.view.placed, self.view.pairs, focus), focus)
        return focus if found is None else replace(focus, annotation=found.annotation.id)

    def head_parts(self, width: int) -> list[Part]:
        """Return the filters and how many annotations pass them."""
        return filter_line(self.filter, len(self._rows), len(self.view.placed), width)

    def column_heads(self, width: int) -> list[Part]:
        """Return the heads of the columns."""
        return column_heads(width)

    def parts_of_row(self, row: int, width: int, *, here: bool) -> list[Part]:
        """Return what a row says."""
        return row_parts(self._rows[row], self.view.pairs, self.view.letters, width, here=here)

    def why_empty(self) -> str:
        """Return why there are no rows."""
        keys = key_map_of(self.app)
        if self.filter.is_open:
            return f"Nothing is tagged yet; {keys.first('tag')} tags what is in focus."
        return f"No annotation passes the filters; {keys.first('leave_difference')} takes them off."

    def is_here(self, row: int, focus: Focus) -> bool:
        """Tell whether an annotation is the chosen one."""
        return focus.annotation == self._rows[row].annotation.id

    def focus_on(self, focus: Focus, row: int) -> Focus:
        """Return the focus on an annotation."""
        return focus_on_annotation(focus, self.view.pairs, self._rows[row])

    def on_click(self, event: events.Click) -> None:
        """Tell which row was pressed, and whether twice."""
        row = self.pressed_row(event.y)
        if row is not None:
            self.post_message(self.Pressed(self._rows[row].annotation.id, event.chain > 1))

    def _select(self) -> None:
        self._rows = annotation_rows(self.view.placed, self.filter)
        self._row_of = {one.annotation.id: at for at, one in enumerate(self._rows)}
