"""The rows of the aligned view: passages that belong together, in the order of one of the articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import Pairs, Side, link_end, other

if TYPE_CHECKING:
    from compare_tui.comparison.model import Link

FEWEST_FOLDED = 2
"""Equal couples in a row that are worth folding into one line."""


class Couple(NamedTuple):
    """A passage and its counterpart, side by side; a passage without one stands alone.

    Attributes:
        a: Index of the passage of A, or None.
        b: Index of the passage of B, or None.
        link: What joins them; None for a passage that stands alone.
        again: The side whose passage already stood in the row above, beside another counterpart.
        folded: The couples with equal words on both sides that it stands for; none where it is shown whole.
    """

    a: int | None
    b: int | None
    link: Link | None = None
    again: Side | None = None
    folded: tuple[Couple, ...] = ()

    def passage(self, side: Side) -> int | None:
        """Return the index of its passage on a side."""
        return self.a if side == "a" else self.b


def couples_of(pairs: Pairs, order: Side) -> list[Couple]:
    """Put the passages of both articles into rows.

    Every passage of the leading article stands in its order, once for each counterpart. A passage of the
    other article that nothing is linked to stands behind the one that comes before it there; where nothing is
    linked at all, the other article follows the leading one.

    Args:
        pairs: What is known of the passages.
        order: The article whose order leads.
    """
    away = other(order)
    groups: list[list[Couple]] = []
    group_of: dict[int, int] = {}
    for index in range(len(pairs.article(order).passages)):
        links = pairs.links(order, index)
        group_of[index] = len(groups)
        groups.append(
            [_couple(order, link, again=place > 0) for place, link in enumerate(links)]
            or [_alone(order, index)]
        )
    leading: list[Couple] = []
    behind: dict[int, list[Couple]] = {}
    at: int | None = None
    for index in range(len(pairs.article(away).passages)):
        links = pairs.links(away, index)
        if links:
            at = group_of[link_end(links[0], order)]
        else:
            (leading if at is None else behind.setdefault(at, [])).append(_alone(away, index))
    rows = list(leading) if at is not None else []
    for number, group in enumerate(groups):
        rows += group
        rows += behind.get(number, ())
    return rows if at is not None else [*rows, *leading]


def _couple(order: Side, link: Link, *, again: bool) -> Couple:
    return Couple(link.a, link.b, link, order if again else None)


def _alone(side: Side, index: int) -> Couple:
    return Couple(index, None) if side == "a" else Couple(None, index)


def folded(couples: Sequence[Couple], pairs: Pairs) -> list[Couple]:
    """Fold runs of couples that say the same in the same words into one row each.

    Args:
        couples: The rows.
        pairs: The articles.
    """
    rows: list[Couple] = []
    run: list[Couple] = []
    for couple in [*couples, None]:
        if couple is not None and _is_equal(couple, pairs):
            run.append(couple)
            continue
        if len(run) >= FEWEST_FOLDED:
            rows.append(run[0]._replace(folded=tuple(run)))
        else:
            rows += run
        run = []
        if couple is not None:
            rows.append(couple)
    return rows


def _is_equal(couple: Couple, pairs: Pairs) -> bool:
    if couple.a is None or couple.b is None or couple.link is None:
        return False
    return pairs.a.passages[couple.a].text.split() == pairs.b.passages[couple.b].text.split()


class CoupleIndex:
    """Finds the row that shows what is in focus.

    Args:
        couples: The rows.
    """

    def __init__(self, couples: Sequence[Couple]) -> None:
        self._by_link: dict[tuple[int | None, int | None], int] = {}
        self._first: dict[Side, dict[int | None, int]] = {"a": {}, "b": {}}
        by_link, first_a, first_b = self._by_link, self._first["a"], self._first["b"]
        for row, couple in enumerate(couples):
            for one in couple.folded or (couple,):
                by_link[one.a, one.b] = row
                first_a.setdefault(one.a, row)
                first_b.setdefault(one.b, row)

    def row_of(self, focus: Focus) -> int:
        """Return the row of the link in focus, else the first row of the passage in focus; 0 without any."""
        if focus.link is not None and (focus.link.a, focus.link.b) in self._by_link:
            return self._by_link[focus.link.a, focus.link.b]
        return self._first[focus.side].get(focus.passage(focus.side), 0)


def focus_on(focus: Focus, couple: Couple) -> Focus:
    """Go to a row.

    Args:
        focus: Where the reader is.
        couple: The row; the side stays where the row has a passage there.
    """
    side = focus.side if couple.passage(focus.side) is not None else other(focus.side)
    return focus._replace(
        side=side,
        a=couple.a if couple.a is not None else focus.a,
        b=couple.b if couple.b is not None else focus.b,
        link=couple.link,
        difference=None,
        annotation=None,
    )


class AlignedRows:
    """The rows of the aligned view, and the way from one to the next.

    Attributes:
        couples: What the rows show.
    """

    def __init__(self, pairs: Pairs, order: Side = "a", *, fold: bool = False) -> None:
        """Make the rows.

        Args:
            pairs: What is known of the passages.
            order: The article whose order leads.
            fold: Whether runs of couples with equal words become one row.
        """
        couples = couples_of(pairs, order)
        self.couples = folded(couples, pairs) if fold else couples
        self._index = CoupleIndex(self.couples)

    def row_of(self, focus: Focus) -> int:
        """Return the row of what is in focus."""
        return self._index.row_of(focus)

    def at(self, focus: Focus, row: int) -> Focus:
        """Return the focus on a row; on the nearest one where there is no such row."""
        if not self.couples:
            return focus
        return focus_on(focus, self.couples[max(0, min(row, len(self.couples) - 1))])

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further."""
        return self.at(focus, self.row_of(focus) + step)

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        return self.at(focus, len(self.couples) - 1 if last else 0)
