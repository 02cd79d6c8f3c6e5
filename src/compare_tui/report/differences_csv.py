"""The differences of a pair as rows of CSV."""

from __future__ import annotations

import csv
import io

from compare_tui.comparison.model import Comparison
from compare_tui.report.cells import safe_cell
from compare_tui.report.comparison_json import comparison_data

DIFFERENCE_COLUMNS = (
    *("pair", "difference", "link", "passage_a", "passage_b", "kind", "severity"),
    *("a", "b", "a_start", "a_end", "b_start", "b_end", "reason"),
)


def differences_csv(name: str, comparison: Comparison) -> str:
    """Return a row for each difference, without a header, so that the rows of many pairs make one table.

    Cells that a spreadsheet would run as a formula begin with an apostrophe.

    Args:
        name: What the pair is called.
        comparison: Its comparison.
    """
    data = comparison_data(comparison)
    ends = {link["id"]: (link["a"], link["b"]) for link in data["links"]}
    nothing = {"text": "", "start": "", "end": ""}
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    for found in data["differences"]:
        a, b = found["a"] or nothing, found["b"] or nothing
        rows.writerow(
            (
                *(safe_cell(name), found["id"], found["link"], *ends[found["link"]]),
                *(found["kind"], found["severity"], safe_cell(a["text"]), safe_cell(b["text"])),
                *(a["start"], a["end"], b["start"], b["end"], safe_cell(found["reason"])),
            )
        )
    return written.getvalue()
