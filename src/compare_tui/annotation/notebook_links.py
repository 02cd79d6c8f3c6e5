"""The part of a notebook that corrects the alignment."""

from __future__ import annotations

from abc import abstractmethod

from compare_tui.annotation.anchor import clean_anchor, locate
from compare_tui.annotation.corrections import CorrectionKind, LinkCorrection
from compare_tui.annotation.history import Item
from compare_tui.annotation.identity import new_id, utc_now
from compare_tui.annotation.model import Anchor
from compare_tui.article.model import Article

Place = tuple[int, int] | None
"""Start and end in code points of ``Article.text``; None where the words are missing."""


class NotebookLinks:
    """Which passages a person has linked, or taken the link of."""

    _a: Article
    _b: Article
    _corrections: dict[str, LinkCorrection]

    @abstractmethod
    def _do(self, description: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> None:
        """Make an act of the notebook."""

    @abstractmethod
    def _refuse_if_read_only(self) -> None:
        """Refuse to change a notebook that is read-only."""

    @property
    def corrections(self) -> tuple[LinkCorrection, ...]:
        """The corrections of the alignment, oldest first."""
        return tuple(sorted(self._corrections.values(), key=lambda one: one.id))

    def correct(self, kind: CorrectionKind, a: Anchor, b: Anchor, what: str) -> None:
        """Link two passages by hand, or take their link away.

        Args:
            kind: Which of the two.
            a: Where the passage of A stands.
            b: Where the passage of B stands.
            what: Description for the history, e.g. "link A 6 and B 11".

        Raises:
            NotebookError: The notebook is read-only.
        """
        self._refuse_if_read_only()
        made = LinkCorrection(new_id("l"), kind, clean_anchor(a), clean_anchor(b), utc_now())
        self._do(what, (), (made,))

    def withdraw(self, id: str, what: str) -> None:  # noqa: A002
        """Take a correction of the alignment back.

        Args:
            id: Which correction.
            what: Description for the history.

        Raises:
            KeyError: There is no such correction.
            NotebookError: The notebook is read-only.
        """
        correction = self._corrections[id]
        self._refuse_if_read_only()
        self._do(what, (correction,), ())

    def place_correction(self, correction: LinkCorrection) -> tuple[Place, Place]:
        """Return where the passages of a correction stand in A and in B; None for one that is not found."""
        return locate(self._a, correction.a), locate(self._b, correction.b)
