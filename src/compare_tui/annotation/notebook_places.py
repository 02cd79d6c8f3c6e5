"""The part of a notebook that knows where its annotations stand."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import replace

from compare_tui.annotation.anchor import at_place, make_anchor, overlap
from compare_tui.annotation.anchoring import (
    Anchored,
    Anchoring,
    KnownPlaces,
    Placements,
    Tally,
    accepted,
    instead,
    refused,
    state_of,
    tally,
)
from compare_tui.annotation.corrections import LinkCorrection
from compare_tui.annotation.model import Annotation
from compare_tui.annotation.notebook_links import Place
from compare_tui.article.model import Article

TWIN_SHARE = 0.8
"""Share of their common stretch, on each side, from which two annotations stand on nearly the same words."""


class NotebookPlaces:
    """Where the words of annotations stand, and what is done about those that changed."""

    _a: Article
    _b: Article
    _anchoring: Anchoring
    _places: KnownPlaces[Annotation]
    _link_places: KnownPlaces[LinkCorrection]
    _by_id: dict[str, Annotation]
    _annotations: tuple[Annotation, ...]

    @abstractmethod
    def edit(self, id: str, *, what: str | None = None, **changes: object) -> Annotation:  # noqa: A002
        """Change fields of an annotation."""

    @abstractmethod
    def _notify(self) -> None:
        """Call back those who listen."""

    @abstractmethod
    def _where(self, annotation: Annotation) -> str:
        """Return " on A 6": the passage in which an annotation starts."""

    def place(self, annotation: Annotation) -> tuple[Place, Place]:
        """Return where an annotation stands in A and in B; None for an end that is missing or not found.

        A place that is only proposed counts.
        """
        a, b = self.placements(annotation)
        return a.place if a is not None else None, b.place if b is not None else None

    def placements(self, annotation: Annotation) -> Placements:
        """Return where both ends of an annotation stand and how sure that is.

        Words that are gone are not looked for here: ``take_placements`` brings what ``find_lost`` found.
        """
        return self._places.of(annotation, self._anchoring.exact)

    @property
    def lost(self) -> tuple[Annotation, ...]:
        """The annotations with an end whose words are gone."""
        return tuple(one for one in self._annotations if state_of(self.placements(one)) != "anchored")

    @property
    def tally(self) -> Tally:
        """How many annotations are in place, moved and orphans."""
        return tally(map(self.placements, self._annotations))

    @abstractmethod
    def _take_link_placements(self, found: Mapping[str, tuple[Anchored, Placements]]) -> None:
        """Take what was found for corrections."""

    def take_placements(self, found: Mapping[str, tuple[Anchored, Placements]]) -> None:
        """Take what was found for annotations and corrections; those changed meanwhile are left out.

        Args:
            found: What ``find_lost`` returned for the articles of this notebook.
        """
        for id_, (one, places) in found.items():
            mine = self._by_id.get(id_)
            if mine is not None and mine is one:
                self._places.take(mine, places)
        self._take_link_placements(found)
        self._notify()

    def replace_articles(
        self, a: Article, b: Article, found: Mapping[str, tuple[Anchored, Placements]] | None = None
    ) -> None:
        """Go on with newly read articles; annotations are found in them by their words.

        Args:
            a: The first article.
            b: The second article.
            found: What ``find_lost`` returned for them, where somebody has looked already.
        """
        self._a, self._b = a, b
        self._anchoring = Anchoring(a, b)
        self._places.clear()
        self._link_places.clear()
        self.take_placements(found or {})

    def accept_place(self, id: str) -> Annotation:  # noqa: A002
        """Let an annotation stand on the words that are proposed; the old ones are kept under ``was``.

        Raises:
            KeyError: There is no such annotation.
            NotebookError: The notebook is read-only.
            ValueError: No place is proposed.
        """
        before = self._by_id[id]
        ends = zip("ab", (self._a, self._b), self.placements(before), strict=True)
        changes: dict[str, object] = {
            side: accepted(getattr(before, side), article, placement)
            for side, article, placement in ends
            if placement is not None and placement.state == "moved"
        }
        if not changes:
            raise ValueError("no place is proposed")
        return self.edit(id, what=f"accept the new place of {before.tag}{self._where(before)}", **changes)

    def reattach(self, id: str, a: Place, b: Place) -> Annotation:  # noqa: A002
        """Let an annotation stand on other words; a side without them keeps what it has.

        Args:
            id: Which annotation.
            a: Start and end in A, or None.
            b: Start and end in B, or None.

        Raises:
            KeyError: There is no such annotation.
            NotebookError: The notebook is read-only.
            ValueError: A place holds no words.
        """
        before = self._by_id[id]
        changes: dict[str, object] = {
            side: instead(getattr(before, side), make_anchor(article, *place))
            for side, article, place in (("a", self._a, a), ("b", self._b, b))
            if place is not None
        }
        return self.edit(id, what=f"attach {before.tag} to other words", **changes)

    def keep_orphan(self, id: str) -> Annotation:  # noqa: A002
        """Refuse the place that is proposed: the annotation stays an orphan, and no other is looked for.

        Raises:
            KeyError: There is no such annotation.
            NotebookError: The notebook is read-only.
            ValueError: All of its words stand in the articles.
        """
        before = self._by_id[id]
        changes: dict[str, object] = {
            side: refused(getattr(before, side), placement)
            for side, placement in zip("ab", self.placements(before), strict=True)
            if placement is not None and placement.state != "anchored"
        }
        if not changes:
            raise ValueError("all of its words stand in the articles")
        return self.edit(id, what=f"keep {before.tag} as an orphan", **changes)

    def twin_of(self, annotation: Annotation) -> Annotation | None:
        """Return another annotation with the same tag on nearly the same words, None where there is none."""
        own = self.place(annotation)
        for one in self._annotations:
            if one.id == annotation.id or one.tag != annotation.tag:
                continue
            if are_twins(own, self.place(one)):
                return one
        return None

    def _with_positions(self, annotation: Annotation) -> Annotation:
        """Return an annotation with the positions at which its words stand now; others stay as they are."""
        ends = zip((annotation.a, annotation.b), self.placements(annotation), strict=True)
        a, b = (
            at_place(anchor, found.place if found is not None and found.state == "anchored" else None)
            for anchor, found in ends
        )
        moved = replace(annotation, a=a, b=b)
        return annotation if moved == annotation else moved


def are_twins(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    """Tell whether two annotations have the same sides and stand on nearly the same words on each.

    Args:
        one: Where the first stands in A and in B.
        other: Where the second stands.
    """
    pairs = list(zip(one, other, strict=True))
    return all((mine is None) == (its is None) for mine, its in pairs) and all(
        _shared(mine, its) >= TWIN_SHARE for mine, its in pairs if mine is not None and its is not None
    )


def _shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return how much two stretches share of what both cover, 0 to 1."""
    common, total = overlap(one, other)
    return common / total if total else 0.0
