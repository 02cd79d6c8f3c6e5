"""The aligned view and the table of differences, row by row."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from compare_tui.linear.sentences import (
    Told,
    annotation_line,
    difference_lines,
    named_text,
    passage_lines,
)
from compare_tui.linear.wording import counted, sentence
from compare_tui.tui.annotation_list import AnnotationList
from compare_tui.tui.couples import AlignedRows, Couple
from compare_tui.tui.difference_list import DifferenceList
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import SIDE_NAMES, Pairs, Side, other
from compare_tui.tui.row_list import FilterOfRows, RowList
from compare_tui.tui.tagging import Placed

_Listed = TypeVar("_Listed", bound=RowList[Any, Any])

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


class SpokenTable(ABC, Generic[_Listed]):
    """A table, one row after the other, as far as they pass the filters."""

    def __init__(self, listed: _Listed) -> None:
        """Make the table.

        Args:
            listed: The rows.
        """
        self.listed = listed

    @property
    def rows(self) -> list[Any]:
        """The rows that pass the filters."""
        return self.listed.rows

    def set_filter(self, chosen: FilterOfRows) -> None:
        """Tell other rows."""
        self.listed.set_filter(chosen)

    def take(self, pairs: Pairs, placed: Sequence[Placed]) -> None:
        """List what is known now."""
        self.listed.take(pairs, placed)

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further."""
        return self.listed.neighbour(focus, step)

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of a page further."""
        return self.listed.further(focus, page_rows(share))

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        return self.listed.end(focus, last=last)

    @abstractmethod
    def name_line(self) -> str:
        """Return what is listed and how much of it."""

    @abstractmethod
    def why_empty(self, told: Told) -> str:
        """Return why there are no rows."""

    @abstractmethod
    def row_lines(self, row: int, told: Told, *, texts: bool) -> Iterator[str]:
        """Yield what is said of the row in focus."""

    def lines(self, told: Told, *, texts: bool = True) -> Iterator[str]:
        """Yield what is said of the row in focus; of the passage where another key has led to one."""
        if not self.rows:
            yield sentence(self.why_empty(told))
            return
        row = self.listed.row_of(told.focus)
        if not self.listed.is_here(row, told.focus):
            yield from passage_lines(told)
            return
        first, *rest = self.row_lines(row, told, texts=texts)
        yield f"Row {row + 1} of {len(self.rows)}. {first}"
        yield from rest


class SpokenDifferences(SpokenTable[DifferenceList]):
    """The table of differences."""

    def name_line(self) -> str:
        """Return what is listed and how much of it."""
        chosen = self.listed.filter
        return sentence(
            f"differences: {len(self.rows)} of {counted(self.listed.total, 'row')}",
            f"kind {chosen.kind}" if chosen.kind is not None else "",
            "major only" if chosen.major else "",
            f"{chosen.tagged} only" if chosen.tagged != "all" else "",
            f"with the words {chosen.text}" if chosen.text else "",
            f"sorted by {chosen.order}",
        )

    def why_empty(self, told: Told) -> str:
        """Return why there are no rows."""
        if not told.pairs.ready:
            return "the articles are not compared"
        return (
            "no differing details found" if self.listed.filter.is_open else "no difference passes the filters"
        )

    def row_lines(self, row: int, told: Told, *, texts: bool) -> Iterator[str]:
        """Yield what is said of a difference, and how often the same stands elsewhere."""
        more = len(self.listed.rows[row].differences) - 1
        first, *rest = difference_lines(told, texts=texts)
        yield first + (f" The same stands at {counted(more, 'other place')}." if more else "")
        yield from rest


class SpokenAnnotations(SpokenTable[AnnotationList]):
    """The list of annotations."""

    def name_line(self) -> str:
        """Return what is listed and how much of it."""
        chosen = self.listed.filter
        return sentence(
            f"annotations: {len(self.rows)} of {counted(self.listed.total, 'row')}",
            f"tag {chosen.tag}" if chosen.tag is not None else "",
            f"status {chosen.status}" if chosen.status is not None else "",
            f"author {chosen.author}" if chosen.author is not None else "",
            f"words {chosen.words}" if chosen.words != "all" else "",
            f"with the words {chosen.text}" if chosen.text else "",
            f"sorted by {chosen.order}",
        )

    def why_empty(self, told: Told) -> str:
        """Return why there are no rows."""
        return "nothing is tagged yet" if self.listed.filter.is_open else "no annotation passes the filters"

    def row_lines(self, row: int, told: Told, *, texts: bool) -> Iterator[str]:
        """Yield what is said of an annotation."""
        yield from annotation_line(self.listed.rows[row], 1, 1)
