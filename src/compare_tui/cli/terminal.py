"""What terminal there is to draw on and to read keys from."""

from __future__ import annotations

import os
import sys


def has_terminal(*, stdin_used: bool) -> bool:
    """Tell whether a screen can be drawn and keys be read; takes them from /dev/tty after a piped article."""
    if os.environ.get("TEXTUAL_DRIVER"):
        # A web server has started this, and draws the screen itself.
        return True
    if os.environ.get("TERM") == "dumb":
        return False
    if not (sys.stdout.isatty() and sys.__stderr__ is not None and sys.__stderr__.isatty()):
        return False
    return has_keys(stdin_used=stdin_used)


def has_keys(*, stdin_used: bool) -> bool:
    """Tell whether keys can be read from a terminal; where stdin was an article, /dev/tty takes its place."""
    if not stdin_used:
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True


def size_to_draw_on() -> tuple[int, int] | None:
    """Return columns and rows of a terminal on which text can be drawn before the screen is there."""
    if os.environ.get("TEXTUAL_DRIVER") or not os.isatty(2):
        return None
    size = os.get_terminal_size(2)
    return (size.columns, size.lines) if size.columns and size.lines else None


def can_be_heard(*, stdin_used: bool) -> bool:
    """Tell whether somebody is at a terminal, so that the setting ``linear`` has somebody to speak to."""
    return sys.stdout.isatty() and has_keys(stdin_used=stdin_used)
