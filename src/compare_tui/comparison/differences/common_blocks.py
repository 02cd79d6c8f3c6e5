"""The runs of equal items that two sequences share, longest first."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

Block = tuple[int, int, int]
"""Where a run begins in the first sequence, in the second, and how long it is."""


def common_blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return the blocks that both sequences share in one order.

    The longest run is taken first, the earliest in ``a``, then in ``b``, where several are as long; then what
    lies before and behind it is matched likewise (Ratcliff and Obershelp).

    Args:
        a: The first sequence.
        b: The second sequence.

    Returns:
        Blocks in order; two that touch on both sides are one.
    """
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
