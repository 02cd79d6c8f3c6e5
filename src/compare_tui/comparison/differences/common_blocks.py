"""The runs of equal items that two sequences share, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Block = tuple[int, int, int]
"""Where a run begins in the first sequence, in the second, and how long it is."""


def common_blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return the blocks that both sequences share in one order.

    The longest run is taken first, the earliest in ``a``, then in ``b``, where several are as long; then what
    lies before and behind it is matched likewise (Ratcliff and Obershelp). For passages ``difflib`` takes
    half as long again to do the same.

    Args:
        a: The first sequence.
        b: The second sequence.

    Returns:
        Blocks in order; two that touch on both sides are one.
    """
    found: list[Block] = []
    waiting = [_runs(a, b)]
    while waiting:
        runs = waiting.pop()
        if not runs:
            continue
        if len(runs) == 1:
            found += runs
            continue
        first_a, first_b, size = best = min(runs, key=_rank)
        found.append(best)
        waiting.append(_before(runs, first_a, first_b))
        waiting.append(_behind(runs, first_a + size, first_b + size))
    return _joined(sorted(found))


def _rank(run: Block) -> Block:
    return -run[2], run[0], run[1]


def _runs(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return all runs of equal items that cannot be made longer."""
    places: dict[str, list[int]] = {}
    for j, item in enumerate(b):
        places.setdefault(item, []).append(j)
    found: list[Block] = []
    size_a, size_b = len(a), len(b)
    for i, item in enumerate(a):
        for j in places.get(item, ()):
            if i and j and a[i - 1] == b[j - 1]:
                continue
            length = 1
            while i + length < size_a and j + length < size_b and a[i + length] == b[j + length]:
                length += 1
            found.append((i, j, length))
    return found


def _before(runs: Iterable[Block], end_a: int, end_b: int) -> list[Block]:
    """Return what of the runs lies before a place in both sequences."""
    return [(i, j, min(length, end_a - i, end_b - j)) for i, j, length in runs if i < end_a and j < end_b]


def _behind(runs: Iterable[Block], first_a: int, first_b: int) -> list[Block]:
    """Return what of the runs lies behind a place in both sequences."""
    found: list[Block] = []
    for i, j, length in runs:
        cut = max(first_a - i, first_b - j, 0)
        if cut < length:
            found.append((i + cut, j + cut, length - cut))
    return found


def _joined(blocks: Iterable[Block]) -> list[Block]:
    joined: list[Block] = []
    for i, j, length in blocks:
        if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
            i, j, length = joined[-1][0], joined[-1][1], joined.pop()[2] + length
        joined.append((i, j, length))
    return joined
