"""Passages cut where marked words begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from compare_tui.article.model import Passage
from compare_tui.report.document import Report, Row

Side = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words.

    Attributes:
        label: What they are called in the tables: "3" for a difference, "n2" for an annotation.
        kind: The kind of a difference, or "annotation".
        start: Offset of the first character in the article, in code points.
        end: Offset behind the last character.
    """

    label: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage under the same marks.

    Attributes:
        text: The words, runs of blanks folded.
        marks: All marks that cover it.
        ending: Those of them that end here.
    """

    text: str
    marks: tuple[Mark, ...]
    ending: tuple[Mark, ...]


def marks_of(report: Report, row: Row, side: Side) -> tuple[Mark, ...]:
    """Return the marks in the passage that a row shows on one side, in reading order."""
    passage = row.a if side == "a" else row.b
    if passage is None:
        return ()
    marks = []
    for number, difference in row.differences:
        span = difference.a if side == "a" else difference.b
        if span is not None:
            marks.append(Mark(str(number), difference.kind, span.start, span.end))
    for number, one in enumerate(report.annotations, 1):
        place = one.places[0 if side == "a" else 1]
        if place is not None and place[0] < passage.end and place[1] > passage.start:
            start, end = max(place[0], passage.start), min(place[1], passage.end)
            marks.append(Mark(f"n{number}", "annotation", start, end))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def pieces(passage: Passage, marks: tuple[Mark, ...]) -> list[Piece]:
    """Cut a passage where marks begin and end."""
    edges = {passage.start, passage.end}
    for mark in marks:
        edges |= {edge for edge in (mark.start, mark.end) if passage.start < edge < passage.end}
    ordered = sorted(edges)
    found = []
    for start, end in pairwise(ordered):
        covering = tuple(mark for mark in marks if mark.start < end and mark.end > start)
        ending = tuple(mark for mark in covering if min(mark.end, passage.end) == end)
        text = passage.text[start - passage.start : end - passage.start]
        found.append(Piece(re.sub(r"\s+", " ", text), covering, ending))
    return found


def labels(piece: Piece) -> str:
    """Return the labels of the marks that end with a piece, e.g. "[3 n2]"; empty where none does."""
    return f"[{' '.join(mark.label for mark in piece.ending)}]" if piece.ending else ""


def link_sign(row: Row) -> str:
    """Return how a row's passages hang together, in words."""
    if row.link is None:
        return "only in A" if row.b is None else "only in B"
    moved = ", moved" if row.link.order == "moved" else ""
    return f"{row.link.strength} {row.link.score:.2f}{moved}"
