"""How alike two passages are by the runs of letters that they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from compare_tui.comparison.weighing import FIGURE_WEIGHT, STRANGER_WEIGHT, damped, rarity
from compare_tui.comparison.words import all_grams, character_grams

SAMPLE = 2000
"""Passages of an article from which it is learned how common a gram is; an even sample of a longer one."""

KEPT_VECTORS = 8192
"""Vectors that are kept at a time; those of short articles are made once."""

_DIGITS = frozenset("0123456789")

Vector = Mapping[str, float]


class CharacterScorer:
    """Cosines over character grams, weighed by how rare they are in these two articles.

    Args:
        a: Passages of the first article.
        b: Passages of the second article.
        language: ISO 639-1 code of both.
    """

    def __init__(self, a: Sequence[str], b: Sequence[str], language: str) -> None:
        self._language = language
        self._texts = (a, b)
        self._sampled = len(a) > SAMPLE or len(b) > SAMPLE
        self._counts: dict[tuple[int, int], Mapping[str, int]] = {}
        frequency: list[Counter[str]] = []
        total = 0
        for side, texts in enumerate(self._texts):
            step = -(-len(texts) // SAMPLE) or 1
            seen: Counter[str] = Counter()
            for index in range(0, len(texts), step):
                if self._sampled:
                    seen.update(set(all_grams(texts[index], language)))
                else:
                    grams = self._counts[side, index] = character_grams(texts[index], language)
                    seen.update(grams.keys())
                total += 1
            frequency.append(seen)
        self._frequency = frequency
        both = frequency[0] + frequency[1]
        self._rarity = {gram: rarity(number, total) for gram, number in both.items()}
        self._figures = frozenset(gram for gram in both if not _DIGITS.isdisjoint(gram))
        self._unseen = rarity(1, total)
        self._vectors: dict[tuple[int, int], Vector] = {}

    def cosine(self, a: int, b: int) -> float:
        """Return the cosine of passage ``a`` of the first article and ``b`` of the second, 0 to 1."""
        left, right = self._vector(0, a), self._vector(1, b)
        if len(left) > len(right):
            left, right = right, left
        return min(1.0, sum([weight * right[gram] for gram, weight in left.items() if gram in right]))

    def _vector(self, side: int, index: int) -> Vector:
        found = self._vectors.get((side, index))
        if found is None:
            if len(self._vectors) >= KEPT_VECTORS:
                self._vectors.clear()
            found = self._vectors[side, index] = self._unit_vector(side, index)
        return found

    def _unit_vector(self, side: int, index: int) -> Vector:
        counts = self._counts.pop((side, index), None) or character_grams(
            self._texts[side][index], self._language
        )
        elsewhere, sampled = self._frequency[1 - side], self._sampled
        rarity_of, figures, unseen = self._rarity.get, self._figures, self._unseen
        shared: dict[str, float] = {}
        square = 0.0
        for gram, count in counts.items():
            weight = rarity_of(gram, unseen)
            if count > 1:
                weight *= damped(count)
            is_figure = gram in figures
            if sampled or gram in elsewhere:
                shared[gram] = weight * FIGURE_WEIGHT if is_figure else weight
                square += 0.0 if is_figure else weight * weight
            elif not is_figure:
                square += (STRANGER_WEIGHT * weight) ** 2
        length = math.sqrt(square) or max(shared.values(), default=0.0)
        return {gram: weight / length for gram, weight in shared.items()} if length else {}
