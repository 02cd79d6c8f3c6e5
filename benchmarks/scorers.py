"""Plain ways of telling how alike two passages are, for comparison with the program."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Pairs = set[tuple[int, int]]
Scores = Mapping[tuple[int, int], float]

STEPS = 200
"""Thresholds that are tried lie one part in so many apart; with 50, plain scorers lose up to .005 of F1."""


@dataclass(frozen=True, slots=True)
class Task:
    """Two lists of passages and the links that people saw between them.

    Attributes:
        a: Passages of the first text.
        b: Passages of the second text.
        gold: Links, as indices.
        ignored: Pairs that are neither right nor wrong.
    """

    a: Sequence[str]
    b: Sequence[str]
    gold: Pairs
    ignored: Pairs


def figures(results: Sequence[tuple[Pairs, Task]]) -> tuple[float, float, float]:
    """Return micro precision, recall and F1 of what was found for some tasks."""
    right = sum(len(found & task.gold) for found, task in results)
    precision = right / max(1, sum(len(found - task.ignored) for found, task in results))
    recall = right / max(1, sum(len(task.gold) for _, task in results))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def percentages(results: Sequence[tuple[Pairs, Task]]) -> tuple[str, str, str]:
    """Return precision, recall and F1 for a row of a table."""
    precision, recall, f1 = figures(results)
    return f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}"


def baseline_scores(tasks: Sequence[Task]) -> dict[str, list[Scores]]:
    """Return the scores that plain scorers give to the pairs of each task."""
    scorers = {
        "token Jaccard": _by_pair(_jaccard),
        "difflib ratio on tokens": _by_pair(_ratio),
        "TF-IDF cosine on stems": tf_idf,
    }
    return {name: [scorer(task.a, task.b) for task in tasks] for name, scorer in scorers.items()}


def at_best_threshold(scores: Sequence[Scores], tasks: Sequence[Task]) -> list[tuple[Pairs, Task]]:
    """Return what a scorer finds at the threshold that suits it best on these very tasks."""
    results = (
        [
            ({pair for pair, score in of_task.items() if score >= step / STEPS}, task)
            for of_task, task in zip(scores, tasks, strict=True)
        ]
        for step in range(1, STEPS)
    )
    return max(results, key=lambda result: figures(result)[2])


def tf_idf(a: Sequence[str], b: Sequence[str]) -> Scores:
    """Score all pairs by the cosine of stems, weighed by their rarity in the two texts."""
    counts = [[Counter(map(_stem, _tokens(text))) for text in side] for side in (a, b)]
    frequency = Counter(stem for side in counts for passage in side for stem in passage)
    total = len(a) + len(b)
    weigh = {stem: math.log((total + 1) / (number + 0.5)) for stem, number in frequency.items()}
    vectors = [[_unit({s: n * weigh[s] for s, n in passage.items()}) for passage in side] for side in counts]
    return {
        (i, j): sum(weight * right[stem] for stem, weight in left.items() if stem in right)
        for i, left in enumerate(vectors[0])
        for j, right in enumerate(vectors[1])
    }


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {stem: weight / length for stem, weight in vector.items()}


def _stem(word: str) -> str:
    return next((word[: -len(end)] for end in ("ing", "ed", "es", "s") if word.endswith(end)), word)[:12]


def _by_pair(scorer: Callable[[str, str], float]) -> Callable[[Sequence[str], Sequence[str]], Scores]:
    return lambda a, b: {(i, j): scorer(x, y) for i, x in enumerate(a) for j, y in enumerate(b)}


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _jaccard(x: str, y: str) -> float:
    left, right = set(_tokens(x)), set(_tokens(y))
    return len(left & right) / max(1, len(left | right))


def _ratio(x: str, y: str) -> float:
    return SequenceMatcher(None, _tokens(x), _tokens(y), autojunk=False).ratio()
