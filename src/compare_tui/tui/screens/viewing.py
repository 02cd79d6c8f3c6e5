"""The three views of one comparison, and what they show of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Protocol

from compare_tui.tui.pairs import SIDE_NAMES, Pairs, other
from compare_tui.tui.screens.finding import Finding
from compare_tui.tui.screens.moving import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare_tui.comparison.model import Comparison
    from compare_tui.tui.couples import Couple
    from compare_tui.tui.difference_list import Filter
    from compare_tui.tui.focus import Focus
    from compare_tui.tui.pairs import Side

ViewName = Literal["reading", "aligned", "differences"]
VIEWS: tuple[ViewName, ...] = ("reading", "aligned", "differences")


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


class TableStage(Stage, Protocol):
    """The table of differences."""

    @property
    def filter(self) -> Filter:
        """What is shown."""
        ...

    def set_filter(self, chosen: Filter) -> None:
        """Show other rows."""
        ...

    def at(self, focus: Focus) -> Focus:
        """Return the focus on the row that belongs to a place; unchanged in an empty table."""
        ...


class Viewing(Finding):
    """The part of reading that changes views."""

    comparison: Comparison | None
    show_style: bool
    view_name: ViewName = "reading"
    stage: Stage | None = None
    _aligned: AlignedStage | None = None
    _table: TableStage | None = None

    def make_aligned(self) -> AlignedStage:
        """Make the aligned view; the reading screen does it."""
        raise NotImplementedError

    def make_table(self) -> TableStage:
        """Make the table of differences; the reading screen does it."""
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
        return None

    @property
    def shown_table(self) -> TableStage | None:
        """The table of differences, while it is shown."""
        return self._table if self.view_name == "differences" else None

    @property
    def shown_aligned(self) -> AlignedStage | None:
        """The aligned view, while it is shown."""
        return self._aligned if self.view_name == "aligned" else None

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
            from compare_tui.tui.difference_list import ORDERS

            chosen = table.filter
            order = ORDERS[(ORDERS.index(chosen.order) + 1) % len(ORDERS)]
            self._filter(replace(chosen, order=order))
        else:
            self.say(f"the aligned view and the table can be put in another order: {self.key('next_view')}")

    def action_filter_kind(self) -> None:
        """Show the differences of the next kind only."""
        table = self._table_or_say()
        if table is not None:
            from compare_tui.tui.difference_list import next_kind

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
            from compare_tui.tui.difference_list import TAGGED

            at = TAGGED.index(table.filter.tagged) + 1
            self._filter(replace(table.filter, tagged=TAGGED[at % len(TAGGED)]))

    def action_search(self) -> None:
        """Find words; in the table, show the differences that hold them."""
        table = self.shown_table
        if table is None:
            super().action_search()
            return

        def answered(text: str | None) -> None:
            if text is not None:
                self._filter(replace(table.filter, text=" ".join(text.split())))

        hint = "words of either side or of the reason"
        self.ask("Only with", hint, table.filter.text, answered)

    def action_leave_difference(self) -> None:
        """Take filters or the marks of a search off, else read by passage again."""
        table = self.shown_table
        if table is not None:
            if not table.filter.is_open:
                from compare_tui.tui.difference_list import without_filters

                self._filter(without_filters(table.filter))
            else:
                self.show_view("reading")
        elif not self.forget_search():
            super().action_leave_difference()

    def action_toggle_style(self) -> None:
        """Show or hide differences of style."""
        self.show_style = not self.show_style
        if self.comparison is not None:
            style, by_hand = self.show_style, self.pairs.by_hand
            self.show_pairs(Pairs(self.a, self.b, self.comparison, style=style, by_hand=by_hand))
        self.say("style shown" if self.show_style else "style hidden")

    def _filter(self, chosen: Filter) -> None:
        if self._table is not None:
            self._table.set_filter(chosen)
            self.filter_changed()
            self.show_focus(self._table.at(self.focus_at))

    def _table_or_say(self) -> TableStage | None:
        if self.shown_table is None:
            self.say(f"filters are for the table of differences: {self.key('view_differences')} shows it")
        return self.shown_table
