"""Whether the terminal's background is light: asked of the terminal itself, else told by its environment."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from compare_tui.settings.themes import contrast

if TYPE_CHECKING:
    from compare_tui.tui.late_answer import LateAnswer

WAIT = 0.1
"""Seconds after the question for which an answer is waited for."""

WAIT_FOR_REST = 0.05
"""Seconds more where an answer has begun, so that its end does not come as keys."""

# OSC 11 asks for the background, "primary device attributes" for anything at all: terminals answer in order,
# and nearly all answer the second, so that its answer says that there will be none to the first.
_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR = re.compile(rb"\x1b\]11;([^\x07\x1b]{1,40})(?:\x07|\x1b\\)")
_ATTRIBUTES = re.compile(rb"\x1b\[\?[\d;]*c")
_BEGUN = re.compile(rb"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,40}\x1b?)?)?)?|\[\?[\d;]*)\Z")
_MAY_BEGIN = re.compile(rb"\x1b\[?\Z")
_CHANNELS = re.compile(r"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?", re.I)
_HEXADECIMAL = re.compile(r"#[0-9a-f]{6}", re.I)
_SILENT = ("linux", "dumb")
"""Values of TERM of terminals that are not asked: they do not answer, or show the question."""


class Background(NamedTuple):
    """What the terminal has said.

    Attributes:
        light: Whether its background is light; None where it has not told.
        typed: What was typed meanwhile.
        pending: Whether an answer may still come.
    """

    light: bool | None = None
    typed: str = ""
    pending: bool = False

    def late_answer(self) -> LateAnswer | None:
        """Return what tells an answer from keys; None where none may still come."""
        if not self.pending:
            return None
        from compare_tui.tui.late_answer import LateAnswer

        return LateAnswer()


class BackgroundQuestion(NamedTuple):
    """A question that the terminal was asked; ``answer`` must be called, whatever happens.

    Attributes:
        terminal: File descriptor that keys are read from.
        mode: Mode in which that terminal was before.
        asked_at: When it was asked, in seconds of the monotonic clock.
    """

    terminal: int
    mode: list[Any]
    asked_at: float

    def answer(self) -> Background:
        """Return the answer, and leave the terminal as it was."""
        import termios

        try:
            return self._answer()
        except OSError:
            return Background(pending=True)
        finally:
            termios.tcsetattr(self.terminal, termios.TCSANOW, self.mode)

    def _answer(self) -> Background:
        data = b""
        end = self.asked_at + WAIT
        while True:
            colour, attributes = _COLOUR.search(data), _ATTRIBUTES.search(data)
            # A multiplexer may have to ask the terminal outside first.
            if attributes and (colour or "TMUX" not in os.environ):
                break
            wait = max(end - time.monotonic(), 0)
            if _BEGUN.search(data) or _MAY_BEGIN.search(data):
                wait = max(wait, WAIT_FOR_REST)
            ready, _, _ = select.select([self.terminal], [], [], wait)
            more = os.read(self.terminal, 4096) if ready else b""
            if not more:
                break
            data += more
        rest = _BEGUN.sub(b"", _ATTRIBUTES.sub(b"", _COLOUR.sub(b"", data)))
        return Background(
            light=is_light(colour[1].decode("ascii", "replace")) if colour else None,
            typed=rest.decode("utf-8", "ignore"),
            pending=not attributes or (colour is None and "TMUX" in os.environ),
        )


def ask_background() -> BackgroundQuestion | None:
    """Ask the terminal for its background; None where there is no terminal that could answer."""
    if os.environ.get("TERM", "") in _SILENT or sys.__stdin__ is None or sys.__stderr__ is None:
        return None
    try:
        import termios

        terminal = sys.__stdin__.fileno()
        if not (sys.__stdin__.isatty() and sys.__stderr__.isatty()):
            return None
        mode = termios.tcgetattr(terminal)
        quiet = termios.tcgetattr(terminal)
        # Enter stays a carriage return, as the screen expects it.
        quiet[0] &= ~termios.ICRNL
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
        termios.tcsetattr(terminal, termios.TCSANOW, quiet)
    except (ImportError, OSError, ValueError, termios.error):
        return None
    question = BackgroundQuestion(terminal, mode, time.monotonic())
    try:
        os.write(sys.__stderr__.fileno(), _QUESTION)
    except OSError:
        question.answer()
        return None
    return question


def is_light(colour: str) -> bool | None:
    """Return whether black stands out more than white on a colour; None where it is no colour.

    Args:
        colour: As terminals write it: "rgb:" or "rgba:" and channels of one to four digits, or "#rrggbb".
    """
    found = _CHANNELS.fullmatch(colour)
    if found:
        shares = [int(digits, 16) / (16 ** len(digits) - 1) for digits in found.groups()]
        colour = "#" + "".join(f"{round(share * 255):02x}" for share in shares)
    elif not _HEXADECIMAL.fullmatch(colour):
        return None
    return contrast(colour, "#000000") > contrast(colour, "#ffffff")


def asks_for_light(variables: Mapping[str, str]) -> bool:
    """Return whether the environment says that the terminal's background is light.

    Args:
        variables: The environment; COLORFGBG is "foreground;background" as numbers of the 16 colours.
    """
    return variables.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
