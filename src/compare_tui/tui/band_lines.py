"""The lines in the band between the articles, drawn as a grid of characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from compare_tui.tui.parts import Part
from compare_tui.tui.signs import UNICODE

_NORTH, _EAST, _SOUTH, _WEST = 1, 2, 4, 8
_LINES = {
    _EAST | _WEST: "─",
    _NORTH | _SOUTH: "│",
    _SOUTH | _WEST: "╮",
    _NORTH | _EAST: "╰",
    _NORTH | _WEST: "╯",
    _SOUTH | _EAST: "╭",
    _NORTH | _SOUTH | _EAST: "├",
    _NORTH | _SOUTH | _WEST: "┤",
    _EAST | _WEST | _SOUTH: "┬",
    _EAST | _WEST | _NORTH: "┴",
    _NORTH | _EAST | _SOUTH | _WEST: "┼",
    _EAST: "╶",
    _WEST: "╴",
    _NORTH: "╵",
    _SOUTH: "╷",
}


@dataclass(frozen=True, slots=True)
class Join:
    """A link to draw.

    Attributes:
        a_row: Row of the window where its passage of A begins; may lie outside of the window.
        b_row: Likewise for B.
        a_number: Number of the passage of A.
        b_number: Number of the passage of B.
        role: How its line is painted.
    """

    a_row: int
    b_row: int
    a_number: int
    b_number: int
    role: str


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

    def add(row: int, column: int, mask: int, role: str) -> None:
        masks[row][column] |= mask
        roles[row][column] = role
        chars[row][column] = ""

    def horizontal(row: int, left: int, right: int, role: str) -> None:
        for column in range(left, right):
            add(row, column, _EAST | _WEST, role)

    def write(row: int, column: int, text: str, role: str) -> None:
        for at, char in enumerate(text, column):
            masks[row][at], chars[row][at], roles[row][at] = 0, char, role

    for join in joins:
        a_shown, b_shown = 0 <= join.a_row < height, 0 <= join.b_row < height
        if a_shown and b_shown:
            if join.a_row == join.b_row:
                horizontal(join.a_row, 0, width, join.role)
                continue
            horizontal(join.a_row, 0, middle, join.role)
            horizontal(join.b_row, middle + 1, width, join.role)
            down = join.b_row > join.a_row
            add(join.a_row, middle, _WEST | (_SOUTH if down else _NORTH), join.role)
            add(join.b_row, middle, _EAST | (_NORTH if down else _SOUTH), join.role)
            for row in range(min(join.a_row, join.b_row) + 1, max(join.a_row, join.b_row)):
                add(row, middle, _NORTH | _SOUTH, join.role)
        elif a_shown:
            text = _arrow(join.b_number, join.b_row < 0, width, arrow_first=False)
            horizontal(join.a_row, 0, width - len(text), join.role)
            write(join.a_row, width - len(text), text, join.role)
        elif b_shown:
            text = _arrow(join.a_number, join.a_row < 0, width, arrow_first=True)
            horizontal(join.b_row, len(text), width, join.role)
            write(join.b_row, 0, text, join.role)

    rows: list[list[Part]] = []
    for mask_row, char_row, role_row in zip(masks, chars, roles, strict=True):
        cells = [
            (char or _LINES.get(mask, " "), role)
            for mask, char, role in zip(mask_row, char_row, role_row, strict=True)
        ]
        if not any(mask_row) and not any(char_row):
            cells[middle] = (UNICODE.column, "faint")
        rows.append(
            [("".join(c for c, _ in run), role) for role, run in groupby(cells, key=lambda cell: cell[1])]
        )
    return rows


def _arrow(number: int, above: bool, width: int, *, arrow_first: bool) -> str:
    sign = UNICODE.up if above else UNICODE.down
    text = f"{sign}{number}" if arrow_first else f"{number}{sign}"
    return text if len(text) <= width else sign
