"""Canonical keys of words, so that two texts can be asked whether they use the same one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from compare_tui.comparison.differences.gazetteer import COUNTRY_OF_WORD
from compare_tui.comparison.differences.lexicon import SYNONYM_GROUPS, opposite_words
from compare_tui.comparison.differences.number_words import simple_value, split_number
from compare_tui.comparison.differences.spelling import stem
from compare_tui.comparison.synonyms import SYNONYMS


@cache
def _synonyms() -> dict[str, frozenset[int | str]]:
    """For the stem of a word the groups of synonyms that it is in; made when words are first understood."""
    groups: dict[str, set[int | str]] = {}
    for word, numbers in SYNONYM_GROUPS.items():
        groups.setdefault(stem(word), set()).update(numbers)
    for word, first in SYNONYMS.items():
        groups.setdefault(stem(word), set()).add(first)
    for first in set(SYNONYMS.values()):
        groups.setdefault(stem(first), set()).add(first)
    return {word: frozenset(found) for word, found in groups.items()}


@cache
def _with_synonyms() -> frozenset[str]:
    return frozenset(_synonyms())


@cache
def _opposites() -> dict[str, set[tuple[int, bool]]]:
    """For the stem of a word its pairs of opposites, by number, and whether it is on the left there."""
    found: dict[str, set[tuple[int, bool]]] = {}
    for number, pair in enumerate(opposite_words()):
        for words, side in zip(pair, (True, False), strict=True):
            for word in words:
                found.setdefault(stem(word), set()).add((number, side))
    return found


@lru_cache(maxsize=16384)
def word_key(norm: str, word_stem: str) -> str:
    """Return the key of a word: "@" and its country, "#" and its value, or the stem."""
    if norm in COUNTRY_OF_WORD:
        return "@" + COUNTRY_OF_WORD[norm]
    value = None if norm == "one" else simple_value(norm)
    return word_stem if value is None else f"#{value:g}"


def written_key(text: str, norm: str, word_stem: str, kind: str) -> str:
    """Return the key of a word or number as it is written."""
    if kind == "number":
        split = split_number(text)
        return f"#{split[0]:g}{split[1]}" if split else norm
    if norm == "us" and not text[:2].isupper():
        return "us"
    return word_key(norm, word_stem)


@lru_cache(maxsize=16384)
def senses(key: str) -> frozenset[str]:
    """Return the key and the synonym groups it belongs to; words that share one can mean the same."""
    groups = _synonyms().get(key)
    return frozenset((key,)) if groups is None else frozenset((key, *(f"~{group}" for group in groups)))


def all_senses(keys: Iterable[str]) -> frozenset[str]:
    """Return the senses of all keys together."""
    found = frozenset(keys)
    known = found & _with_synonyms()
    return found.union(*map(senses, known)) if known else found


def count_said(keys: frozenset[str], said: frozenset[str]) -> int:
    """Return how many keys have a synonym among these senses."""
    return sum([not senses(key).isdisjoint(said) for key in keys & _with_synonyms()])


def related(a: str, b: str) -> bool:
    """Tell whether two keys are the same word or listed as synonyms."""
    return a == b or bool(senses(a) & senses(b))


def has_opposite(key: str) -> bool:
    """Tell whether a key stands in the table of opposites."""
    return key in _opposites()


def opposite(a: str, b: str) -> bool:
    """Tell whether two keys are listed with opposite meanings."""
    table = _opposites()
    if a == b or a not in table or b not in table:
        return False
    mirrored = {(number, not side) for number, side in table[b]}
    return bool(table[a] & mirrored) and not table[a] & table[b]
