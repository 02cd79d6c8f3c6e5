"""Cells of CSV files that are opened in spreadsheets."""

from __future__ import annotations

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""Starts of a cell that a spreadsheet runs as a formula (OWASP, "CSV Injection"), and the sign against it."""


def safe_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    An apostrophe stands before what begins with a risky character or with an apostrophe, so taking one
    apostrophe off the start of a cell gives the text back.
    """
    return f"'{text}" if text.startswith(_RISKY) else text
