"""Which values the fields of an annotation may have."""

from __future__ import annotations

from typing import get_args

from compare_tui.annotation.model import (
    Anchor,
    Annotation,
    AnnotationSeverity,
    Confidence,
    Relation,
    Status,
)

RELATIONS: tuple[Relation, ...] = get_args(Relation)
SEVERITIES: tuple[AnnotationSeverity, ...] = get_args(AnnotationSeverity)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
STATUSES: tuple[Status, ...] = get_args(Status)

EDITABLE = ("tag", "relation", "severity", "confidence", "status", "a", "b", "note")
"""Fields that the person who annotates may change."""

MAX_NOTE = 1024 * 1024
"""Most characters of a note: with every one of them escaped, the reader still takes its line."""

_CHOICES: dict[str, tuple[str, ...]] = {
    "relation": RELATIONS,
    "severity": SEVERITIES,
    "confidence": CONFIDENCES,
    "status": STATUSES,
}


def check_annotation(annotation: Annotation) -> None:
    """Refuse an annotation that could be written but not read again.

    Raises:
        ValueError: A value is none of its field, both anchors are None, or one stands on no words.
    """
    for name, options in _CHOICES.items():
        value = getattr(annotation, name)
        if value not in options:
            raise ValueError(f"{name}: expected one of {', '.join(options)}, not {value!r}")
    for name, expected in (("tag", str), ("note", str), ("a", Anchor | None), ("b", Anchor | None)):
        if not isinstance(getattr(annotation, name), expected):
            raise ValueError(f"{name}: expected {expected}, not {type(getattr(annotation, name)).__name__}")
    if not annotation.tag.strip():
        raise ValueError("tag: expected a name")
    if annotation.a is None and annotation.b is None:
        raise ValueError("an annotation needs an anchor in A or in B")
    for anchor in (annotation.a, annotation.b):
        if anchor is not None and not (anchor.exact.strip() and 0 <= anchor.start <= anchor.end):
            raise ValueError("an anchor needs words to stand on and a position")
