"""The three views of one comparison, and what they show of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from compare_tui.tui.pairs import SIDE_NAMES, other
from compare_tui.tui.screens.finding import Finding

if TYPE_CHECKING:
    from compare_tui.tui.difference_rows import Filter
    from compare_tui.tui.row_marks import View
    from compare_tui.tui.widgets.aligned_pane import AlignedPane
    from compare_tui.tui.widgets.difference_table import DifferenceTable
    from compare_tui.tui.widgets.rows_view import RowsView

ViewName = Literal["reading", "aligned", "differences"]
VIEWS: tuple[ViewName, ...] = ("reading", "aligned", "differences")


class Viewing(Finding):
    """The part of the reading screen that changes views."""

    view_name: ViewName = "reading"
    stage: RowsView | None = None
    together = True
    _aligned: AlignedPane | None = None
    _table: DifferenceTable | None = None

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

    def show_view(self, name: ViewName) -> None:
        """Change the view; the place, the side and the difference in focus stay.

        Args:
            name: Which view.
        """
        if name == self.view_name:
            return
        self.view_name = name
        self.stage = self._stage_of(name)
        if self._table is not None and name == "differences":
            self.focus_at = self._table.at(self.focus_at)
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
        return None

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
        """Go to the next counterpart; from the table to the place of the difference."""
        if self.view_name == "differences":
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
        aligned, table = self.shown_aligned, self.shown_table
        if aligned is not None:
            aligned.set_order(other(aligned.order))
            self.say(f"in the order of {SIDE_NAMES[aligned.order]}")
        elif table is not None:
            from compare_tui.tui.difference_rows import ORDERS

            chosen = table.filter
            order = ORDERS[(ORDERS.index(chosen.order) + 1) % len(ORDERS)]
            self._filter(replace(chosen, order=order))
        else:
            self.say(f"the aligned view and the table can be put in another order: {self.key('next_view')}")

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
        """Show the differences of the next kind only."""
        table = self._table_or_say()
        if table is not None:
            from compare_tui.tui.difference_rows import next_kind

            self._filter(replace(table.filter, kind=next_kind(table.filter.kind, self.pairs)))

    def action_filter_major(self) -> None:
        """Show major differences only, or all."""
        table = self._table_or_say()
        if table is not None:
            self._filter(replace(table.filter, major=not table.filter.major))

    def action_filter_tagged(self) -> None:
        """Show untagged differences only, tagged ones only, or all."""
        table = self._table_or_say()
        if table is not None:
            from compare_tui.tui.difference_rows import TAGGED

            at = TAGGED.index(table.filter.tagged) + 1
            self._filter(replace(table.filter, tagged=TAGGED[at % len(TAGGED)]))

    def action_search(self) -> None:
        """Find words; in the table, show the differences that hold them."""
        table = self.shown_table
        if table is None:
            super().action_search()
            return
        from compare_tui.tui.screens.prompt import Prompt

        def answered(text: str | None) -> None:
            if text is not None:
                self._filter(replace(table.filter, text=" ".join(text.split())))

        hint = "words of either side or of the reason"
        self.app.push_screen(Prompt(self.look, "Only with", hint, table.filter.text), answered)

    def action_leave_difference(self) -> None:
        """Take filters or the marks of a search off, else read by passage again."""
        table = self.shown_table
        if table is not None:
            if not table.filter.is_open:
                from compare_tui.tui.difference_rows import without_filters

                self._filter(without_filters(table.filter))
            else:
                self.show_view("reading")
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

    def _filter(self, chosen: Filter) -> None:
        if self._table is not None:
            self._table.set_filter(chosen)
            self.show_focus(self._table.at(self.focus_at))

    def _table_or_say(self) -> DifferenceTable | None:
        if self.shown_table is None:
            self.say(f"filters are for the table of differences: {self.key('view_differences')} shows it")
        return self.shown_table
