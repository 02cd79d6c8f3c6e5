"""The annotations of a pair as rows of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from compare_tui.report.cells import safe_cell
from compare_tui.review.panel import PanelAnnotation

ANNOTATION_COLUMNS = (
    *("pair", "annotation", "author", "tag", "relation", "severity", "confidence", "status", "state"),
    *("a", "b", "a_start", "a_end", "b_start", "b_end", "note"),
)


def annotations_csv(name: str, annotations: Iterable[PanelAnnotation]) -> str:
    """Return a row for each annotation, without a header, so that the rows of many pairs make one table.

    Cells that a spreadsheet would run as a formula begin with an apostrophe. Offsets are empty where the
    words are no longer in the article.

    Args:
        name: What the pair is called.
        annotations: What people say of it.
    """
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    for one in annotations:
        said = one.annotation
        words = ("" if end is None else end.exact for end in (said.a, said.b))
        places = (number for place in one.places for number in place or ("", ""))
        texts = (name, said.id, one.author.name, said.tag, said.relation, said.severity, said.confidence)
        rows.writerow(
            (
                *map(safe_cell, (*texts, said.status, one.state, *words)),
                *places,
                safe_cell(said.note),
            )
        )
    return written.getvalue()
