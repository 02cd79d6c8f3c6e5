"""A question with a few answers, each of which has a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from compare_tui.tui.look import Look
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part
from compare_tui.tui.screens.dialog import Dialog
from compare_tui.tui.screens.speaking import Answer


class Question(Dialog[str]):
    """Asks; the answers stay in sight however small the screen is."""

    WIDTH = 66
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,ctrl+q", "leave", "change nothing", show=False),
    ]

    def __init__(self, look: Look, told: Sequence[str], answers: Sequence[Answer], leave: str) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            told: What it is about, cleaned; each line is wrapped.
            answers: The answers; the last one changes nothing.
            leave: What enter, escape and q give back.
        """
        super().__init__(look)
        self._told, self._answers, self._leave = tuple(told), tuple(answers), leave

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the question and the answers."""
        key_width = max(len(key) for key, _, _ in self._answers)
        answers: list[list[Part]] = [
            [(key.ljust(key_width), "accent-strong"), (f" {words}", "text")]
            for key, words, _ in self._answers
        ]
        told = [line for text in self._told for line in (wrapped_lines(text, width) if text else [""])]
        room = max(height - len(answers) - 1, 1)
        return [*([(line, "text")] for line in told[:room]), [], *answers]

    def on_key(self, event: events.Key) -> None:
        """Answer by a key; what was typed behind it is left to the screen below."""
        if not self.is_current:
            return
        for key, _, answer in self._answers:
            if event.key == key or event.character == key:
                event.stop()
                event.prevent_default()
                self.dismiss(answer)
                return

    def action_leave(self) -> None:
        """Close with the answer that changes nothing."""
        self.dismiss(self._leave)
