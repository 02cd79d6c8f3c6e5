"""A comparison as JSON, in the form that the published schema describes."""

from __future__ import annotations

import json
from typing import Any

from compare_tui.article.model import Article, Span
from compare_tui.comparison.model import Comparison

SCHEMA_NAME = "compare-tui/comparison/1"


def comparison_json(comparison: Comparison) -> str:
    """Return the comparison as indented JSON with a line feed at the end."""
    return json.dumps(comparison_data(comparison), ensure_ascii=False, indent=2) + "\n"


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain values; offsets are code points of the cleaned text."""
    link_ids = {(link.a, link.b): f"l{number}" for number, link in enumerate(comparison.links, 1)}
    return {
        "schema": SCHEMA_NAME,
        "articles": {"a": _article(comparison.a, "a"), "b": _article(comparison.b, "b")},
        "links": [
            {
                "id": link_ids[link.a, link.b],
                "a": _passage_id(comparison.a, "a", link.a),
                "b": _passage_id(comparison.b, "b", link.b),
                "score": round(link.score, 4),
                "strength": link.strength,
                "order": link.order,
                "shared": list(link.shared),
            }
            for link in comparison.links
        ],
        "differences": [
            {
                "id": f"d{number}",
                "link": link_ids[difference.link.a, difference.link.b],
                "kind": difference.kind,
                "severity": difference.severity,
                "a": _span(difference.a),
                "b": _span(difference.b),
                "reason": difference.reason,
            }
            for number, difference in enumerate(comparison.differences, 1)
        ],
        "only_a": [f"a{passage.number}" for passage in comparison.only_a],
        "only_b": [f"b{passage.number}" for passage in comparison.only_b],
        "notes": list(comparison.notes),
    }


def _article(article: Article, side: str) -> dict[str, Any]:
    return {
        "source": article.source,
        "title": article.title,
        "length": len(article.text),
        "date": article.date.isoformat() if article.date else None,
        "passages": [
            {
                "id": f"{side}{passage.number}",
                "start": passage.start,
                "end": passage.end,
                "paragraph": passage.paragraph,
                "role": passage.role,
                "text": passage.text,
            }
            for passage in article.passages
        ],
    }


def _passage_id(article: Article, side: str, index: int) -> str:
    return f"{side}{article.passages[index].number}"


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}
