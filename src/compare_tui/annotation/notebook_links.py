"""The part of a notebook that corrects the alignment."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import replace

from compare_tui.annotation.anchor import clean_anchor
from compare_tui.annotation.anchoring import (
    Anchored,
    Anchoring,
    AnchorState,
    KnownPlaces,
    Placement,
    Placements,
    accepted,
    refused,
    state_of,
)
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
    _anchoring: Anchoring
    _link_places: KnownPlaces[LinkCorrection]

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
        """Return where the passages of a correction stand in A and in B; None for one that is not found.

        A place that is only proposed counts.
        """
        a, b = self.correction_placements(correction)
        return a.place if a is not None else None, b.place if b is not None else None

    def correction_placements(self, correction: LinkCorrection) -> Placements:
        """Return where both passages of a correction stand and how sure that is."""
        return self._link_places.of(correction, self._anchoring.exact)

    @property
    def lost_corrections(self) -> tuple[LinkCorrection, ...]:
        """The corrections with a passage whose words are gone."""
        return tuple(one for one in self.corrections if self.correction_state(one) != "anchored")

    def correction_state(self, correction: LinkCorrection) -> AnchorState:
        """Return the worse state of the two ends of a correction."""
        return state_of(self.correction_placements(correction))

    def accept_correction(self, id: str) -> LinkCorrection:  # noqa: A002
        """Let a correction stand on the passages that are proposed; the old words are kept under ``was``.

        Raises:
            KeyError: There is no such correction.
            NotebookError: The notebook is read-only.
            ValueError: No passages are proposed.
        """
        before = self._corrections[id]
        if self.correction_state(before) == "anchored":
            raise ValueError("no place is proposed")
        places = self.correction_placements(before)
        a = accepted(before.a, self._a, _whole(self._a, places[0]))
        b = accepted(before.b, self._b, _whole(self._b, places[1]))
        return self._instead_of(before, a, b, f"accept the new place of a correction: {before.kind}")

    def keep_correction_orphan(self, id: str) -> LinkCorrection:  # noqa: A002
        """Refuse the passages that are proposed: the correction waits for its words, no others are sought.

        Raises:
            KeyError: There is no such correction.
            NotebookError: The notebook is read-only.
            ValueError: All of its words stand in the articles.
        """
        before = self._corrections[id]
        if self.correction_state(before) == "anchored":
            raise ValueError("all of its words stand in the articles")
        places = self.correction_placements(before)
        a, b = refused(before.a, places[0]), refused(before.b, places[1])
        return self._instead_of(before, a, b, f"refuse the new place of a correction: {before.kind}")

    def _instead_of(
        self, before: LinkCorrection, a: Anchor | None, b: Anchor | None, what: str
    ) -> LinkCorrection:
        self._refuse_if_read_only()
        after = replace(before, a=a or before.a, b=b or before.b)
        if after != before:
            self._do(what, (before,), (after,))
        return after

    def _take_link_placements(self, found: Mapping[str, tuple[Anchored, Placements]]) -> None:
        for id_, (one, places) in found.items():
            mine = self._corrections.get(id_)
            if mine is not None and mine is one:
                self._link_places.take(mine, places)


def _whole(article: Article, placement: Placement | None) -> Placement | None:
    """Return where the passage stands in which a placement begins."""
    if placement is None or placement.place is None:
        return placement
    passage = article.passages[article.passage_at(placement.place[0])]
    return placement._replace(place=(passage.start, passage.end))
