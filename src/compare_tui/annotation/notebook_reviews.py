"""The part of a notebook that holds what its owner says of colleagues' annotations."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path

from compare_tui.annotation.history import Item
from compare_tui.annotation.notebook_file import NotebookFile
from compare_tui.annotation.review_entries import ReviewEntry


class NotebookReviews:
    """The entries under ``reviews``; the review room knows what they mean."""

    path: Path
    _reviews: dict[str, ReviewEntry]

    @abstractmethod
    def _do(self, description: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> None:
        """Make an act of the notebook."""

    @abstractmethod
    def _refuse_if_read_only(self) -> None:
        """Refuse to change a notebook that is read-only."""

    @abstractmethod
    def _to_save(self, path: Path) -> NotebookFile:
        """Return what the file will hold."""

    @property
    def current_file(self) -> NotebookFile:
        """What the file would hold if it were saved now."""
        return self._to_save(self.path)

    @property
    def review_entries(self) -> tuple[ReviewEntry, ...]:
        """What stands under ``reviews``, as far as it is understood."""
        return tuple(self._reviews.values())

    def change_reviews(
        self, what: str, out: Iterable[ReviewEntry] = (), into: Iterable[ReviewEntry] = ()
    ) -> None:
        """Take entries out and put others in, as one act.

        Args:
            what: Description for the history, e.g. "accept number of mara".
            out: Entries that stand in the notebook.
            into: Entries to put in.

        Raises:
            NotebookError: The notebook is read-only.
        """
        self._refuse_if_read_only()
        self._do(what, tuple(out), tuple(into))
