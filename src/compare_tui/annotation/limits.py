"""How large a notebook may become: no larger than what is read."""

from __future__ import annotations

from collections.abc import Sequence

from compare_tui.annotation.model import Annotation, NotebookError, Value
from compare_tui.annotation.yaml_read import MAX_PARTS
from compare_tui.annotation.yaml_text import check_size
from compare_tui.annotation.yaml_write import count_parts

# Of an annotation with both anchors, and what an anchor is more than null.
_PARTS, _ANCHOR_PARTS = 46, 11


def refuse_what_cannot_be_read(data: bytes, annotations: Sequence[Annotation], others: Value) -> None:
    """Refuse a file beyond the limits of the reader: what is written can always be opened again.

    Args:
        data: Its bytes.
        annotations: Its annotations.
        others: What else it holds.

    Raises:
        NotebookError: It would not be read again.
    """
    check_size(data, "the notebook")
    if sum(map(_parts_of, annotations)) + count_parts(others) > MAX_PARTS:
        raise NotebookError(
            f"not saved: {len(annotations):,} annotations and what else the notebook holds are more "
            "than can be read again; another notebook (--notes) has room"
        )


def _parts_of(annotation: Annotation) -> int:
    """Return how many of ``MAX_PARTS`` an annotation is; most have no keys that are not known."""
    anchors = [anchor for anchor in (annotation.a, annotation.b) if anchor is not None]
    known = _PARTS - _ANCHOR_PARTS * (2 - len(anchors))
    extras = (annotation.extra, *(anchor.extra for anchor in anchors))
    return known + sum(count_parts(dict(extra)) - 2 for extra in extras if extra)
