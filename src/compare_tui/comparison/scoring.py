"""How alike two passages are: words and character grams, weighed by how rare they are in this pair."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare_tui.comparison.proper_names import name_runs
from compare_tui.comparison.words import EVERYDAY_CONCEPTS, character_grams, content_stems

STRANGER_WEIGHT = 0.6
"""Share of its weight with which a term that the other article never uses makes a passage longer.

At 1 every detail that only one side tells would lower a score, at 0 a short passage would match anything.
From 0.5 to 0.7 precision rises as recall falls, at thresholds that stay as they are."""

RARITY_POWER = 1.3
"""Power of the inverse document frequency: one rare word in common says more than several common ones.

From 1 to 1.6 precision rises as recall falls, at thresholds that stay as they are."""

SHARED_WORDS = 6
"""How many of the words that carried a link are named."""

NAME_WEIGHT = 1.3
"""Worth of a name that both articles have, against other words as rare; from 1.2 to 1.5 F1 moves by 0.025."""

EVERYDAY_WEIGHT = 0.8
"""Worth of a word that stands in any report, such as "years"; from 0.7 to 0.9 F1 stays within 0.02."""

LONE_WORD_WEIGHT, LONE_EVERYDAY_WEIGHT = 0.7, 0.5
"""Share of a score that is left where it rests on one word, or on one name of several words, alone; and where
that is an everyday word.

Two reports share single words and names in many sentences. At 0.8 the former links more strangers, at 0.6 it
parts more reworded pairs; the latter hardly moves the totals: it drops links that no reader would follow."""

SUPPORT_SHARE = 0.3
"""Weight of all other words, against the heaviest one, at which a score counts in full; 0.15 to 0.5 do."""

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
        worth: Share of the cosines that counts: less than 1 where a single word or name carries them.
    """

    words: float
    characters: float
    worth: float

    @property
    def score(self) -> float:
        """The mean of both cosines, less where a single word carries it; 0 to 1."""
        return self.worth * (self.words + self.characters) / 2


Vector = Mapping[str, float]


class PairScorer:
    """Scores passages of one article against passages of another.

    Both cosines use inverse document frequencies of these two articles alone, so that the topic both
    share counts little. Figures that differ cannot lower a score: they have no part in a vector's length.

    Args:
        a: Passages of the first article.
        b: Passages of the second article.
        language: ISO 639-1 code of both.
    """

    def __init__(self, a: Sequence[str], b: Sequence[str], language: str = "en") -> None:
        texts = (tuple(a), tuple(b))
        self._count = len(a) + len(b)
        self._stems = [[content_stems(text, language) for text in side] for side in texts]
        self._names = name_runs(texts, language)
        self.word_vectors: tuple[list[Vector], list[Vector]] = self._word_vectors()
        self._gram_vectors = self._weigh(
            [[character_grams(text, language) for text in side] for side in texts], [[], []]
        )

    def evidence(self, a: int, b: int) -> Evidence:
        """Weigh passage ``a`` of the first article against passage ``b`` of the second."""
        shared = self._shared(a, b)
        return Evidence(
            words=min(1.0, math.fsum(shared.values())),
            characters=_cosine(self._gram_vectors[0][a], self._gram_vectors[1][b]),
            worth=self._worth(a, b, shared),
        )

    def _shared(self, a: int, b: int) -> dict[str, float]:
        """Weigh each word that both passages have."""
        ours, theirs = self.word_vectors[0][a], self.word_vectors[1][b]
        return {stem: ours[stem] * theirs[stem] for stem in sorted(ours.keys() & theirs.keys())}

    def _worth(self, a: int, b: int, shared: Mapping[str, float]) -> float:
        """Set the shared words beside the heaviest one; those of one name count as one word."""
        if not shared:
            return 1.0
        ours, theirs = self._names[0][a], self._names[1][b]
        weights: dict[object, float] = {}
        for stem, weight in shared.items():
            unit = (ours[stem], theirs[stem]) if stem in ours and stem in theirs else stem
            weights[unit] = weights.get(unit, 0.0) + weight
        heaviest = max(weights, key=lambda unit: weights[unit])
        rest = math.fsum(weights.values()) - weights[heaviest]
        lone = LONE_EVERYDAY_WEIGHT if heaviest in EVERYDAY_CONCEPTS else LONE_WORD_WEIGHT
        return lone + (1 - lone) * min(1.0, max(0.0, rest) / weights[heaviest] / SUPPORT_SHARE)

    def shared_words(self, a: int, b: int) -> tuple[str, ...]:
        """Name the words that both passages have, heaviest first; the shorter form where they differ."""
        weights = self._shared(a, b)
        heaviest = sorted(weights, key=lambda stem: (-round(weights[stem], 9), stem))[:SHARED_WORDS]
        named = []
        for stem in heaviest:
            forms = (self._stems[0][a][stem][1], self._stems[1][b][stem][1])
            named.append(min(forms, key=lambda form: (len(form), form)))
        return tuple(named)

    def _word_vectors(self) -> tuple[list[Vector], list[Vector]]:
        counts = [[{stem: n for stem, (n, _) in terms.items()} for terms in side] for side in self._stems]
        return self._weigh(counts, self._names)

    def _weigh(
        self, counts: Sequence[Sequence[Mapping[str, float]]], names: Sequence[Sequence[Mapping[str, int]]]
    ) -> tuple[list[Vector], list[Vector]]:
        """Return for each passage a unit vector over the terms that the other article uses too."""
        frequency = [_document_frequency(side) for side in counts]
        named = {stem for side in names for passage in side for stem in passage}
        both = frequency[0] + frequency[1]
        rarity = {
            term: max(0.0, math.log((self._count + 1) / (number + 0.5))) ** RARITY_POWER
            * _term_worth(term, term in named and term in frequency[0] and term in frequency[1])
            for term, number in both.items()
        }
        first, second = (
            [_unit_vector(terms, rarity, frequency[1 - side]) for terms in counts[side]] for side in (0, 1)
        )
        return first, second


def _term_worth(term: str, is_common_name: bool) -> float:
    if is_common_name:
        return NAME_WEIGHT
    return EVERYDAY_WEIGHT if term in EVERYDAY_CONCEPTS else 1.0


def _unit_vector(
    counts: Mapping[str, float], rarity: Mapping[str, float], elsewhere: Mapping[str, int]
) -> Vector:
    """Weigh the terms of one passage; figures have no part in the length."""
    shared: dict[str, float] = {}
    square = 0.0
    for term, count in counts.items():
        weight = rarity[term] if count == 1 else _damped(count) * rarity[term]
        if weight <= 0:
            continue
        if term in elsewhere:
            is_figure = not _DIGITS.isdisjoint(term)
            shared[term] = FIGURE_WEIGHT * weight if is_figure else weight
            square += 0.0 if is_figure else weight * weight
        elif _DIGITS.isdisjoint(term):
            square += (STRANGER_WEIGHT * weight) ** 2
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


def _cosine(left: Vector, right: Vector) -> float:
    return min(1.0, math.fsum(left[term] * right[term] for term in left.keys() & right.keys()))
