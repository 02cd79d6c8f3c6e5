"""A report as one CSV table that spreadsheets open safely."""

from __future__ import annotations

from collections.abc import Iterator

from compare_tui.article.model import Passage
from compare_tui.report.cells import end_cells, sheet
from compare_tui.report.document import Report
from compare_tui.review.panel import PanelAnnotation

COLUMNS = (
    "record",
    "id",
    "a_passage",
    "b_passage",
    "kind",
    "severity",
    "a_start",
    "a_end",
    "a_text",
    "b_start",
    "b_end",
    "b_text",
    "score",
    "why",
    "author",
    "relation",
    "confidence",
    "status",
    "review",
    "created",
    "modified",
)

Cells = dict[str, str]


def csv_report(report: Report) -> str:
    """Return a report as CSV, as ``sheet`` writes it.

    A row is a link, a passage that only one article has, a difference or an annotation. Offsets are code
    points of the article.
    """
    annotations = map(_annotation, report.annotations)
    return sheet(COLUMNS, (*_links(report), *_only(report), *_differences(report), *annotations))


def _links(report: Report) -> Iterator[Cells]:
    found = report.comparison
    for number, link in enumerate(found.links, 1):
        yield {
            "record": "link",
            "id": f"l{number}",
            "kind": f"{link.strength}, {link.order}",
            "score": f"{link.score:.4f}",
            **_passage("a", found.a.passages[link.a]),
            **_passage("b", found.b.passages[link.b]),
        }


def _only(report: Report) -> Iterator[Cells]:
    for side, passages in (("a", report.comparison.only_a), ("b", report.comparison.only_b)):
        for passage in passages:
            yield {"record": f"only {side}", "id": f"{side}{passage.number}", **_passage(side, passage)}


def _differences(report: Report) -> Iterator[Cells]:
    found = report.comparison
    for number, one in report.differences:
        cells = {
            "record": "difference",
            "id": f"d{number}",
            "kind": one.kind,
            "severity": one.severity,
            "why": one.reason,
            "a_passage": str(found.a.passages[one.link.a].number),
            "b_passage": str(found.b.passages[one.link.b].number),
        }
        for side, span in (("a", one.a), ("b", one.b)):
            if span is not None:
                cells |= {
                    f"{side}_start": str(span.start),
                    f"{side}_end": str(span.end),
                    f"{side}_text": span.text,
                }
        yield cells


def _annotation(one: PanelAnnotation) -> Cells:
    said = one.annotation
    cells = {
        "record": "annotation",
        "id": said.id,
        "kind": said.tag,
        "severity": said.severity,
        "why": said.note,
        "author": one.author.name,
        "relation": said.relation,
        "confidence": said.confidence,
        "status": said.status,
        "review": one.state,
        "created": said.created,
        "modified": said.modified,
    }
    return cells | end_cells(one)


def _passage(side: str, passage: Passage) -> Cells:
    return {
        f"{side}_passage": str(passage.number),
        f"{side}_start": str(passage.start),
        f"{side}_end": str(passage.end),
        f"{side}_text": passage.text,
    }
