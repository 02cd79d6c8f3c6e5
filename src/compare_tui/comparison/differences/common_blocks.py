"""The runs of equal items that two sequences share, longest first."""

from __future__ import annotations

from collections.abc import Sequence

Block = tuple[int, int, int]
"""Where a run begins in the first sequence, in the second, and how long it is."""


def common_blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return the blocks that both sequences share in one order.

    The longest run is taken first, the earliest in ``a``, then in ``b``, where several are as long; then what
    lies before and behind it is matched likewise (Ratcliff and Obershelp, as `difflib` does with its junk
    heuristics off).

    Args:
        a: The first sequence.
        b: The second sequence.

    Returns:
        Blocks in order; two that touch on both sides are one.
    """
    ahead = 0
    shortest = min(len(a), len(b))
    while ahead < shortest and a[ahead] == b[ahead]:
        ahead += 1
    if ahead == len(a) == len(b):
        return [(0, 0, ahead)] if ahead else []
    runs = _runs(a, b)
    found: list[Block] = []
    # Regions still to be matched, with the runs that reach into them.
    regions = [(0, len(a), 0, len(b), runs)]
    while regions:
        low_a, high_a, low_b, high_b, near = regions.pop()
        best_a = best_b = best = 0
        inside: list[Block] = []
        for run in near:
            i, j, size = run
            cut = max(low_a - i, low_b - j, 0)
            i, j = i + cut, j + cut
            size = min(size - cut, high_a - i, high_b - j)
            if size <= 0:
                continue
            inside.append(run)
            if size > best or (size == best and (i, j) < (best_a, best_b)):
                best_a, best_b, best = i, j, size
        if not best:
            continue
        found.append((best_a, best_b, best))
        if low_a < best_a and low_b < best_b:
            regions.append((low_a, best_a, low_b, best_b, inside))
        if best_a + best < high_a and best_b + best < high_b:
            regions.append((best_a + best, high_a, best_b + best, high_b, inside))
    found.sort()
    return _joined(found)


def _runs(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return every run of equal items that cannot be made longer."""
    places: dict[str, list[int]] = {}
    for j, item in enumerate(b):
        if item in places:
            places[item].append(j)
        else:
            places[item] = [j]
    runs: list[Block] = []
    length_a, length_b = len(a), len(b)
    for i, item in enumerate(a):
        for j in places.get(item, ()):
            if i and j and a[i - 1] == b[j - 1]:
                continue
            size = 1
            while i + size < length_a and j + size < length_b and a[i + size] == b[j + size]:
                size += 1
            runs.append((i, j, size))
    return runs


def _joined(blocks: list[Block]) -> list[Block]:
    joined: list[Block] = []
    for block in blocks:
        if joined:
            i, j, size = joined[-1]
            if i + size == block[0] and j + size == block[1]:
                joined[-1] = (i, j, size + block[2])
                continue
        joined.append(block)
    return joined
