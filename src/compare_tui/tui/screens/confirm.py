"""A question with two answers."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from compare_tui.tui.look import Look
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part
from compare_tui.tui.screens.dialog import Dialog


class Confirm(Dialog[bool]):
    """Asks; gives back True only for an explicit yes."""

    WIDTH = 64
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n,q,escape,enter", "answer(False)", show=False),
    ]

    def __init__(self, look: Look, question: str, yes: str, no: str) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            question: What is asked, cleaned.
            yes: What happens on y.
            no: What happens otherwise.
        """
        super().__init__(look)
        self._question, self._yes, self._no = question, yes, no

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the question and the answers."""
        lines = wrapped_lines(self._question, width)
        answers: list[Part] = [("y", "accent-strong"), (f" {self._yes}    ", "text")]
        answers += [("n", "accent-strong"), (f" {self._no}", "text")]
        return [*([(line, "text")] for line in lines), [], answers]

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)
