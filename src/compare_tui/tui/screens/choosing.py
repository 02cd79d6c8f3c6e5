"""Words that are selected, to tag or to copy them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare_tui.tui.pairs import SIDES, Side, difference_span
from compare_tui.tui.screens.viewing import Viewing

if TYPE_CHECKING:
    from compare_tui.tui.selecting import Range


class Choosing(Viewing):
    """The part of reading that knows which words are selected."""

    selected: dict[Side, Range]

    def copy_text(self, text: str) -> None:
        """Hand a text to the clipboard, and tell; the reading screen does it."""
        raise NotImplementedError

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
        self.copy_text(text)

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
