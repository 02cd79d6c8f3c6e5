"""How near in meaning two passages are: vectors of their words, added up.

The vectors are those of GloVe (Pennington, Socher and Manning 2014; public domain, PDDL 1.0), the 30,000
commonest English words in 64 dimensions; ``docs/make_word_vectors.py`` makes the table.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from operator import mul
from pathlib import Path
from typing import Protocol

from compare_tui.comparison.similarity import over_mean

DIMENSIONS = 64
SCALE = 300
"""Length of each vector of the table, whose values are whole numbers from -127 to 127."""

WORDS = Path(__file__).parent / "vectors" / "words.txt"
BYTES = Path(__file__).parent / "vectors" / "vectors.bin"

KEPT_VECTORS = 8192
"""Vectors of passages that are kept at a time; those of short articles are made once."""

Vector = Sequence[float]


MEANING_WEIGHT = 0.2
"""Worth of nearness in meaning beside the mean of the cosines of words and characters; at 0.3 F1 is within
0.01."""

MEANING_OF_STRANGERS = 0.1
"""Nearness that speaks neither for a link nor against it; at 0.05 more are found, at 0.2 fewer are wrong."""

Pair = tuple[int, int]


class Weighing(Protocol):
    """What knows how much the words of passages weigh."""

    def weighed_words(self, side: int, index: int) -> Iterable[tuple[str, float]]:
        """Return the words of a passage, as they are written, with their weights."""
        ...


class Meanings:
    """Cosines of the sums of word vectors, each word weighed as in the comparison of words.

    Args:
        weighing: Knows the words of the passages and their weights.
    """

    def __init__(self, weighing: Weighing) -> None:
        self._weighing = weighing
        self._vectors: dict[tuple[int, int], Vector] = {}

    def support(self, pairs: Sequence[Pair]) -> dict[Pair, float]:
        """Return what meaning adds to the scores of pairs; less than 0 where it speaks against them.

        Two reports of one event are near throughout; what counts is by how much a pair has more than the
        mean, as a share of what there is to have.

        Args:
            pairs: Indices of the passages.
        """
        near = [self.cosine(*pair) for pair in pairs]
        mean = math.fsum(near) / len(near) if near else 0.0
        return {
            pair: round(MEANING_WEIGHT * (over_mean(value, mean) - MEANING_OF_STRANGERS), 6)
            for pair, value in zip(pairs, near, strict=True)
        }

    def cosine(self, a: int, b: int) -> float:
        """Return the cosine of passage ``a`` of the first article and ``b`` of the second, -1 to 1.

        It is 0 where a passage has no word of the table.
        """
        return float(sum(map(mul, self._vector(0, a), self._vector(1, b))))

    def _vector(self, side: int, index: int) -> Vector:
        found = self._vectors.get((side, index))
        if found is None:
            if len(self._vectors) >= KEPT_VECTORS:
                self._vectors.clear()
            found = self._vectors[side, index] = _sum_of(self._weighing.weighed_words(side, index))
        return found


def _sum_of(words: Iterable[tuple[str, float]]) -> Vector:
    """Add the vectors of the words up, and divide by the length of the sum."""
    weights, rows = [], []
    for word, weight in words:
        row = _row_of(word)
        if row is not None:
            weights.append(weight)
            rows.append(row)
    if not rows:
        return ()
    added = [sum(map(mul, weights, column)) for column in zip(*rows, strict=True)]
    length = math.sqrt(sum(map(mul, added, added))) or 1.0
    return [value / length for value in added]


@cache
def _words() -> list[str]:
    """Return the words of the table, sorted: to search them takes less time than to make a dictionary."""
    return WORDS.read_text(encoding="ascii").split()


@cache
def _table() -> bytes:
    return BYTES.read_bytes()


@lru_cache(maxsize=65536)
def _row_of(word: str) -> array[int] | None:
    """Return the vector of a word; None for one that the table has not."""
    words, wanted = _words(), word.lower()
    place = bisect_left(words, wanted)
    if place == len(words) or words[place] != wanted:
        return None
    return array("b", _table()[DIMENSIONS * place : DIMENSIONS * (place + 1)])
