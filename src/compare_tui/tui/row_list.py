"""Rows that a filter leaves, and the way from one to the next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import Pairs
from compare_tui.tui.tagging import Placed


class FilterOfRows(Protocol):
    """Which rows are shown."""

    @property
    def is_open(self) -> bool:
        """Whether every row is shown."""

    @property
    def text(self) -> str:
        """What the rows must hold."""


_Filter = TypeVar("_Filter", bound=FilterOfRows)
_Row = TypeVar("_Row")


class RowList(ABC, Generic[_Filter, _Row]):
    """The rows that a filter leaves.

    Attributes:
        filter: What is shown.
        rows: The rows that are shown.
        pairs: What is known of the articles.
        placed: The annotations and where they stand.
    """

    def __init__(self, pairs: Pairs, placed: Sequence[Placed], open_filter: _Filter) -> None:
        """List every row.

        Args:
            pairs: What is known of the articles.
            placed: The annotations and where they stand.
            open_filter: A filter that shows every row.
        """
        self.filter = open_filter
        self.rows: list[_Row] = []
        self.pairs, self.placed = pairs, placed
        self.select()

    @property
    @abstractmethod
    def total(self) -> int:
        """How many rows there are without a filter."""

    @abstractmethod
    def select(self) -> None:
        """Choose the rows that pass the filter, and put them in order."""

    @abstractmethod
    def next_sort(self) -> _Filter:
        """Return the filter that shows one sort of rows only: the next one, or all behind the last."""

    @abstractmethod
    def next_weight(self) -> _Filter:
        """Return the filter that shows what weighs, or stands, next, or all."""

    @abstractmethod
    def next_state(self) -> _Filter:
        """Return the filter that shows the rows in the next state, or all."""

    def next_author(self) -> _Filter | None:
        """Return the filter that shows what the next person made only, or all; None where no person did."""
        return None

    @abstractmethod
    def next_order(self) -> _Filter:
        """Return the filter with the next order of rows."""

    @abstractmethod
    def with_text(self, text: str) -> _Filter:
        """Return the filter that shows rows which hold a text only."""

    @abstractmethod
    def opened(self) -> _Filter:
        """Return the filter that shows every row, in the same order."""

    @abstractmethod
    def is_here(self, row: int, focus: Focus) -> bool:
        """Tell whether a row is in focus."""

    @abstractmethod
    def row_of(self, focus: Focus) -> int:
        """Return the row in focus, else the first one at or behind the passage."""

    @abstractmethod
    def focus_on(self, focus: Focus, row: int) -> Focus:
        """Return the focus on a row."""

    def chosen_here(self, focus: Focus) -> Focus:
        """Return the focus with which the list is first shown: on the row that belongs to the place."""
        return self.at(focus)

    def set_filter(self, chosen: _Filter) -> None:
        """List other rows."""
        self.filter = chosen
        self.select()

    def take(self, pairs: Pairs, placed: Sequence[Placed]) -> bool:
        """List what is known now; tell whether anything is new."""
        if pairs is self.pairs and placed == self.placed:
            return False
        self.pairs, self.placed = pairs, placed
        self.select()
        return True

    def at(self, focus: Focus) -> Focus:
        """Return the focus on the row that belongs to a place; unchanged in an empty list."""
        return self._go(focus, self.row_of(focus))

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further."""
        row = self.row_of(focus)
        is_there = 0 <= row < len(self.rows) and self.is_here(row, focus)
        return self._go(focus, row + step if is_there else row)

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
        return focus if self.is_here(row, focus) else self.focus_on(focus, row)
