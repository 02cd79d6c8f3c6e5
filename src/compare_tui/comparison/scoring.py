"""How alike two passages are: words and character grams, weighed by how rare they are in this pair."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare_tui.comparison.words import character_grams, content_stems

STRANGER_WEIGHT = 0.6
"""Share of its weight with which a term that the other article never uses makes a passage longer.

At 1 every detail that only one side tells would lower a score, at 0 a short passage would match anything.
Values from 0.5 to 0.7 align the development pairs equally well."""

RARITY_POWER = 1.3
"""Power of the inverse document frequency: one rare word in common says more than several common ones.

Values from 1 to 1.6 align the development pairs within 0.006 of each other; above 1 fewer strangers link."""

SHARED_WORDS = 6
"""How many of the words that carried a link are named."""

FIGURE_WEIGHT = 0.8
"""Worth of a figure that both passages have: "60" may count soldiers here and kilometres there.

From 0.7 to 1 the development pairs align within 0.008 of each other."""

_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a link.

    Attributes:
        words: Cosine of the weighed stems, 0 to 1.
        characters: Cosine of the weighed character grams, 0 to 1.
    """

    words: float
    characters: float

    @property
    def score(self) -> float:
        """The mean of both cosines, 0 to 1."""
        return (self.words + self.characters) / 2


Vector = Mapping[str, float]


class PairScorer:
    """Scores passages of one article against passages of another.

    Both cosines use inverse document frequencies of these two articles alone, so that the topic both
    share counts little. Figures that differ cannot lower a score: they have no part in a vector's length.

    Args:
        a: Passages of the first article.
        b: Passages of the second article.
    """

    def __init__(self, a: Sequence[str], b: Sequence[str]) -> None:
        self._texts = (tuple(a), tuple(b))
        self._stems = tuple([content_stems(text) for text in side] for side in self._texts)
        self._stem_frequency = tuple(_document_frequency(side) for side in self._stems)
        self._gram_frequency = tuple(_gram_frequency(side) for side in self._texts)
        self._count = len(a) + len(b)
        self.word_vectors: tuple[list[Vector], list[Vector]] = (self._word_vectors(0), self._word_vectors(1))
        self._gram_vectors: tuple[dict[int, Vector], dict[int, Vector]] = ({}, {})

    def evidence(self, a: int, b: int) -> Evidence:
        """Weigh passage ``a`` of the first article against passage ``b`` of the second."""
        return Evidence(
            words=_cosine(self.word_vectors[0][a], self.word_vectors[1][b]),
            characters=_cosine(self._grams(0, a), self._grams(1, b)),
        )

    def shared_words(self, a: int, b: int) -> tuple[str, ...]:
        """Name the words that both passages have, heaviest first; the shorter form where they differ."""
        ours, theirs = self.word_vectors[0][a], self.word_vectors[1][b]
        weights = {stem: weight * theirs[stem] for stem, weight in ours.items() if stem in theirs}
        heaviest = sorted(weights, key=lambda stem: (-round(weights[stem], 9), stem))[:SHARED_WORDS]
        named = []
        for stem in heaviest:
            forms = (self._stems[0][a][stem][1], self._stems[1][b][stem][1])
            named.append(min(forms, key=lambda form: (len(form), form)))
        return tuple(named)

    def _word_vectors(self, side: int) -> list[Vector]:
        other = self._stem_frequency[1 - side]
        vectors = []
        for stems in self._stems[side]:
            counts = {stem: count for stem, (count, _) in stems.items()}
            vectors.append(self._weigh(counts, self._stem_frequency[side], other))
        return vectors

    def _grams(self, side: int, index: int) -> Vector:
        cache = self._gram_vectors[side]
        if index not in cache:
            counts = character_grams(self._texts[side][index])
            cache[index] = self._weigh(counts, self._gram_frequency[side], self._gram_frequency[1 - side])
        return cache[index]

    def _weigh(self, counts: Mapping[str, float], own: Mapping[str, int], other: Mapping[str, int]) -> Vector:
        """Return a unit vector over the terms that the other article uses too."""
        shared: dict[str, float] = {}
        square = 0.0
        for term, count in counts.items():
            elsewhere = other.get(term, 0)
            rarity = math.log((self._count + 1) / (own[term] + elsewhere + 0.5))
            if rarity <= 0:
                continue
            weight = _damped(count) * rarity**RARITY_POWER
            if not _DIGITS.isdisjoint(term):
                if elsewhere:
                    shared[term] = FIGURE_WEIGHT * weight
                continue
            if elsewhere:
                shared[term] = weight
            square += weight * weight if elsewhere else (STRANGER_WEIGHT * weight) ** 2
        length = math.sqrt(square) or max(shared.values(), default=1.0)
        return {term: weight / length for term, weight in shared.items()}


def _damped(count: float) -> float:
    """Let the second and third occurrence of a term count less than the first."""
    return 1 + math.log(count) if count >= 1 else count


def _document_frequency(passages: Sequence[Mapping[str, object]]) -> Counter[str]:
    frequency: Counter[str] = Counter()
    for terms in passages:
        frequency.update(terms.keys())
    return frequency


def _gram_frequency(texts: Sequence[str]) -> Counter[str]:
    frequency: Counter[str] = Counter()
    for text in texts:
        frequency.update(character_grams(text).keys())
    return frequency


def _cosine(left: Vector, right: Vector) -> float:
    if len(left) > len(right):
        left, right = right, left
    return min(1.0, sum(weight * right[term] for term, weight in left.items() if term in right))
