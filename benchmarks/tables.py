"""Tables that are printed row by row and can be put into a page of the manual."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

END = "<!-- end -->"


class Table:
    """A table that prints each row as soon as it is known.

    Args:
        name: What markers in a page call it: ``<!-- table: NAME -->`` and, further down, ``<!-- end -->``.
        columns: For each column its heading and its width; headings of figures, set to the right,
            have a negative width.
    """

    def __init__(self, name: str, columns: Sequence[tuple[str, int]]) -> None:
        self.name = name
        self._columns = tuple(columns)
        self._rows: list[tuple[str, ...]] = []
        self._notes: list[str] = []

    def add(self, *cells: str) -> None:
        """Print a row, below the headings if it is the first.

        Raises:
            ValueError: There are more or fewer cells than columns.
        """
        if len(cells) != len(self._columns):
            raise ValueError(f"table {self.name}: {len(cells)} cells for {len(self._columns)} columns")
        if not self._rows:
            print(self._line([heading for heading, _ in self._columns]))
        self._rows.append(cells)
        print(self._line(cells), flush=True)

    def note(self, text: str) -> None:
        """Print a line below the rows."""
        self._notes.append(text)
        print(text, flush=True)

    def markdown(self) -> str:
        """Return the table as Markdown, with its notes below it and when and where it was made."""
        headings = [heading for heading, _ in self._columns]
        rule = ["---:" if width < 0 else "---" for _, width in self._columns]
        lines = ["| " + " | ".join(cells) + " |" for cells in (headings, rule, *self._rows)]
        return "\n".join([*lines, "", *(f"{note}  " for note in self._notes), f"*{_made()}*"])

    def _line(self, cells: Sequence[str]) -> str:
        set_out = (
            cell.rjust(-width) if width < 0 else cell.ljust(width)
            for cell, (_, width) in zip(cells, self._columns, strict=True)
        )
        return " ".join(set_out).rstrip()


def put_into(page: str, tables: Sequence[Table]) -> str:
    """Return a page with the text between the markers of each table replaced by the table.

    Tables that the page has no marker for are left out; markers of other tables are left as they are.

    Raises:
        ValueError: A marker is not followed by an end before the next one.
    """
    for table in tables:
        opening = f"<!-- table: {table.name} -->"
        before, found, after = page.partition(opening)
        if not found:
            continue
        old, end, rest = after.partition(END)
        if not end or "<!-- table:" in old:
            raise ValueError(f"{opening} has no {END}")
        page = f"{before}{opening}\n{table.markdown()}\n{END}{rest}"
    return page


def write_into(path: Path, tables: Sequence[Table]) -> None:
    """Replace the tables of a page of the manual.

    Raises:
        OSError: The page cannot be read or written.
        ValueError: A marker of the page has no end.
    """
    path.write_text(put_into(path.read_text(encoding="utf-8"), tables), encoding="utf-8")


def marked_tables(page: str) -> list[str]:
    """Return the names of the tables that a page has markers for."""
    return re.findall(r"<!-- table: (\S+) -->", page)


def _made() -> str:
    today = date.today()
    version = ".".join(platform.python_version_tuple()[:2])
    return f"{today.day} {today:%B %Y}, Python {version}, {os.cpu_count()} processors"
