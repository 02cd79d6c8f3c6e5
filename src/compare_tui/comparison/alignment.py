"""Linking passages that say the same thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

from compare_tui.comparison.candidates import candidate_pairs
from compare_tui.comparison.crossing import orders
from compare_tui.comparison.meanings import Meanings
from compare_tui.comparison.model import Link, Strength
from compare_tui.comparison.scoring import Evidence, PairScorer
from compare_tui.comparison.similarity import SIMILARITY_WEIGHT, Similarity, excess
from compare_tui.comparison.stemming import common_language

NEIGHBOUR_WEIGHT = 0.18
"""Share of the best neighbouring pair's score that a pair gains; of the second best half as much, of the
third a quarter. From 0.1 to 0.3 the development pairs align within 0.02 of each other."""

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

OPENING_BONUS, LONGEST_OPENING = 0.08, 3
"""What is added to the score of two headlines or leads that share anything, and how many passages they are
at most: of the openings of two reports on one event two in three tell the same. From 0.05 to 0.15 F1 stays
within 0.02, above that of no bonus everywhere."""

CONFIDENT_SCORE = 0.36
"""Least score, without what the neighbours add, of a link that is shown as certain; from 0.34 to 0.42
fewer are wrong, and fewer found."""

CONFIDENT_SHARE, CONFIDENT_SHARE_RISE = 0.88, 0.1
"""Least share of the best score that either passage reaches, and what is added to it for each unit of that
score. Where the best partner is the same sentence, a second one must be the same too; where it is a loose
retelling, the statement may well stand a second time in other words."""

LONG = 4000
"""Passages, of both texts together, beyond which character grams are looked at in doubt only."""

CLEAR_SCORE, FAINT_SCORE, FAINT_SHARE = 0.45, 0.1, 0.4
"""In such texts a pair is in doubt where no rival reaches the first by its words, and it reaches the second
itself and the third as a share of its best rival's score."""

Progress = Callable[[float, str], None]
"""Called now and then with the share that is done (0 to 1) and one word; may raise to cancel."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair of passages that was scored.

    Attributes:
        a: Index into the passages of A, from 0.
        b: Index into the passages of B, from 0.
        score: How alike they are, neighbours included, 0 to 1.
        strength: That of their link; None where they are not linked.
        parts: What the score is made of, by name, each 0 to 1 or, for a factor, its value.
        shared: The words that carry it, with their weights, heaviest first.
        needed: Least score with which this pair would be linked.
    """

    a: int
    b: int
    score: float
    strength: Strength | None
    parts: tuple[tuple[str, float], ...]
    shared: tuple[tuple[str, float], ...]
    needed: float


class Alignment:
    """The links between the passages of two texts, and what speaks for each pair.

    Args:
        a: Passages of the first text.
        b: Passages of the second text.
        progress: Told how far the work is.
        similarity: A similarity function from outside, mixed into the scores.

    Raises:
        SimilarityError: The similarity function fails.
    """

    def __init__(
        self,
        a: Sequence[str],
        b: Sequence[str],
        progress: Progress | None = None,
        similarity: Similarity | None = None,
    ) -> None:
        tell = progress or _tell_nobody
        tell(0.0, "reading")
        # The work is always done in one order of the texts, so that both calls see the same ties.
        self._swapped = tuple(b) < tuple(a)
        first, second = (b, a) if self._swapped else (a, b)
        language = common_language(first, second)
        self._scorer = PairScorer(first, second, language)
        pairs = candidate_pairs(
            self._scorer,
            first,
            second,
            lambda done: tell(0.2 + 0.2 * done, "searching"),
            outside=similarity is not None,
        )
        self._base: dict[Pair, float] = {}
        evidence: dict[Pair, Evidence] = {}
        for done, pair in enumerate(pairs):
            if done % 512 == 0:
                tell(0.4 + 0.2 * done / len(pairs), "linking")
            evidence[pair] = self._scorer.word_evidence(*pair)
            self._base[pair] = round(evidence[pair].score, 6)
        doubtful = pairs if len(a) + len(b) <= LONG else _doubtful(self._base)
        self._doubtful = frozenset(doubtful)
        for done, pair in enumerate(doubtful):
            if done % 512 == 0:
                tell(0.6 + 0.3 * done / len(doubtful), "linking")
            self._base[pair] = round(self._scorer.with_characters(evidence[pair], *pair).score, 6)
        del evidence
        self._meaning: dict[Pair, float] = {}
        if language == "en":
            self._meaning = Meanings(self._scorer).support(doubtful)
            for pair, value in self._meaning.items():
                self._base[pair] = round(max(0.0, self._base[pair] + value), 6)
        self._outside: dict[Pair, float] = {}
        if similarity is not None:
            tell(0.9, "similarity")
            self._outside = excess(similarity, first, second, pairs)
            for pair, value in self._outside.items():
                self._base[pair] = round(self._base[pair] + SIMILARITY_WEIGHT * value, 6)
        self._scores = _with_neighbours(self._base)
        self._opening = tuple(product(range(_opening(first)), range(_opening(second))))
        for pair in self._opening:
            if self._scores.get(pair):
                self._scores[pair] = round(self._scores[pair] + OPENING_BONUS, 6)
        self._rivals = _Rivals.of(self._scores)
        self._least = self._rivals.least_score()
        self._strengths = _strengths(self._base, self._scores, self._rivals, self._least)
        tell(0.95, "linking")

    def links(self) -> list[Link]:
        """Return the links in the order of (a, b); many-to-many."""
        found = []
        pairs = sorted(self._strengths)
        order = orders(pairs)
        for pair in pairs:
            i, j = pair[::-1] if self._swapped else pair
            score = min(1.0, self._scores[pair])
            shared = self._scorer.shared_words(*pair)
            found.append(Link(i, j, score, self._strengths[pair], shared, order[pair]))
        return sorted(found, key=lambda link: (link.a, link.b)) if self._swapped else found

    def candidates(self, side: Literal["a", "b"], index: int) -> list[Candidate]:
        """Return the pairs that one passage was scored in, best first."""
        place = 0 if (side == "a") != self._swapped else 1
        pairs = [pair for pair in self._scores if pair[place] == index]
        pairs.sort(key=lambda pair: (-self._scores[pair], pair))
        return [self._candidate(pair) for pair in pairs]

    def _candidate(self, pair: Pair) -> Candidate:
        evidence = self._scorer.word_evidence(*pair)
        if pair in self._doubtful:
            evidence = self._scorer.with_characters(evidence, *pair)
        i, j = pair[::-1] if self._swapped else pair
        return Candidate(
            i,
            j,
            min(1.0, self._scores[pair]),
            self._strengths.get(pair),
            self._parts(pair, evidence),
            tuple(self._scorer.carriers(*pair)),
            min(1.0, self._rivals.needed(pair, self._scores[pair], self._least)),
        )

    def _parts(self, pair: Pair, evidence: Evidence) -> tuple[tuple[str, float], ...]:
        opening = OPENING_BONUS if pair in self._opening and self._scores[pair] else 0.0
        return (
            ("words", evidence.words),
            ("characters", evidence.characters),
            ("factor for a lone word", evidence.worth),
            *((("meaning", self._meaning[pair]),) if pair in self._meaning else ()),
            ("neighbours", round(self._scores[pair] - self._base[pair] - opening, 6)),
            *((("headline or lead", opening),) if opening else ()),
            *((("similarity from outside", self._outside[pair]),) if self._outside else ()),
        )


def align(
    a_passages: Sequence[str],
    b_passages: Sequence[str],
    *,
    strength: Strength = "possible",
    progress: Progress | None = None,
    similarity: Similarity | None = None,
) -> list[Link]:
    """Link the passages of two texts that are already cut.

    Swapping the texts mirrors the result exactly, and the same input gives the same output everywhere.

    Args:
        a_passages: Passages of the first text.
        b_passages: Passages of the second text.
        strength: ``confident`` leaves the merely possible links out.
        progress: Told how far the work is.
        similarity: A similarity function from outside, mixed into the scores.

    Raises:
        SimilarityError: The similarity function fails.

    Returns:
        Links in the order of (a, b); many-to-many.
    """
    links = Alignment(a_passages, b_passages, progress, similarity).links()
    return [link for link in links if strength == "possible" or link.strength == "confident"]


def _tell_nobody(done: float, word: str) -> None:
    """Take no notice."""


def _with_neighbours(base: Mapping[Pair, float]) -> dict[Pair, float]:
    """Add to each score a share of the best three around it: what stands beside a link is often linked."""
    get = base.get
    raised: dict[Pair, float] = {}
    for (i, j), score in base.items():
        above, below, before, behind = i - 1, i + 1, j - 1, j + 1
        around = sorted(
            (
                get((above, before), 0.0),
                get((above, j), 0.0),
                get((above, behind), 0.0),
                get((i, before), 0.0),
                get((i, behind), 0.0),
                get((below, before), 0.0),
                get((below, j), 0.0),
                get((below, behind), 0.0),
            )
        )
        bonus = around[-1] + around[-2] / 2 + around[-3] / 4
        raised[i, j] = round(score + NEIGHBOUR_WEIGHT * bonus, 6) if score else 0.0
    return raised


def _opening(passages: Sequence[str]) -> int:
    """Return how many passages at the front are headlines or the lead, which ends like a sentence."""
    for place, text in enumerate(passages[:LONGEST_OPENING]):
        if text.rstrip("\"'”’»)").endswith((".", "!", "?", "…", "。", "！", "？", "؟", "।")):
            return place + 1
    return min(1, len(passages))


class _Rivals(NamedTuple):
    """The best scores that passages reach anywhere.

    Attributes:
        a: By passage of the first text.
        b: By passage of the second text.
    """

    a: Mapping[int, float]
    b: Mapping[int, float]

    @classmethod
    def of(cls, scores: Mapping[Pair, float]) -> _Rivals:
        best_a: dict[int, float] = {}
        best_b: dict[int, float] = {}
        for (i, j), score in scores.items():
            if score > best_a.get(i, -1.0):
                best_a[i] = score
            if score > best_b.get(j, -1.0):
                best_b[j] = score
        return cls(best_a, best_b)

    def best(self, pair: Pair) -> float:
        """Return the best score that either passage of a pair reaches."""
        ours, theirs = self.a[pair[0]], self.b[pair[1]]
        return ours if ours >= theirs else theirs

    def least_score(self) -> float:
        """Set the least score of a link by how well the better matched passages of these texts match."""
        best = sorted([*self.a.values(), *self.b.values()])
        if not best:
            return MOST_POSSIBLE_SCORE
        good = best[int(GOOD_PARTNER_RANK * (len(best) - 1))]
        return min(MOST_POSSIBLE_SCORE, max(LEAST_POSSIBLE_SCORE, GOOD_PARTNER_SHARE * good))

    def needed(self, pair: Pair, score: float, least: float) -> float:
        """Return the least score of a possible link between two passages that reach ``score``."""
        lower, best = sorted((self.a[pair[0]], self.b[pair[1]]))
        share = POSSIBLE_SHARE_OF_OWN_BEST if score >= OWN_BEST_SHARE * lower else POSSIBLE_SHARE
        return max(least, share * best)


def _doubtful(base: Mapping[Pair, float]) -> list[Pair]:
    """Choose the pairs that the words of long texts leave in doubt."""
    rivals = _Rivals.of(base)
    return [
        pair
        for pair, score in base.items()
        if score >= FAINT_SCORE and FAINT_SHARE * (best := rivals.best(pair)) <= score and best < CLEAR_SCORE
    ]


def _strengths(
    base: Mapping[Pair, float], scores: Mapping[Pair, float], rivals: _Rivals, least: float
) -> dict[Pair, Strength]:
    """Choose the links: high enough for these articles, and not far below what either passage reaches."""
    chosen: dict[Pair, Strength] = {}
    for pair, score in scores.items():
        best = rivals.best(pair)
        rivalled = CONFIDENT_SHARE + CONFIDENT_SHARE_RISE * min(1.0, best)
        if base[pair] >= CONFIDENT_SCORE and score >= rivalled * best:
            chosen[pair] = "confident"
        elif score >= least and score >= rivals.needed(pair, score, least):
            chosen[pair] = "possible"
    return chosen
