"""Which annotations are listed, in which order, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from compare_tui.annotation.model import Annotation, Status
from compare_tui.annotation.settling import is_unsettled
from compare_tui.tui.filtering import following, following_or_all, holds
from compare_tui.tui.focus import Focus, at_passage
from compare_tui.tui.pairs import SIDES, Pairs
from compare_tui.tui.row_list import RowList
from compare_tui.tui.tagging import Placed, at_focus, chosen

Words = Literal["all", "in place", "moved", "gone", "unsettled"]
Order = Literal["place", "tag", "newest", "severity", "status", "author"]
WORDS: tuple[Words, ...] = get_args(Words)
ORDERS: tuple[Order, ...] = get_args(Order)
STATUSES: tuple[Status, ...] = get_args(Status)
_WEIGHT = {"critical": 0, "major": 1, "minor": 2}


class AnnotationFilter(NamedTuple):
    """Which annotations the list shows, and in which order.

    Attributes:
        tag: Only this tag; None for every tag.
        status: Only this status; None for every status.
        author: Only those that this person made, or made with others; None for everybody's.
        words: Only those whose words are in place, have a new place proposed, or are gone; or those in which
            a merge left something open.
        text: Only those whose words, note or tag hold this text; case does not count.
        order: What the rows are sorted by.
    """

    tag: str | None = None
    status: Status | None = None
    author: str | None = None
    words: Words = "all"
    text: str = ""
    order: Order = "place"

    @property
    def is_open(self) -> bool:
        """Whether every annotation is shown."""
        chosen = (self.tag, self.status, self.author)
        return chosen == (None, None, None) and self.words == "all" and not self.text


def without_filters(chosen: AnnotationFilter) -> AnnotationFilter:
    """Return a filter that shows every annotation, in the same order."""
    return AnnotationFilter()._replace(order=chosen.order)


def next_tag(current: str | None, placed: Sequence[Placed]) -> str | None:
    """Return the tag that follows among those in use; None, for every tag, behind the last one."""
    present = sorted({one.annotation.tag for one in placed})
    return following_or_all(present, current)


def next_status(current: Status | None) -> Status | None:
    """Return the status that follows; None, for every status, behind the last one."""
    return following_or_all(STATUSES, current)


def next_author(current: str | None, placed: Sequence[Placed]) -> str | None:
    """Return the person who follows among those who annotated; None, for everybody, behind the last one."""
    return following_or_all(sorted({author for one in placed for author in one.authors}), current)


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
    elif chosen.order == "status":
        kept.sort(key=lambda one: STATUSES.index(one.annotation.status))
    elif chosen.order == "author":
        kept.sort(key=lambda one: one.authors)
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
    if chosen.author is not None and chosen.author not in one.authors:
        return False
    if chosen.words == "unsettled":
        if not is_unsettled(annotation):
            return False
    elif chosen.words not in ("all", words_of(one)):
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
        return focus._replace(difference=None, annotation=placed.annotation.id)
    moved = at_passage(focus, pairs, side, pairs.article(side).passage_at(place[0]))
    return moved._replace(annotation=placed.annotation.id)


class AnnotationList(RowList[AnnotationFilter, Placed]):
    """The annotations that a filter leaves."""

    def __init__(self, pairs: Pairs, placed: Sequence[Placed]) -> None:
        """List every annotation.

        Args:
            pairs: The articles.
            placed: The annotations and where they stand.
        """
        self._row_of: dict[str, int] = {}
        super().__init__(pairs, placed, AnnotationFilter())

    @property
    def total(self) -> int:
        """How many annotations there are."""
        return len(self.placed)

    def select(self) -> None:
        """Choose the annotations that pass the filter."""
        self.rows = annotation_rows(self.placed, self.filter)
        self._row_of = {one.annotation.id: at for at, one in enumerate(self.rows)}

    def next_sort(self) -> AnnotationFilter:
        """Return the filter that shows the next tag only."""
        return self.filter._replace(tag=next_tag(self.filter.tag, self.placed))

    def next_weight(self) -> AnnotationFilter:
        """Return the filter that shows the next status only."""
        return self.filter._replace(status=next_status(self.filter.status))

    def next_state(self) -> AnnotationFilter:
        """Return the filter that shows the next of ``WORDS`` only."""
        return self.filter._replace(words=following(WORDS, self.filter.words))

    def next_author(self) -> AnnotationFilter:
        """Return the filter that shows what the next person annotated only."""
        return self.filter._replace(author=next_author(self.filter.author, self.placed))

    def next_order(self) -> AnnotationFilter:
        """Return the filter with the next order of rows."""
        return self.filter._replace(order=following(ORDERS, self.filter.order))

    def with_text(self, text: str) -> AnnotationFilter:
        """Return the filter that shows annotations which hold a text only."""
        return self.filter._replace(text=text)

    def opened(self) -> AnnotationFilter:
        """Return the filter that shows every annotation, in the same order."""
        return without_filters(self.filter)

    def row_of(self, focus: Focus) -> int:
        """Return the row of the annotation chosen, else of the first one at or behind the passage."""
        if focus.annotation in self._row_of:
            return self._row_of[focus.annotation or ""]
        passages = self.pairs.article(focus.side).passages
        start = passages[focus.passage(focus.side)].start if passages else 0
        later = (at for at, one in enumerate(self.rows) if (one.on(focus.side) or (-1,))[0] >= start)
        return next(later, max(0, len(self.rows) - 1))

    def chosen_here(self, focus: Focus) -> Focus:
        """Return the focus with the annotation that an act would be about; the place stays."""
        found = chosen(at_focus(self.placed, self.pairs, focus), focus)
        return focus if found is None else focus._replace(annotation=found.annotation.id)

    def is_here(self, row: int, focus: Focus) -> bool:
        """Tell whether an annotation is the chosen one."""
        return focus.annotation == self.rows[row].annotation.id

    def focus_on(self, focus: Focus, row: int) -> Focus:
        """Return the focus on an annotation."""
        return focus_on_annotation(focus, self.pairs, self.rows[row])
