"""Canonical keys of words, so that two texts can be asked whether they use the same one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from compare_tui.comparison.differences.gazetteer import COUNTRY_OF_WORD
from compare_tui.comparison.differences.lexicon import SYNONYM_GROUPS, opposite_words
from compare_tui.comparison.differences.number_words import simple_value, split_number
from compare_tui.comparison.differences.spelling import stem
from compare_tui.comparison.synonyms import SYNONYMS

_SYNONYMS: dict[str, frozenset[int | str]] = {}
for _word, _groups in SYNONYM_GROUPS.items():
    _SYNONYMS[stem(_word)] = _SYNONYMS.get(stem(_word), frozenset()) | _groups
for _word, _first in (*SYNONYMS.items(), *((_head, _head) for _head in set(SYNONYMS.values()))):
    _SYNONYMS[stem(_word)] = _SYNONYMS.get(stem(_word), frozenset()) | {_first}
_WITH_SYNONYMS = frozenset(_SYNONYMS)

_OPPOSITES: dict[str, set[tuple[int, bool]]] = {}
for _number, (_left, _right) in enumerate(opposite_words()):
    for _group, _side in ((_left, True), (_right, False)):
        for _word in _group:
            _OPPOSITES.setdefault(stem(_word), set()).add((_number, _side))


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
    groups = _SYNONYMS.get(key)
    return frozenset((key,)) if groups is None else frozenset((key, *(f"~{group}" for group in groups)))


def all_senses(keys: Iterable[str]) -> frozenset[str]:
    """Return the senses of all keys together."""
    found = frozenset(keys)
    known = found & _WITH_SYNONYMS
    return found.union(*map(senses, known)) if known else found


def count_said(keys: frozenset[str], said: frozenset[str]) -> int:
    """Return how many keys have a synonym among these senses."""
    return sum([not senses(key).isdisjoint(said) for key in keys & _WITH_SYNONYMS])


def related(a: str, b: str) -> bool:
    """Tell whether two keys are the same word or listed as synonyms."""
    return a == b or bool(senses(a) & senses(b))


def has_opposite(key: str) -> bool:
    """Tell whether a key stands in the table of opposites."""
    return key in _OPPOSITES


def opposite(a: str, b: str) -> bool:
    """Tell whether two keys are listed with opposite meanings."""
    if a == b or a not in _OPPOSITES or b not in _OPPOSITES:
        return False
    mirrored = {(number, not side) for number, side in _OPPOSITES[b]}
    return bool(_OPPOSITES[a] & mirrored) and not _OPPOSITES[a] & _OPPOSITES[b]
