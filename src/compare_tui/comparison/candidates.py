"""Which pairs of passages are worth scoring: those that share a rare word, or say the same to the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from compare_tui.comparison.scoring import PairScorer

PAIRS_PER_PASSAGE = 25
"""Postings that are joined for each passage, rarest words first; keeps the work linear in the size."""

SMALLEST_BUDGET = 250_000
"""Articles of up to about 500 passages a side are joined over every word they share."""

BEST_PER_PASSAGE, BEST_PER_PASSAGE_OF_LONG = 12, 4
"""Candidates that each passage keeps, heaviest first; the second in articles of over ``MANY`` passages
together, where a rare word in common says more, and a passage that the other repeats needs no others."""

MANY = 2000

ALL_PAIRS = 40_000
"""Pairs up to which all are candidates for an outside similarity, which may link without a shared word."""

FAINT_SHARE = 0.1
"""Share of the best weight of its row under which a pair is passed over if better ones are enough."""

COPIES_CROSSED = 4
"""Copies of one text, on each side, that are all candidates of each other; of more, each goes with the copy
at the same place in the row."""

Pair = tuple[int, int]
Ranked = list[tuple[float, int]]
"""Partners of one passage: weight, negative so that the heaviest sorts first, and index."""


def candidate_pairs(
    scorer: PairScorer,
    a: Sequence[str],
    b: Sequence[str],
    tell: Callable[[float], None],
    *,
    outside: bool = False,
) -> list[Pair]:
    """Find the pairs of passages that share the heaviest rare words.

    Args:
        scorer: Knows the words of the passages and their weights.
        a: Passages of the first article.
        b: Passages of the second article.
        tell: Told the share of the search that is done, 0 to 1.
        outside: Whether an outside similarity will speak too; it may link what shares no word.

    Returns:
        Pairs of indices, sorted; each passage of either article keeps its best candidates.
    """
    if outside and len(a) * len(b) <= ALL_PAIRS:
        return [(i, j) for i in range(len(a)) for j in range(len(b))]
    best = BEST_PER_PASSAGE if len(a) + len(b) <= MANY else BEST_PER_PASSAGE_OF_LONG
    postings = _postings(scorer, 1)
    budget = max(SMALLEST_BUDGET, PAIRS_PER_PASSAGE * (len(a) + len(b)))
    joined = _rarest_terms(scorer, postings, budget)
    same = copies(a, b)
    settled = {i for i, _ in same} if best == BEST_PER_PASSAGE_OF_LONG else set()
    kept = set(same)
    columns: dict[int, Ranked] = defaultdict(list)
    for i in range(len(a)):
        if i % 256 == 0:
            tell(i / len(a))
        if i in settled:
            continue
        row: dict[int, float] = {}
        get = row.get
        for term, weight in scorer.weighed_terms(0, i):
            if term in joined:
                for j, other in postings[term]:
                    row[j] = get(j, 0.0) + weight * other
        floor = FAINT_SHARE * max(row.values()) if len(row) > best else 0.0
        ranked = sorted([(-weight, j) for j, weight in row.items() if weight >= floor])[: 2 * best]
        kept.update((i, j) for _, j in ranked[:best])
        for weight, j in ranked:
            columns[j].append((weight, i))
    for j, column in columns.items():
        kept.update((i, j) for _, i in sorted(column)[:best])
    return sorted(pair for pair in kept if pair in same or a[pair[0]] != b[pair[1]])


def copies(a: Sequence[str], b: Sequence[str]) -> set[Pair]:
    """Pair the passages that say the same to the letter."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, texts in enumerate((a, b)):
        for index, text in enumerate(texts):
            if any(map(str.isalnum, text)):
                places.setdefault(text, ([], []))[side].append(index)
    found: set[Pair] = set()
    for here, there in places.values():
        if max(len(here), len(there)) <= COPIES_CROSSED:
            found.update((i, j) for i in here for j in there)
        else:
            found.update(zip(here, there, strict=False))
    return found


def _postings(scorer: PairScorer, side: int) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    shared = scorer.shared_terms()
    for index in range(len(scorer.terms[side])):
        for term, weight in scorer.weighed_terms(side, index):
            if term in shared:
                postings[term].append((index, weight))
    return postings


def _rarest_terms(scorer: PairScorer, postings: dict[str, list[tuple[int, float]]], budget: int) -> set[str]:
    """Choose the terms of which the fewest pairs of passages have both, up to ``budget`` pairs in all."""
    frequency = scorer.frequency(0)
    rarest: set[str] = set()
    sizes: Iterable[tuple[int, str]] = (
        (max(1, frequency.get(term, 0)) * len(places), term) for term, places in postings.items()
    )
    for size, term in sorted(sizes):
        budget -= size
        if budget < 0:
            break
        rarest.add(term)
    return rarest
