"""What was done to a notebook, so that it can be taken back and done again."""

from __future__ import annotations

from typing import NamedTuple

from compare_tui.annotation.corrections import LinkCorrection
from compare_tui.annotation.model import Annotation
from compare_tui.annotation.review_entries import ReviewEntry

Item = Annotation | LinkCorrection | ReviewEntry
"""What an act puts into a notebook or takes out of it."""


class Act(NamedTuple):
    """One step: annotations, corrections or reviews that it took out, and those that it put in.

    Attributes:
        description: What was done, for a reader: "tag number on A 6".
        before: What was taken out.
        after: What was put in.
    """

    description: str
    before: tuple[Item, ...]
    after: tuple[Item, ...]


class History:
    """Acts in the order in which they were done; unlimited."""

    def __init__(self) -> None:
        self._done: list[Act] = []
        self._undone: list[Act] = []

    @property
    def descriptions(self) -> tuple[str, ...]:
        """Descriptions of the acts that can be taken back, oldest first."""
        return tuple(act.description for act in self._done)

    @property
    def undone(self) -> tuple[str, ...]:
        """Descriptions of the acts that can be done again, the next one first."""
        return tuple(act.description for act in reversed(self._undone))

    def record(self, act: Act) -> None:
        """Add a new act; what was undone before it cannot be done again."""
        self._done.append(act)
        self._undone.clear()

    def undo(self) -> Act | None:
        """Return the act to take back, or None."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Act | None:
        """Return the act to do again, or None."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
