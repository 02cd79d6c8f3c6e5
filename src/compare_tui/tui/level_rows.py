"""Two linked passages word for word: what both say stands level, other words are marked, gaps are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from rich.cells import cell_len

from compare_tui.tui.pane_rows import wrap_text
from compare_tui.tui.parts import Part, RoleSpan, fit_parts, marked_parts, parts_width
from compare_tui.tui.signs import signs
from compare_tui.tui.word_diff import Word, WordDiff, core_of, word_diff

OTHER_WORDS, ONLY_HERE = ("[", "]"), ("{", "}")
"""What stands around words for which the other passage has others, and around those for which it has none."""

SAME, DIFFERS = "muted", "differs"
"""Roles of words that both passages have, and of those that only one has."""

Row = tuple[list[Part], list[Part]]
"""A row of both columns."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A passage and what is marked in it.

    Attributes:
        text: Its text.
        start: Offset of its first character in ``Article.text``.
        marks: Marked stretches of ``Article.text`` in order, without overlaps.
    """

    text: str
    start: int
    marks: Sequence[RoleSpan]

    def parts(self, start: int, end: int, base: str) -> list[Part]:
        """Return a stretch of the text as parts, in a role where it is not marked."""
        return marked_parts(self.text[start:end], self.start + start, self.marks, base)

    def mark_at(self, index: int) -> str | None:
        """Return the role of the mark on a character; None where there is none."""
        at = self.start + index
        return next((role for start, end, role in self.marks if start <= at < end), None)


def level_rows(a: MarkedText, b: MarkedText, width: int) -> list[Row]:
    """Return the rows of two passages, wrapped at words.

    Args:
        a: The passage of A.
        b: The passage of B.
        width: Cells of each column.
    """
    diff = word_diff(a.text, b.text)
    sides = (_wrapped(a, width), _wrapped(b, width)) if diff is None else _level(a, b, diff, width)
    return [
        (fit_parts(left or (), width), fit_parts(right or (), width)) for left, right in zip_longest(*sides)
    ]


def _wrapped(one: MarkedText, width: int) -> list[list[Part]]:
    """Return the rows of a passage by itself."""
    cuts = [0, *wrap_text(one.text, width), len(one.text)]
    return [one.parts(left, right, "text") for left, right in pairwise(cuts)]


class _Column:
    """The rows of one side while they are being written."""

    def __init__(self, one: MarkedText, words: Sequence[Word], lone: frozenset[int], width: int) -> None:
        self.one = one
        self.words = words
        self.lone = lone
        self.width = width
        self.rows: list[list[Part]] = [[]]
        self.at = 0

    @property
    def place(self) -> tuple[int, int]:
        """The row that is written and the cell in it."""
        return len(self.rows) - 1, self.at

    def move(self, row: int, cell: int) -> None:
        """Go on at a place further on; what lies between stays blank."""
        while len(self.rows) - 1 < row:
            self.rows.append([])
            self.at = 0
        if cell > self.at:
            self._add(" " * (cell - self.at), SAME)

    def gap_before(self, index: int) -> int:
        """Return how many blanks stand before a word."""
        if index >= len(self.words) or index == 0:
            return 1
        return int(self.words[index - 1][1] < self.words[index][0])

    def parts(self, index: int, base: str) -> list[Part]:
        """Return a word as parts; the punctuation around it is calm."""
        start, end = self.words[index]
        first, behind = core_of(self.one.text, (start, end))
        one = self.one
        return [
            *one.parts(start, first, SAME),
            *one.parts(first, behind, base),
            *one.parts(behind, end, SAME),
        ]

    def cells_before(self, index: int) -> int:
        """Return how many cells the punctuation in front of a word takes: one in "“The"."""
        start, end = self.words[index]
        return cell_len(self.one.text[start : core_of(self.one.text, (start, end))[0]])

    def blank_role(self, index: int, first: int) -> str:
        """Return the role of the blank before a word: that of the words around it where they share one.

        Args:
            index: Which word.
            first: The first word of its stretch.
        """
        if index == first or index == 0:
            return SAME
        start, end = self.words[index - 1][1], self.words[index][0]
        both = index in self.lone and index - 1 in self.lone
        found = self.one.mark_at(start) if end > start else None
        return found or (DIFFERS if both else SAME)

    def put(self, parts: Sequence[Part], gap: int, blank: str = SAME) -> None:
        """Write a word behind a gap, in the next row where this one has no room; cut what no row can hold."""
        cells = parts_width(parts)
        if self.at and self.at + gap + cells > self.width:
            self.move(len(self.rows), 0)
        gap = gap if self.at else 0
        for text, role in ((" " * gap, blank), *parts):
            for piece in _pieces(text, self.width - self.at, self.width):
                if parts_width([(piece, role)]) > self.width - self.at:
                    self.move(len(self.rows), 0)
                self._add(piece, role)

    def _add(self, text: str, role: str) -> None:
        """Write a stretch of one role, in one part with the one before it where that has the same role."""
        row = self.rows[-1]
        if row and row[-1][1] == role:
            row[-1] = (row[-1][0] + text, role)
        elif text:
            row.append((text, role))
        self.at += cell_len(text)


def _pieces(text: str, room: int, width: int) -> Iterator[str]:
    """Yield a text in one piece where a row has room for it, else in pieces that rows can hold."""
    if parts_width([(text, "")]) <= max(room, width):
        yield text
        return
    for left, right in pairwise([0, *wrap_text(text, width), len(text)]):
        yield text[left:right]


def _level(
    a: MarkedText, b: MarkedText, diff: WordDiff, width: int
) -> tuple[list[list[Part]], list[list[Part]]]:
    left, right = _Column(a, diff.a, diff.lone_a, width), _Column(b, diff.b, diff.lone_b, width)
    for stretch in diff.stretches:
        if stretch.same:
            for first, second in zip(range(*stretch.a), range(*stretch.b), strict=True):
                _put_pair(left, right, first, second)
            continue
        for column, own, others in ((left, stretch.a, stretch.b), (right, stretch.b, stretch.a)):
            _put_differing(column, own, has_others=others[0] < others[1])
        _meet(left, right)
    return left.rows, right.rows


def _put_pair(left: _Column, right: _Column, first: int, second: int) -> None:
    """Write a word that both have, on one row and from one cell on."""
    before = left.cells_before(first), right.cells_before(second)
    parts = tuple(
        [(" " * (max(before) - cells), SAME), *column.parts(index, SAME)]
        for column, index, cells in zip((left, right), (first, second), before, strict=True)
    )
    gap = max(left.gap_before(first), right.gap_before(second))
    cells = max(map(parts_width, parts))
    if left.at and left.at + gap + cells > left.width:
        left.move(len(left.rows), 0)
        right.move(len(right.rows), 0)
    left.put(parts[0], gap, left.blank_role(first, 0))
    right.put(parts[1], gap, right.blank_role(second, 0))
    _meet(left, right)


def _put_differing(column: _Column, own: tuple[int, int], *, has_others: bool) -> None:
    """Write what one side has in a place of its own between signs; a sign alone where it has nothing.

    Words that the other side has elsewhere stay calm.
    """
    first, behind = own
    if first == behind:
        column.put([(signs().gap, SAME)], column.gap_before(first))
        return
    opening, closing = OTHER_WORDS if has_others else ONLY_HERE
    for index in range(first, behind):
        parts = column.parts(index, DIFFERS if index in column.lone else SAME)
        if index == first:
            parts = [(opening, SAME), *parts]
        if index == behind - 1:
            parts = [*parts, (closing, SAME)]
        column.put(parts, column.gap_before(index), column.blank_role(index, first))


def _meet(left: _Column, right: _Column) -> None:
    """Let both sides go on at the same place."""
    row, cell = max(left.place, right.place)
    left.move(row, cell)
    right.move(row, cell)
