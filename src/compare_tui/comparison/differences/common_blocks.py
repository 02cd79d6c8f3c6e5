"""The runs of equal items that two sequences share, longest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Block = tuple[int, int, int]
"""Where a run begins in the first sequence, in the second, and how long it is."""

_Run = tuple[int, int, int]
"""The same with the length first, negative: the least is the longest, of several the earliest."""

REPETITIVE = 2
"""Mean occurrences of an item beyond which a sequence is called repetitive."""

_Bounds = tuple[int, int, int, int]
"""Where a part of the first sequence begins and ends, and where one of the second."""


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
    places: dict[str, list[int]] = {}
    for place, item in enumerate(b):
        places.setdefault(item, []).append(place)
    if REPETITIVE * len(places) < len(b):
        # Loaded where few words come again and again: what matches grows with the square of their number.
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(None, a, b, autojunk=False)
        return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
    runs = _runs(a, places)
    taken: list[Block] = []
    parts: list[tuple[list[_Run], _Bounds]] = [(runs, (0, len(a), 0, len(b)))]
    while parts:
        runs, (begin_a, end_a, begin_b, end_b) = parts.pop()
        if len(runs) > 1:
            negative, at_a, at_b = min(runs)
            before = (begin_a, at_a, begin_b, at_b)
            behind = (at_a - negative, end_a, at_b - negative, end_b)
            parts.append((_inside(runs, before), before))
            parts.append((_inside(runs, behind), behind))
        elif runs:
            negative, at_a, at_b = runs[0]
        else:
            continue
        taken.append((at_a, at_b, -negative))
    # Runs that cannot be made longer never touch on both sides.
    return sorted(taken)


def _runs(a: Sequence[str], places: Mapping[str, Sequence[int]]) -> list[_Run]:
    """Return the runs that cannot be made longer.

    Args:
        a: The first sequence.
        places: Where each item stands in the second one.
    """
    # One number a match, by the distance of both places first: in a run each number follows on the last.
    width = len(a) + 1
    matches = [
        (at_b - at_a) * width + at_a for at_a, item in enumerate(a) if item in places for at_b in places[item]
    ]
    matches.sort()
    found: list[_Run] = []
    start = 0
    for end in range(1, len(matches) + 1):
        if end == len(matches) or matches[end] != matches[end - 1] + 1:
            distance, at_a = divmod(matches[start], width)
            found.append((start - end, at_a, at_a + distance))
            start = end
    return found


def _inside(runs: Sequence[_Run], bounds: _Bounds) -> list[_Run]:
    """Return what of each run lies within bounds."""
    begin_a, end_a, begin_b, end_b = bounds
    found: list[_Run] = []
    for negative, at_a, at_b in runs:
        if at_a >= end_a or at_b >= end_b:
            continue
        cut = max(0, begin_a - at_a, begin_b - at_b)
        length = min(-negative, end_a - at_a, end_b - at_b) - cut
        if length > 0:
            found.append((-length, at_a + cut, at_b + cut))
    return found
