"""A comparison turned into what a reader asks of a passage: its state, its counterparts, its differences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from compare_tui.article.model import Article, Span
from compare_tui.comparison.kinds import Kind

if TYPE_CHECKING:
    from compare_tui.comparison.model import Comparison, Difference, Link

Side = Literal["a", "b"]
SIDES: tuple[Side, Side] = ("a", "b")
SIDE_NAMES: dict[Side, str] = {"a": "A", "b": "B"}
"""How a side is called on the screen."""

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Every kind of difference, in the order of the list."""

State = Literal["linked", "moved", "possible", "only", "furniture", "unknown"]


def other(side: Side) -> Side:
    """Return the opposite side."""
    return "b" if side == "a" else "a"


def link_end(link: Link, side: Side) -> int:
    """Return the index of a link's passage on a side."""
    return link.a if side == "a" else link.b


def difference_span(difference: Difference, side: Side) -> Span | None:
    """Return where a difference stands on a side, or None where that side lacks it."""
    return difference.a if side == "a" else difference.b


class Mark(NamedTuple):
    """A stretch of an article that a difference stands on.

    Attributes:
        start: Offset in ``Article.text``, in code points.
        end: Offset behind it.
        difference: Index into ``Pairs.differences``.
    """

    start: int
    end: int
    difference: int


class Pairs:
    """What a comparison says about each passage; before it is there, every passage is ``unknown``.

    Attributes:
        a: The first article.
        b: The second article.
        ready: Whether there is a comparison.
        differences: Those that are shown, in the comparison's order.
        hidden_style: How many differences of style are left out.
        by_hand: Links that a person has made, as indices of A and B.
        proposed: Those of them that stand on words which have changed.
    """

    def __init__(
        self,
        a: Article,
        b: Article,
        comparison: Comparison | None,
        *,
        style: bool = False,
        by_hand: frozenset[tuple[int, int]] = frozenset(),
        proposed: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """Index a comparison.

        Args:
            a: The first article.
            b: The second article.
            comparison: What was found, or None while it is being computed.
            style: Whether differences of style are shown.
            by_hand: Links that a person has made.
            proposed: Those of them that stand on words which have changed.
        """
        self.by_hand = by_hand
        self.proposed = proposed
        self.a = a
        self.b = b
        self.ready = comparison is not None
        links = comparison.links if comparison else ()
        found = comparison.differences if comparison else ()
        self.differences: tuple[Difference, ...] = tuple(d for d in found if style or not _is_style(d))
        self.hidden_style = len(found) - len(self.differences)
        self._links: dict[Side, dict[int, list[Link]]] = {"a": {}, "b": {}}
        for link in sorted(
            links, key=lambda link: (link.strength != "confident", -link.score, link.a, link.b)
        ):
            self._links["a"].setdefault(link.a, []).append(link)
            self._links["b"].setdefault(link.b, []).append(link)
        self._by_link: dict[tuple[int, int], list[int]] = {}
        for index, difference in enumerate(self.differences):
            self._by_link.setdefault((difference.link.a, difference.link.b), []).append(index)

    def article(self, side: Side) -> Article:
        """Return the article of a side."""
        return self.a if side == "a" else self.b

    def links(self, side: Side, passage: int) -> Sequence[Link]:
        """Return the links of a passage, the primary one first: confident before possible, then by score."""
        return self._links[side].get(passage, ())

    def state(self, side: Side, passage: int) -> State:
        """Return what is known of a passage."""
        if self.article(side).passages[passage].role == "furniture":
            return "furniture"
        links = self.links(side, passage)
        if not links:
            return "only" if self.ready else "unknown"
        if links[0].strength == "possible":
            return "possible"
        return "moved" if links[0].order == "moved" else "linked"

    def differences_of(self, link: Link) -> Sequence[int]:
        """Return the indices of the shown differences inside a link."""
        return self._by_link.get((link.a, link.b), ())

    def marks(self, side: Side, passage: int, link: Link | None) -> list[Mark]:
        """Return what to mark in a passage, in order and without overlaps.

        Args:
            side: Which article.
            passage: Index of the passage.
            link: Show the differences of this link only; None shows those of all its links.
        """
        links = self.links(side, passage) if link is None else (link,)
        candidates: list[tuple[int, int, int]] = []
        for one in links:
            for index in self.differences_of(one):
                span = difference_span(self.differences[index], side)
                if span is not None and span.end > span.start:
                    candidates.append((span.start, span.end, index))
        return _without_overlaps(candidates, self.differences)


def _is_style(difference: Difference) -> bool:
    return difference.kind == "style" or difference.severity == "style"


def _without_overlaps(
    candidates: list[tuple[int, int, int]], differences: Sequence[Difference]
) -> list[Mark]:
    """Keep the weightier of two marks that overlap: major first, then the shorter one."""
    weight = {"major": 0, "minor": 1, "style": 2}
    candidates.sort(key=lambda c: (weight[differences[c[2]].severity], c[1] - c[0], c[0], c[2]))
    kept: list[Mark] = []
    for start, end, index in candidates:
        if all(end <= mark.start or start >= mark.end for mark in kept):
            kept.append(Mark(start, end, index))
    kept.sort(key=lambda mark: mark.start)
    return kept
