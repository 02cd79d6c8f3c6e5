"""How far several people agree on what they tagged, and with which tags.

Places and tags are told apart. F1 counts what two people both marked; alpha looks at the tags of the places
that were matched. Matching is that of ``review.matching``; "exact" asks for the same words on both sides
instead.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare_tui.review.alpha import Figure, nominal_alpha
from compare_tui.review.matching import Mark, match_marks, units
from compare_tui.review.panel import Panel


@dataclass(frozen=True, slots=True)
class Score:
    """Agreement of two people, or of all pairs of people together.

    Attributes:
        both: Annotations of the one that are matched with one of the other.
        total: Annotations of the one and of the other.
    """

    both: int
    total: int

    @property
    def f1(self) -> Figure:
        """Twice the matched over all; undefined where nobody marked anything."""
        return Figure(2 * self.both / self.total) if self.total else Figure(None, "no annotations")


@dataclass(frozen=True, slots=True)
class Scores:
    """The four ways to ask whether two people marked the same.

    Attributes:
        exact: The same words on both sides.
        exact_tag: The same words and the same tag.
        overlap: A likeness of one half or more.
        overlap_tag: Likewise, matched among annotations with the same tag.
    """

    exact: Score
    exact_tag: Score
    overlap: Score
    overlap_tag: Score


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Agreement of two people.

    Attributes:
        one: Id of the first.
        other: Id of the second.
        scores: Over all tags.
        by_tag: The score ``overlap_tag`` of each tag that one of them used.
        confusion: How often the first's tag (first) met the second's (second) on a matched place.
    """

    one: str
    other: str
    scores: Scores
    by_tag: Mapping[str, Score]
    confusion: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of all annotators of a pair of articles.

    Attributes:
        counts: Number of annotations of each annotator, by id, in the order of ids.
        pairs: Of each two annotators.
        scores: Over all pairs together.
        by_tag: Likewise, the score ``overlap_tag`` of each tag.
        alpha: Krippendorff's alpha (nominal) of the tags in ``units``.
        units: What people say about each place, in the order of A, then B; at most one mark of each person.
        confusion: How often two tags, in the order of the alphabet, met on a matched place of any two people.
    """

    counts: Mapping[str, int]
    pairs: tuple[PairAgreement, ...]
    scores: Scores
    by_tag: Mapping[str, Score]
    alpha: Figure
    units: tuple[tuple[Mark, ...], ...]
    confusion: Mapping[tuple[str, str], int]

    @property
    def shared_units(self) -> int:
        """Number of units with annotations of at least two people."""
        return sum(len(unit) > 1 for unit in self.units)


def agreement_of(panel: Panel) -> Agreement | None:
    """Return the agreement of those in a panel who annotated; None where they are fewer than two."""
    annotators = set(panel.annotators)
    if len(annotators) < 2:
        return None
    return measure_agreement(
        annotators, [one.mark for one in panel.annotations if one.author.id in annotators]
    )


def measure_agreement(annotators: Iterable[str], marks: Iterable[Mark]) -> Agreement:
    """Measure how far people agree.

    Args:
        annotators: Ids of all who annotated, including those who found nothing; in any order.
        marks: Their annotations, in any order.
    """
    marks = sorted(marks)
    people = sorted({*annotators, *(mark.annotator for mark in marks)})
    of = {person: [mark for mark in marks if mark.annotator == person] for person in people}
    matches = match_marks(marks)
    with_tag = match_marks(marks, by_tag=True)
    found, found_by_tag = defaultdict(list), defaultdict(list)
    for match in matches:
        found[match.one.annotator, match.other.annotator].append((match.one.tag, match.other.tag))
    for match in with_tag:
        found_by_tag[match.one.annotator, match.other.annotator].append(match.one.tag)
    pairs = tuple(
        _pair(one, other, of, found[one, other], Counter(found_by_tag[one, other]))
        for one, other in combinations(people, 2)
    )
    united = units(marks, matches)
    confusion: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        for (first, second), count in pair.confusion.items():
            confusion[min(first, second), max(first, second)] += count
    tags = sorted({tag for pair in pairs for tag in pair.by_tag})
    return Agreement(
        counts={person: len(of[person]) for person in people},
        pairs=pairs,
        scores=Scores(
            *(_sum(getattr(pair.scores, name) for pair in pairs) for name in Scores.__dataclass_fields__)
        ),
        by_tag={tag: _sum(pair.by_tag[tag] for pair in pairs if tag in pair.by_tag) for tag in tags},
        alpha=nominal_alpha([[mark.tag for mark in unit] for unit in united]),
        units=united,
        confusion=_by_frequency(confusion),
    )


def _pair(
    one: str,
    other: str,
    of: Mapping[str, Sequence[Mark]],
    matched_tags: Sequence[tuple[str, str]],
    matched_by_tag: Counter[str],
) -> PairAgreement:
    mine, yours = of[one], of[other]
    total = len(mine) + len(yours)
    tags = Counter(mark.tag for mark in (*mine, *yours))
    return PairAgreement(
        one,
        other,
        Scores(
            exact=Score(_common((m.place for m in mine), (m.place for m in yours)), total),
            exact_tag=Score(
                _common(((m.place, m.tag) for m in mine), ((m.place, m.tag) for m in yours)), total
            ),
            overlap=Score(len(matched_tags), total),
            overlap_tag=Score(matched_by_tag.total(), total),
        ),
        {tag: Score(matched_by_tag[tag], count) for tag, count in sorted(tags.items())},
        _by_frequency(Counter(matched_tags)),
    )


def _common(one: Iterable[Hashable], other: Iterable[Hashable]) -> int:
    """Return how many of each can be paired with an equal of the other."""
    return (Counter(one) & Counter(other)).total()


def _sum(scores: Iterable[Score]) -> Score:
    listed = list(scores)
    return Score(sum(score.both for score in listed), sum(score.total for score in listed))


def _by_frequency(counts: Counter[tuple[str, str]]) -> dict[tuple[str, str], int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
