"""Linking passages that say the same thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Mapping, Sequence

from compare_tui.comparison.candidates import candidate_pairs
from compare_tui.comparison.model import Link, Order, Strength
from compare_tui.comparison.scoring import PairScorer
from compare_tui.comparison.stemming import common_language

NEIGHBOUR_WEIGHT = 0.18
"""Share of the best neighbouring pair's score that a pair gains; of the second best half as much, of the
third a quarter. From 0.15 to 0.2 the development pairs align within 0.02 of each other."""

GOOD_PARTNER_RANK = 0.9
"""Where the score that tells how alike the words of two articles are stands among the best scores that their
passages reach, from the worst up; from 0.85 to 0.95 F1 stays within 0.01."""

GOOD_PARTNER_SHARE = 0.48
"""Least score of a link, as a share of that score; from 0.4 to 0.5 F1 stays within 0.02."""

LEAST_POSSIBLE_SCORE, MOST_POSSIBLE_SCORE = 0.16, 0.22
"""Bounds of the least score: strangers reach the lower one; where partners are alike, reworded ones still
reach the upper one. Moving either by 0.02 trades precision against recall and leaves F1 within 0.03."""

POSSIBLE_SHARE = 0.5
"""Least share of the best score that either passage reaches anywhere: in a revision, where partners reach
0.9, a score of 0.3 means nothing; among rival reports it may be the best there is."""

OWN_BEST_SHARE, POSSIBLE_SHARE_OF_OWN_BEST = 0.95, 0.35
"""A pair that is the best of one of its passages, or nearly, needs a smaller share of what the other reaches:
the short sentence that goes on about the lead has its partner there, though the lead has a better one."""

CONFIDENT_SCORE = 0.36
"""Least score, without what the neighbours add, of a link that is shown as certain; from 0.34 to 0.42
fewer are wrong, and fewer found."""

CONFIDENT_SHARE, CONFIDENT_SHARE_RISE = 0.88, 0.1
"""Least share of the best score that either passage reaches, and what is added to it for each unit of that
score. Where the best partner is the same sentence, a second one must be the same too; where it is a loose
retelling, the statement may well stand a second time in other words."""

_NEIGHBOURS = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1) if down or right)

Progress = Callable[[float, str], None]
"""Called now and then with the share that is done (0 to 1) and one word; may raise to cancel."""

Scores = Mapping[tuple[int, int], float]


def align(
    a_passages: Sequence[str],
    b_passages: Sequence[str],
    *,
    strength: Strength = "possible",
    progress: Progress | None = None,
) -> list[Link]:
    """Link the passages of two texts that are already cut.

    Swapping the texts mirrors the result exactly, and the same input gives the same output everywhere.

    Args:
        a_passages: Passages of the first text.
        b_passages: Passages of the second text.
        strength: ``confident`` leaves the merely possible links out.
        progress: Told how far the work is.

    Returns:
        Links in the order of (a, b); many-to-many.
    """
    if tuple(b_passages) < tuple(a_passages):
        mirrored = _align(b_passages, a_passages, progress)
        links = [Link(x.b, x.a, x.score, x.strength, x.shared, x.order) for x in mirrored]
        links.sort(key=lambda link: (link.a, link.b))
    else:
        links = _align(a_passages, b_passages, progress)
    return [link for link in links if strength == "possible" or link.strength == "confident"]


def _align(a: Sequence[str], b: Sequence[str], progress: Progress | None) -> list[Link]:
    tell = progress or _tell_nobody
    tell(0.0, "reading")
    scorer = PairScorer(a, b, common_language(a, b))
    tell(0.2, "searching")
    pairs = candidate_pairs(*scorer.word_vectors)
    base: dict[tuple[int, int], float] = {}
    for done, pair in enumerate(pairs):
        if done % 512 == 0:
            tell(0.3 + 0.6 * done / len(pairs), "linking")
        base[pair] = round(scorer.evidence(*pair).score, 6)
    scores = _with_neighbours(base)
    strengths = _strengths(base, scores)
    orders = _orders(sorted(strengths))
    tell(0.95, "linking")
    return [
        Link(i, j, min(1.0, scores[i, j]), strengths[i, j], scorer.shared_words(i, j), orders[i, j])
        for i, j in sorted(strengths)
    ]


def _tell_nobody(done: float, word: str) -> None:
    """Take no notice."""


def _with_neighbours(base: Scores) -> dict[tuple[int, int], float]:
    """Add to each score a share of the best three around it: what stands beside a link is often linked."""
    raised: dict[tuple[int, int], float] = {}
    for (i, j), score in base.items():
        around = sorted([base.get((i + down, j + right), 0.0) for down, right in _NEIGHBOURS])
        bonus = around[-1] + around[-2] / 2 + around[-3] / 4
        raised[i, j] = round(score + NEIGHBOUR_WEIGHT * bonus, 6)
    return raised


def _strengths(base: Scores, scores: Scores) -> dict[tuple[int, int], Strength]:
    """Choose the links: high enough for these articles, and not far below what either passage reaches."""
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_a[i] = max(score, best_a.get(i, 0.0))
        best_b[j] = max(score, best_b.get(j, 0.0))
    least = _least_score([*best_a.values(), *best_b.values()])
    chosen: dict[tuple[int, int], Strength] = {}
    for (i, j), score in scores.items():
        lower, best = sorted((best_a[i], best_b[j]))
        share = POSSIBLE_SHARE_OF_OWN_BEST if score >= OWN_BEST_SHARE * lower else POSSIBLE_SHARE
        rivalled = CONFIDENT_SHARE + CONFIDENT_SHARE_RISE * min(1.0, best)
        if base[i, j] >= CONFIDENT_SCORE and score >= rivalled * best:
            chosen[i, j] = "confident"
        elif score >= least and score >= share * best:
            chosen[i, j] = "possible"
    return chosen


def _least_score(best: list[float]) -> float:
    """Set the least score of a link by how well the better matched passages of these articles match."""
    if not best:
        return MOST_POSSIBLE_SCORE
    good = sorted(best)[int(GOOD_PARTNER_RANK * (len(best) - 1))]
    return min(MOST_POSSIBLE_SCORE, max(LEAST_POSSIBLE_SCORE, GOOD_PARTNER_SHARE * good))


def _orders(pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Order]:
    """Tell for each link whether it crosses more of the other links than run alongside it.

    Args:
        pairs: Linked indices, sorted.
    """
    crossing: dict[tuple[int, int], int] = dict.fromkeys(pairs, 0)
    alongside: dict[tuple[int, int], int] = dict.fromkeys(pairs, 0)
    for sign in (1, -1):
        seen: list[int] = []
        waiting: list[int] = []
        last = None
        for i, j in pairs[::sign]:
            if i != last:
                for column in waiting:
                    insort(seen, column)
                waiting, last = [], i
            below, above = bisect_left(seen, j), len(seen) - bisect_right(seen, j)
            alongside[i, j] += below if sign == 1 else above
            crossing[i, j] += above if sign == 1 else below
            waiting.append(j)
    return {pair: "moved" if crossing[pair] > alongside[pair] else "in order" for pair in pairs}
