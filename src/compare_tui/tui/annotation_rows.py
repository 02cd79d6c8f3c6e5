"""The list of all annotations as rows of a table: its filters and what each row says."""

from __future__ import annotations

from dataclasses import dataclass

from compare_tui.annotation.settling import is_unsettled
from compare_tui.annotation.three_way_values import CONFLICT
from compare_tui.tui.annotation_list import AnnotationFilter, words_of
from compare_tui.tui.pairs import SIDE_NAMES, SIDES, Pairs
from compare_tui.tui.parts import Part, filter_parts, fit, fit_parts
from compare_tui.tui.plain import safe
from compare_tui.tui.signs import in_quotes, signs
from compare_tui.tui.tagging import Placed

_TAG_CELLS, _SEVERITY_CELLS, _STATUS_CELLS, _WHERE_CELLS = 15, 10, 11, 13
_WIDE = 100


def filter_line(chosen: AnnotationFilter, shown: int, total: int, width: int) -> list[Part]:
    """Return the line that tells what is shown.

    Args:
        chosen: The filters.
        shown: How many annotations are shown.
        total: How many there are.
        width: Cells of the window.
    """
    entries = (
        ("tag", safe(chosen.tag) if chosen.tag is not None else "all", chosen.tag is not None),
        ("status", chosen.status or "all", chosen.status is not None),
        ("author", safe(chosen.author) if chosen.author is not None else "all", chosen.author is not None),
        ("words", chosen.words, chosen.words != "all"),
        ("text", in_quotes(safe(chosen.text)) if chosen.text else "any", bool(chosen.text)),
        ("by", chosen.order, chosen.order != "place"),
    )
    return filter_parts("Annotations", entries, f"{shown} of {total}", width)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths of the columns, in cells; one without width is left out."""

    tag: int
    severity: int
    status: int
    words: int
    note: int
    where: int


def _columns(width: int) -> _Columns:
    if width < _WIDE:
        where = 11 if width >= 60 else 0
        left = max(width - 2 - 13 - where - 2, 12)
        return _Columns(13, 0, 0, left - left * 2 // 5, left * 2 // 5, where)
    left = width - 2 - _TAG_CELLS - _SEVERITY_CELLS - _STATUS_CELLS - _WHERE_CELLS - 2
    return _Columns(
        _TAG_CELLS, _SEVERITY_CELLS, _STATUS_CELLS, left - left * 2 // 5, left * 2 // 5, _WHERE_CELLS
    )


def column_heads(width: int) -> list[Part]:
    """Return the heads of the columns."""
    columns = _columns(width)
    heads = (
        ("  tag", columns.tag + 2),
        ("severity", columns.severity),
        ("status", columns.status),
        ("words", columns.words),
        ("  note", columns.note + 2),
        ("where", columns.where),
    )
    return [(fit(text, cells), "muted") for text, cells in heads]


def row_parts(one: Placed, pairs: Pairs, letters: dict[str, str], width: int, *, here: bool) -> list[Part]:
    """Return what a row says.

    Args:
        one: The annotation and where it stands.
        pairs: The articles.
        letters: The letter of each tag.
        width: Cells of the window.
        here: Whether it is in focus.
    """
    annotation, columns = one.annotation, _columns(width)
    state = words_of(one)
    words = f" {signs().linked} ".join(
        safe(end.exact) for end in (annotation.a, annotation.b) if end is not None
    )
    told: list[Part] = [(words, "strong" if here else "text")]
    if state != "in place":
        told.insert(0, (f"{state}: ", "error" if state == "gone" else "warning"))
    if is_unsettled(annotation):
        told.insert(0, (f"{'conflict' if CONFLICT in annotation.extra else 'disputed'}: ", "warning"))
    note = safe(annotation.note)
    tag = f"{letters.get(annotation.tag, '?')} {safe(annotation.tag)}"
    return [
        (signs().pointer + " " if here else "  ", "accent-strong"),
        *fit_parts([(tag, "annotation")], columns.tag),
        (fit(annotation.severity, columns.severity), "muted" if annotation.severity == "minor" else "strong"),
        (fit(annotation.status, columns.status), "muted"),
        *fit_parts(told, columns.words),
        (fit(f"  {note}" if note else f"  {signs().absent}", columns.note + 2), "text" if note else "muted"),
        (fit(_where(one, pairs), columns.where), "muted"),
    ]


def _where(one: Placed, pairs: Pairs) -> str:
    """Return where an annotation stands: "A6 ↔ B11"."""
    ends = []
    for side in SIDES:
        place = one.on(side)
        if place is not None and pairs.article(side).passages:
            article = pairs.article(side)
            ends.append(f"{SIDE_NAMES[side]}{article.passages[article.passage_at(place[0])].number}")
    return f" {signs().linked} ".join(ends)
