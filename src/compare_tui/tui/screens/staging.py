"""The widgets of the views, and selecting words on them by keyboard and by mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work

from compare_tui.tui import focus as moves
from compare_tui.tui.pairs import Side, difference_span, link_end, other
from compare_tui.tui.plain import shortened
from compare_tui.tui.screens.asking import Asking
from compare_tui.tui.screens.choosing import Choosing

if TYPE_CHECKING:
    from compare_tui.tui.row_marks import View
    from compare_tui.tui.selecting import Selecting
    from compare_tui.tui.widgets.aligned_pane import AlignedPane
    from compare_tui.tui.widgets.annotation_table import AnnotationTable
    from compare_tui.tui.widgets.article_pane import ArticlePane
    from compare_tui.tui.widgets.difference_table import DifferenceTable
    from compare_tui.tui.widgets.rows_view import RowsView


class Staging(Choosing, Asking):
    """The part of the reading screen that has the widgets of the views."""

    stage: RowsView | None = None
    together = True
    _aligned: AlignedPane | None = None
    _table: DifferenceTable | None = None
    _list: AnnotationTable | None = None
    _panes: dict[Side, ArticlePane]

    def make_view(self) -> View:
        """Return what the widgets show; the reading screen does it."""
        raise NotImplementedError

    def settle(self) -> None:
        """Scroll to what is in focus; the reading screen does it."""
        raise NotImplementedError

    def action_tag(self) -> None:
        """Choose a tag; the annotating part does it."""
        raise NotImplementedError

    def make_aligned(self) -> AlignedPane:
        """Make the aligned view."""
        from compare_tui.tui.widgets.aligned_pane import AlignedPane

        made = AlignedPane(self.look, self.make_view(), self.size.width, id="aligned")
        self.mount(made, before="#inspector")
        return made

    def make_table(self) -> DifferenceTable:
        """Make the table of differences."""
        from compare_tui.tui.widgets.difference_table import DifferenceTable

        made = DifferenceTable(self.look, self.make_view(), id="differences")
        self.mount(made, before="#inspector")
        return made

    def make_list(self) -> AnnotationTable:
        """Make the list of annotations."""
        from compare_tui.tui.widgets.annotation_table import AnnotationTable

        made = AnnotationTable(self.look, self.make_view(), id="annotations")
        self.mount(made, before="#inspector")
        return made

    def show_stage(self, view: View) -> None:
        """Let the views know what is shown; one that is hidden is told when it is next seen."""
        if self.stage is not None:
            self.stage.show(view)

    def a_page_further(self, share: float) -> int | None:
        """Scroll by a part of the window; the cursor stays at its height as nearly as passages allow."""
        side = self.focus_at.side
        pane = self._panes[side]
        passage = self.focus_at.passage(side)
        if passage >= len(pane.rows.firsts):
            return None
        rows = round(max(1, pane.size.height - 2) * share) or (1 if share > 0 else -1)
        row = pane.rows.firsts[passage] + rows
        if share < 0:
            row = max(row, 0)
        target = pane.rows.passage_at(min(row, len(pane.rows) - 1))
        if target == passage:
            target += 1 if share > 0 else -1
        pane.scroll_by(rows)
        return target

    def action_fold(self) -> None:
        """Fold passages that say the same in the same words, or show them again."""
        aligned = self._aligned
        if aligned is None or self.view_name != "aligned":
            self.say(f"equal passages fold in the aligned view: {self.key('view_aligned')}")
            return
        aligned.set_fold(not aligned.fold)
        if aligned.fold and not any(couple.folded for couple in aligned.couples):
            self.say("no equal passages stand side by side")
        else:
            self.say("equal passages folded" if aligned.fold else "equal passages shown")

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

    def action_select(self) -> None:
        """Select words by keyboard, beginning with the differing detail in focus."""
        if self.view_name == "differences":
            self.show_view("reading")
        self._select_on(self.focus_at.side)

    def _select_on(self, side: Side) -> None:
        from compare_tui.tui.screens.selection import Outcome, SelectionScreen

        article = self.pairs.article(side)
        if not article.passages:
            return
        passage = self.focus_at.passage(side)
        found = self.focus_at.difference
        span = difference_span(self.pairs.differences[found], side) if found is not None else None
        from compare_tui.tui.selecting import select_at

        state = select_at(article, side, passage, (span.start, span.end) if span is not None else None)
        screen = SelectionScreen(self.look, state, self._show_selecting, self.pairs.article)

        def left(outcome: Outcome | None) -> None:
            if outcome in (None, "drop"):
                self.drop_selection()
            elif outcome == "tag":
                self.action_tag()
            elif outcome == "copy":
                self.action_copy()
            elif outcome == "other":
                self._select_on(other(screen.state.side))

        self._show_selecting(state)
        self.app.push_screen(screen, left)

    def _show_selecting(self, state: Selecting) -> None:
        """Show a selection that moves."""
        if state.span is not None:
            self.selected = {**self.selected, state.side: state.span}
        if (state.side, state.passage) != (self.focus_at.side, self.focus_at.passage(state.side)):
            linked = self.focus_at.link
            focus = moves.to_side(self.focus_at, self.pairs, state.side)
            if linked is None or link_end(linked, state.side) != state.passage:
                focus = moves.at_passage(focus, self.pairs, state.side, state.passage)
            self.show_focus(focus)
        else:
            self.show_state()

    def drag(self, side: Side, start: int, end: int) -> None:
        """Select what the mouse is dragged over, in whole words.

        Args:
            side: Which article.
            start: Offset where the mouse was pressed, in code points.
            end: Offset where it is now.
        """
        from compare_tui.tui.selecting import whole_words

        self.selected = {**self.selected, side: whole_words(self.pairs.article(side), start, end)}
        self.show_state()

    def copy_text(self, text: str) -> None:
        """Hand a text to the terminal and to the tool of the desktop."""
        self.app.copy_to_clipboard(text)
        self._copy_in_thread(text)

    @work(thread=True, exit_on_error=False, group="clipboard")
    def _copy_in_thread(self, text: str) -> None:
        from compare_tui.tui.clipboard import copy_natively

        told = copy_natively(text)
        self.app.call_from_thread(partial(self.say, f"{told}: {shortened(text)}"))
