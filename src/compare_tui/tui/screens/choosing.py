"""Selecting words to tag or to copy, by keyboard and by mouse."""

from __future__ import annotations

from functools import partial

from textual import work

from compare_tui.tui import focus as moves
from compare_tui.tui.pairs import SIDES, Side, difference_span, link_end, other
from compare_tui.tui.parts import shortened
from compare_tui.tui.screens.viewing import Viewing
from compare_tui.tui.selecting import Range, Selecting, select_at, whole_words


class Choosing(Viewing):
    """The part of the reading screen that selects words."""

    selected: dict[Side, Range]

    def action_tag(self) -> None:
        """Choose a tag; the annotating part does it."""
        raise NotImplementedError

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
        self.selected = {**self.selected, side: whole_words(self.pairs.article(side), start, end)}
        self.show_state()

    def drop_selection(self) -> bool:
        """Select nothing; tell whether anything was selected."""
        if not self.selected:
            return False
        self.selected = {}
        self.show_state()
        return True

    def action_leave_difference(self) -> None:
        """Drop the selection, else leave what is in focus."""
        if not self.drop_selection():
            super().action_leave_difference()

    def action_copy(self) -> None:
        """Copy what is selected, else the differing detail or the passage in focus."""
        text = self._text_to_copy()
        if not text:
            self.say("nothing to copy here")
            return
        self.app.copy_to_clipboard(text)
        self._copy_in_thread(text)

    def _text_to_copy(self) -> str:
        parts = [
            self.pairs.article(side).text[slice(*self.selected[side])]
            for side in SIDES
            if side in self.selected
        ]
        found = self.focus_at.difference
        if not parts and found is not None:
            spans = [difference_span(self.pairs.differences[found], side) for side in SIDES]
            parts = [span.text for span in spans if span is not None]
        passages = self.pairs.article(self.focus_at.side).passages
        if not parts and passages:
            parts = [passages[self.focus_at.passage(self.focus_at.side)].text]
        return "\n".join(" ".join(part.split()) for part in parts)

    @work(thread=True, exit_on_error=False, group="clipboard")
    def _copy_in_thread(self, text: str) -> None:
        from compare_tui.tui.clipboard import copy_natively

        told = copy_natively(text)
        self.app.call_from_thread(partial(self.say, f"{told}: {shortened(text)}"))
