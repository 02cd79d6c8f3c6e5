"""Where annotations stand in the articles as they are now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from compare_tui.annotation.anchor import locate
from compare_tui.annotation.model import Anchor, Annotation
from compare_tui.annotation.relocate import Relocator
from compare_tui.article.model import Article

AnchorState = Literal["anchored", "moved", "orphan"]

KEPT = "orphan"
"""Key of an anchor whose author has refused the place that was proposed: no other is looked for."""

WAS = "was"
"""Key of an anchor with the words that it stood on before its author accepted others."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one end of an annotation stands.

    Attributes:
        state: Whether its words stand there, others that are like them, or nothing does.
        place: Start and end in ``Article.text``, in code points; None for an orphan.
    """

    state: AnchorState
    place: tuple[int, int] | None = None


ORPHAN = Placement("orphan")

Placements = tuple[Placement | None, Placement | None]
"""Where an annotation stands in A and in B; None for an end that it does not have."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many annotations stand where, each counted by the worse of its ends.

    Attributes:
        anchored: Their words stand in the articles.
        moved: A place is proposed.
        orphan: Their words are gone.
    """

    anchored: int = 0
    moved: int = 0
    orphan: int = 0


class Anchoring:
    """Finds annotations in a pair of articles."""

    def __init__(self, a: Article, b: Article) -> None:
        """Take a pair.

        Args:
            a: The first article.
            b: The second article.
        """
        self._articles = (a, b)
        self._relocators: dict[int, Relocator] = {}

    def exact(self, annotation: Annotation) -> Placements:
        """Return where the words of an annotation stand; ends that are gone are orphans."""
        a, b = (self._exact(side, end) for side, end in enumerate((annotation.a, annotation.b)))
        return a, b

    def thorough(self, annotation: Annotation) -> Placements:
        """Return where an annotation stands; for words that are gone, what is like them is looked for."""
        a, b = (self._thorough(side, end) for side, end in enumerate((annotation.a, annotation.b)))
        return a, b

    def _exact(self, side: int, anchor: Anchor | None) -> Placement | None:
        if anchor is None:
            return None
        place = locate(self._articles[side], anchor)
        return ORPHAN if place is None else Placement("anchored", place)

    def _thorough(self, side: int, anchor: Anchor | None) -> Placement | None:
        found = self._exact(side, anchor)
        if anchor is None or found is None or found.state == "anchored" or anchor.extra.get(KEPT) is True:
            return found
        if side not in self._relocators:
            self._relocators[side] = Relocator(self._articles[side])
        place = self._relocators[side].find(anchor)
        return ORPHAN if place is None else Placement("moved", place)


def find_lost(
    annotations: Iterable[Annotation], a: Article, b: Article
) -> dict[str, tuple[Annotation, Placements]]:
    """Return where annotations stand, by id, each with the annotation that was looked for.

    It takes time, up to about a thousandth of a second for each quote that changed.
    """
    anchoring = Anchoring(a, b)
    return {one.id: (one, anchoring.thorough(one)) for one in annotations}


def state_of(placements: Placements) -> AnchorState:
    """Return the worse state of the two ends."""
    states = {one.state for one in placements if one is not None}
    return "orphan" if "orphan" in states else "moved" if "moved" in states else "anchored"


def tally(placements: Iterable[Placements]) -> Tally:
    """Count annotations by their state."""
    states = [state_of(one) for one in placements]
    return Tally(states.count("anchored"), states.count("moved"), states.count("orphan"))
