"""Single keys from a terminal, without a word to the terminal itself."""

from __future__ import annotations

import codecs
import os
import sys
from types import TracebackType

from compare_tui.linear.key_codes import first_key
from compare_tui.linear.key_source import InputEndedError, Signals

ESCAPE_WAIT = 0.05
"""Seconds after which an escape without anything behind it is the key of that name."""

if sys.platform != "win32":
    import select
    import termios

    class TerminalKeys:
        """Reads keys as they are pressed, and lines with the terminal's own editing and echo."""

        def __init__(self, descriptor: int, signals: Signals) -> None:
            """Take the terminal.

            Args:
                descriptor: The file descriptor of the terminal.
                signals: Interrupts the waiting.
            """
            self._descriptor, self._signals = descriptor, signals
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
            self._typed = ""

        def __enter__(self) -> TerminalKeys:
            self._before = termios.tcgetattr(self._descriptor)
            self._use(lines=False)
            return self

        def __exit__(
            self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
        ) -> None:
            try:
                termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)
            except termios.error:
                # The terminal is gone; there is nothing to give back.
                return

        def key(self) -> str:
            """Return the next key; keys without a name are passed over."""
            is_all = False
            while True:
                if self._typed:
                    found = first_key(self._typed, is_all=is_all)
                    if found is not None:
                        name, self._typed = found
                        if name is not None:
                            return name
                        continue
                is_all = not self._take(ESCAPE_WAIT if self._typed else None)

        def line(self) -> str | None:
            """Return the next line; None after ctrl+d or where it holds an escape."""
            self._use(lines=True)
            try:
                while "\n" not in self._typed:
                    before = self._typed
                    if not self._take(None, ends=False) and self._typed == before:
                        return None
            finally:
                self._use(lines=False)
            line, _, self._typed = self._typed.partition("\n")
            return None if "\x1b" in line else line.rstrip("\r")

        def _take(self, seconds: float | None, *, ends: bool = True) -> bool:
            """Take what is typed within some seconds; tell whether anything was."""
            try:
                with self._signals.waiting():
                    if not select.select([self._descriptor], [], [], seconds)[0]:
                        return False
                    data = os.read(self._descriptor, 4096)
            except OSError:
                raise InputEndedError from None
            if not data and ends:
                raise InputEndedError
            self._typed += self._decoder.decode(data)
            return bool(data)

        def _use(self, *, lines: bool) -> None:
            """Let the terminal give whole lines with echo, or each key at once without.

            Keys that it would keep for itself, such as ctrl+s and ctrl+z, come through; ctrl+c does not.
            """
            mode = list(self._before)
            characters = list(mode[6])
            for name in (termios.VSUSP, termios.VQUIT):
                characters[name] = bytes([os.fpathconf(self._descriptor, "PC_VDISABLE") & 0xFF])
            mode[0] &= ~termios.IXON
            mode[0] |= termios.ICRNL
            mode[3] |= termios.ISIG
            if lines:
                mode[3] |= termios.ICANON | termios.ECHO
            else:
                mode[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
                characters[termios.VMIN], characters[termios.VTIME] = 1, 0
            mode[6] = characters
            try:
                termios.tcsetattr(self._descriptor, termios.TCSADRAIN, mode)
            except termios.error:
                raise InputEndedError from None

else:
    import msvcrt
    import signal

    _CODES = {
        "H": "up",
        "P": "down",
        "K": "left",
        "M": "right",
        "G": "home",
        "O": "end",
        "I": "pageup",
        "Q": "pagedown",
        "S": "delete",
        "R": "insert",
        **{chr(ord(";") + place): f"f{place + 1}" for place in range(10)},
    }
    """Names of the keys that the console sends as two characters, by the second."""

    class TerminalKeys:
        """Reads keys as they are pressed, and lines with the console's own editing and echo."""

        def __init__(self, descriptor: int, signals: Signals) -> None:
            """Take the console.

            Args:
                descriptor: Not used: the console is the only one.
                signals: Interrupts the waiting.
            """
            self._signals = signals

        def __enter__(self) -> TerminalKeys:
            return self

        def __exit__(
            self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
        ) -> None:
            return

        def key(self) -> str:
            """Return the next key; keys without a name are passed over."""
            while True:
                with self._signals.waiting():
                    character = msvcrt.getwch()
                    if character in "\x00\xe0":
                        name = _CODES.get(msvcrt.getwch())
                    else:
                        found = first_key(character, is_all=True)
                        name = found[0] if found is not None else None
                if name == "ctrl+c":
                    raise InputEndedError(signal.SIGINT)
                if name is not None:
                    return name

        def line(self) -> str | None:
            """Return the next line; None where the input is at its end."""
            with self._signals.waiting():
                line = sys.stdin.readline()
            return line.rstrip("\r\n") if line else None
