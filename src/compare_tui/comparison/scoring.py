"""How alike two passages are: words and character grams, weighed by how rare they are in this pair."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from operator import mul, truediv
from typing import Any, NamedTuple

from compare_tui.comparison.character_scoring import CharacterScorer
from compare_tui.comparison.meant_names import is_meant, with_meant_names
from compare_tui.comparison.proper_names import name_runs
from compare_tui.comparison.weighing import FIGURE_WEIGHT, STRANGER_WEIGHT, damped, rarity
from compare_tui.comparison.words import EVERYDAY_CONCEPTS, Terms, once, read_terms

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

DIGITS, ROUNDING = 9, 2e-9
"""Digits of weights that are compared, and more than two that are equal in these can differ by."""

_DIGITS = frozenset("0123456789")


class Evidence(NamedTuple):
    """What speaks for a link.

    Attributes:
        words: Cosine of the weighed stems, 0 to 1.
        characters: Cosine of the weighed character grams, 0 to 1.
        worth: Share of these that counts: less than 1 where a single word or name carries them.
    """

    words: float
    characters: float
    worth: float

    @property
    def score(self) -> float:
        """The mean of both cosines, less where a single word carries it; 0 to 1."""
        return self.worth * (self.words + self.characters) / 2


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
        self._texts = (a, b)
        self.terms: Sequence[list[Terms]] = (_read(a, language), _read(b, language))
        self._names: Sequence[list[dict[str, int]]] = name_runs(self._texts, language)
        if language == "en":
            self.terms, self._names = with_meant_names(self._texts, self.terms, self._names)
        self._frequency = tuple(_document_frequency(side) for side in self.terms)
        self._rarity = self._rarities(len(a) + len(b))
        self._weights = tuple(self._unit_vectors(side) for side in (0, 1))
        self._grams = CharacterScorer(a, b, language)
        self._row: tuple[int, dict[str, float]] = (-1, {})
        self._written: tuple[int, dict[str, str]] = (-1, {})

    def rarity(self, term: str) -> float:
        """Return the weight of a stem: how rare it is in both articles, and what it is."""
        return self._rarity[term]

    def frequency(self, side: int) -> Mapping[str, int]:
        """Return for each stem of an article the number of its passages that have it."""
        return self._frequency[side]

    def vector(self, side: int, index: int) -> dict[str, float]:
        """Return the weights of the stems of a passage, its length taken out."""
        return dict(self.weighed_terms(side, index))

    def weighed_terms(self, side: int, index: int) -> Iterable[tuple[str, float]]:
        """Return the stems of a passage with their weights, its length taken out."""
        return zip(self.terms[side][index].stems, self._weights[side][index], strict=True)

    def weighed_words(self, side: int, index: int) -> Iterable[tuple[str, float]]:
        """Return the words of a passage, as they are first written, with the weights of their stems."""
        return zip(self.terms[side][index].surfaces, self._weights[side][index], strict=True)

    def word_evidence(self, a: int, b: int) -> Evidence:
        """Weigh the words of passage ``a`` of the first article against those of ``b`` of the second.

        The words speak for the characters too.
        """
        if self._texts[0][a] == self._texts[1][b]:
            return Evidence(1.0, 1.0, 1.0)
        ours = self._row_of(a)
        shared = {stem: ours[stem] * weight for stem, weight in self.weighed_terms(1, b) if stem in ours}
        words = min(1.0, sum(shared.values()))
        return Evidence(words, words, self._worth(a, b, shared))

    def with_characters(self, evidence: Evidence, a: int, b: int) -> Evidence:
        """Add what the character grams say of a pair to what its words say."""
        if self._texts[0][a] == self._texts[1][b]:
            return evidence
        return Evidence(evidence.words, self._grams.cosine(a, b), evidence.worth)

    def _row_of(self, a: int) -> dict[str, float]:
        """Return the vector of a passage of the first article; that of the last one asked for is at hand."""
        if self._row[0] != a:
            self._row = (a, self.vector(0, a))
        return self._row[1]

    def _written_in(self, a: int) -> dict[str, str]:
        """Return how the words of a passage of the first article are written; the last one is at hand."""
        if self._written[0] != a:
            terms = self.terms[0][a]
            self._written = (a, dict(zip(terms.stems, terms.surfaces, strict=True)))
        return self._written[1]

    def _worth(self, a: int, b: int, shared: Mapping[str, float]) -> float:
        """Set the shared words beside the heaviest one; those of one name count as one word."""
        if not shared:
            return 1.0
        ours, theirs = self._names[0][a], self._names[1][b]
        weights: Mapping[Any, float] = shared
        if ours and theirs:
            weights = _by_name(shared, ours, theirs)
        most = max(weights.values())
        if most <= 0:
            return 1.0
        # Equal weights may differ in the last digits.
        rounded, least = round(most, DIGITS), most - ROUNDING
        heaviest = [
            unit for unit, weight in weights.items() if weight >= least and round(weight, DIGITS) == rounded
        ]
        everyday = [unit for unit in heaviest if unit in EVERYDAY_CONCEPTS]
        first = weights[everyday[0] if everyday else heaviest[0]]
        lone = LONE_EVERYDAY_WEIGHT if everyday else LONE_WORD_WEIGHT
        rest = sum(weights.values()) - first
        return lone + (1 - lone) * min(1.0, max(0.0, rest) / first / SUPPORT_SHARE)

    def carriers(self, a: int, b: int, most: int | None = None) -> list[tuple[str, float]]:
        """Name the words that both passages have, with their weights, heaviest first; at most ``most``."""
        ours = self._row_of(a)
        theirs = self.terms[1][b]
        shared = [
            (stem, form, weight * ours[stem])
            for stem, form, weight in zip(theirs.stems, theirs.surfaces, self._weights[1][b], strict=True)
            if stem in ours
        ]
        if most is not None and len(shared) > most:
            least = sorted([weight for _, _, weight in shared], reverse=True)[most - 1] - ROUNDING
            shared = [one for one in shared if one[2] >= least]
        written = self._written_in(a)
        found = [
            (-round(weight, DIGITS), _plainer(form, written[stem]), number, weight)
            for number, (stem, form, weight) in enumerate(shared)
        ]
        found.sort()
        return [(word, weight) for _, word, _, weight in found[:most]]

    def shared_words(self, a: int, b: int) -> tuple[str, ...]:
        """Name the words that both passages have, heaviest first."""
        return tuple(word for word, _ in self.carriers(a, b, SHARED_WORDS))

    def _rarities(self, passages: int) -> dict[str, float]:
        """Weigh each stem, once for both articles: by its rarity, and by what it is."""
        ours, theirs = self._frequency
        named = {stem for side in self._names for passage in side for stem in passage}
        found: dict[str, float] = {}
        for term, number in (ours + theirs).items():
            weight = rarity(number, passages)
            if term in named and term in ours and term in theirs:
                weight *= NAME_WEIGHT
            elif term in EVERYDAY_CONCEPTS:
                weight *= EVERYDAY_WEIGHT
            if not _DIGITS.isdisjoint(term):
                weight *= FIGURE_WEIGHT
            found[term] = weight
        return found

    def _unit_vectors(self, side: int) -> list[array[float]]:
        """Weigh the stems of each passage, in the order of its terms, and divide by its length."""
        elsewhere, unit = self._frequency[1 - side], self._rarity
        # A figure has no part in the length, a stranger to the other article a smaller one.
        square = {
            term: (weight if term in elsewhere else STRANGER_WEIGHT * weight) ** 2
            if _DIGITS.isdisjoint(term)
            else 0.0
            for term, weight in unit.items()
        }
        found: list[array[float]] = []
        for terms in self.terms[side]:
            weights = [*map(unit.__getitem__, terms.stems)]
            squares: Iterable[float] = map(square.__getitem__, terms.stems)
            if terms.counts is not once(len(weights)):
                dampers = _all_damped(terms.counts)
                weights = [*map(mul, weights, dampers)]
                squares = map(mul, map(mul, squares, dampers), dampers)
            length = math.sqrt(sum(squares)) or max(weights, default=0.0) or 1.0
            # A third of the memory of a tuple of numbers; made of a list, it has no room to grow.
            found.append(array("d", [*map(truediv, weights, repeat(length))]))
        return found


def _plainer(form: str, other: str) -> str:
    """Return the shorter of two ways to write a word; one that a passage only means is told as such."""
    if form == other:
        return form
    return min(form, other, key=lambda word: (not is_meant(word), len(word), word))


def _by_name(
    shared: Mapping[str, float], ours: Mapping[str, int], theirs: Mapping[str, int]
) -> dict[object, float]:
    """Add the weights of the words of one name up."""
    weights: dict[object, float] = {}
    for stem, weight in shared.items():
        unit = (ours[stem], theirs[stem]) if stem in ours and stem in theirs else stem
        weights[unit] = weights.get(unit, 0.0) + weight
    return weights


def _read(passages: Sequence[str], language: str) -> list[Terms]:
    """Read the passages; a text that stands several times is read once."""
    known: dict[str, Terms] = {}
    found = []
    for text in passages:
        if text not in known:
            known[text] = read_terms(text, language)
        found.append(known[text])
    return found


@lru_cache(maxsize=4096)
def _all_damped(counts: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(map(damped, counts))


def _document_frequency(passages: Sequence[Terms]) -> Counter[str]:
    return Counter(chain.from_iterable([terms.stems for terms in passages]))
