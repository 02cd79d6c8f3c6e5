"""A line to type into, at the foot of the screen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from compare_tui.tui.look import Look
from compare_tui.tui.parts import fit
from compare_tui.tui.widgets.painted import Painted


class _Label(Painted):
    text = ""

    def parts_at(self, y: int) -> list[tuple[str, str]]:
        return [(f" {self.text} ", "accent-strong")]


class Prompt(ModalScreen[str | None]):
    """Asks for one line; the text above stays readable."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+g", "cancel", show=False, priority=True)]
    DEFAULT_CSS = """
    Prompt { align: left bottom; background: transparent; }
    Prompt > Horizontal { height: 1; width: 100%; }
    Prompt Input { height: 1; width: 1fr; border: none; padding: 0; background: $surface; }
    Prompt Input:focus { border: none; }
    """

    def __init__(self, look: Look, label: str, hint: str = "", value: str = "") -> None:
        """Make the prompt.

        Args:
            look: The styles.
            label: What is asked for.
            hint: What stands in the empty line.
            value: What stands in it to begin with.
        """
        super().__init__()
        self.look = look
        self._label, self._hint, self._value = label, hint, value

    def compose(self) -> ComposeResult:
        """Make the label and the line."""
        with Horizontal():
            label = _Label(self.look, ground="surface")
            label.text = self._label
            label.styles.width = len(self._label) + 2
            yield label
            yield Input(self._value, placeholder=fit(self._hint, len(self._hint)), select_on_focus=True)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self.dismiss(self.answer(event.value))

    def answer(self, text: str) -> str | None:
        """Return what the prompt gives back for what was typed."""
        return text

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
