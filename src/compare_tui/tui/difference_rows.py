"""The table of all differences: its columns and what each row says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare_tui.tui.difference_list import Filter, TableRow
from compare_tui.tui.inspector_lines import words_of_side
from compare_tui.tui.look import kind_role
from compare_tui.tui.pairs import SIDE_NAMES, SIDES, Pairs, link_end
from compare_tui.tui.parts import Part, filter_parts, fit, fit_parts
from compare_tui.tui.plain import safe
from compare_tui.tui.signs import in_quotes, signs
from compare_tui.tui.tagging import Placed, newest, on_difference

_KIND_CELLS, _SEVERITY_CELLS, _WHERE_CELLS, _TAG_CELLS = 13, 10, 15, 12
_WIDE = 100


def filter_line(chosen: Filter, shown: int, total: int, hidden: int, width: int) -> list[Part]:
    """Return the line that tells what is shown: the filters on the left, the count on the right.

    Args:
        chosen: The filters.
        shown: How many rows are shown.
        total: How many there are.
        hidden: How many differences of style are left out.
        width: Cells of the window.
    """
    entries = (
        ("kind", chosen.kind or "all", chosen.kind is not None),
        ("severity", "major" if chosen.major else "all", chosen.major),
        ("tags", chosen.tagged, chosen.tagged != "all"),
        ("text", in_quotes(safe(chosen.text)) if chosen.text else "any", bool(chosen.text)),
        ("by", chosen.order, chosen.order != "place"),
    )
    count = f"{shown} of {total}"
    if hidden:
        count += f" {signs().dot} {hidden} of style hidden"
    return filter_parts("Differences", entries, count, width)


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Widths of the columns, in cells; one without width is left out."""

    kind: int
    severity: int
    a: int
    b: int
    where: int
    tag: int


def table_columns(width: int) -> TableColumns:
    """Divide a width among the columns."""
    if width < _WIDE:
        where = 11 if width >= 60 else 0
        words = max(width - 2 - _KIND_CELLS - 2 - where - 2 - 3, 16)
        return TableColumns(_KIND_CELLS, 2, words // 2, words - words // 2, where, 2)
    words = width - 2 - _KIND_CELLS - _SEVERITY_CELLS - _WHERE_CELLS - _TAG_CELLS - 3
    return TableColumns(
        _KIND_CELLS, _SEVERITY_CELLS, words // 2, words - words // 2, _WHERE_CELLS, _TAG_CELLS
    )


def column_heads(width: int) -> list[Part]:
    """Return the heads of the columns."""
    columns = table_columns(width)
    heads = [
        ("  ", 2),
        ("kind", columns.kind),
        ("severity" if columns.severity > 2 else "", columns.severity),
        ("A", columns.a),
        ("", 3),
        ("B", columns.b),
        (" where", columns.where),
        ("tag" if columns.tag > 2 else "", columns.tag),
    ]
    return [(fit(text, cells), "muted") for text, cells in heads]


def row_parts(
    pairs: Pairs, row: TableRow, placed: Sequence[Placed], letters: dict[str, str], width: int, *, here: bool
) -> list[Part]:
    """Return what a row says.

    Args:
        pairs: Where the differences are.
        row: The row.
        placed: The annotations and where they stand.
        letters: The letter of each tag.
        width: Cells of the window.
        here: Whether it is in focus.
    """
    one, columns = pairs.differences[row.differences[0]], table_columns(width)
    major = one.severity == "major"
    severity = one.severity if columns.severity > 2 else signs().major if major else ""
    latest = newest([one for index in row.differences for one in on_difference(placed, pairs, index)])
    tag = ""
    if latest is not None:
        letter = letters.get(latest.annotation.tag, "?")
        tag = (
            f"{signs().annotated}{letter}" if columns.tag <= 2 else f"{letter} {safe(latest.annotation.tag)}"
        )
    return [
        (signs().pointer + " " if here else "  ", "accent-strong"),
        *fit_parts([(one.kind, kind_role(one.kind, near=True))], columns.kind),
        (fit(severity, columns.severity), "strong" if major else "muted"),
        words_of_side(one, "a", columns.a, here),
        (f" {signs().column} ", "faint"),
        words_of_side(one, "b", columns.b, here),
        (fit(" " + _where(pairs, row), columns.where), "muted"),
        (fit(tag, columns.tag), "annotation"),
    ]


def _where(pairs: Pairs, row: TableRow) -> str:
    """Return where a row stands: "A1 ↔ B1,10"."""
    ends: list[str] = []
    for side in SIDES:
        numbers: list[int] = []
        for index in row.differences:
            passage = link_end(pairs.differences[index].link, side)
            number = pairs.article(side).passages[passage].number
            if number not in numbers:
                numbers.append(number)
        ends.append(SIDE_NAMES[side] + ",".join(map(str, numbers)))
    return f" {signs().linked} ".join(ends)
