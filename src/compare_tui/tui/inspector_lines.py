"""What the inspector says about the focus, as lines of parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from compare_tui.annotation.model import TagSet
from compare_tui.annotation.settling import unsettled
from compare_tui.tui.company import NOBODY, Company
from compare_tui.tui.company_lines import here_parts, talk_parts
from compare_tui.tui.focus import Focus
from compare_tui.tui.look import kind_role, tag_role
from compare_tui.tui.pairs import SIDE_NAMES, Pairs, Side, difference_span, link_end, other
from compare_tui.tui.pane_rows import MIN_WIDTH, shown_text, wrap_text
from compare_tui.tui.parts import Part, fit, fit_parts, parts_width
from compare_tui.tui.plain import safe
from compare_tui.tui.row_marks import role_spans
from compare_tui.tui.signs import in_quotes, signs
from compare_tui.tui.tagging import Placed, at_focus, chosen, newest, on_difference, on_passage

if TYPE_CHECKING:
    from compare_tui.comparison.model import Difference, Link
    from compare_tui.tui.level_rows import MarkedText

WIDE = 96
"""From this width on each difference shows its severity and reason; below, only the focused one, on a line
of its own."""

SIDE_BY_SIDE = 66
"""From this width on both sentences stand beside each other; below, row under row."""


class InspectorLine(NamedTuple):
    """One row of the inspector.

    Attributes:
        parts: What it says.
        difference: Index of the difference it is about.
        annotation: Id of the annotation it is about.
        focused: Whether it is about the focused difference or annotation.
    """

    parts: tuple[Part, ...]
    difference: int | None = None
    annotation: str | None = None
    focused: bool = False


class Subject(NamedTuple):
    """Everything that the inspector speaks about.

    Attributes:
        focus: Where the reader is.
        pairs: What is known of the passages.
        placed: The annotations and where they stand.
        tags: The tag set.
        author: Id of the person who annotates.
        tag_for_kind: Gives the name of the tag that a kind of difference proposes, or None.
        company: What colleagues have marked and said, as far as it is shown.
    """

    focus: Focus
    pairs: Pairs
    placed: Sequence[Placed]
    tags: TagSet
    author: str
    tag_for_kind: Callable[[str], str | None]
    company: Company = NOBODY

    def letter(self, tag: str | None) -> str:
        """Return the letter of a tag, "?" where the tag set lacks it, a blank for none."""
        found = self.tags.find(tag) if tag is not None else None
        return found.key if found is not None else " " if tag is None else "?"

    def role(self, tag: str) -> str:
        """Return the role in which a tag is painted."""
        found = self.tags.find(tag)
        return tag_role(found.colour) if found is not None else "annotation"

    def named(self, tag: str) -> str:
        """Return letter and name of a tag, and that it is unknown where the tag set lacks it."""
        unknown = "" if self.tags.find(tag) else " (unknown tag)"
        return f"{self.letter(tag)} {safe(tag)}{unknown}"


def heading(subject: Subject, width: int) -> list[Part]:
    """Return the rule over the inspector with what is in focus: the link left, the position right."""
    focus, pairs = subject.focus, subject.pairs
    right: list[Part] = []
    if pairs.differences:
        place = f"{focus.difference + 1}/{len(pairs.differences)}" if focus.difference is not None else ""
        noun = "difference" if place or len(pairs.differences) == 1 else "differences"
        right.append((f"{noun} {place}" if place else f"{len(pairs.differences)} {noun}", "muted"))
    if subject.placed:
        right.append((f" {signs().dot} {len(subject.placed)} tagged", "annotation"))
        lost = sum(bool(one.lost_sides) for one in subject.placed)
        if lost:
            right.append((f" {signs().dot} {lost} lost", "error"))
    left = _title(focus, pairs)
    rule = signs().rule
    space = width - 6 - (parts_width(right) + 2 if right else 0)
    left = fit_parts(left, min(parts_width(left), max(space, 12)))
    gap = width - parts_width(left) - 5 - (parts_width(right) + 3 if right else 0)
    if gap < 0:
        right, gap = [], max(0, width - parts_width(left) - 5)
    parts: list[Part] = [(rule * 2 + " ", "faint"), *left, (" " + rule * (gap + 1), "faint")]
    if right:
        parts += [(" ", "faint"), *right, (" " + rule, "faint")]
    return fit_parts(parts, width, "faint")


def body(subject: Subject, width: int) -> list[InspectorLine]:
    """Return the lines under the heading: differences, annotations of the passage, both sentences level."""
    focus, pairs = subject.focus, subject.pairs
    if not pairs.article(focus.side).passages:
        return []
    inner = max(width - 2, 20)
    lines: list[InspectorLine] = []
    listed: set[str] = set()
    if focus.link is not None:
        found = pairs.differences_of(focus.link)
        columns = _columns([pairs.differences[index] for index in found], inner)
        if not found:
            lines.append(InspectorLine((("  No differing details found.", "muted"),)))
        for index in found:
            tagged = on_difference(subject.placed, pairs, index)
            listed.update(one.annotation.id for one in tagged)
            lines.append(_difference_line(subject, index, tagged, columns))
            if index == focus.difference and not columns.reason:
                lines.append(_reason_line(subject, index, tagged, inner))
    selected = chosen(at_focus(subject.placed, pairs, focus), focus)
    for one in _annotations_here(subject):
        is_chosen = selected is not None and one.annotation.id == selected.annotation.id
        talk = [fit_parts(parts, inner) for parts in talk_parts(subject.company, one.annotation)]
        open_ = _unsettled_lines(one, inner)
        if one.annotation.id not in listed or one.annotation.note or is_chosen or talk or open_:
            lines.append(_annotation_line(subject, one, inner, is_chosen))
        lines += open_
        lines += [InspectorLine(tuple(parts), annotation=one.annotation.id) for parts in talk]
    for parts, is_chosen in here_parts(subject.company, focus, pairs):
        lines.append(InspectorLine(tuple(fit_parts(parts, inner)), focused=is_chosen))
    if focus.link is not None:
        if lines:
            lines.append(InspectorLine(()))
        lines.extend(_level_sentences(subject, focus.link, inner))
    elif not lines:
        lines.append(InspectorLine(((" " + _remark(subject), "muted"),)))
    return lines


def _title(focus: Focus, pairs: Pairs) -> list[Part]:
    passages = pairs.article(focus.side).passages
    if not passages:
        return [(f"{SIDE_NAMES[focus.side]} is empty", "muted")]
    link = focus.link
    if link is None:
        own = passages[focus.passage(focus.side)]
        state = pairs.state(focus.side, focus.passage(focus.side))
        said = {"only": f"only in {SIDE_NAMES[focus.side]}", "unknown": "not compared yet"}.get(state, state)
        name = f"{SIDE_NAMES[focus.side]} {own.number}"
        return [(name, "accent-strong"), (f" {signs().dot} {said}", "muted")]
    numbers = pairs.a.passages[link.a].number, pairs.b.passages[link.b].number
    parts: list[Part] = [(f"A {numbers[0]} {signs().linked} B {numbers[1]}", "accent-strong")]
    links = pairs.links(focus.side, focus.passage(focus.side))
    if len(links) > 1 and link in links:
        parts.append((f"  {links.index(link) + 1} of {len(links)}", "text"))
    score = f"{link.score:.2f}".removeprefix("0")
    moved = f" {signs().dot} moved" if link.order == "moved" else ""
    shared = f" {signs().dot} {safe(', '.join(link.shared[:4]))}" if link.shared else ""
    strength = "linked by hand" if (link.a, link.b) in pairs.by_hand else f"{link.strength} {score}"
    if (link.a, link.b) in pairs.proposed:
        strength += " on words that have changed since"
    parts.append((f"  {strength}{moved}{shared}", "muted"))
    return parts


def _remark(subject: Subject) -> str:
    focus, pairs = subject.focus, subject.pairs
    state = pairs.state(focus.side, focus.passage(focus.side))
    if state == "only":
        return f"No passage of {SIDE_NAMES[other(focus.side)]} is linked to this one."
    if state == "furniture":
        return "Credits, related links and addresses are not compared."
    return "The comparison is under way."


class _Columns(NamedTuple):
    """Widths of the columns of the differences, in cells; a column of no width is left out."""

    total: int
    kind: int
    severity: int
    a: int
    b: int
    reason: int


def _columns(differences: Sequence[Difference], width: int) -> _Columns:
    """Give the words of both sides what they need, and half of the width each where both need more."""
    wide = width >= WIDE
    kind, severity = 14, 7 if wide else 2
    space = width - 2 - kind - severity - 3
    reason = 0
    if wide:
        longest = max((cell_len(difference.reason) for difference in differences), default=0)
        reason = min(longest, space * 2 // 5)
        space -= 2
    words = space - reason
    a, b = (max((_cells(d, side) for d in differences), default=0) for side in SIDE_NAMES)
    a = max(min(a, max(words // 2, words - b)), 8)
    b = max(min(b, words - a), 8) if reason else words - a
    return _Columns(width, kind, severity, a, b, space - a - b if reason else 0)


def _cells(difference: Difference, side: Side) -> int:
    span = difference_span(difference, side)
    return cell_len(shown_text(span.text).text) if span is not None else 1


def _difference_line(
    subject: Subject, index: int, tagged: Sequence[Placed], columns: _Columns
) -> InspectorLine:
    difference = subject.pairs.differences[index]
    focused = subject.focus.difference == index
    letter = subject.letter(subject.tag_for_kind(difference.kind))
    pointer = signs().pointer if focused else " "
    parts: list[Part] = [
        (pointer + (signs().annotated if tagged and not columns.reason else " "), "accent-strong"),
        *fit_parts([(f"{letter} {difference.kind}", kind_role(difference.kind, near=True))], columns.kind),
    ]
    major = difference.severity == "major"
    severity = difference.severity if columns.reason else signs().major if major else ""
    parts.append((fit(severity, columns.severity), "strong" if major else "muted"))
    parts.append(words_of_side(difference, "a", columns.a, focused))
    parts.append((f" {signs().column} ", "faint"))
    parts.append(words_of_side(difference, "b", columns.b, focused))
    if columns.reason:
        tag = _tagged(subject, tagged)
        tag_width = min(parts_width(tag) + 2, columns.reason) if tag else 0
        reason = fit(difference.reason, columns.reason - tag_width)
        parts += [("  ", "text"), (reason, "text" if focused else "muted")]
        if tag:
            parts += [("  ", "text"), *fit_parts(tag, tag_width - 2)]
    return InspectorLine(tuple(fit_parts(parts, columns.total)), difference=index, focused=focused)


def _reason_line(subject: Subject, index: int, tagged: Sequence[Placed], width: int) -> InspectorLine:
    """Say what a narrow row has no room for."""
    difference = subject.pairs.differences[index]
    parts: list[Part] = [
        (f"    {difference.severity}", "strong" if difference.severity == "major" else "muted"),
        (f" {signs().dot} {difference.reason}", "text"),
    ]
    if tagged:
        parts += [("  ", "text"), *_tagged(subject, tagged)]
    return InspectorLine(tuple(fit_parts(parts, width)), difference=index)


def words_of_side(difference: Difference, side: Side, width: int, focused: bool) -> Part:
    """Return what a side says in a difference, in so many cells; a dash where it lacks the detail."""
    span = difference_span(difference, side)
    if span is None:
        return fit(signs().absent, width), "muted"
    return fit(span.text, width), "strong" if focused else "text"


def _tagged(subject: Subject, tagged: Sequence[Placed]) -> list[Part]:
    latest = newest(tagged)
    if latest is None:
        return []
    annotation = latest.annotation
    more = f" +{len(tagged) - 1}" if len(tagged) > 1 else ""
    return [
        (f"{signs().annotated} ", "annotation"),
        (f"{subject.named(annotation.tag)}{more}", subject.role(annotation.tag)),
    ]


def _annotations_here(subject: Subject) -> list[Placed]:
    focus, pairs = subject.focus, subject.pairs
    here = at_focus(subject.placed, pairs, focus)
    own = pairs.article(focus.side).passages[focus.passage(focus.side)]
    seen = {one.annotation.id for one in here}
    return here + [
        one for one in on_passage(subject.placed, focus.side, own) if one.annotation.id not in seen
    ]


def _annotation_line(subject: Subject, placed: Placed, width: int, is_chosen: bool) -> InspectorLine:
    one = placed.annotation
    first, *more = (safe(line) for line in one.note.split("\n"))
    note = first + (f" {signs().ellipsis}" if any(more) else "")
    parts: list[Part] = [
        (f"{signs().pointer if is_chosen else ' '} ", "accent-strong"),
        (f"{signs().annotated} ", "annotation"),
        (subject.named(one.tag), subject.role(one.tag)),
        (f"  {one.relation} {signs().dot} {one.severity} {signs().dot} {subject.author}", "muted"),
        (f"  {note}" if note else "  no note yet", "text" if note else "muted"),
    ]
    for side in placed.lost_sides:
        anchor = one.a if side == "a" else one.b
        quoted = safe(anchor.exact) if anchor else ""
        words = fit(quoted, min(30, cell_len(quoted)))
        parts.insert(3, (f"  its words are gone from {SIDE_NAMES[side]}: {in_quotes(words)}", "error"))
    return InspectorLine(tuple(fit_parts(parts, width)), annotation=one.id, focused=is_chosen)


def _unsettled_lines(placed: Placed, width: int) -> list[InspectorLine]:
    """Return what a merge has left open in an annotation, a line each."""
    lines = []
    for said in map(safe, unsettled(placed.annotation)):
        cuts = [0, *wrap_text(said, width - 4), len(said)]
        lines += [
            InspectorLine((("    ", "text"), (said[start:end], "warning")), annotation=placed.annotation.id)
            for start, end in pairwise(cuts)
        ]
    return lines


def _level_sentences(subject: Subject, link: Link, width: int) -> list[InspectorLine]:
    """Return both sentences word for word, beside each other or, where that is too narrow, row under row."""
    from compare_tui.tui.level_rows import level_rows

    a, b = _marked_text(subject, link, "a"), _marked_text(subject, link, "b")
    if width < SIDE_BY_SIDE:
        named = [(f"{name} ", "accent-strong") for name in SIDE_NAMES.values()]
        rows = level_rows(a, b, max(width - 4, MIN_WIDTH))
        return [
            InspectorLine((("  ", "text"), name, *parts))
            for row in rows
            for name, parts in zip(named, row, strict=True)
            if any(not text.isspace() for text, _ in parts)
        ]
    rows = level_rows(a, b, (width - 7) // 2)
    return [
        InspectorLine((("  ", "text"), *left, (f" {signs().column} ", "faint"), *right))
        for left, right in rows
    ]


def _marked_text(subject: Subject, link: Link, side: Side) -> MarkedText:
    from compare_tui.tui.level_rows import MarkedText

    passage = subject.pairs.article(side).passages[link_end(link, side)]
    marks = subject.pairs.marks(side, link_end(link, side), link)
    return MarkedText(passage.text, passage.start, role_spans(subject.pairs, marks, subject.focus, near=True))
