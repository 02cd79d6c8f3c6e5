"""Which pairs of passages are worth scoring: those that share a rare word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

PAIRS_PER_PASSAGE = 300
"""Postings that are joined for each passage, rarest words first; keeps the work linear in the size."""

SMALLEST_BUDGET = 250_000
"""Articles of up to about 500 passages a side are joined over every word they share."""

BEST_PER_PASSAGE = 24
"""Candidates that each passage keeps, heaviest first."""


def candidate_pairs(
    a: Sequence[Mapping[str, float]], b: Sequence[Mapping[str, float]]
) -> list[tuple[int, int]]:
    """Find the pairs of passages that share the heaviest rare words.

    Args:
        a: One vector of weighed words for each passage of the first article.
        b: Likewise for the second article.

    Returns:
        Pairs of indices, sorted; each passage of either article keeps its best candidates.
    """
    postings_a, postings_b = _postings(a), _postings(b)
    sizes = sorted(
        (len(postings_a[term]) * len(postings_b[term]), term) for term in postings_a if term in postings_b
    )
    budget = max(SMALLEST_BUDGET, PAIRS_PER_PASSAGE * (len(a) + len(b)))
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for size, term in sizes:
        budget -= size
        if budget < 0:
            break
        for i, x in postings_a[term]:
            for j, y in postings_b[term]:
                weights[i, j] += x * y
    return sorted(_best(weights))


def _postings(vectors: Sequence[Mapping[str, float]]) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term, weight in vector.items():
            postings[term].append((index, weight))
    return postings


def _best(weights: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    """Keep the pairs that are among the heaviest of their row or of their column."""
    kept: set[tuple[int, int]] = set()
    for side in (0, 1):
        rows: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
        for pair, weight in weights.items():
            rows[pair[side]].append((-round(weight, 9), pair))
        for row in rows.values():
            kept.update(_lightest_first(row))
    return kept


def _lightest_first(row: list[tuple[float, tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    return (pair for _, pair in sorted(row)[:BEST_PER_PASSAGE])
