"""Where keys and lines come from: what every source offers, and how signals end it."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any, Protocol

from compare_tui.tui.ending_signals import ENDING_SIGNALS


class InputEndedError(Exception):
    """Nothing more comes: the input is at its end, or a signal asks to leave.

    Attributes:
        signal_number: The signal; None at the end of the input.
    """

    def __init__(self, signal_number: int | None = None) -> None:
        super().__init__()
        self.signal_number = signal_number


class KeySource(Protocol):
    """Gives what a person types."""

    def key(self) -> str:
        """Return the next key, under its name in the registry of actions.

        Raises:
            InputEndedError: There is none.
        """
        ...

    def line(self) -> str | None:
        """Return the next line without its end; None where the person leaves the question.

        Raises:
            InputEndedError: There is none.
        """
        ...


class Signals:
    """Ends waiting when a signal asks to leave; whatever else is done, a saving above all, is done first."""

    def __init__(self) -> None:
        self._is_waiting = False
        self._noted: int | None = None
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Signals:
        for number in (signal.SIGINT, *ENDING_SIGNALS):
            self._before[number] = signal.signal(number, self._take)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """Let a signal interrupt what is done inside.

        Raises:
            InputEndedError: A signal came, now or since the last waiting.
        """
        self._is_waiting = True
        try:
            if self._noted is not None:
                raise InputEndedError(self._noted)
            yield
        finally:
            self._is_waiting = False

    def _take(self, number: int, frame: FrameType | None) -> None:
        if self._is_waiting:
            self._is_waiting = False
            raise InputEndedError(number)
        self._noted = number
