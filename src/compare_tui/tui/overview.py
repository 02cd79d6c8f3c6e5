"""Where in an article links, differences, annotations and matches lie, drawn in one column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from compare_tui.tui.pairs import Side, difference_span
from compare_tui.tui.parts import Part
from compare_tui.tui.signs import signs

if TYPE_CHECKING:
    from compare_tui.tui.row_marks import View

_LOWEST = 10
_BY = "by "
"""Stands before the letter and the role of a colleague whose mark it is."""

_WEIGHTS = {
    "match": 0,
    "annotated": 1,
    "by": 2,
    "major": 3,
    "minor": 4,
    "only": 5,
    "moved": 6,
    "linked": 7,
    "possible": 8,
    "furniture": 9,
    "unknown": _LOWEST,
}


def _drawn() -> dict[str, Part]:
    """Return the sign of each thing, and its role."""
    return {
        "match": (signs().match, "warning"),
        "annotated": (signs().annotated, "annotation"),
        "major": (signs().block, "strong"),
        "minor": (signs().small_block, "muted"),
        "only": (signs().only_here, "only"),
        "moved": (signs().column, "muted"),
        "linked": (signs().column, "muted"),
        "possible": (signs().loose, "faint"),
        "furniture": (" ", "faint"),
        "unknown": (signs().loose, "faint"),
    }


def passage_weights(view: View, side: Side) -> list[str]:
    """Return for each passage the weightiest thing to be told of it.

    Args:
        view: What is shown.
        side: Which article.
    """
    article, pairs = view.pairs.article(side), view.pairs
    told: list[str] = [pairs.state(side, index) for index in range(len(article.passages))]

    def note(offset: int, what: str) -> None:
        at = article.passage_at(offset)
        if told and _weight(what) < _weight(told[at]):
            told[at] = what

    for one in pairs.differences:
        span = difference_span(one, side)
        if span is not None and one.severity != "style":
            note(span.start, one.severity)
    for placed in view.placed:
        place = placed.on(side)
        if place is not None:
            note(place[0], "annotated")
    for passage in view.company.touched(side):
        letter, role = view.company.sign(side, passage) or (" ", "faint")
        note(article.passages[passage].start, f"{_BY}{letter} {role}")
    for match in view.matches.found if view.matches is not None else ():
        if match.side == side:
            note(match.start, "match")
    return told


def strip_cells(told: Sequence[str], firsts: Sequence[int], rows: int, height: int) -> list[Part]:
    """Return the cells of the strip, from top to bottom.

    Args:
        told: What is to be told of each passage.
        firsts: For each passage its first row.
        rows: How many rows the article has.
        height: How many cells the strip has.
    """
    weights = {what: _weight(what) for what in set(told)}
    drawn, blank = _drawn(), (" ", "faint")
    count = max(min(height, rows), 0)
    # What begins between two edges falls into one cell.
    edges = [*(bisect_left(firsts, row_of(cell, rows, height)) for cell in range(count)), len(told)]
    cells = [
        _cell(min(told[left:right], key=weights.__getitem__), drawn) if left < right else blank
        for left, right in pairwise(edges)
    ]
    return cells + [blank] * (height - count)


def _weight(what: str) -> int:
    return _WEIGHTS[what.partition(" ")[0]]


def _cell(what: str, drawn: Mapping[str, Part]) -> Part:
    """Return the cell of something; that of a colleague's mark is the person's letter."""
    if not what.startswith(_BY):
        return drawn[what]
    letter, _, role = what.removeprefix(_BY).partition(" ")
    return letter, role


def cell_of(row: int, rows: int, height: int) -> int:
    """Return the cell of the strip that stands for a row; a short article takes a cell a row."""
    if rows <= height:
        return row
    return min(row * height // max(rows, 1), max(height - 1, 0))


def row_of(cell: int, rows: int, height: int) -> int:
    """Return the first row that a cell of the strip stands for."""
    if rows <= height:
        return min(cell, max(rows - 1, 0))
    return min(-(-cell * rows // max(height, 1)), max(rows - 1, 0))
