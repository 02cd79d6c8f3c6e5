"""Places that the reader has left by a jump, to come back to."""

from __future__ import annotations

from compare_tui.tui.focus import Focus

LONGEST = 200
"""Places that are remembered."""


class JumpList:
    """A list of places with a position in it, as the history of a browser."""

    def __init__(self) -> None:
        self._before: list[Focus] = []
        self._after: list[Focus] = []

    def leave(self, place: Focus) -> None:
        """Note the place from which a jump starts; the way forward is forgotten."""
        self._after.clear()
        if not self._before or _spot(self._before[-1]) != _spot(place):
            self._before.append(place)
            del self._before[:-LONGEST]

    def back(self, place: Focus) -> Focus | None:
        """Return where the last jump started, or None.

        Args:
            place: Where the reader is now; the way forward leads there.
        """
        while self._before:
            found = self._before.pop()
            if _spot(found) != _spot(place):
                self._after.append(place)
                return found
        return None

    def forward(self, place: Focus) -> Focus | None:
        """Return where the last step back came from, or None.

        Args:
            place: Where the reader is now.
        """
        while self._after:
            found = self._after.pop()
            if _spot(found) != _spot(place):
                self._before.append(place)
                return found
        return None


def _spot(place: Focus) -> tuple[str, int, int, int | None]:
    return place.side, place.a, place.b, place.difference
