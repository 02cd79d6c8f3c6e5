"""Which pairs of passages are worth scoring: those that share a rare word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

PAIRS_PER_PASSAGE = 200
"""Postings that are joined for each passage, rarest words first; keeps the work linear in the size."""

SMALLEST_BUDGET = 250_000
"""Articles of up to about 500 passages a side are joined over every word they share."""

BEST_PER_PASSAGE = 24
"""Candidates that each passage keeps, heaviest first."""

Ranked = list[tuple[float, int]]
"""Partners of one passage: weight, negative so that the heaviest sorts first, and index."""


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
    postings = _postings(b)
    budget = max(SMALLEST_BUDGET, PAIRS_PER_PASSAGE * (len(a) + len(b)))
    joined = _rarest_terms(_postings(a), postings, budget)
    kept: set[tuple[int, int]] = set()
    columns: dict[int, Ranked] = defaultdict(list)
    for i, vector in enumerate(a):
        row: dict[int, float] = {}
        for term, x in vector.items():
            if term in joined:
                for j, y in postings[term]:
                    row[j] = row.get(j, 0.0) + x * y
        kept.update((i, j) for _, j in sorted([(-weight, j) for j, weight in row.items()])[:BEST_PER_PASSAGE])
        for j, weight in row.items():
            column = columns[j]
            column.append((-weight, i))
            if len(column) >= 4 * BEST_PER_PASSAGE:
                column.sort()
                del column[BEST_PER_PASSAGE:]
    for j, column in columns.items():
        kept.update((i, j) for _, i in sorted(column)[:BEST_PER_PASSAGE])
    return sorted(kept)


def _postings(vectors: Sequence[Mapping[str, float]]) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term, weight in vector.items():
            postings[term].append((index, weight))
    return postings


def _rarest_terms(
    a: Mapping[str, Sequence[object]], b: Mapping[str, Sequence[object]], budget: int
) -> set[str]:
    """Choose the terms of which the fewest pairs of passages have both, up to ``budget`` pairs in all."""
    rarest: set[str] = set()
    for size, term in sorted((len(a[term]) * len(b[term]), term) for term in a if term in b):
        budget -= size
        if budget < 0:
            break
        rarest.add(term)
    return rarest
