"""Which differences are listed, in which order, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from compare_tui.tui import focus as moves
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import KINDS, Pairs, link_end
from compare_tui.tui.tagging import Placed, on_difference

if TYPE_CHECKING:
    from compare_tui.comparison.model import Difference, Kind

Tagged = Literal["all", "untagged", "tagged"]
Order = Literal["place", "kind", "severity"]
TAGGED: tuple[Tagged, ...] = ("all", "untagged", "tagged")
ORDERS: tuple[Order, ...] = ("place", "kind", "severity")
_WEIGHT = {"major": 0, "minor": 1, "style": 2}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which differences the table shows, and in which order.

    Attributes:
        kind: Only this kind; None for every kind.
        major: Only those by which a reader could be misled.
        tagged: Only those that are tagged, or that are not.
        text: Only those whose words, on either side, or whose reason hold this text; case does not count.
        order: What the rows are sorted by.
    """

    kind: Kind | None = None
    major: bool = False
    tagged: Tagged = "all"
    text: str = ""
    order: Order = "place"

    @property
    def is_open(self) -> bool:
        """Whether every difference is shown."""
        return self.kind is None and not self.major and self.tagged == "all" and not self.text


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: a difference, or several that say the same of one place through different links.

    Attributes:
        differences: Indices into ``Pairs.differences``; the first one is gone to.
    """

    differences: tuple[int, ...]


def next_kind(current: Kind | None, pairs: Pairs) -> Kind | None:
    """Return the kind that follows among those that occur; None, for every kind, behind the last one."""
    present = [kind for kind in KINDS if any(one.kind == kind for one in pairs.differences)]
    if current not in present:
        return present[0] if present else None
    at = present.index(current) + 1
    return present[at] if at < len(present) else None


def all_rows(pairs: Pairs) -> list[TableRow]:
    """Return every row, in the order of the differences.

    Args:
        pairs: Where the differences are.
    """
    groups: dict[object, list[int]] = {}
    for index, one in enumerate(pairs.differences):
        groups.setdefault(_same(one), []).append(index)
    return [TableRow(tuple(group)) for group in groups.values()]


def table_rows(
    pairs: Pairs, rows: Sequence[TableRow], placed: Sequence[Placed], chosen: Filter
) -> list[TableRow]:
    """Return the rows that are shown.

    Args:
        pairs: Where the differences are.
        rows: Every row.
        placed: The annotations and where they stand.
        chosen: What to show.
    """
    kept = [row for row in rows if chosen.is_open or _shown(pairs, row.differences, placed, chosen)]
    if chosen.order == "kind":
        kept.sort(key=lambda row: KINDS.index(pairs.differences[row.differences[0]].kind))
    elif chosen.order == "severity":
        kept.sort(key=lambda row: _WEIGHT[pairs.differences[row.differences[0]].severity])
    return kept


def _same(one: Difference) -> object:
    """Return what differences share that are one to a reader.

    The same two wordings are one, wherever headline, lead and body set them against each other; what only one
    side has is one at its place.
    """
    if one.a is None:
        return one.kind, None, one.b.start if one.b is not None else None
    if one.b is None:
        return one.kind, one.a.start, None
    return one.kind, one.a.text.casefold(), one.b.text.casefold()


def _shown(pairs: Pairs, group: Sequence[int], placed: Sequence[Placed], chosen: Filter) -> bool:
    one = pairs.differences[group[0]]
    if chosen.kind is not None and one.kind != chosen.kind:
        return False
    if chosen.major and one.severity != "major":
        return False
    if chosen.tagged != "all":
        tagged = any(on_difference(placed, pairs, index) for index in group)
        if tagged != (chosen.tagged == "tagged"):
            return False
    if chosen.text:
        wanted = chosen.text.casefold()
        told = [one.reason, *(span.text for span in (one.a, one.b) if span is not None)]
        return any(wanted in " ".join(text.split()).casefold() for text in told)
    return True


def without_filters(chosen: Filter) -> Filter:
    """Return a filter that shows every difference, in the same order."""
    return replace(Filter(), order=chosen.order)


class DifferenceList:
    """The rows that a filter leaves.

    Attributes:
        filter: What is shown.
        rows: The rows that are shown.
    """

    def __init__(self, pairs: Pairs, placed: Sequence[Placed]) -> None:
        """List every difference.

        Args:
            pairs: Where the differences are.
            placed: The annotations and where they stand.
        """
        self.filter = Filter()
        self.rows: list[TableRow] = []
        self._pairs, self._placed = pairs, placed
        self._all = all_rows(pairs)
        self._row_of: dict[int, int] = {}
        self._select()

    @property
    def total(self) -> int:
        """How many rows there are without a filter."""
        return len(self._all)

    def set_filter(self, chosen: Filter) -> None:
        """List other rows."""
        self.filter = chosen
        self._select()

    def take(self, pairs: Pairs, placed: Sequence[Placed]) -> bool:
        """List what is known now; tell whether anything is new."""
        if pairs is self._pairs and placed == self._placed:
            return False
        if pairs is not self._pairs:
            self._all = all_rows(pairs)
        self._pairs, self._placed = pairs, placed
        self._select()
        return True

    def row_of(self, focus: Focus) -> int:
        """Return the row of the difference in focus, else of the first one at or behind the passage."""
        if focus.difference is not None and focus.difference in self._row_of:
            return self._row_of[focus.difference]
        here = focus.passage(focus.side)
        for index in sorted(self._row_of):
            link = self._pairs.differences[index].link
            if link_end(link, focus.side) >= here:
                return self._row_of[index]
        return max(0, len(self.rows) - 1)

    def at(self, focus: Focus) -> Focus:
        """Return the focus on the row that belongs to a place; unchanged in an empty list."""
        return self._go(focus, self.row_of(focus))

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further."""
        if focus.difference not in self._row_of:
            return self.at(focus)
        return self.further(focus, step)

    def further(self, focus: Focus, rows: int) -> Focus:
        """Return the focus some rows further, counted from the row that belongs to a place."""
        return self._go(focus, self.row_of(focus) + rows)

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        return self._go(focus, len(self.rows) - 1 if last else 0)

    def _go(self, focus: Focus, row: int) -> Focus:
        if not self.rows:
            return focus
        row = max(0, min(row, len(self.rows) - 1))
        if focus.difference in self.rows[row].differences:
            return focus
        return moves.at_difference(focus, self._pairs, self.rows[row].differences[0])

    def _select(self) -> None:
        self.rows = table_rows(self._pairs, self._all, self._placed, self.filter)
        self._row_of = {index: at for at, row in enumerate(self.rows) for index in row.differences}
