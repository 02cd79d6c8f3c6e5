"""What a merge has left open in an annotation, and what it is once its author has chosen.

``conflict`` holds what the other state of the notebook says differently (``three_way``); ``disputed`` says
why people differ on an annotation of a merged notebook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from compare_tui.annotation.check import EDITABLE, check_annotation
from compare_tui.annotation.corrections import read_anchor_value
from compare_tui.annotation.identity import utc_now
from compare_tui.annotation.model import Annotation, Value
from compare_tui.annotation.three_way_values import CONFLICT, REMOVED
from compare_tui.article.clean import clean

DISPUTED = "disputed"
"""The key of an annotation on which people differ: the reason."""

Choice = Literal["ours", "theirs"]
"""Keep what stands in the annotation, or take what is proposed beside it."""

_TOLD_ELSEWHERE = "modified"


def is_unsettled(annotation: Annotation) -> bool:
    """Tell whether a merge has left something open in an annotation."""
    return CONFLICT in annotation.extra or DISPUTED in annotation.extra


def unsettled(annotation: Annotation) -> tuple[str, ...]:
    """Return what a merge has left open, a line each: what the other state says, or who differs."""
    told = [f"{name.replace('_', ' ')}: {_shown(value)}" for name, value in _theirs(annotation).items()]
    if REMOVED in _mapping(annotation):
        told = ["removed there, changed here"]
    lines = [f"the other state: {one}" for one in told]
    if CONFLICT in annotation.extra and not told:
        lines = ["the other state cannot be read"]
    if DISPUTED in annotation.extra:
        lines.append(f"disputed: {_shown(annotation.extra[DISPUTED])}")
    return tuple(lines)


def settled(annotation: Annotation, choice: Choice) -> Annotation | None:
    """Return an annotation once its author has chosen; a conflict is settled before a dispute.

    Of a dispute "ours" keeps the annotation, "theirs" withdraws it.

    Returns:
        The annotation; None where the other state has removed it and that is chosen.

    Raises:
        ValueError: Nothing is left open, or what the other state says is no value of its field.
    """
    if not is_unsettled(annotation):
        raise ValueError("a merge has left nothing open here")
    key = CONFLICT if CONFLICT in annotation.extra else DISPUTED
    after = replace(annotation, extra={name: one for name, one in annotation.extra.items() if name != key})
    if choice == "theirs":
        if key == DISPUTED:
            after = replace(after, status="withdrawn")
        elif _mapping(annotation).get(REMOVED) is True:
            return None
        else:
            after = _with(after, _theirs(annotation))
    return replace(after, modified=max(utc_now(), annotation.modified))


def _mapping(annotation: Annotation) -> Mapping[str, Value]:
    value = annotation.extra.get(CONFLICT)
    return value if isinstance(value, dict) else {}


def _theirs(annotation: Annotation) -> dict[str, Value]:
    """Return what the other state says of each field; of several earlier ones the first."""
    return {name: one for name, one in _mapping(annotation).items() if name not in (_TOLD_ELSEWHERE, REMOVED)}


def _with(annotation: Annotation, theirs: Mapping[str, Value]) -> Annotation:
    changes: dict[str, object] = {}
    extra = dict(annotation.extra)
    for name, value in theirs.items():
        if name in EDITABLE:
            anchor = name in ("a", "b") and value is not None
            changes[name] = read_anchor_value(value) if anchor else _text(name, value)
            if anchor and changes[name] is None:
                raise ValueError(f"the other state has no words in {name.upper()} that can be read")
        elif value is None:
            extra.pop(name, None)
        elif not _is_further(name, theirs):
            extra[name] = value
    after = replace(annotation, extra=extra, **changes)  # type: ignore[arg-type]
    check_annotation(after)
    return after


def _is_further(name: str, theirs: Mapping[str, Value]) -> bool:
    """Tell whether a name is that of a second value of a field, "note-2"."""
    first, _, number = name.rpartition("-")
    return number.isdecimal() and first in theirs


def _text(name: str, value: Value) -> Value:
    return clean(value, lines=name == "note") if isinstance(value, str) else value


def _shown(value: Value) -> str:
    """Return a value for one line: of an anchor its words."""
    if isinstance(value, dict) and isinstance(value.get("exact"), str):
        value = value["exact"]
    if value is None or value == "":
        return "nothing"
    return " ".join(clean(str(value)).split())
