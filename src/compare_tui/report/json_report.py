"""A report as JSON: the comparison, the annotations with what reviewers say, and the agreement."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from compare_tui.annotation.anchor import anchor_value
from compare_tui.annotation.model import Anchor
from compare_tui.report.agreement_data import agreement_data
from compare_tui.report.comparison_json import comparison_data
from compare_tui.report.document import Report
from compare_tui.review.panel import PanelAnnotation
from compare_tui.review.verdicts import is_outdated

SCHEMA = "compare-tui/report/1"


def report_json(report: Report) -> str:
    """Return a report as ``report-1.schema.json`` describes it, with a line feed at the end."""
    agreement = agreement_data(report.panel, report.agreement) if report.panel and report.agreement else None
    data = {
        "schema": SCHEMA,
        "comparison": comparison_data(report.comparison),
        "annotations": annotations_data(report.annotations),
        "agreement": agreement,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def annotations_data(annotations: Iterable[PanelAnnotation]) -> list[dict[str, Any]]:
    """Return annotations as plain values, in the form that ``report-1.schema.json`` describes."""
    return [_annotation(one) for one in annotations]


def _annotation(one: PanelAnnotation) -> dict[str, Any]:
    said = one.annotation
    return {
        "id": said.id,
        "author": {"id": one.author.id, "name": one.author.name},
        "tag": said.tag,
        "relation": said.relation,
        "severity": said.severity,
        "confidence": said.confidence,
        "status": said.status,
        "a": _end(said.a, one.places[0]),
        "b": _end(said.b, one.places[1]),
        "note": said.note,
        "created": said.created,
        "modified": said.modified,
        "state": one.state,
        "reviews": [
            {
                "id": signed.review.id,
                "author": {"id": signed.author.id, "name": signed.author.name},
                "decision": signed.review.decision,
                "outdated": is_outdated(signed.review, said),
                "taken_back": signed.review.taken_back is not None,
                "reply_to": signed.review.reply_to,
                "comment": signed.review.comment,
                "created": signed.review.created,
            }
            for signed in one.reviews
        ],
    }


def _end(anchor: Anchor | None, place: tuple[int, int] | None) -> dict[str, Any] | None:
    """Return an end of an annotation: its words, and where they stand now; null where they are gone."""
    if anchor is None:
        return None
    value = anchor_value(anchor)
    words = {key: value[key] for key in ("exact", "prefix", "suffix")} if isinstance(value, dict) else {}
    return {**words, "start": place[0] if place else None, "end": place[1] if place else None}
