"""Where the reader is, as a value, and the moves that lead from one such value to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from compare_tui.tui.pairs import Pairs, Side, State, link_end, other

if TYPE_CHECKING:
    from collections.abc import Container

    from compare_tui.comparison.model import Link


class Focus(NamedTuple):
    """Where the reader is.

    Attributes:
        side: The article that the keys move in.
        a: Index of the passage under the cursor of A.
        b: Index of the passage under the cursor of B.
        link: The link shown; its end on ``side`` is the cursor's passage there. None without one.
        difference: Index into ``Pairs.differences`` of the one stepped to; None when reading by passage.
        annotation: Id of the annotation chosen among several at one place.
    """

    side: Side = "a"
    a: int = 0
    b: int = 0
    link: Link | None = None
    difference: int | None = None
    annotation: str | None = None

    def passage(self, side: Side) -> int:
        """Return the index of the passage under the cursor of a side."""
        return self.a if side == "a" else self.b


def at_passage(focus: Focus, pairs: Pairs, side: Side, passage: int) -> Focus:
    """Go to a passage; its primary counterpart comes under the cursor of the other side.

    Args:
        focus: Where the reader is.
        pairs: What is known of the passages.
        side: The article to read in.
        passage: Index of a passage; one out of range leads to the nearest.
    """
    count = len(pairs.article(side).passages)
    if not count:
        return focus._replace(side=side, link=None, difference=None, annotation=None)
    passage = min(max(passage, 0), count - 1)
    links = pairs.links(side, passage)
    return _on_link(_put(focus, side, passage), side, links[0] if links else None)


def to_side(focus: Focus, pairs: Pairs, side: Side) -> Focus:
    """Go over to an article; the link stays in view when it leads there."""
    if side == focus.side:
        return focus
    if focus.link is not None and link_end(focus.link, side) == focus.passage(side):
        return focus._replace(side=side)
    return at_passage(focus, pairs, side, focus.passage(side))


def next_counterpart(focus: Focus, pairs: Pairs) -> Focus:
    """Go to the next counterpart of the passage, and from the last one to the first."""
    links = pairs.links(focus.side, focus.passage(focus.side))
    if len(links) < 2:
        return focus
    at = links.index(focus.link) if focus.link in links else -1
    return _on_link(focus, focus.side, links[(at + 1) % len(links)])


def at_difference(focus: Focus, pairs: Pairs, index: int) -> Focus:
    """Go to a difference; both cursors go to the passages of its link."""
    link = pairs.differences[index].link
    return focus._replace(a=link.a, b=link.b, link=link, difference=index, annotation=None)


def at_mark(focus: Focus, pairs: Pairs, passage: int, link: Link | None, offset: int | None) -> Focus:
    """Go to the marked difference that holds a character; stay where none does.

    Args:
        focus: Where the reader is; the character stands in the article of its side.
        pairs: What is known of the passages.
        passage: Index of the passage.
        link: Only the differences of this link are marked there; None for those of all its links.
        offset: Offset of the character in ``Article.text``; None for a place beside the text.
    """
    marks = pairs.marks(focus.side, passage, link) if offset is not None else ()
    for mark in marks:
        if offset is not None and mark.start <= offset < mark.end:
            return at_difference(focus, pairs, mark.difference)
    return focus


def step_difference(focus: Focus, pairs: Pairs, step: int) -> Focus:
    """Go to the next (``step`` 1) or previous (-1) difference; stay where there is none further.

    Without a focused difference the step starts from the passage under the cursor; from the link in focus
    where the reader has chosen another than the passage's first.
    """
    count = len(pairs.differences)
    if not count:
        return focus
    if focus.difference is not None:
        index = focus.difference + step
        return at_difference(focus, pairs, index) if 0 <= index < count else focus
    side, cursor = focus.side, focus.passage(focus.side)
    is_chosen = focus.link is not None and focus.link != next(iter(pairs.links(side, cursor)), None)
    own = pairs.differences_of(focus.link) if focus.link is not None and is_chosen else ()
    if step > 0:
        later = (i for i, d in enumerate(pairs.differences) if link_end(d.link, side) >= cursor)
        return at_difference(focus, pairs, own[0] if own else next(later, count - 1))
    earlier = (i for i in range(count - 1, -1, -1) if link_end(pairs.differences[i].link, side) < cursor)
    return at_difference(focus, pairs, next(earlier, 0))


def carried_over(focus: Focus, before: Pairs, after: Pairs) -> Focus:
    """Keep the place when what is known changes; the link and the difference stay where they still exist.

    Args:
        focus: Where the reader is.
        before: What was known.
        after: What is known now.
    """
    difference = before.differences[focus.difference] if focus.difference is not None else None
    moved = _at_link(focus, after)
    if difference is not None and difference in after.differences:
        moved = at_difference(moved, after, after.differences.index(difference))
    return moved


def _put(focus: Focus, side: Side, passage: int) -> Focus:
    if side == "a":
        return focus._replace(side=side, a=passage)
    return focus._replace(side=side, b=passage)


def _on_link(focus: Focus, side: Side, link: Link | None) -> Focus:
    focus = focus._replace(link=link, difference=None, annotation=None)
    if link is None:
        return focus
    away = other(side)
    return _put(focus, away, link_end(link, away))._replace(side=side)


def without_difference(focus: Focus) -> Focus:
    """Read by passage again, at the same place."""
    return focus._replace(difference=None, annotation=None)


def seek(focus: Focus, pairs: Pairs, step: int, wanted: Container[State]) -> int | None:
    """Return the next (``step`` 1) or previous (-1) passage of the article in one of some states, or None."""
    side = focus.side
    count = len(pairs.article(side).passages)
    at = focus.passage(side) + step
    while 0 <= at < count:
        if pairs.state(side, at) in wanted:
            return at
        at += step
    return None


def restored(place: Focus, pairs: Pairs) -> Focus:
    """Return a place that was left earlier, as far as what is known now still has it.

    Args:
        place: Where the reader was.
        pairs: What is known of the passages.
    """
    moved = _at_link(place, pairs)
    index = place.difference
    if index is None or index >= len(pairs.differences) or moved.link != place.link:
        return moved
    return moved._replace(difference=index) if pairs.differences[index].link == place.link else moved


def _at_link(place: Focus, pairs: Pairs) -> Focus:
    """Go to the passage of a place, and to its link where there still is one."""
    moved = at_passage(place, pairs, place.side, place.passage(place.side))
    if place.link is not None and place.link in pairs.links(place.side, place.passage(place.side)):
        moved = _on_link(moved, place.side, place.link)
    return moved
