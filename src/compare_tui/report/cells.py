"""Cells of CSV files that are opened in spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare_tui.review.panel import PanelAnnotation

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""Starts of a cell that a spreadsheet runs as a formula (OWASP, "CSV Injection"), and the sign against it."""


def safe_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    An apostrophe stands before what begins with a risky character or with an apostrophe, so taking one
    apostrophe off the start of a cell gives the text back.
    """
    return f"'{text}" if text.startswith(_RISKY) else text


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return a table as CSV by RFC 4180, with a byte order mark by which spreadsheets know UTF-8.

    Every cell is quoted, so that no other separator can cut it, and passes ``safe_cell``.

    Args:
        columns: Names of the columns, the first row.
        rows: Cells by column; one that is missing is empty.
    """
    written = io.StringIO()
    written.write("\ufeff")
    table = csv.DictWriter(written, columns, restval="", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    table.writeheader()
    for cells in rows:
        table.writerow({name: safe_cell(text) for name, text in cells.items()})
    return written.getvalue()


def end_cells(one: PanelAnnotation) -> dict[str, str]:
    """Return the cells ``a_text``, ``a_start`` and so on of the ends of an annotation that has them."""
    cells: dict[str, str] = {}
    ends = (one.annotation.a, one.annotation.b)
    for side, anchor, place in zip("ab", ends, one.places, strict=True):
        if anchor is not None:
            cells[f"{side}_text"] = anchor.exact
        if place is not None:
            cells |= {f"{side}_start": str(place[0]), f"{side}_end": str(place[1])}
    return cells
