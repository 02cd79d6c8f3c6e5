"""What the screen is drawn on, where that may go away: a window that closes, a connection that ends."""

from __future__ import annotations

import contextlib
from typing import IO


class LastingOutput:
    """A stream that takes what is written, also once nobody is left to see it.

    The thread that writes would end with the first error, and whoever writes more would wait for it for ever.
    """

    def __init__(self, stream: IO[str], inside: str = "") -> None:
        """Take the stream of the terminal.

        Args:
            stream: The stream.
            inside: What is not written the first time, because it has been done: the second screen is open.
        """
        self._stream = stream
        self._inside = inside

    def write(self, text: str) -> None:
        """Write text."""
        if self._inside and text == self._inside:
            self._inside = ""
            return
        with contextlib.suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        """Send what was written on its way."""
        with contextlib.suppress(OSError):
            self._stream.flush()

    def fileno(self) -> int:
        """Return the number of the file."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        return self._stream.isatty()
