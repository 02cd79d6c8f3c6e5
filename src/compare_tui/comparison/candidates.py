"""Which pairs of passages are worth scoring: those that share a rare word, or say the same to the letter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain

from compare_tui.comparison.scoring import PairScorer

MANY = 2000
"""Passages, of both articles together, beyond which only rare words are looked at: there they say enough."""

PAIRS_PER_PASSAGE = 100
"""In such articles, pairs that are joined over a word, for each passage, rarest words first; keeps the work
linear in the size. At a million words a side 40 find 2 % fewer of the known links, 150 find 1 % more."""

BEST_PER_PASSAGE, BEST_PER_PASSAGE_OF_LONG = 12, 4
"""Candidates that each passage keeps, best first; the second in articles beyond ``MANY``, where a passage
that the other article repeats word for word needs no others."""

VOTES, LEAST_VOTES = 6, 0.25
"""Votes of the rarest word, of which the commonest have none; and the least share of the most votes in a row
that makes a candidate: half a sentence that was split may have so few."""

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
    same = copies(a, b)
    if len(a) + len(b) <= MANY:
        kept = same | _by_weight(scorer, tell)
    else:
        kept = same | _by_votes(scorer, {i for i, _ in same}, tell)
    return sorted(pair for pair in kept if pair in same or a[pair[0]] != b[pair[1]])


def _by_weight(scorer: PairScorer, tell: Callable[[float], None]) -> set[Pair]:
    """Join passages over every word that they share; each keeps the partners of the most weight."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j in range(len(scorer.terms[1])):
        for term, weight in scorer.weighed_terms(1, j):
            postings[term].append((j, weight))
    columns: dict[int, Ranked] = defaultdict(list)
    kept: set[Pair] = set()
    count = len(scorer.terms[0])
    for i in range(count):
        if i % 256 == 0:
            tell(i / count)
        row: dict[int, float] = {}
        get = row.get
        for term, weight in scorer.weighed_terms(0, i):
            for j, other in postings.get(term, ()):
                row[j] = get(j, 0.0) + weight * other
        floor = FAINT_SHARE * max(row.values()) if len(row) > BEST_PER_PASSAGE else 0.0
        ranked = sorted([(-weight, j) for j, weight in row.items() if weight >= floor])
        kept.update([(i, j) for _, j in ranked[:BEST_PER_PASSAGE]])
        for weight, j in ranked:
            columns[j].append((weight, i))
    for j, column in columns.items():
        kept.update([(i, j) for _, i in sorted(column)[:BEST_PER_PASSAGE]])
    return kept


def _by_votes(scorer: PairScorer, repeated: Collection[int], tell: Callable[[float], None]) -> set[Pair]:
    """Join passages over the rare words that they share, rarer ones with more votes; each keeps the best."""
    postings: dict[str, list[int]] = defaultdict(list)
    for j, terms in enumerate(scorer.terms[1]):
        for term in terms.stems:
            postings[term].append(j)
    joined = _rarest_terms(scorer.frequency(0), postings, PAIRS_PER_PASSAGE * sum(map(len, scorer.terms)))
    unit = max((scorer.rarity(term) for term in joined), default=1.0) ** 2 / VOTES
    votes = {term: postings[term] * round(scorer.rarity(term) ** 2 / unit) for term in joined}
    kept: set[Pair] = set()
    for i, terms in enumerate(scorer.terms[0]):
        if i % 256 == 0:
            tell(i / len(scorer.terms[0]))
        if i in repeated:
            continue
        shared = Counter(chain.from_iterable(filter(None, map(votes.get, terms.stems))))
        if shared:
            floor = LEAST_VOTES * max(shared.values())
            ranked = sorted([(-number, j) for j, number in shared.items() if number >= floor])
            kept.update([(i, j) for _, j in ranked[:BEST_PER_PASSAGE_OF_LONG]])
    return kept


def copies(a: Sequence[str], b: Sequence[str]) -> set[Pair]:
    """Pair the passages that say the same to the letter."""
    both = set(a).intersection(b)
    places: dict[str, tuple[list[int], list[int]]] = {
        text: ([], []) for text in both if any(map(str.isalnum, text))
    }
    for side, texts in enumerate((a, b)):
        for index, text in enumerate(texts):
            if text in places:
                places[text][side].append(index)
    found: set[Pair] = set()
    for here, there in places.values():
        if max(len(here), len(there)) <= COPIES_CROSSED:
            found.update((i, j) for i in here for j in there)
        else:
            found.update(zip(here, there, strict=False))
    return found


def _rarest_terms(
    frequency: Mapping[str, int], postings: Mapping[str, Sequence[int]], budget: int
) -> set[str]:
    """Choose the terms of which the fewest pairs of passages have both, up to ``budget`` pairs in all."""
    rarest: set[str] = set()
    for size, term in sorted(
        (frequency[term] * len(places), term) for term, places in postings.items() if term in frequency
    ):
        budget -= size
        if budget < 0:
            break
        rarest.add(term)
    return rarest
