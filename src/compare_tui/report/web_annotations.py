"""A report as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one page of JSON-LD."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.model import Anchor, Author
from compare_tui.article.model import Article, Span
from compare_tui.report.document import Report
from compare_tui.review.panel import PanelAnnotation
from compare_tui.review.verdicts import SignedReview

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SOFTWARE = {"id": "urn:compare-tui:program", "type": "Software", "name": "compare-tui"}

Data = dict[str, Any]


def web_annotations(report: Report) -> str:
    """Return annotations, reviews and differences as an annotation page with a line feed at the end.

    An article is named by the digest of its cleaned text (a ``ni`` address, RFC 6920), into which position
    selectors count in code points. An end whose words are gone has a quote selector only.
    """
    found = report.comparison
    items = [_annotation(one, found.a, found.b) for one in report.annotations]
    items += [_review(signed, one) for one in report.annotations for signed in one.reviews]
    items += _differences(report)
    identity = hashlib.sha256(f"{_address(found.a)} {_address(found.b)}".encode()).hexdigest()[:16]
    page = {
        "@context": CONTEXT,
        "id": f"urn:compare-tui:pair:{identity}",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _annotation(one: PanelAnnotation, a: Article, b: Article) -> Data:
    said = one.annotation
    bodies = [_body(said.tag, "tagging")]
    bodies += [
        _body(word, "classifying")
        for word in (said.relation, said.severity, f"{said.confidence} confidence", said.status)
    ]
    if said.note.strip():
        bodies.append(_body(said.note, "commenting"))
    ends = ((a, said.a, one.places[0]), (b, said.b, one.places[1]))
    return {
        "id": _annotation_id(one),
        "type": "Annotation",
        "motivation": "tagging",
        "creator": _person(one.author),
        "created": said.created,
        "modified": said.modified,
        "body": bodies,
        "target": [_target(article, anchor, place) for article, anchor, place in ends if anchor is not None],
    }


def _review(signed: SignedReview, one: PanelAnnotation) -> Data:
    review = signed.review
    bodies = [_body(review.decision, "assessing")] if review.decision else []
    if review.taken_back:
        bodies.append(_body("taken back", "classifying"))
    if review.comment.strip() or not bodies:
        bodies.append(_body(review.comment, "commenting"))
    return {
        "id": f"urn:compare-tui:review:{quote(signed.author.id, safe='')}:{quote(review.id, safe='')}",
        "type": "Annotation",
        "motivation": "assessing" if review.decision else "replying",
        "creator": _person(signed.author),
        "created": review.created,
        "body": bodies,
        "target": _annotation_id(one),
    }


def _differences(report: Report) -> Iterator[Data]:
    found = report.comparison
    for number, one in report.differences:
        ends = ((found.a, one.a), (found.b, one.b))
        yield {
            "id": f"urn:compare-tui:difference:d{number}",
            "type": "Annotation",
            "motivation": "highlighting",
            "generator": SOFTWARE,
            "body": [
                _body(one.kind, "tagging"),
                _body(one.severity, "classifying"),
                _body(one.reason, "describing"),
            ],
            "target": [_of_span(article, span) for article, span in ends if span is not None],
        }


def _of_span(article: Article, span: Span) -> Data:
    anchor = make_anchor(article, span.start, span.end)
    return _target(article, anchor, (anchor.start, anchor.end))


def _target(article: Article, anchor: Anchor, place: tuple[int, int] | None) -> Data:
    quote_: Data = {"type": "TextQuoteSelector", "exact": anchor.exact}
    quote_ |= {"prefix": anchor.prefix} if anchor.prefix else {}
    quote_ |= {"suffix": anchor.suffix} if anchor.suffix else {}
    selectors = [quote_]
    if place is not None:
        selectors.append({"type": "TextPositionSelector", "start": place[0], "end": place[1]})
    source: Data = {"id": _address(article), "type": "Text", "format": "text/plain"}
    if article.path is not None:
        source["via"] = quote(article.path.name.encode("utf-8", "surrogateescape"), safe="")
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def _annotation_id(one: PanelAnnotation) -> str:
    file = quote(one.notebook.file.file_id, safe="")
    return f"urn:compare-tui:annotation:{file}:{quote(one.annotation.id, safe='')}"


def _address(article: Article) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.text_sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _person(author: Author) -> Data:
    return {
        "id": f"urn:compare-tui:person:{quote(author.id, safe='')}",
        "type": "Person",
        "name": author.name,
        "nickname": author.id,
    }


def _body(value: str, purpose: str) -> Data:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
