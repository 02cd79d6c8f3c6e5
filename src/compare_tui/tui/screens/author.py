"""Asking, once, who annotates."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from compare_tui.settings.options import LONGEST_TEXT
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.prompt import Prompt
from compare_tui.tui.widgets.painted import Painted


class _Told(Painted):
    def parts_at(self, y: int) -> list[Part]:
        return [
            (" enter", "accent"),
            (" keeps it for all your notes  ", "muted"),
            ("esc", "accent"),
            (" asks again next time", "muted"),
        ]


class AuthorPrompt(Prompt):
    """Asks for the name under which colleagues see the notes; gives it back, or None to ask again later."""

    DEFAULT_CSS = """
    AuthorPrompt > _Told { height: 1; width: 100%; }
    """

    def __init__(self, look: Look, suggested: str) -> None:
        """Make the prompt.

        Args:
            look: The styles.
            suggested: The name that git or the login gives.
        """
        super().__init__(look, "Your name, as colleagues see it", "", safe(suggested))

    def compose(self) -> ComposeResult:
        """Make what is told, and under it the line."""
        yield _Told(self.look, ground="surface")
        yield from super().compose()

    def on_mount(self) -> None:
        """Let nobody type a name that the settings would refuse."""
        self.query_one(Input).max_length = LONGEST_TEXT

    def answer(self, text: str) -> str | None:
        """Return the name in one clean line; None where it is empty."""
        return safe(text) or None
