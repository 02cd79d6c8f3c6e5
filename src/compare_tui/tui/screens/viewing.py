"""The views of one comparison, and what they show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from compare_tui.tui.pairs import SIDE_NAMES, other
from compare_tui.tui.screens.finding import Finding

if TYPE_CHECKING:
    from compare_tui.annotation.model import Annotation
    from compare_tui.tui.row_marks import View
    from compare_tui.tui.widgets.aligned_pane import AlignedPane
    from compare_tui.tui.widgets.annotation_table import AnnotationTable
    from compare_tui.tui.widgets.difference_table import DifferenceTable
    from compare_tui.tui.widgets.filtered_table import FilteredTable, FilterOfRows
    from compare_tui.tui.widgets.rows_view import RowsView

ViewName = Literal["reading", "aligned", "differences", "annotations"]
VIEWS: tuple[ViewName, ...] = get_args(ViewName)


class Viewing(Finding):
    """The part of the reading screen that changes views."""

    view_name: ViewName = "reading"
    stage: RowsView | None = None
    together = True
    _aligned: AlignedPane | None = None
    _table: DifferenceTable | None = None
    _list: AnnotationTable | None = None

    def make_view(self) -> View:
        """Return what the widgets show; the reading screen does it."""
        raise NotImplementedError

    def place_views(self, name: ViewName) -> None:
        """Give a view the room of the articles; the reading screen does it."""
        raise NotImplementedError

    def settle(self) -> None:
        """Scroll to what is in focus; the reading screen does it."""
        raise NotImplementedError

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
            self.focus_at = self.shown_table.at(self.focus_at)
        elif self.shown_list is not None:
            self.focus_at = self.shown_list.chosen_here(self.focus_at)
        self.place_views(name)
        (self.stage or self._panes[self.focus_at.side]).focus(scroll_visible=False)
        self.show_state()
        self.call_after_refresh(self.settle)

    def _stage_of(self, name: ViewName) -> RowsView | None:
        """Return the widget of a view, made when it is first asked for; None for the reading view."""
        if name == "aligned":
            if self._aligned is None:
                from compare_tui.tui.widgets.aligned_pane import AlignedPane

                self._aligned = AlignedPane(self.look, self.make_view(), self.size.width, id="aligned")
                self.mount(self._aligned, before="#inspector")
            return self._aligned
        if name == "differences":
            if self._table is None:
                from compare_tui.tui.widgets.difference_table import DifferenceTable

                self._table = DifferenceTable(self.look, self.make_view(), id="differences")
                self.mount(self._table, before="#inspector")
            return self._table
        if name == "annotations":
            if self._list is None:
                from compare_tui.tui.widgets.annotation_table import AnnotationTable

                self._list = AnnotationTable(self.look, self.make_view(), id="annotations")
                self.mount(self._list, before="#inspector")
            return self._list
        return None

    @property
    def shown_filtered(self) -> FilteredTable[Any, Any] | None:
        """The table or the list, while one is shown."""
        return self.shown_table or self.shown_list

    @property
    def shown_list(self) -> AnnotationTable | None:
        """The list of annotations, while it is shown."""
        return self._list if self.view_name == "annotations" else None

    @property
    def shown_annotations(self) -> list[Annotation] | None:
        """The annotations that the list shows, None where it is not seen."""
        return None if self.shown_list is None else [one.annotation for one in self.shown_list.rows]

    @property
    def shown_table(self) -> DifferenceTable | None:
        """The table of differences, while it is shown."""
        return self._table if self.view_name == "differences" else None

    @property
    def shown_aligned(self) -> AlignedPane | None:
        """The aligned view, while it is shown."""
        return self._aligned if self.view_name == "aligned" else None

    def show_stage(self, view: View) -> None:
        """Let the views know what is shown; one that is hidden is told when it is next seen."""
        if self.stage is not None:
            self.stage.show(view)

    def action_next_counterpart(self) -> None:
        """Go to the next counterpart; from a table to the place of what is in focus."""
        if self.shown_filtered is not None:
            self.jumps.leave(self.focus_at)
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
            self._filter(table, table.next_order())
        else:
            self.say(f"the aligned view and the tables can be put in another order: {self.key('next_view')}")

    def action_fold(self) -> None:
        """Fold passages that say the same in the same words, or show them again."""
        aligned = self.shown_aligned
        if aligned is None:
            self.say(f"equal passages fold in the aligned view: {self.key('view_aligned')}")
            return
        aligned.set_fold(not aligned.fold)
        if aligned.fold and not any(couple.folded for couple in aligned.couples):
            self.say("no equal passages stand side by side")
        else:
            self.say("equal passages folded" if aligned.fold else "equal passages shown")

    def action_filter_kind(self) -> None:
        """Show the differences of the next kind, or the annotations with the next tag, only."""
        table = self._filtered_or_say()
        if table is not None:
            self._filter(table, table.next_sort())

    def action_filter_major(self) -> None:
        """Show major differences, or the annotations of the next status, only."""
        table = self._filtered_or_say()
        if table is not None:
            self._filter(table, table.next_weight())

    def action_filter_tagged(self) -> None:
        """Show untagged differences only, or annotations whose words are in place, moved or gone only."""
        table = self._filtered_or_say()
        if table is not None:
            self._filter(table, table.next_state())

    def action_search(self) -> None:
        """Find words; in a table, show the rows that hold them."""
        table = self.shown_filtered
        if table is None:
            super().action_search()
            return
        from compare_tui.tui.screens.prompt import Prompt

        def answered(text: str | None) -> None:
            if text is not None:
                self._filter(table, table.with_text(" ".join(text.split())))

        hint = "words of either side, of the note or of the reason"
        self.app.push_screen(Prompt(self.look, "Only with", hint, table.filter.text), answered)

    def action_leave_difference(self) -> None:
        """Take filters or the marks of a search off, else read by passage again."""
        table = self.shown_filtered
        if table is not None:
            if table.filter.is_open:
                self.show_view("reading")
            else:
                self._filter(table, table.opened())
        elif not self.forget_search():
            super().action_leave_difference()

    def action_toggle_together(self) -> None:
        """Let both articles scroll together, or each on its own."""
        self.together = not self.together
        if self.together:
            self.settle()
        self.say("the articles scroll together" if self.together else "each article scrolls on its own")

    def action_level(self) -> None:
        """Bring the counterpart level with the passage in focus."""
        before, self.together = self.together, True
        self.settle()
        self.together = before

    def _filter(self, table: FilteredTable[Any, Any], chosen: FilterOfRows) -> None:
        table.set_filter(chosen)
        self.show_focus(table.at(self.focus_at))

    def _filtered_or_say(self) -> FilteredTable[Any, Any] | None:
        if self.shown_filtered is None:
            keys = f"{self.key('view_differences')} or {self.key('view_annotations')}"
            self.say(f"filters are for the tables of differences and annotations: {keys}")
        return self.shown_filtered
