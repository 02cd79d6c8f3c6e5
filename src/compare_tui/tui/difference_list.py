"""Which differences are listed, in which order, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from compare_tui.tui import focus as moves
from compare_tui.tui.filtering import following, following_or_all, holds
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import KINDS, Pairs, link_end
from compare_tui.tui.row_list import RowList
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
    return following_or_all(present, current)


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
    told = (one.reason, *(span.text for span in (one.a, one.b) if span is not None))
    return not chosen.text or holds(told, chosen.text)


def without_filters(chosen: Filter) -> Filter:
    """Return a filter that shows every difference, in the same order."""
    return replace(Filter(), order=chosen.order)


class DifferenceList(RowList[Filter, TableRow]):
    """The differences that a filter leaves."""

    def __init__(self, pairs: Pairs, placed: Sequence[Placed]) -> None:
        """List every difference.

        Args:
            pairs: Where the differences are.
            placed: The annotations and where they stand.
        """
        self._all_of: Pairs | None = None
        self._all: list[TableRow] = []
        self._row_of: dict[int, int] = {}
        super().__init__(pairs, placed, Filter())

    @property
    def total(self) -> int:
        """How many rows there are without a filter."""
        return len(self._all)

    def select(self) -> None:
        """Choose the rows that pass the filter."""
        if self._all_of is not self.pairs:
            self._all_of, self._all = self.pairs, all_rows(self.pairs)
        self.rows = table_rows(self.pairs, self._all, self.placed, self.filter)
        self._row_of = {index: at for at, row in enumerate(self.rows) for index in row.differences}

    def next_sort(self) -> Filter:
        """Return the filter that shows the next kind only."""
        return replace(self.filter, kind=next_kind(self.filter.kind, self.pairs))

    def next_weight(self) -> Filter:
        """Return the filter that shows major differences only, or all."""
        return replace(self.filter, major=not self.filter.major)

    def next_state(self) -> Filter:
        """Return the filter that shows untagged differences only, tagged ones only, or all."""
        return replace(self.filter, tagged=following(TAGGED, self.filter.tagged))

    def next_order(self) -> Filter:
        """Return the filter with the next order of rows."""
        return replace(self.filter, order=following(ORDERS, self.filter.order))

    def with_text(self, text: str) -> Filter:
        """Return the filter that shows differences which hold a text only."""
        return replace(self.filter, text=text)

    def opened(self) -> Filter:
        """Return the filter that shows every difference, in the same order."""
        return without_filters(self.filter)

    def row_of(self, focus: Focus) -> int:
        """Return the row of the difference in focus, else of the first one at or behind the passage."""
        if focus.difference is not None and focus.difference in self._row_of:
            return self._row_of[focus.difference]
        here = focus.passage(focus.side)
        for index in sorted(self._row_of):
            link = self.pairs.differences[index].link
            if link_end(link, focus.side) >= here:
                return self._row_of[index]
        return max(0, len(self.rows) - 1)

    def is_here(self, row: int, focus: Focus) -> bool:
        """Tell whether the difference of a row is in focus."""
        return focus.difference in self.rows[row].differences

    def focus_on(self, focus: Focus, row: int) -> Focus:
        """Return the focus on the first difference of a row."""
        return moves.at_difference(focus, self.pairs, self.rows[row].differences[0])
