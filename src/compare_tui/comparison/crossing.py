"""Which links cross the common order of two articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare_tui.comparison.model import Order


def orders(pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Order]:
    """Tell for each link whether it crosses more of the other links than run alongside it.

    Args:
        pairs: Linked indices, sorted.
    """
    columns = {j: rank for rank, j in enumerate(sorted({j for _, j in pairs}))}
    crossing: dict[tuple[int, int], int] = dict.fromkeys(pairs, 0)
    alongside: dict[tuple[int, int], int] = dict.fromkeys(pairs, 0)
    for sign in (1, -1):
        seen = _Tally(len(columns))
        waiting: list[int] = []
        last = None
        for i, j in pairs[::sign]:
            if i != last:
                seen.add(waiting)
                waiting, last = [], i
            rank = columns[j]
            below, above = seen.below(rank), seen.total - seen.below(rank + 1)
            alongside[i, j] += below if sign == 1 else above
            crossing[i, j] += above if sign == 1 else below
            waiting.append(rank)
    return {pair: "moved" if crossing[pair] > alongside[pair] else "in order" for pair in pairs}


class _Tally:
    """Counts of ranks, summed up to a rank in logarithmic time (P. M. Fenwick, 1994)."""

    def __init__(self, size: int) -> None:
        self._sums = [0] * (size + 1)
        self.total = 0

    def add(self, ranks: Iterable[int]) -> None:
        for rank in ranks:
            self.total += 1
            place = rank + 1
            while place < len(self._sums):
                self._sums[place] += 1
                place += place & -place

    def below(self, rank: int) -> int:
        """Count what was added under ``rank``."""
        found = 0
        while rank > 0:
            found += self._sums[rank]
            rank &= rank - 1
        return found
