"""Where annotations stand in the articles as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, Protocol, TypeVar

from compare_tui.annotation.anchor import locate, make_anchor, occurrences
from compare_tui.annotation.model import Anchor, Value
from compare_tui.article.model import Article

if TYPE_CHECKING:
    from compare_tui.annotation.relocate import Relocator

AnchorState = Literal["anchored", "moved", "orphan"]

KEPT = "orphan"
"""Key of an anchor whose author has refused the place that was proposed: no other is looked for."""

WAS = "was"
"""Key of an anchor with the words that it stood on before its author accepted others."""


class Placement(NamedTuple):
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


class Tally(NamedTuple):
    """How many annotations stand where, each counted by the worse of its ends.

    Attributes:
        anchored: Their words stand in the articles.
        moved: A place is proposed.
        orphan: Their words are gone.
    """

    anchored: int = 0
    moved: int = 0
    orphan: int = 0


class Anchored(Protocol):
    """What stands on words of A, of B or of both."""

    @property
    def id(self) -> str:
        """What tells it from the others."""

    @property
    def a(self) -> Anchor | None:
        """Its end in A."""

    @property
    def b(self) -> Anchor | None:
        """Its end in B."""


_Anchored = TypeVar("_Anchored", bound=Anchored)

MANY = 200
"""Annotations from which an index of the words is made before any of them is looked for."""


class Anchoring:
    """Finds annotations in a pair of articles."""

    def __init__(self, a: Article, b: Article, *, many: bool = False) -> None:
        """Take a pair.

        Args:
            a: The first article.
            b: The second article.
            many: Whether many annotations will be looked for.
        """
        self._articles = (a, b)
        self._relocators: dict[int, Relocator] = {}
        self._find = [self._relocator(side).occurrences if many else occurrences for side in (0, 1)]

    def exact(self, annotation: Anchored) -> Placements:
        """Return where the words of an annotation stand; ends that are gone are orphans."""
        a, b = (self._exact(side, end) for side, end in enumerate((annotation.a, annotation.b)))
        return a, b

    def thorough(self, annotation: Anchored) -> Placements:
        """Return where an annotation stands; for words that are gone, what is like them is looked for."""
        a, b = (self._thorough(side, end) for side, end in enumerate((annotation.a, annotation.b)))
        return a, b

    def _exact(self, side: int, anchor: Anchor | None) -> Placement | None:
        if anchor is None:
            return None
        place = locate(self._articles[side], anchor, self._find[side])
        return ORPHAN if place is None else Placement("anchored", place)

    def _thorough(self, side: int, anchor: Anchor | None) -> Placement | None:
        found = self._exact(side, anchor)
        if anchor is None or found is None or found.state == "anchored" or anchor.extra.get(KEPT) is True:
            return found
        place = self._relocator(side).find(anchor)
        return ORPHAN if place is None else Placement("moved", place)

    def _relocator(self, side: int) -> Relocator:
        if side not in self._relocators:
            from compare_tui.annotation.relocate import Relocator

            self._relocators[side] = Relocator(self._articles[side])
        return self._relocators[side]


class KnownPlaces(Generic[_Anchored]):
    """Where things stand that were looked for; earlier states stay known, because undo brings them back."""

    def __init__(self) -> None:
        self._known: dict[str, list[tuple[_Anchored, Placements]]] = {}

    def of(self, one: _Anchored, find: Callable[[_Anchored], Placements]) -> Placements:
        """Return where something stands.

        Args:
            one: What is asked for; the same object as before, not an equal one.
            find: Looks for it where that is not known.
        """
        for known, places in self._known.get(one.id, ()):
            if known is one:
                return places
        found = find(one)
        self._known.setdefault(one.id, []).append((one, found))
        return found

    def take(self, one: _Anchored, places: Placements) -> None:
        """Take what was found for something."""
        others = [entry for entry in self._known.get(one.id, ()) if entry[0] is not one]
        self._known[one.id] = [*others, (one, places)]

    def clear(self) -> None:
        """Forget everything: the articles are others now."""
        self._known.clear()


def find_lost(
    annotations: Iterable[_Anchored], a: Article, b: Article
) -> dict[str, tuple[_Anchored, Placements]]:
    """Return where annotations or corrections stand, by id, each with the one that was looked for.

    It takes time, up to about a thousandth of a second for each quote that changed.
    """
    annotations = tuple(annotations)
    anchoring = Anchoring(a, b, many=len(annotations) >= MANY)
    return {one.id: (one, anchoring.thorough(one)) for one in annotations}


def accepted(anchor: Anchor | None, article: Article, placement: Placement | None) -> Anchor | None:
    """Return an anchor on the words that are proposed for it; as it is where none are."""
    if placement is None or placement.state != "moved" or placement.place is None:
        return anchor
    return instead(anchor, make_anchor(article, *placement.place))


def refused(anchor: Anchor | None, placement: Placement | None) -> Anchor | None:
    """Return an anchor for which no other words are to be looked for; as it is where its own are there."""
    if anchor is None or placement is None or placement.state == "anchored":
        return anchor
    return replace(anchor, extra={**anchor.extra, KEPT: True})


def instead(before: Anchor | None, after: Anchor) -> Anchor:
    """Return a new anchor that remembers the words of the first one before it."""
    if before is None:
        return after
    kept: dict[str, Value] = {key: value for key, value in before.extra.items() if key != KEPT}
    was: dict[str, Value] = {} if before.exact == after.exact else {WAS: before.exact}
    return replace(after, extra={**was, **kept})


def state_of(placements: Placements) -> AnchorState:
    """Return the worse state of the two ends."""
    states = {one.state for one in placements if one is not None}
    return "orphan" if "orphan" in states else "moved" if "moved" in states else "anchored"


def tally(placements: Iterable[Placements]) -> Tally:
    """Count annotations by their state."""
    states = [state_of(one) for one in placements]
    return Tally(states.count("anchored"), states.count("moved"), states.count("orphan"))
