"""What the mouse does on the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from compare_tui.tui import focus as moves
from compare_tui.tui.couples import focus_on
from compare_tui.tui.screens.annotating import Annotating
from compare_tui.tui.screens.staging import Staging
from compare_tui.tui.widgets.article_pane import ArticlePane
from compare_tui.tui.widgets.inspector import Inspector
from compare_tui.tui.widgets.overview_strip import OverviewStrip

if TYPE_CHECKING:
    from compare_tui.tui.widgets.aligned_pane import AlignedPane
    from compare_tui.tui.widgets.annotation_table import AnnotationTable
    from compare_tui.tui.widgets.difference_table import DifferenceTable


class Pointing(Annotating, Staging):
    """The part of the reading screen that is pointed at."""

    @on(ArticlePane.Pressed)
    def _passage_pressed(self, message: ArticlePane.Pressed) -> None:
        focus = moves.at_passage(self.focus_at, self.pairs, message.side, message.passage)
        self.show_focus(moves.at_mark(focus, self.pairs, message.passage, None, message.offset))

    @on(ArticlePane.Dragged)
    def _text_dragged(self, message: ArticlePane.Dragged) -> None:
        self.drag(message.side, message.start, message.end)

    @on(OverviewStrip.Pressed)
    def _strip_pressed(self, message: OverviewStrip.Pressed) -> None:
        passage = self._panes[message.side].rows.passage_at(message.row)
        self.jump(moves.at_passage(self.focus_at, self.pairs, message.side, passage))

    @on(Inspector.Chosen)
    def _line_chosen(self, message: Inspector.Chosen) -> None:
        if message.difference is not None:
            self.show_focus(moves.at_difference(self.focus_at, self.pairs, message.difference))
        elif message.annotation is not None:
            self.choose_annotation(message.annotation)

    def on_aligned_pane_pressed(self, message: AlignedPane.Pressed) -> None:
        """Go to the row that was pressed, and to the difference under the pointer."""
        focus = focus_on(self.focus_at, message.couple)
        passage = message.couple.passage(message.side)
        if passage is not None:
            focus = moves.to_side(focus, self.pairs, message.side)
            focus = moves.at_mark(focus, self.pairs, passage, message.couple.link, message.offset)
        self.show_focus(focus)

    def on_difference_table_pressed(self, message: DifferenceTable.Pressed) -> None:
        """Go to the difference that was pressed; to its place where it was pressed twice."""
        self.show_focus(moves.at_difference(self.focus_at, self.pairs, message.difference))
        if message.twice:
            self.action_next_counterpart()

    def on_annotation_table_pressed(self, message: AnnotationTable.Pressed) -> None:
        """Go to the annotation that was pressed; to its place where it was pressed twice."""
        from compare_tui.tui.annotation_list import focus_on_annotation

        placed = next((one for one in self.placed if one.annotation.id == message.annotation), None)
        if placed is not None:
            self.show_focus(focus_on_annotation(self.focus_at, self.pairs, placed))
        if message.twice:
            self.action_next_counterpart()
