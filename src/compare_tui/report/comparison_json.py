"""A comparison as JSON, in the form that the published schema describes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from compare_tui.article.hidden import hidden_name
from compare_tui.article.model import Article, Span, origin_facts
from compare_tui.comparison.model import Comparison

SCHEMA_NAME = "compare-tui/comparison/1"

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def comparison_json(comparison: Comparison) -> str:
    """Return the comparison as JSON with a line feed at the end."""
    return "".join(json_pieces(comparison))


def json_pieces(comparison: Comparison, annotations: Iterable[dict[str, Any]] | None = None) -> Iterator[str]:
    """Yield the comparison as JSON piece by piece, so that a long one never stands in memory as a whole.

    Each passage, link and difference has a line of its own, for readers and for ``grep``.

    Args:
        comparison: The comparison.
        annotations: What people say of it, as plain values; None to leave the key out.
    """
    yield f'{{\n  "schema": {_dump(SCHEMA_NAME)},\n  "articles": {{'
    for side, article, comma in (("a", comparison.a, ","), ("b", comparison.b, "")):
        yield f'\n    "{side}": {{\n'
        yield from (f'      "{key}": {_dump(value)},\n' for key, value in _head(article).items())
        yield '      "hidden": ['
        yield from _rows(_hidden(article, side), 8)
        yield "\n      ],\n" if article.hidden else "],\n"
        yield '      "passages": ['
        yield from _rows(_passages(article, side), 8)
        yield "\n      " if article.passages else ""
        yield f"]\n    }}{comma}"
    yield "\n  }"
    for key, rows in (
        ("links", _links(comparison)),
        ("differences", _differences(comparison)),
        ("only_a", (f"a{passage.number}" for passage in comparison.only_a)),
        ("only_b", (f"b{passage.number}" for passage in comparison.only_b)),
        ("notes", comparison.notes),
        *([] if annotations is None else [("annotations", annotations)]),
    ):
        yield f',\n  "{key}": ['
        empty = True
        for row in _rows(rows, 4):
            empty = False
            yield row
        yield "]" if empty else "\n  ]"
    yield "\n}\n"


def _rows(values: Iterable[object], indent: int) -> Iterator[str]:
    lead = "\n" + " " * indent
    for number, value in enumerate(values):
        yield f"{',' if number else ''}{lead}{_dump(value)}"


def _dump(value: object) -> str:
    return _ENCODER.encode(value)


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain values; offsets are code points of the cleaned text."""
    return {
        "schema": SCHEMA_NAME,
        "articles": {
            side: {
                **_head(article),
                "hidden": list(_hidden(article, side)),
                "passages": list(_passages(article, side)),
            }
            for side, article in (("a", comparison.a), ("b", comparison.b))
        },
        "links": list(_links(comparison)),
        "differences": list(_differences(comparison)),
        "only_a": [f"a{passage.number}" for passage in comparison.only_a],
        "only_b": [f"b{passage.number}" for passage in comparison.only_b],
        "notes": list(comparison.notes),
    }


def _links(comparison: Comparison) -> Iterator[dict[str, Any]]:
    for number, link in enumerate(comparison.links, 1):
        yield {
            "id": f"l{number}",
            "a": _passage_id(comparison.a, "a", link.a),
            "b": _passage_id(comparison.b, "b", link.b),
            "score": round(link.score, 4),
            "strength": link.strength,
            "order": link.order,
            "shared": list(link.shared),
        }


def _differences(comparison: Comparison) -> Iterator[dict[str, Any]]:
    link_ids = {(link.a, link.b): f"l{number}" for number, link in enumerate(comparison.links, 1)}
    for number, difference in enumerate(comparison.differences, 1):
        yield {
            "id": f"d{number}",
            "link": link_ids[difference.link.a, difference.link.b],
            "kind": difference.kind,
            "severity": difference.severity,
            "a": _span(difference.a),
            "b": _span(difference.b),
            "reason": difference.reason,
        }


def _head(article: Article) -> dict[str, Any]:
    return {
        "source": article.source,
        "title": article.title,
        "length": len(article.text),
        "date": article.date.isoformat() if article.date else None,
        **origin_facts(article),
    }


def _hidden(article: Article, side: str) -> Iterator[dict[str, Any]]:
    for hidden in article.hidden:
        yield {
            "passage": _passage_id(article, side, article.passage_at(hidden.offset)),
            "offset": hidden.offset,
            "code_point": hidden.codepoint,
            "name": hidden_name(hidden.codepoint),
        }


def _passages(article: Article, side: str) -> Iterator[dict[str, Any]]:
    for passage in article.passages:
        yield {
            "id": f"{side}{passage.number}",
            "start": passage.start,
            "end": passage.end,
            "paragraph": passage.paragraph,
            "role": passage.role,
            "text": passage.text,
        }


def _passage_id(article: Article, side: str, index: int) -> str:
    return f"{side}{article.passages[index].number}"


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}
