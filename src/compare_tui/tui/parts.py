"""Stretches of text with a role each: what the widgets paint, made without knowing any widget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size, split_text

from compare_tui.tui.pane_rows import shown_text
from compare_tui.tui.signs import signs

Part = tuple[str, str]
"""A text and its role."""

RoleSpan = tuple[int, int, str]
"""Start and end in ``Article.text`` and the role of what stands there."""


def fit(text: str, width: int) -> str:
    """Return a text in one row of exactly so many cells, with an ellipsis where it was cut.

    Args:
        text: Any cleaned text; runs of blanks and line feeds become one blank.
        width: Cells.
    """
    if width <= 0:
        return ""
    text = shown_text(text).text
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + signs().ellipsis, width)


def fit_end(text: str, width: int) -> str:
    """Return a text in one row of at most so many cells, cut at its start: of a path, the end tells most."""
    if cell_len(text) <= width:
        return text
    end = split_text(text, cell_len(text) - max(width - 1, 0))[1]
    return signs().ellipsis + end.lstrip() if width > 0 else ""


def parts_width(parts: Iterable[Part]) -> int:
    """Return how many cells some parts take."""
    return sum(cell_len(text) for text, _ in parts)


def fit_parts(parts: Iterable[Part], width: int, fill: str = "text") -> list[Part]:
    """Return parts cut or filled to exactly so many cells.

    Args:
        parts: What to show.
        width: Cells.
        fill: Role of the blanks behind them.
    """
    fitted: list[Part] = []
    left = width
    for text, role in parts:
        cells = cell_len(text)
        if cells > left:
            if left > 0:
                fitted.append((fit(text, left), role))
            return fitted
        fitted.append((text, role))
        left -= cells
    if left > 0:
        fitted.append((" " * left, fill))
    return fitted


def marked_parts(text: str, start: int, marks: Sequence[RoleSpan], base: str) -> list[Part]:
    """Return a row of an article as parts.

    Args:
        text: The row's stretch of ``Article.text``.
        start: Offset of its first character in ``Article.text``.
        marks: Marked stretches in order, without overlaps; those elsewhere are ignored.
        base: Role of unmarked text.
    """
    shown = shown_text(text)
    parts: list[Part] = []
    position = 0
    for begin, end, role in marks:
        if end <= start or begin >= start + len(text):
            continue
        left = max(position, bisect_left(shown.offsets, begin - start))
        right = bisect_left(shown.offsets, end - start)
        if right <= left:
            continue
        if left > position:
            parts.append((shown.text[position:left], base))
        parts.append((shown.text[left:right], role))
        position = right
    if position < len(shown.text):
        parts.append((shown.text[position:], base))
    return parts


def _filters(title: str, entries: Iterable[tuple[str, str, bool]]) -> list[Part]:
    parts: list[Part] = [(f" {title} ", "strong")]
    for name, value, is_set in entries:
        parts += [(f" {name} ", "muted"), (f"{value} ", "accent-strong" if is_set else "text")]
    return parts


def filter_parts(title: str, entries: Iterable[tuple[str, str, bool]], count: str, width: int) -> list[Part]:
    """Return the line over a table: its title and filters on the left, the count on the right.

    Where there is little room, filters that are not set are left out; the last entry, the order, stays.

    Args:
        title: What the table shows.
        entries: Name and value of each filter, and whether it is set.
        count: How many rows are shown.
        width: Cells of the window.
    """
    right: list[Part] = [(f" {count} ", "muted")]
    room = width - parts_width(right)
    shown = list(entries)
    parts = _filters(title, shown)
    while parts_width(parts) > room and (idle := [one for one in shown[:-1] if not one[2]]):
        shown.remove(idle[0])
        parts = _filters(title, shown)
    return [*fit_parts(parts, max(room, 0)), *fit_parts(right, min(width, parts_width(right)))]
