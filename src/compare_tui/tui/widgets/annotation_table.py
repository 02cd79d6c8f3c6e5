"""All annotations in one list, with filters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import events
from textual.message import Message

from compare_tui.tui.annotation_rows import (
    ORDERS,
    WORDS,
    AnnotationFilter,
    annotation_rows,
    column_heads,
    filter_line,
    focus_on_annotation,
    next_status,
    next_tag,
    row_parts,
    without_filters,
)
from compare_tui.tui.filtering import following
from compare_tui.tui.focus import Focus
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.tagging import Placed, at_focus, chosen
from compare_tui.tui.widgets.filtered_table import FilteredTable


class AnnotationTable(FilteredTable[AnnotationFilter, Placed]):
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
        self._row_of: dict[str, int] = {}
        super().__init__(look, view, AnnotationFilter(), id=id)

    def select(self) -> None:
        """Choose the annotations that pass the filter."""
        self.rows = annotation_rows(self.view.placed, self.filter)
        self._row_of = {one.annotation.id: at for at, one in enumerate(self.rows)}

    def next_sort(self) -> AnnotationFilter:
        """Return the filter that shows the next tag only."""
        return replace(self.filter, tag=next_tag(self.filter.tag, self.view.placed))

    def next_weight(self) -> AnnotationFilter:
        """Return the filter that shows the next status only."""
        return replace(self.filter, status=next_status(self.filter.status))

    def next_state(self) -> AnnotationFilter:
        """Return the filter that shows annotations whose words are in place, moved or gone only, or all."""
        return replace(self.filter, words=following(WORDS, self.filter.words))

    def next_order(self) -> AnnotationFilter:
        """Return the filter with the next order of rows."""
        return replace(self.filter, order=following(ORDERS, self.filter.order))

    def with_text(self, text: str) -> AnnotationFilter:
        """Return the filter that shows annotations which hold a text only."""
        return replace(self.filter, text=text)

    def opened(self) -> AnnotationFilter:
        """Return the filter that shows every annotation, in the same order."""
        return without_filters(self.filter)

    def row_of(self, focus: Focus) -> int:
        """Return the row of the annotation chosen, else of the first one at or behind the passage."""
        if focus.annotation in self._row_of:
            return self._row_of[focus.annotation or ""]
        passages = self.view.pairs.article(focus.side).passages
        start = passages[focus.passage(focus.side)].start if passages else 0
        later = (at for at, one in enumerate(self.rows) if (one.on(focus.side) or (-1,))[0] >= start)
        return next(later, max(0, len(self.rows) - 1))

    def chosen_here(self, focus: Focus) -> Focus:
        """Return the focus with the annotation that an act would be about; the place stays."""
        found = chosen(at_focus(self.view.placed, self.view.pairs, focus), focus)
        return focus if found is None else replace(focus, annotation=found.annotation.id)

    def head_parts(self, width: int) -> list[Part]:
        """Return the filters and how many annotations pass them."""
        return filter_line(self.filter, len(self.rows), len(self.view.placed), width)

    def column_heads(self, width: int) -> list[Part]:
        """Return the heads of the columns."""
        return column_heads(width)

    def parts_of_row(self, row: int, width: int, *, here: bool) -> list[Part]:
        """Return what a row says."""
        return row_parts(self.rows[row], self.view.pairs, self.view.letters, width, here=here)

    def why_empty(self) -> str:
        """Return why there are no rows."""
        keys = key_map_of(self.app)
        if self.filter.is_open:
            return f"Nothing is tagged yet; {keys.first('tag')} tags what is in focus."
        return f"No annotation passes the filters; {keys.first('leave_difference')} takes them off."

    def is_here(self, row: int, focus: Focus) -> bool:
        """Tell whether an annotation is the chosen one."""
        return focus.annotation == self.rows[row].annotation.id

    def focus_on(self, focus: Focus, row: int) -> Focus:
        """Return the focus on an annotation."""
        return focus_on_annotation(focus, self.view.pairs, self.rows[row])

    def on_click(self, event: events.Click) -> None:
        """Tell which row was pressed, and whether twice."""
        row = self.pressed_row(event.y)
        if row is not None:
            self.post_message(self.Pressed(self.rows[row].annotation.id, event.chain > 1))
