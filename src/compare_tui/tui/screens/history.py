"""Every act of a session, in order: to read, and to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from compare_tui.article.wording import counted
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.dialog import Dialog
from compare_tui.tui.signs import signs


class HistoryScreen(Dialog[int | None]):
    """Lists acts; gives back how many to take back (below 0) or to do again (above), None for none."""

    WIDTH = 70
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "a later act", show=False),
        Binding("up,k", "move(-1)", "an earlier act", show=False),
        Binding("pagedown,space", "move(10)", "ten acts later", show=False),
        Binding("pageup,b", "move(-10)", "ten acts earlier", show=False),
        Binding("home,g", "move_to_end(False)", "the start of the session", show=False),
        Binding("end,G", "move_to_end(True)", "the last act", show=False),
        Binding("enter", "choose", "go to this state", show=False),
        Binding("escape,q,U,ctrl+c,ctrl+q", "leave", "close", show=False),
    ]

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

    def action_move(self, step: int) -> None:
        """Go to another act."""
        self._go_to(self._at + step)

    def action_move_to_end(self, last: bool) -> None:
        """Go to the first or last act."""
        self._go_to(len(self._acts) - 1 if last else 0)

    def action_choose(self) -> None:
        """Close and give back how far the chosen state is."""
        self.dismiss(self._at - self._now or None)

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)

    def _go_to(self, at: int) -> None:
        self._at = max(0, min(at, len(self._acts) - 1))
        self.lay_out()
