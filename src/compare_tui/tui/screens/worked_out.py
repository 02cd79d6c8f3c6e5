"""Dialogs whose lines are worked out in a thread while the keys go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.screens.dialog import ScrollingDialog, scroll_hint, wrapped
from compare_tui.tui.signs import signs

Progress = Callable[[float, str], None]


class _ClosedError(Exception):
    """Nobody waits for the lines any more."""


class WorkedOutDialog(ScrollingDialog[None]):
    """Shows plain lines that take a while to be worked out."""

    TITLE = ""

    @dataclass
    class Working(Message):
        """How far it is worked out.

        Attributes:
            fraction: 0 to 1.
        """

        fraction: float

    @dataclass
    class Done(Message):
        """The lines are there.

        Attributes:
            lines: Plain lines, indented with blanks.
        """

        lines: Sequence[str]

    def __init__(self, look: Look, work_out: Callable[[Progress], Sequence[str]]) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            work_out: Works the lines out, and tells how far it is; called in a thread.
        """
        super().__init__(look)
        self._lines_of = work_out
        self._lines: Sequence[str] = (f"  working it out {signs().ellipsis}",)

    def on_mount(self) -> None:
        """Show that it is being worked out."""
        super().on_mount()
        self._work_out()

    @work(thread=True, exit_on_error=False, group="working out")
    def _work_out(self) -> None:
        worker = get_current_worker()

        def told(fraction: float, word: str) -> None:
            if worker.is_cancelled:
                raise _ClosedError
            self.post_message(self.Working(fraction))

        try:
            lines = self._lines_of(told)
        except _ClosedError:
            return
        except Exception as error:
            # Whatever went wrong, the reader is told and can go on.
            lines = [f"  it cannot be told: {error}"]
        self.post_message(self.Done(lines))

    @on(Working)
    def _being_worked_out(self, message: Working) -> None:
        self._lines = (f"  working it out {signs().ellipsis} {message.fraction:.0%}",)
        self.lay_out()

    @on(Done)
    def _worked_out(self, message: Done) -> None:
        self._lines = message.lines
        self.lay_out()

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the title and the lines."""
        rows: list[list[Part]] = [
            [
                (self.TITLE, "accent-strong"),
                scroll_hint(),
            ],
            [],
        ]
        for line in self._lines:
            rows += self.line_rows(line, width)
        return rows

    def line_rows(self, line: str, width: int) -> list[list[Part]]:
        """Return the rows of a line: wrapped.

        Args:
            line: The line.
            width: Cells for a row.
        """
        return wrapped(line, width)
