"""Completing the path of a notebook while it is typed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from os.path import commonprefix
from pathlib import Path

from compare_tui.review.opening import NOTEBOOK_ENDING


def complete(typed: str, folder: Path) -> tuple[str, Sequence[str]]:
    """Return what a typed path can be completed to, and the names that it may still become.

    Args:
        typed: What was typed; "~" is the home folder.
        folder: Where a path that is not absolute begins.
    """
    head, tail = os.path.split(typed)
    place = folder / os.path.expanduser(head) if head else folder
    try:
        names = sorted(
            entry.name + (os.sep if entry.is_dir() else "")
            for entry in os.scandir(place)
            if entry.name.startswith(tail)
            and (entry.is_dir() or entry.name.endswith(NOTEBOOK_ENDING))
            and (tail.startswith(".") or not entry.name.startswith("."))
        )
    except OSError:
        names = []
    if not names:
        return typed, ()
    # What the names have in common is meant, not what their folders have.
    common = commonprefix(names)  # noqa: RUF071
    return os.path.join(head, common), names if len(names) > 1 else ()


def resolved(typed: str, folder: Path) -> Path:
    """Return the path that was typed."""
    return folder / os.path.expanduser(typed.strip())
