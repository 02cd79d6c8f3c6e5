"""Where the rows of the aligned view stand on the screen at one width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from compare_tui.tui.couples import Couple
from compare_tui.tui.pairs import Pairs, Side
from compare_tui.tui.pane_rows import MIN_WIDTH, wrap_text

MAX_COLUMN = 92
"""Widest text column, in cells."""


class Columns(NamedTuple):
    """Widths of the aligned view, in cells.

    Attributes:
        gutter: Before each text: bar, tag, number and sign.
        text: Each text column; in one column both texts stand one above the other.
        one: Whether there is only one column.
        between: The strip between two columns.
    """

    gutter: int
    text: int
    one: bool
    between: int


def columns_of(width: int, number_width: int, side_by_side: int) -> Columns:
    """Divide a width.

    Args:
        width: Cells of the window.
        number_width: Digits of the largest passage number.
        side_by_side: From this width on there are two columns.
    """
    gutter = number_width + 4
    if width < side_by_side:
        return Columns(gutter + 1, max(width - gutter - 2, MIN_WIDTH), True, 0)
    between = 3
    text = (width - between) // 2 - gutter
    return Columns(gutter, max(min(text, MAX_COLUMN), MIN_WIDTH), False, between)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a passage that stands in one row: offsets into ``Article.text``, in code points."""

    start: int
    end: int


class AlignedLayout:
    """The screen rows of all couples.

    Args:
        couples: What to lay out.
        pairs: The articles.
        columns: The widths.
    """

    def __init__(self, couples: Sequence[Couple], pairs: Pairs, columns: Columns) -> None:
        self.couples = couples
        self.columns = columns
        self._pairs = pairs
        self._breaks: dict[Side, list[list[int]]] = {
            "a": [wrap_text(passage.text, columns.text) for passage in pairs.a.passages],
            "b": [wrap_text(passage.text, columns.text) for passage in pairs.b.passages],
        }
        self.firsts: list[int] = []
        row = 0
        breaks_a, breaks_b = self._breaks["a"], self._breaks["b"]
        for couple in couples:
            self.firsts.append(row)
            a, b, again = couple.a, couple.b, couple.again
            left = 0 if a is None else 1 if again == "a" else len(breaks_a[a]) + 1
            right = 0 if b is None else 1 if again == "b" else len(breaks_b[b]) + 1
            height = 1 if couple.folded else left + right if columns.one else max(left, right)
            row += height + 1
        self.height = row

    def couple_at(self, row: int) -> int:
        """Return the index of the couple at a screen row; the blank row below belongs to it."""
        return max(0, bisect_right(self.firsts, row) - 1)

    def last_row(self, index: int) -> int:
        """Return the last screen row of a couple that is not blank."""
        following = self.firsts[index + 1] if index + 1 < len(self.firsts) else self.height
        return following - 2

    def stacked(self, couple: Couple, line: int) -> tuple[Side, int]:
        """Return the side and its line where the texts of a couple stand one above the other.

        Args:
            couple: The couple.
            line: A line of both texts together.
        """
        above = self.lines(couple, "a")
        return ("a", line) if line < above else ("b", line - above)

    def stretch(self, couple: Couple, side: Side, line: int) -> Stretch | None:
        """Return what stands in a line of a couple's text on a side; None behind its end."""
        passage = couple.passage(side)
        if passage is None or line < 0:
            return None
        own = self._pairs.article(side).passages[passage]
        cuts = [0, *self._breaks[side][passage], len(own.text)]
        bounds = list(pairwise(cuts))
        if line >= self.lines(couple, side):
            return None
        return Stretch(own.start + bounds[line][0], own.start + bounds[line][1])

    def lines(self, couple: Couple, side: Side) -> int:
        """Return how many lines a couple's text takes on a side; 0 where it has none."""
        passage = couple.passage(side)
        if passage is None or couple.again == side:
            return 0 if passage is None else 1
        return len(self._breaks[side][passage]) + 1
