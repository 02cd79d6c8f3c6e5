"""The aligned view and the table of differences, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare_tui.linear.sentences import (
    Told,
    difference_lines,
    named_text,
    passage_lines,
)
from compare_tui.linear.wording import counted, sentence
from compare_tui.tui.couples import AlignedRows, Couple
from compare_tui.tui.difference_list import DifferenceList
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import SIDE_NAMES, Pairs, Side, other
from compare_tui.tui.tagging import Placed

PAGE = 10
"""Passages or rows that a page is long."""


def page_rows(share: float) -> int:
    """Return how many rows a part of a page is long."""
    return round(PAGE * share)


class SpokenRows:
    """The aligned view: passages that belong together, in the order of one article."""

    def __init__(self, pairs: Pairs) -> None:
        """Make the rows in the order of A.

        Args:
            pairs: What is known of the passages.
        """
        self.order: Side = "a"
        self._pairs = pairs
        self._rows = AlignedRows(pairs)

    @property
    def couples(self) -> Sequence[Couple]:
        """What the rows hold."""
        return self._rows.couples

    def set_order(self, order: Side) -> None:
        """Follow the order of an article."""
        self.order = order
        self._rows = AlignedRows(self._pairs, order)

    def take(self, pairs: Pairs, placed: Sequence[Placed]) -> None:
        """Make the rows anew where something else is known."""
        if pairs is not self._pairs:
            self._pairs = pairs
            self.set_order(self.order)

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further; the nearest one at the ends."""
        return self._rows.neighbour(focus, step)

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of a page further."""
        return self.neighbour(focus, page_rows(share))

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        return self._rows.end(focus, last=last)

    def name_line(self) -> str:
        """Return what the view is and how long."""
        rows = counted(len(self.couples), "row")
        return sentence(f"aligned passages in the order of {SIDE_NAMES[self.order]}", rows)

    def lines(self, told: Told, *, texts: bool = True) -> Iterator[str]:
        """Yield what is said of the row in focus: the passage, and its counterpart behind its text."""
        focus, pairs = told.focus, told.pairs
        row = f"Row {self._rows.row_of(focus) + 1} of {len(self.couples)}."
        if focus.difference is not None:
            first, *more = difference_lines(told, texts=texts)
            yield f"{row} {first}"
            yield from more
            return
        head, *more = passage_lines(told)
        yield f"{row} {head}"
        yield from more[:1]
        if focus.link is not None:
            away = other(focus.side)
            yield named_text(pairs, away, focus.passage(away))
        yield from more[1:]


class SpokenTable(DifferenceList):
    """The table of differences: one after the other, as far as they pass the filters."""

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of a page further."""
        return self.further(focus, page_rows(share))

    def name_line(self) -> str:
        """Return what is listed and how much of it."""
        chosen = self.filter
        return sentence(
            f"differences: {len(self.rows)} of {counted(self.total, 'row')}",
            f"kind {chosen.kind}" if chosen.kind is not None else "",
            "major only" if chosen.major else "",
            f"{chosen.tagged} only" if chosen.tagged != "all" else "",
            f"with the words {chosen.text}" if chosen.text else "",
            f"sorted by {chosen.order}",
        )

    def lines(self, told: Told, *, texts: bool = True) -> Iterator[str]:
        """Yield what is said of the row in focus; of the passage where another key has led to one."""
        if not self.rows:
            if not told.pairs.ready:
                yield sentence("the articles are not compared")
            elif self.filter.is_open:
                yield sentence("no differing details found")
            else:
                yield sentence("no difference passes the filters")
            return
        row = self.row_of(told.focus)
        more = len(self.rows[row].differences) - 1
        again = f" The same stands at {counted(more, 'other place')}." if more else ""
        if told.focus.difference not in self.rows[row].differences:
            yield from passage_lines(told)
            return
        first, *rest = difference_lines(told, texts=texts)
        yield f"Row {row + 1} of {len(self.rows)}. {first}{again}"
        yield from rest
