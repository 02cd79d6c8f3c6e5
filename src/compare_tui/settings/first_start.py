"""Whether somebody starts the program for the first time."""

from __future__ import annotations

import contextlib
from pathlib import Path


def started_before() -> bool:
    """Return whether a start was remembered; false where that cannot be told."""
    try:
        return _marker().exists()
    except OSError:
        return False


def remember_start() -> None:
    """Remember that the program was started; a folder that cannot be written to is no reason to complain."""
    with contextlib.suppress(OSError):
        marker = _marker()
        marker.parent.mkdir(parents=True, exist_ok=True)
        marker.touch()


def _marker() -> Path:
    from platformdirs import user_state_path

    return user_state_path("compare-tui", appauthor=False) / "started"
