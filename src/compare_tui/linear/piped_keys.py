"""Keys from a pipe or a file: one a line, so that reading can be scripted."""

from __future__ import annotations

from typing import TextIO

from compare_tui.linear.key_source import InputEndedError, Signals
from compare_tui.settings.key_names import key_name


class PipedKeys:
    """Reads a key a line, under its name ("j", "page down", "ctrl+s"); an empty line is enter."""

    def __init__(self, stream: TextIO, signals: Signals) -> None:
        """Take what keys are read from.

        Args:
            stream: The lines.
            signals: Interrupts the waiting.
        """
        self._stream, self._signals = stream, signals

    def key(self) -> str:
        """Return the next key; a line that names none is returned as it is."""
        line = self.line()
        if line is None or not line.strip():
            return "space" if line else "enter"
        try:
            return key_name(line if len(line) == 1 else line.strip())
        except ValueError:
            return line.strip()

    def line(self) -> str | None:
        """Return the next line without its end."""
        with self._signals.waiting():
            line = self._stream.readline()
        if not line:
            raise InputEndedError
        return line.rstrip("\r\n")
