"""The part of a notebook that records that its owner has seen what colleagues marked."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping

from compare_tui.annotation.identity import utc_now


class NotebookRevealing:
    """Since when whose marks are known. It is no act: undo does not make it unseen."""

    read_only: str | None
    _revealed: dict[str, str]
    _is_asked_for = False
    _is_recorded = False

    @property
    @abstractmethod
    def is_new(self) -> bool:
        """Whether no file of it was read or written yet."""

    @abstractmethod
    def _note_revealed(self) -> None:
        """Write down in the journal whose marks are known."""

    @property
    def revealed(self) -> Mapping[str, str]:
        """UTC time by id of the colleague whose marks were shown then for the first time."""
        return dict(self._revealed)

    def record_revealed(self, people: Iterable[str], *, at_once: bool) -> None:
        """Take down that the marks of colleagues are seen from now on; who was seen before stays as recorded.

        Args:
            people: Ids of the colleagues.
            at_once: Whether this alone is worth saving; else it goes into the file with the next act.
        """
        now = utc_now()
        for id_ in people:
            self._revealed.setdefault(id_, now)
        self._is_asked_for = self._is_asked_for or at_once
        self._is_recorded = True
        self._note_revealed()

    def _take_revealed(self, revealed: Mapping[str, str], *, is_asked_for: bool) -> None:
        """Go on knowing what a program that died has shown; of two times the earlier one stays.

        Args:
            revealed: UTC time by id of the colleague.
            is_asked_for: Whether that alone is worth saving.
        """
        for id_, time in revealed.items():
            self._revealed[id_] = min(time, self._revealed.get(id_, time))
        self._is_asked_for = self._is_asked_for or is_asked_for
        self._is_recorded = True

    def _revealed_state(self, *, is_empty: bool) -> tuple[tuple[str, str], ...]:
        """Return what of it is to be saved by itself: nothing where a file would hold nothing else."""
        if not self._is_asked_for or self.read_only is not None or (self.is_new and is_empty):
            return ()
        return tuple(sorted(self._revealed.items()))
