"""The list of all annotations: which are shown, in which order, and what each row says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from compare_tui.annotation.model import Annotation, Status
from compare_tui.tui.filtering import following_or_all, holds
from compare_tui.tui.focus import Focus, at_passage
from compare_tui.tui.pairs import SIDE_NAMES, SIDES, Pairs
from compare_tui.tui.parts import Part, filter_parts, fit, fit_parts, safe
from compare_tui.tui.signs import in_quotes, signs
from compare_tui.tui.tagging import Placed

Words = Literal["all", "in place", "moved", "gone"]
Order = Literal["place", "tag", "newest", "severity"]
WORDS: tuple[Words, ...] = get_args(Words)
ORDERS: tuple[Order, ...] = get_args(Order)
STATUSES: tuple[Status, ...] = get_args(Status)
_WEIGHT = {"critical": 0, "major": 1, "minor": 2}
_TAG_CELLS, _SEVERITY_CELLS, _STATUS_CELLS, _WHERE_CELLS = 15, 10, 11, 13
_WIDE = 100


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations the list shows, and in which order.

    Attributes:
        tag: Only this tag; None for every tag.
        status: Only this status; None for every status.
        words: Only those whose words are in place, have a new place proposed, or are gone.
        text: Only those whose words, note, tag or makers hold this text; case does not count.
        order: What the rows are sorted by.
    """

    tag: str | None = None
    status: Status | None = None
    words: Words = "all"
    text: str = ""
    order: Order = "place"

    @property
    def is_open(self) -> bool:
        """Whether every annotation is shown."""
        return self.tag is None and self.status is None and self.words == "all" and not self.text


def without_filters(chosen: AnnotationFilter) -> AnnotationFilter:
    """Return a filter that shows every annotation, in the same order."""
    return replace(AnnotationFilter(), order=chosen.order)


def next_tag(current: str | None, placed: Sequence[Placed]) -> str | None:
    """Return the tag that follows among those in use; None, for every tag, behind the last one."""
    present = sorted({one.annotation.tag for one in placed})
    return following_or_all(present, current)


def next_status(current: Status | None) -> Status | None:
    """Return the status that follows; None, for every status, behind the last one."""
    return following_or_all(STATUSES, current)


def words_of(placed: Placed) -> Words:
    """Return where the words of an annotation are: the worse of both sides counts."""
    if placed.lost_sides:
        return "gone"
    return "moved" if placed.moved_sides else "in place"


def annotation_rows(placed: Sequence[Placed], chosen: AnnotationFilter) -> list[Placed]:
    """Return the annotations that are shown, in their order; those without a place stand last.

    Args:
        placed: The annotations and where they stand.
        chosen: What to show.
    """
    kept = [one for one in placed if _shown(one, chosen)]
    kept.sort(key=_place)
    if chosen.order == "tag":
        kept.sort(key=lambda one: one.annotation.tag)
    elif chosen.order == "severity":
        kept.sort(key=lambda one: _WEIGHT[one.annotation.severity])
    elif chosen.order == "newest":
        kept.sort(key=lambda one: (one.annotation.modified, one.annotation.id), reverse=True)
    return kept


def _place(one: Placed) -> tuple[bool, int, int, str]:
    a, b = one.a, one.b
    return one.is_lost, a[0] if a else b[0] if b else 0, b[0] if b else 0, one.annotation.id


def _shown(one: Placed, chosen: AnnotationFilter) -> bool:
    annotation = one.annotation
    if chosen.tag is not None and annotation.tag != chosen.tag:
        return False
    if chosen.status is not None and annotation.status != chosen.status:
        return False
    if chosen.words != "all" and words_of(one) != chosen.words:
        return False
    ends = (end.exact for end in (annotation.a, annotation.b) if end is not None)
    texts = (annotation.tag, annotation.note, *ends, *makers_of(annotation))
    return not chosen.text or holds(texts, chosen.text)


def makers_of(annotation: Annotation) -> list[str]:
    """Return the ids of those who made an annotation of a notebook merged out of several people's."""
    made_by = annotation.extra.get("made_by")
    entries = made_by if isinstance(made_by, list) else []
    return [str(one["author"]) for one in entries if isinstance(one, dict) and "author" in one]


def focus_on_annotation(focus: Focus, pairs: Pairs, placed: Placed) -> Focus:
    """Return the focus on an annotation: at the passage where it begins, with its counterpart where linked.

    One whose words are gone leaves the place as it is.
    """
    sides = (focus.side, *(side for side in SIDES if side != focus.side))
    side = next((side for side in sides if placed.on(side) is not None), None)
    place = placed.on(side) if side is not None else None
    if side is None or place is None:
        return replace(focus, difference=None, annotation=placed.annotation.id)
    moved = at_passage(focus, pairs, side, pairs.article(side).passage_at(place[0]))
    return replace(moved, annotation=placed.annotation.id)


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
