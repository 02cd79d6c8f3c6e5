"""What a tag would stand on, and which annotations stand at a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, get_args

from compare_tui.annotation.model import Annotation, AnnotationSeverity, Confidence, Relation, Status, TagSet
from compare_tui.article.model import Passage
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import Pairs, Side, difference_span

if TYPE_CHECKING:
    from compare_tui.comparison.kinds import Kind

Range = tuple[int, int]
"""Start and end in ``Article.text``, in code points."""

FIELDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("t", "tag", ()),
    ("r", "relation", get_args(Relation)),
    ("s", "severity", get_args(AnnotationSeverity)),
    ("c", "confidence", get_args(Confidence)),
    ("u", "status", get_args(Status)),
)
"""Key, field and what it may be; a tag may be any of the tag set."""


class Target(NamedTuple):
    """What a tag would stand on.

    Attributes:
        a: Where in A, or None.
        b: Where in B, or None.
        relation: How the sides stand to each other.
        severity: How much it matters.
        kind: Kind of the difference, from which a tag is proposed; None where nothing proposes one.
        words: A few words of it, for a message.
    """

    a: Range | None
    b: Range | None
    relation: Relation
    severity: AnnotationSeverity
    kind: Kind | None
    words: str


class Placed(NamedTuple):
    """An annotation and where its anchors stand in the texts.

    Attributes:
        annotation: The annotation.
        a: Where in A; None where it has no anchor there or the anchor is lost.
        b: Likewise for B.
        moved_sides: The sides on which other words are proposed in place of those that are gone.
        authors: Ids of those who made it: several in a notebook merged out of several people's.
    """

    annotation: Annotation
    a: Range | None
    b: Range | None
    moved_sides: tuple[Side, ...] = ()
    authors: tuple[str, ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether its words stand in neither text any more."""
        return self.a is None and self.b is None

    @property
    def lost_sides(self) -> tuple[Side, ...]:
        """The sides on which it had words that are gone."""
        ends: tuple[tuple[Side, bool], ...] = (
            ("a", self.annotation.a is not None and self.a is None),
            ("b", self.annotation.b is not None and self.b is None),
        )
        return tuple(side for side, is_gone in ends if is_gone)

    def on(self, side: Side) -> Range | None:
        """Return where it stands on a side."""
        return self.a if side == "a" else self.b


def target_of(focus: Focus, pairs: Pairs) -> Target | None:
    """Return what a tag would stand on now.

    A focused difference gives its spans. Its relation is one-sided where a side lacks the detail, a conflict
    where it is major, else compatible. Without one, the passage and its counterpart are taken whole: in
    conflict where their link holds a major difference, else compatible; one-sided without a link.

    Args:
        focus: Where the reader is.
        pairs: What is known of the passages.

    Returns:
        The target, or None in an article without passages.
    """
    if focus.difference is not None:
        found = pairs.differences[focus.difference]
        a, b = found.a, found.b
        major = found.severity == "major"
        words = (a or b).text if (a or b) is not None else ""  # type: ignore[union-attr]
        relation: Relation = "one-sided" if a is None or b is None else "conflict" if major else "compatible"
        return Target(
            (a.start, a.end) if a is not None else None,
            (b.start, b.end) if b is not None else None,
            relation,
            "major" if major else "minor",
            found.kind,
            words,
        )
    if not pairs.article(focus.side).passages:
        return None
    own = pairs.article(focus.side).passages[focus.passage(focus.side)]
    if focus.link is None:
        lone = (own.start, own.end)
        lonely = pairs.state(focus.side, focus.passage(focus.side)) == "only"
        kind: Kind | None = "omission" if lonely else None
        in_a = focus.side == "a"
        return Target(lone if in_a else None, None if in_a else lone, "one-sided", "minor", kind, own.text)
    major = any(pairs.differences[i].severity == "major" for i in pairs.differences_of(focus.link))
    left, right = pairs.a.passages[focus.link.a], pairs.b.passages[focus.link.b]
    return Target(
        (left.start, left.end),
        (right.start, right.end),
        "conflict" if major else "compatible",
        "major" if major else "minor",
        None,
        own.text,
    )


def tag_for_key(tags: TagSet, recent: Sequence[str], key: str) -> str | None:
    """Return the name of the tag that a key picks, None where it picks none.

    Args:
        tags: What can be chosen.
        recent: Names of the tags used before, the last one first: a digit picks one, a full stop the first.
        key: A character.
    """
    if key == "." and recent:
        return recent[0]
    if key.isdecimal() and key.isascii() and 0 < int(key) <= len(recent):
        return recent[int(key) - 1]
    found = tags.by_key(key)
    return found.name if found is not None else None


def selected_target(selected: Mapping[Side, Range], pairs: Pairs) -> Target:
    """Return what a tag would stand on where words are selected.

    Args:
        selected: What is selected on one side, or on both.
        pairs: The articles.
    """
    a, b = selected.get("a"), selected.get("b")
    words = pairs.a.text[slice(*a)] if a is not None else pairs.b.text[slice(*b)] if b is not None else ""
    relation: Relation = "conflict" if a is not None and b is not None else "one-sided"
    return Target(a, b, relation, "minor", None, words)


def on_passage(placed: Sequence[Placed], side: Side, passage: Passage) -> list[Placed]:
    """Return the annotations that touch a passage."""
    return [one for one in placed if _overlap(one.on(side), (passage.start, passage.end))]


def on_difference(placed: Sequence[Placed], pairs: Pairs, index: int) -> list[Placed]:
    """Return the annotations that touch a difference on every side that both of them have."""
    found = pairs.differences[index]
    matching: list[Placed] = []
    for one in placed:
        shared = 0
        for side in ("a", "b"):
            span, place = difference_span(found, side), one.on(side)
            if span is None or place is None:
                continue
            if not _overlap(place, (span.start, span.end)):
                break
            shared += 1
        else:
            if shared:
                matching.append(one)
    return matching


def at_focus(placed: Sequence[Placed], pairs: Pairs, focus: Focus) -> list[Placed]:
    """Return the annotations at the focused difference, or else at the passage under the cursor.

    One that is lost stands nowhere; it is there where the reader has stepped to it.
    """
    lost = [one for one in placed if one.is_lost and one.annotation.id == focus.annotation]
    if focus.difference is not None:
        return lost + on_difference(placed, pairs, focus.difference)
    passages = pairs.article(focus.side).passages
    if not passages:
        return lost
    return lost + on_passage(placed, focus.side, passages[focus.passage(focus.side)])


def chosen(candidates: Sequence[Placed], focus: Focus) -> Placed | None:
    """Return the annotation that an act would be about: the one stepped to, else the newest."""
    for one in candidates:
        if one.annotation.id == focus.annotation:
            return one
    return newest(candidates)


def newest(candidates: Sequence[Placed]) -> Placed | None:
    """Return the annotation that was made last, or None."""
    return max(candidates, key=lambda one: (one.annotation.created, one.annotation.id), default=None)


def _overlap(one: Range | None, other: Range) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]
