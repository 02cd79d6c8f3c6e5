"""What a passage's text is marked with: differing details, annotated words, words searched for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.article.model import Passage
from compare_tui.tui.company import NOBODY, SEVERAL, Company, own_places
from compare_tui.tui.focus import Focus
from compare_tui.tui.look import kind_role
from compare_tui.tui.pairs import Mark, Pairs, Side, State
from compare_tui.tui.parts import Part, RoleSpan
from compare_tui.tui.tagging import Placed

if TYPE_CHECKING:
    from compare_tui.comparison.model import Link
    from compare_tui.tui.searching import Matches


_TEXTS: dict[State, str] = {"possible": "possible", "only": "only", "furniture": "furniture"}


class View(NamedTuple):
    """What the widgets show.

    Attributes:
        focus: Where the reader is.
        pairs: What is known of the passages.
        placed: The annotations and where they stand.
        letters: The letter of each tag.
        matches: What was searched for and where it stands; None without a search.
        selected: What is selected: the side, start and end in ``Article.text``.
        company: What colleagues have marked, as far as it is shown.
    """

    focus: Focus
    pairs: Pairs
    placed: tuple[Placed, ...]
    letters: dict[str, str]
    matches: Matches | None = None
    selected: tuple[tuple[Side, int, int], ...] = ()
    company: Company = NOBODY

    def same_text(self, before: View) -> bool:
        """Tell whether the texts look as before, the focus aside."""
        same = self.pairs is before.pairs and self.matches is before.matches
        same = same and self.company is before.company
        return same and self.placed == before.placed and self.selected == before.selected


def text_role(passage: Passage, state: State) -> str:
    """Return the role of a passage's unmarked text.

    Args:
        passage: The passage.
        state: What is known of it.
    """
    role = _TEXTS.get(state, "text")
    return "strong" if role == "text" and passage.role == "headline" else role


def text_marks(
    view: View, side: Side, passage: int, link: Link | None, *, near: bool, annotated: bool
) -> list[RoleSpan]:
    """Return the marks of a passage, in order and without overlaps.

    Words searched for lie over the detail in focus, which lies over what colleagues marked; below are the
    other differing details and one's own annotated words.

    Args:
        view: What is shown.
        side: Which article.
        passage: Index of the passage.
        link: Show the differences of this link only; None shows those of all its links.
        near: Whether the passage belongs to the link in focus.
        annotated: Whether an annotation begins in it.
    """
    own = view.pairs.article(side).passages[passage]
    marks = view.pairs.marks(side, passage, link)
    spans = role_spans(view.pairs, marks, view.focus, near=near)
    for one in view.placed if annotated else ():
        place = one.on(side)
        if place is None or place[0] >= own.end or place[1] <= own.start or place == (own.start, own.end):
            continue
        if all(place[1] <= start or place[0] >= end for start, end, _ in spans):
            spans.append((place[0], place[1], "annotated"))
    if passage in view.company.touched(side):
        spans = _with_people(view, side, passage, spans)
    picked = [(start, end, "selected") for one, start, end in view.selected if one == side]
    picked = [one for one in picked if one[0] < own.end and one[1] > own.start]
    if view.matches is not None:
        found = view.matches.within(side, own.start, own.end)
        spans = _without(spans, [(start, end) for start, end, _ in found]) + found
    if picked:
        spans = _without(spans, [(start, end) for start, end, _ in picked]) + picked
    spans.sort()
    return spans


def _with_people(view: View, side: Side, passage: int, spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """Return marks with those of colleagues; where they meet one's own, they are those of several."""
    own = view.pairs.article(side).passages[passage]
    whole = (own.start, own.end)
    people = view.company.spans(side, passage, whole)
    shared = [
        (max(start, place[0]), min(end, place[1]), SEVERAL)
        for place in own_places(view.placed, side, whole)
        for start, end, _ in people
        if place != whole and place[0] < end and place[1] > start
    ]
    if shared:
        shared = _joined(shared)
        people = _without(people, [(start, end) for start, end, _ in shared]) + shared
    focused = [one for one in spans if one[2].startswith("focused:")]
    people = _without(people, [(start, end) for start, end, _ in focused])
    rest = [one for one in spans if one not in focused]
    return _without(rest, [(start, end) for start, end, _ in people]) + people + focused


def _joined(spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """Return stretches of one role without overlaps."""
    joined: list[RoleSpan] = []
    for start, end, role in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), role)
        else:
            joined.append((start, end, role))
    return joined


def _without(spans: Sequence[RoleSpan], cut: Sequence[tuple[int, int]]) -> list[RoleSpan]:
    """Return spans without the stretches that lie over them."""
    left = list(spans)
    for begin, end in cut:
        pieces: list[RoleSpan] = []
        for start, stop, role in left:
            if stop <= begin or start >= end:
                pieces.append((start, stop, role))
                continue
            if start < begin:
                pieces.append((start, begin, role))
            if stop > end:
                pieces.append((end, stop, role))
        left = pieces
    return left


def role_spans(pairs: Pairs, marks: Sequence[Mark], focus: Focus, *, near: bool) -> list[RoleSpan]:
    """Return marks with the role in which each is painted.

    Args:
        pairs: Where the differences are.
        marks: What to mark.
        focus: Where the reader is.
        near: Whether the marks lie inside the focused link.
    """
    return [
        (
            mark.start,
            mark.end,
            kind_role(
                pairs.differences[mark.difference].kind,
                near=near,
                focused=mark.difference == focus.difference,
            ),
        )
        for mark in marks
    ]


def tag_signs(view: View, side: Side, several: str) -> dict[int, str]:
    """Return the sign of the annotations that begin in each passage: the tag's letter, or one for several.

    Args:
        view: What is shown.
        side: Which article.
        several: The sign for more than one.
    """
    signs: dict[int, str] = {}
    article = view.pairs.article(side)
    for one in view.placed:
        place = one.on(side)
        if place is None or not article.passages:
            continue
        at = article.passage_at(place[0])
        letter = view.letters.get(one.annotation.tag, "?")
        signs[at] = letter if at not in signs else several
    return signs


def row_letters(view: View, side: Side, passage: int, row: tuple[int, int]) -> list[Part]:
    """Return the letters beside a row: whose marks touch it.

    Args:
        view: What is shown.
        side: Which article.
        passage: Index of the passage.
        row: Start and end of the row in ``Article.text``.
    """
    own = view.pairs.article(side).passages[passage]
    whole = (own.start, own.end)
    return view.company.row_letters(side, passage, row, whole, own_places(view.placed, side, whole))
