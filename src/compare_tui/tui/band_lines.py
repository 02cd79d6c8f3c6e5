"""The lines in the band between the articles, drawn as a grid of characters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from compare_tui.tui.parts import Part
from compare_tui.tui.signs import signs

BACKGROUND_ROLE = "faint"
"""Role of the links that are not those of the passage in focus."""

_NORTH, _EAST, _SOUTH, _WEST = 1, 2, 4, 8
_MASKS = (
    _EAST | _WEST,
    _NORTH | _SOUTH,
    _SOUTH | _WEST,
    _NORTH | _EAST,
    _NORTH | _WEST,
    _SOUTH | _EAST,
    _NORTH | _SOUTH | _EAST,
    _NORTH | _SOUTH | _WEST,
    _EAST | _WEST | _SOUTH,
    _EAST | _WEST | _NORTH,
    _NORTH | _EAST | _SOUTH | _WEST,
    _EAST,
    _WEST,
    _NORTH,
    _SOUTH,
)
"""Where the lines of a cell lead, in the order of ``Signs.lines``."""


class Join(NamedTuple):
    """A link to draw.

    Attributes:
        a_row: Row of the window where its passage of A begins; may lie outside of the window.
        b_row: Likewise for B.
        a_number: Number of the passage of A.
        b_number: Number of the passage of B.
        role: How its line is painted.
        dashed: Whether it is a dashed line: of a link that crosses the order of the others.
    """

    a_row: int
    b_row: int
    a_number: int
    b_number: int
    role: str
    dashed: bool = False


def band_rows(width: int, height: int, joins: Sequence[Join]) -> list[list[Part]]:
    """Draw the band.

    A link with both ends in the window is a line; one with an end outside is an arrow with that end's number.

    Args:
        width: Cells.
        height: Rows of the window.
        joins: What to draw; later ones lie over earlier ones.

    Returns:
        For each row its parts, exactly ``width`` cells.
    """
    middle = width // 2
    masks = [[0] * width for _ in range(height)]
    chars: list[list[str]] = [[""] * width for _ in range(height)]
    roles = [["faint"] * width for _ in range(height)]
    dashed = [[False] * width for _ in range(height)]
    lanes = _lanes(joins, width, height)

    def add(row: int, column: int, mask: int, join: Join) -> None:
        masks[row][column] |= mask
        roles[row][column] = join.role
        dashed[row][column] = join.dashed
        chars[row][column] = ""

    def horizontal(row: int, left: int, right: int, join: Join) -> None:
        for column in range(left, right):
            add(row, column, _EAST | _WEST, join)

    def write(row: int, column: int, text: str, role: str) -> None:
        for at, char in enumerate(text, column):
            masks[row][at], chars[row][at], roles[row][at] = 0, char, role

    for join, lane in zip(joins, lanes, strict=True):
        a_shown, b_shown = 0 <= join.a_row < height, 0 <= join.b_row < height
        if a_shown and b_shown:
            if join.a_row == join.b_row:
                horizontal(join.a_row, 0, width, join)
                continue
            horizontal(join.a_row, 0, lane, join)
            horizontal(join.b_row, lane + 1, width, join)
            down = join.b_row > join.a_row
            add(join.a_row, lane, _WEST | (_SOUTH if down else _NORTH), join)
            add(join.b_row, lane, _EAST | (_NORTH if down else _SOUTH), join)
            for row in range(min(join.a_row, join.b_row) + 1, max(join.a_row, join.b_row)):
                add(row, lane, _NORTH | _SOUTH, join)
        elif a_shown:
            text = _arrow(join.b_number, join.b_row < 0, width, arrow_first=False)
            horizontal(join.a_row, 0, width - len(text), join)
            write(join.a_row, width - len(text), text, join.role)
        elif b_shown:
            text = _arrow(join.a_number, join.a_row < 0, width, arrow_first=True)
            horizontal(join.b_row, len(text), width, join)
            write(join.b_row, 0, text, join.role)

    lines = dict(zip(_MASKS, signs().lines, strict=True))
    dashes = dict(zip(_MASKS, signs().dashes, strict=False))
    rows: list[list[Part]] = []
    for mask_row, char_row, role_row, dash_row in zip(masks, chars, roles, dashed, strict=True):
        cells = [
            (char or (dashes.get(mask) if dash else None) or lines.get(mask, " "), role)
            for mask, char, role, dash in zip(mask_row, char_row, role_row, dash_row, strict=True)
        ]
        if not any(mask_row) and not any(char_row):
            cells[middle] = (signs().column, "faint")
        rows.append(
            [("".join(c for c, _ in run), role) for role, run in groupby(cells, key=lambda cell: cell[1])]
        )
    return rows


def _lanes(joins: Sequence[Join], width: int, height: int) -> list[int]:
    """Give each line that goes up or down a column, so that as few as possible lie over each other.

    The lines of the passage in focus share the middle; faint ones take the columns around it.
    """
    middle = width // 2
    order = sorted(range(1, width - 1), key=lambda column: (abs(column - middle), column)) or [middle]
    taken: dict[int, list[tuple[int, int]]] = {}
    lanes = [middle] * len(joins)
    for at in range(len(joins) - 1, -1, -1):
        join = joins[at]
        if join.a_row == join.b_row or not (0 <= join.a_row < height and 0 <= join.b_row < height):
            continue
        low, high = sorted((join.a_row, join.b_row))
        if join.role != BACKGROUND_ROLE:
            taken.setdefault(middle, []).append((low, high))
            continue
        free = (
            column
            for column in order
            if all(high < begin or low > end for begin, end in taken.get(column, ()))
        )
        lane = next(free, order[at % len(order)])
        taken.setdefault(lane, []).append((low, high))
        lanes[at] = lane
    return lanes


def _arrow(number: int, above: bool, width: int, *, arrow_first: bool) -> str:
    sign = signs().up if above else signs().down
    text = f"{sign}{number}" if arrow_first else f"{number}{sign}"
    return text if len(text) <= width else sign
