"""A report of a review as Markdown, HTML, CSV and plain lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from compare_tui.report.cells import end_cells, sheet
from compare_tui.report.html_page import html_page, html_table, named, section_id
from compare_tui.report.linear import flat
from compare_tui.report.markdown_report import escaped, markdown_table
from compare_tui.report.markdown_report import named as named_in_markdown
from compare_tui.report.review_document import ReviewReport, review_tables
from compare_tui.report.tables import NOTHING
from compare_tui.review.panel import PanelAnnotation
from compare_tui.review.verdicts import SignedReview, is_outdated

COLUMNS = (
    "record",
    "place",
    "id",
    "of",
    "author_id",
    "author",
    "tag",
    "relation",
    "severity",
    "confidence",
    "status",
    "a_start",
    "a_end",
    "a_text",
    "b_start",
    "b_end",
    "b_text",
    "result",
    "disputed",
    "decision",
    "outdated",
    "taken_back",
    "reply_to",
    "words",
    "created",
    "modified",
)

Cells = dict[str, str]


def review_text(report: ReviewReport) -> str:
    """Return the report as lines that end with a line feed: no columns, a sentence a row."""
    lines = [f"Article {side}: {flat(one.title)}" for side, one in (("A", report.a), ("B", report.b))]
    lines += ["", *map(flat, report.summary)]
    for table in review_tables(report):
        lines += ["", table.title.upper()]
        for first, *others in table.rows:
            cells = [(name, cell) for name, cell in zip(table.headings[1:], others, strict=True)]
            told = "; ".join(f"{name}: {_in_line(cell)}" for name, cell in cells if cell != NOTHING)
            lines.append(f"{table.headings[0]} {flat(first)}. {told}")
    return "".join(f"{line}\n" for line in lines)


def _in_line(cell: str) -> str:
    return flat(cell.replace(":\n", ": ").replace("\n", " | "))


def review_markdown(report: ReviewReport) -> str:
    """Return the report as GitHub-flavoured Markdown; text of articles and people never becomes markup."""
    lines = [
        f"# {escaped('Review: ' + report.title)}",
        "",
        f"- **A:** {named_in_markdown(report.a)}",
        f"- **B:** {named_in_markdown(report.b)}",
        *(line for said in report.summary for line in ("", escaped(said))),
    ]
    for table in review_tables(report):
        rows = [[escaped(cell) for cell in row] for row in table.rows]
        heads = [escaped(one) for one in table.headings]
        lines += ["", f"## {escaped(table.title)}", "", *markdown_table(heads, rows)]
    return "\n".join(lines) + "\n"


def review_html(report: ReviewReport) -> str:
    """Return the report as HTML that loads nothing and runs no script but its own filter."""
    shown = review_tables(report)
    return html_page(
        "Review",
        report.title,
        head=(
            "<dl>",
            *(named(side, article) for side, article in (("A", report.a), ("B", report.b))),
            "</dl>",
            *(f'<p dir="auto">{escape(said)}</p>' for said in report.summary),
        ),
        contents=((section_id(table), table.title) for table in shown),
        main=(line for table in shown for line in html_table(table, "told")),
    )


def review_csv(report: ReviewReport) -> str:
    """Return the report as CSV, as ``sheet`` writes it: a row is an annotation or a review.

    Rows of one place stand together, those of reviews behind their annotation, whose id is under ``of``.
    Offsets are code points of the article.
    """
    return sheet(COLUMNS, _rows(report))


def _rows(report: ReviewReport) -> Iterator[Cells]:
    for place, one in report.numbered():
        about = {"place": str(place.number), "disputed": place.dispute or ""}
        for cells in (_annotation(one), *(_review(one, signed) for signed in one.reviews)):
            yield {**cells, **about}


def _annotation(one: PanelAnnotation) -> Cells:
    said = one.annotation
    cells = {
        "record": "annotation",
        "id": said.id,
        "author_id": one.author.id,
        "author": one.author.name,
        "tag": said.tag,
        "relation": said.relation,
        "severity": said.severity,
        "confidence": said.confidence,
        "status": said.status,
        "result": one.state,
        "words": said.note,
        "created": said.created,
        "modified": said.modified,
    }
    return cells | end_cells(one)


def _review(one: PanelAnnotation, signed: SignedReview) -> Cells:
    said = signed.review
    return {
        "record": "review",
        "id": said.id,
        "of": one.annotation.id,
        "author_id": signed.author.id,
        "author": signed.author.name,
        "decision": said.decision or "",
        "outdated": "yes" if said.decision and is_outdated(said, one.annotation) else "",
        "taken_back": said.taken_back or "",
        "reply_to": said.reply_to or "",
        "words": said.comment,
        "created": said.created,
    }


REVIEW_FORMATS: Mapping[str, Callable[[ReviewReport], str]] = {
    "text": review_text,
    "md": review_markdown,
    "html": review_html,
    "csv": review_csv,
}
"""For each format of a report of a review the function that writes it."""
