"""Two linked passages side by side: their words aligned, and how near two details stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare_tui.comparison.differences.common_blocks import common_blocks
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.words import count_said
from compare_tui.comparison.model import Kind, Severity

Place = tuple[int, int]
"""First and last token of a stretch of a passage."""


class Finding(NamedTuple):
    """A difference inside one pair of passages, before it is weighed against the other links.

    Attributes:
        kind: What sort of detail it is.
        severity: How much it matters.
        a: Characters of the passage of A, start and end; None where only B has the detail.
        b: Likewise for B.
        reason: One line for a reader; ``{a}`` and ``{b}`` stand for the names of the sides.
        solid: Whether it stands on a number, date, name or quotation, and so holds in a weak link too.
    """

    kind: Kind
    severity: Severity
    a: tuple[int, int] | None
    b: tuple[int, int] | None
    reason: str
    solid: bool = False


class Gap(NamedTuple):
    """A replaced, dropped or added stretch: token indices of the words on both sides, either may be empty.

    Attributes:
        a: Word tokens of A.
        b: Word tokens of B.
        anchored: On how many sides (0 to 2) matched words stand directly next to it.
        moored: On how many sides those matched words hold a content word within three words.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    anchored: int
    moored: int


class Pairing(NamedTuple):
    """Two readings with their words aligned.

    Attributes:
        a: The passage of A.
        b: The passage of B.
        matched: Token of A to token of B, for words that are the same and stand in the same order.
        gaps: What stands between, in order.
        gap_of_a: Token of A to the number of its gap.
        gap_of_b: Token of B to the number of its gap.
        shared: How many content words of the passage with fewer are also in the other, synonyms included.
        overlap: The same as a share, 0 to 1.
        confident: Whether the link is a confident one.
        likely: Whether it is a possible one that either passage prefers to all its others.
    """

    a: Reading
    b: Reading
    matched: dict[int, int]
    gaps: tuple[Gap, ...]
    gap_of_a: dict[int, int]
    gap_of_b: dict[int, int]
    shared: int
    overlap: float
    confident: bool
    likely: bool = False

    @property
    def close(self) -> bool:
        """Whether the passages share enough for one-sided details and other wording to mean something."""
        return (self.shared >= 3 and self.overlap >= 0.3) or (self.overlap >= 0.6 and self.shared >= 2)

    @property
    def sure(self) -> bool:
        """Whether both surely say the same thing: a confident link, or one with most words in common."""
        return self.confident or (self.close and self.overlap >= 0.5) or self.likely

    def same_gap(self, a: int, b: int) -> int:
        """Return 1 to 3 where both tokens fill one gap (3: words agree on both sides of it), else 0."""
        number = self.gap_of_a.get(a)
        if number is None or number != self.gap_of_b.get(b):
            return 0
        gap = self.gaps[number]
        if len(gap.a) > 12 or len(gap.b) > 12:
            return 0
        return 1 + gap.moored

    def context(self, a: Place, b: Place, width: int = 5) -> int:
        """Return how many content words near both places agree."""
        near_a, near_b = self.a.nearby(*a, width), self.b.nearby(*b, width)
        senses_b = frozenset().union(*near_b) if near_b else frozenset()
        return sum(1 for word in near_a if word & senses_b)


def align_words(
    a: Reading, words_a: Sequence[int], b: Reading, words_b: Sequence[int], strict: bool = False
) -> list[tuple[int, int, int]]:
    """Return blocks of equal words as (position in words_a, position in words_b, length), in order.

    A block of function words alone is dropped where it stands far from other blocks: "of the" proves nothing.

    Args:
        a: The first passage.
        words_a: Indices of the tokens of A to align.
        b: The second passage.
        words_b: Indices of the tokens of B to align.
        strict: Whether every block is kept.
    """
    keys_a, keys_b = [a.keys[index] for index in words_a], [b.keys[index] for index in words_b]
    blocks = common_blocks(keys_a, keys_b)
    if strict:
        return blocks
    kept: list[tuple[int, int, int]] = []
    for place, (i, j, size) in enumerate(blocks):
        if any(a.tokens[words_a[i + step]].content for step in range(size)):
            kept.append((i, j, size))
            continue
        near = 0
        for other in (place - 1, place + 1):
            if 0 <= other < len(blocks):
                oi, oj, osize = blocks[other]
                gap_a = i - oi - osize if other < place else oi - i - size
                gap_b = j - oj - osize if other < place else oj - j - size
                near += max(gap_a, gap_b) <= 3
        if near == 2 or (near == 1 and size > 1):
            kept.append((i, j, size))
    return kept


def pair_passages(a: Reading, b: Reading, confident: bool, likely: bool = False) -> Pairing:
    """Align the words of two linked passages."""
    words_a, words_b = a.words, b.words
    blocks = align_words(a, words_a, b, words_b)
    matched: dict[int, int] = {}
    gaps: list[Gap] = []
    gap_of_a: dict[int, int] = {}
    gap_of_b: dict[int, int] = {}
    position_a = position_b = 0
    previous: tuple[int, int, int] | None = None
    for block in [*blocks, (len(words_a), len(words_b), 0)]:
        i, j, size = block
        if i > position_a or j > position_b:
            sides = [side for side in (previous, block if size else None) if side is not None]
            moored = 0
            for side in sides:
                begin, _, length = side
                near = range(begin, begin + length)
                part = near[-3:] if side is previous else near[:3]
                moored += any(a.tokens[words_a[step]].content for step in part)
            gap = Gap(tuple(words_a[position_a:i]), tuple(words_b[position_b:j]), len(sides), moored)
            for index in gap.a:
                gap_of_a[index] = len(gaps)
            for index in gap.b:
                gap_of_b[index] = len(gaps)
            gaps.append(gap)
        for step in range(size):
            matched[words_a[i + step]] = words_b[j + step]
        position_a, position_b, previous = i + size, j + size, block
    small, large = (a, b) if len(a.content) <= len(b.content) else (b, a)
    direct = small.content & large.content
    shared = len(direct) + count_said(small.content - direct, large.senses)
    overlap = shared / max(1, len(small.content))
    return Pairing(a, b, matched, tuple(gaps), gap_of_a, gap_of_b, shared, overlap, confident, likely)
