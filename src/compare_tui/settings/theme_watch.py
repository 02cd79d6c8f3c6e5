"""Noticing that a file of themes has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from compare_tui.settings.themes import SUFFIXES

Seen = Literal["same", "writing", "changed"]


class ThemeWatch:
    """Tells when the files of some folders are others than before.

    Args:
        folders: Where to look; one that does not exist may come later.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._known = self._look()
        self._last = self._known

    def look(self) -> Seen:
        """Return how the files are since the last ``settle``.

        Returns:
            "changed" where they are others and were so at the last look, too; "writing" where they became
            others since then, so that somebody may still be writing.
        """
        before, self._last = self._last, self._look()
        if self._last == self._known:
            return "same"
        return "changed" if self._last == before else "writing"

    def settle(self) -> None:
        """Take note of what was seen last."""
        self._known = self._last

    def _look(self) -> dict[str, tuple[int, int, int]]:
        seen: dict[str, tuple[int, int, int]] = {}
        for folder in self._folders:
            with suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith(SUFFIXES):
                        # A link that leads nowhere is like a file that is not there.
                        with suppress(OSError):
                            status = entry.stat()
                            seen[entry.path] = (status.st_mtime_ns, status.st_size, status.st_ino)
        return seen
