"""Canonical keys of words, so that two texts can be asked whether they use the same one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from compare_tui.comparison.differences.gazetteer import COUNTRY_OF_WORD
from compare_tui.comparison.differences.lexicon import SYNONYM_GROUPS, opposite_words
from compare_tui.comparison.differences.number_words import simple_value, split_number
from compare_tui.comparison.differences.tokens import Token, stem

_SYNONYMS: dict[str, frozenset[int]] = {}
for _word, _groups in SYNONYM_GROUPS.items():
    _SYNONYMS[stem(_word)] = _SYNONYMS.get(stem(_word), frozenset()) | _groups

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


def key_of(token: Token) -> str:
    """Return the key of a token: the country of a demonym, the value of a number, else the stem."""
    if token.kind == "number":
        split = split_number(token.text)
        return f"#{split[0]:g}{split[1]}" if split else token.norm
    if token.kind == "mark":
        return token.norm
    if token.norm == "us" and not token.text[:2].isupper():
        return "us"
    return word_key(token.norm, token.stem)


@lru_cache(maxsize=16384)
def senses(key: str) -> frozenset[str]:
    """Return the key and the synonym groups it belongs to; words that share one can mean the same."""
    groups = _SYNONYMS.get(key)
    return frozenset((key,)) if groups is None else frozenset((key, *(f"~{group}" for group in groups)))


def all_senses(keys: Iterable[str]) -> frozenset[str]:
    """Return the senses of all keys together."""
    return frozenset(sense for key in keys for sense in senses(key))


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
