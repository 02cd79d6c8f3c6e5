"""The views of one comparison, and what they show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, get_args

from compare_tui.tui.pairs import SIDE_NAMES, Pairs, other
from compare_tui.tui.screens.finding import Finding
from compare_tui.tui.screens.moving import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare_tui.annotation.model import Annotation
    from compare_tui.comparison.model import Comparison
    from compare_tui.tui.annotation_list import AnnotationList
    from compare_tui.tui.couples import Couple
    from compare_tui.tui.difference_list import DifferenceList
    from compare_tui.tui.pairs import Side
    from compare_tui.tui.row_list import FilterOfRows, RowList

ViewName = Literal["reading", "aligned", "differences", "annotations"]
VIEWS: tuple[ViewName, ...] = get_args(ViewName)


class AlignedStage(Stage, Protocol):
    """The aligned view."""

    @property
    def order(self) -> Side:
        """The article whose order leads."""
        ...

    @property
    def couples(self) -> Sequence[Couple]:
        """What the rows show."""
        ...

    def set_order(self, order: Side) -> None:
        """Follow the order of an article."""
        ...


_Listed = TypeVar("_Listed", bound="RowList[Any, Any]", covariant=True)


class TableStage(Stage, Protocol[_Listed]):
    """A table with filters."""

    @property
    def listed(self) -> _Listed:
        """The rows."""
        ...

    def set_filter(self, chosen: FilterOfRows) -> None:
        """Show other rows."""
        ...


class Viewing(Finding):
    """The part of reading that changes views."""

    comparison: Comparison | None
    show_style: bool
    view_name: ViewName = "reading"
    stage: Stage | None = None
    _aligned: AlignedStage | None = None
    _table: TableStage[DifferenceList] | None = None
    _list: TableStage[AnnotationList] | None = None

    def make_aligned(self) -> AlignedStage:
        """Make the aligned view; the reading screen does it."""
        raise NotImplementedError

    def make_table(self) -> TableStage[DifferenceList]:
        """Make the table of differences; the reading screen does it."""
        raise NotImplementedError

    def make_list(self) -> TableStage[AnnotationList]:
        """Make the list of annotations; the reading screen does it."""
        raise NotImplementedError

    def place_views(self, name: ViewName) -> None:
        """Show a view in place of another; the reading screen does it."""
        raise NotImplementedError

    def filter_changed(self) -> None:
        """Show what the table is filtered by, where the table itself does not."""

    def action_next_view(self) -> None:
        """Show the next view of the comparison."""
        self.show_view(VIEWS[(VIEWS.index(self.view_name) + 1) % len(VIEWS)])

    def action_view_reading(self) -> None:
        """Show both articles in their own order."""
        self.show_view("reading")

    def action_view_aligned(self) -> None:
        """Show the passages that belong together in rows."""
        self.show_view("aligned")

    def action_view_differences(self) -> None:
        """Show all differences in a table."""
        self.show_view("differences")

    def action_view_annotations(self) -> None:
        """Show all annotations in a list."""
        self.show_view("annotations")

    def show_view(self, name: ViewName) -> None:
        """Change the view; the place, the side and the difference in focus stay.

        Args:
            name: Which view.
        """
        if name == self.view_name:
            return
        self.view_name = name
        self.stage = self._stage_of(name)
        if self.shown_table is not None:
            self.focus_at = self.shown_table.listed.at(self.focus_at)
        elif self.shown_list is not None:
            self.focus_at = self.shown_list.listed.chosen_here(self.focus_at)
        self.place_views(name)

    def _stage_of(self, name: ViewName) -> Stage | None:
        """Return a view, made when it is first asked for; None for the reading view."""
        if name == "aligned":
            if self._aligned is None:
                self._aligned = self.make_aligned()
            return self._aligned
        if name == "differences":
            if self._table is None:
                self._table = self.make_table()
            return self._table
        if name == "annotations":
            if self._list is None:
                self._list = self.make_list()
            return self._list
        return None

    @property
    def shown_filtered(self) -> TableStage[RowList[Any, Any]] | None:
        """The table or the list, while one is shown."""
        return self.shown_table or self.shown_list

    @property
    def shown_list(self) -> TableStage[AnnotationList] | None:
        """The list of annotations, while it is shown."""
        return self._list if self.view_name == "annotations" else None

    @property
    def shown_annotations(self) -> list[Annotation] | None:
        """The annotations that the list shows, None where it is not seen."""
        return None if self.shown_list is None else [one.annotation for one in self.shown_list.listed.rows]

    @property
    def shown_table(self) -> TableStage[DifferenceList] | None:
        """The table of differences, while it is shown."""
        return self._table if self.view_name == "differences" else None

    @property
    def shown_aligned(self) -> AlignedStage | None:
        """The aligned view, while it is shown."""
        return self._aligned if self.view_name == "aligned" else None

    def action_next_counterpart(self) -> None:
        """Go to the next counterpart; from a table to the place of what is in focus."""
        if self.shown_filtered is not None:
            self.jumps.leave(self.focus_at)
            # Where no row is chosen yet, the first one at or behind the place is meant.
            self.focus_at = self.shown_filtered.listed.at(self.focus_at)
            self.show_view("reading")
        else:
            super().action_next_counterpart()

    def _step_difference(self, step: int) -> None:
        if self.shown_table is not None:
            self.show_focus(self.shown_table.neighbour(self.focus_at, step))
        else:
            super()._step_difference(step)

    def action_reorder(self) -> None:
        """Follow the order of the other article, or sort the differences by something else."""
        aligned, table = self.shown_aligned, self.shown_filtered
        if aligned is not None:
            aligned.set_order(other(aligned.order))
            self.say(f"in the order of {SIDE_NAMES[aligned.order]}")
        elif table is not None:
            self._filter(table, table.listed.next_order())
        else:
            self.say(f"the aligned view and the tables can be put in another order: {self.key('next_view')}")

    def action_filter_kind(self) -> None:
        """Show the differences of the next kind, or the annotations with the next tag, only."""
        table = self._filtered_or_say()
        if table is not None:
            self._filter(table, table.listed.next_sort())

    def action_filter_major(self) -> None:
        """Show major differences, or the annotations of the next status, only."""
        table = self._filtered_or_say()
        if table is not None:
            self._filter(table, table.listed.next_weight())

    def action_filter_tagged(self) -> None:
        """Show untagged differences only, or annotations whose words are in place, moved or gone only."""
        table = self._filtered_or_say()
        if table is not None:
            self._filter(table, table.listed.next_state())

    def action_filter_author(self) -> None:
        """Show the annotations of the next person only."""
        table = self._filtered_or_say()
        if table is None:
            return
        chosen = table.listed.next_author()
        if chosen is not None:
            self._filter(table, chosen)
        else:
            self.say(f"nobody made differences: {self.key('view_annotations')} lists annotations")

    def action_search(self) -> None:
        """Find words; in a table, show the rows that hold them."""
        table = self.shown_filtered
        if table is None:
            super().action_search()
            return

        def answered(text: str | None) -> None:
            if text is not None:
                self._filter(table, table.listed.with_text(" ".join(text.split())))

        hint = "words of either side, of the note or of the reason"
        self.ask("Only with", hint, table.listed.filter.text, answered)

    def action_leave_difference(self) -> None:
        """Take filters or the marks of a search off, else read by passage again."""
        table = self.shown_filtered
        if table is not None:
            if table.listed.filter.is_open:
                self.show_view("reading")
            else:
                self._filter(table, table.listed.opened())
        elif not self.forget_search():
            super().action_leave_difference()

    def action_toggle_style(self) -> None:
        """Show or hide differences of style."""
        self.show_style = not self.show_style
        if self.comparison is not None:
            style, by_hand = self.show_style, self.pairs.by_hand
            self.show_pairs(Pairs(self.a, self.b, self.comparison, style=style, by_hand=by_hand))
        self.say("style shown" if self.show_style else "style hidden")

    def _filter(self, table: TableStage[RowList[Any, Any]], chosen: FilterOfRows) -> None:
        table.set_filter(chosen)
        self.filter_changed()
        self.show_focus(table.listed.at(self.focus_at))

    def _filtered_or_say(self) -> TableStage[RowList[Any, Any]] | None:
        if self.shown_filtered is None:
            keys = f"{self.key('view_differences')} or {self.key('view_annotations')}"
            self.say(f"filters are for the tables of differences and annotations: {keys}")
        return self.shown_filtered
