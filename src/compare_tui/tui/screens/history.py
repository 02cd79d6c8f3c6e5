"""Every act of a session, in order: to read, and to go back to."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from compare_tui.article.wording import counted
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.dialog import Dialog
from compare_tui.tui.signs import signs

_STEPS = {"up": -1, "k": -1, "down": 1, "j": 1, "pageup": -10, "b": -10, "pagedown": 10, "space": 10}


class HistoryScreen(Dialog[int | None]):
    """Lists acts; gives back how many to take back (below 0) or to do again (above), None for none."""

    WIDTH = 70

    def __init__(self, look: Look, done: Sequence[str], undone: Sequence[str]) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            done: What was done, oldest first.
            undone: What was taken back, in the order in which it can be done again.
        """
        super().__init__(look)
        self._acts = ["the start of this session", *map(safe, done), *map(safe, undone)]
        self._now = self._at = len(done)

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the acts around the chosen one."""
        room = max(height - 4, 1)
        first = max(0, min(self._at - room // 2, len(self._acts) - room))
        rows: list[list[Part]] = [[("History", "accent-strong"), (f"   {self._count()}", "muted")], []]
        for at in range(first, min(first + room, len(self._acts))):
            pointer = signs().pointer if at == self._at else " "
            role = "strong" if at == self._now else "text" if at < self._now else "muted"
            here = "   now" if at == self._now else "   undone" if at > self._now else ""
            rows.append(
                [
                    (f"{pointer} ", "accent-strong"),
                    (f"{at:>4}  ", "muted"),
                    (self._acts[at], role),
                    (here, "muted"),
                ]
            )
        hint: list[Part] = [
            ("j k", "accent"),
            (" move  ", "muted"),
            ("enter", "accent"),
            (" goes to this state  ", "muted"),
            ("q", "accent"),
            (" closes", "muted"),
        ]
        return [*rows, [], hint]

    def _count(self) -> str:
        total = len(self._acts) - 1
        return f"{counted(total, 'act')}, {total - self._now} of them undone"

    def on_key(self, event: events.Key) -> None:
        """Move, choose or close."""
        if not self.is_current:
            return
        event.stop()
        event.prevent_default()
        if event.key in _STEPS:
            self._at = max(0, min(self._at + _STEPS[event.key], len(self._acts) - 1))
            self.lay_out()
        elif event.key in ("g", "home", "G", "end"):
            self._at = 0 if event.key in ("g", "home") else len(self._acts) - 1
            self.lay_out()
        elif event.key == "enter":
            self.dismiss(self._at - self._now or None)
        elif event.key in ("escape", "q", "ctrl+c", "ctrl+q", "U"):
            self.dismiss(None)
