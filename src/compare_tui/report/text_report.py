"""A report as plain lines: the linear report, annotations with what reviewers say, agreement."""

from __future__ import annotations

from collections.abc import Iterator

from compare_tui.report.agreement_text import agreement_report
from compare_tui.report.document import Report
from compare_tui.report.linear import flat, linear_report
from compare_tui.report.tables import annotation_table


def text_report(report: Report) -> str:
    """Return a report as lines that end with a line feed."""
    text = linear_report(report.comparison, style=report.style)
    text += "".join(f"{line}\n" for line in _annotations(report))
    if report.panel and report.agreement:
        text += f"\nAGREEMENT\n{agreement_report(report.panel, report.agreement)}"
    return text


def _annotations(report: Report) -> Iterator[str]:
    table = annotation_table(report)
    if table.rows:
        yield ""
        yield "ANNOTATIONS"
    for number, tag, author, a, b, assessment, note, review in table.rows:
        yield ""
        yield f"{number}, {flat(tag)}, by {author}: A [{a}], B [{b}]"
        yield f"  {assessment}"
        if note:
            yield f"  note: {flat(note)}"
        yield from (f"  review: {line}" for line in review.split("\n"))
