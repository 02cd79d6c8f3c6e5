"""The question before leaving with something that is not on disk."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.binding import Binding, BindingType

from compare_tui.tui.look import Look
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part
from compare_tui.tui.screens.dialog import Dialog

Answer = Literal["copy", "lose", "stay"]


class LeaveUnsaved(Dialog[Answer]):
    """Asks what is to become of annotations that could not be saved; anything but a clear answer stays."""

    WIDTH = 64
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "answer('copy')", show=False),
        Binding("y", "answer('lose')", show=False),
        Binding("n,q,escape,enter", "answer('stay')", show=False),
    ]

    def __init__(self, look: Look, reason: str) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            reason: Why they could not be saved, cleaned.
        """
        super().__init__(look)
        self._reason = reason

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the question and the answers, which stay in sight however small the screen is."""
        answers: list[list[Part]] = [
            [("c", "accent-strong"), (" keep a copy and leave", "text")],
            [("y", "accent-strong"), (" leave and lose what is not on disk", "text")],
            [("n", "accent-strong"), (" stay", "text")],
        ]
        told = [
            *wrapped_lines("The annotations could not be saved.", width),
            *wrapped_lines(self._reason, width),
        ]
        room = max(height - len(answers) - 1, 1)
        return [*([(line, "text")] for line in told[:room]), [], *answers]

    def action_answer(self, answer: Answer) -> None:
        """Close with the answer."""
        self.dismiss(answer)
