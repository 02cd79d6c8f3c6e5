"""Signals that end the program while its screen is being loaded."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

from compare_tui.tui.ending_signals import ENDING_SIGNALS


class EarlySignals:
    """Ends the program in order, so that the terminal is left as it was.

    Attributes:
        held: The signal that came while signals were held back; None where none has come.
        holds_back: Whether a signal is kept in ``held`` for the screen, which alone can give the terminal
            back once it has begun; otherwise it raises SystemExit.
    """

    def __init__(self) -> None:
        self.held: int | None = None
        self.holds_back = False
        self._taken: list[int] = []

    def take(self) -> None:
        """Take the signals that would end the program at once; one that is ignored stays so."""
        for number in ENDING_SIGNALS:
            if signal.getsignal(number) is signal.SIG_DFL:
                # Only the main thread may do this.
                with contextlib.suppress(ValueError):
                    signal.signal(number, self._receive)
                    self._taken.append(number)

    @contextlib.contextmanager
    def importing(self) -> Iterator[None]:
        """Hold signals back until what is done inside is done: what is raised amid an import may get lost.

        Raises:
            SystemExit: A signal came.
        """
        self.holds_back = True
        try:
            yield
        finally:
            self.holds_back = False
        if self.held is not None:
            raise SystemExit(128 + self.held)

    def give_back(self) -> None:
        """Let the signals do again what they did before."""
        for number in self._taken:
            signal.signal(number, signal.SIG_DFL)
        self._taken = []

    def _receive(self, number: int, _frame: FrameType | None) -> None:
        if not self.holds_back:
            raise SystemExit(128 + number)
        self.held = number
