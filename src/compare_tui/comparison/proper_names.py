"""Which words of two articles are names, told by their capitals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from compare_tui.comparison.words import term, words

_ABBREVIATIONS = """
Mr. Mrs. Ms. Dr. Prof. Sen. Rep. Gov. Gen. Col. Lt. Capt. Sgt. St. U.S. U.K. U.N.
"""
_NO_END = frozenset(_ABBREVIATIONS.split())
"""Words whose full stop ends no sentence."""


def name_runs(texts: Sequence[Sequence[str]], language: str = "en") -> list[list[dict[str, int]]]:
    """Find the names in the passages of each article.

    A word is part of a name if it stands somewhere with a capital inside a sentence and nowhere without one.

    Returns:
        For each article and each passage the stem of every such word, with the number of the run of
        capitalised words in which it first stands: "Foreign Minister Sergei Lavrov" is one run.
    """
    runs = [[_capitalised(text) for text in side] for side in texts]
    tokens: set[str] = set()
    for side in texts:
        for text in side:
            tokens.update(text.split())
    small = _folded_small(tokens)
    inside = {
        folded
        for side in runs
        for passage in side
        for _, folded, at_start in passage
        if not at_start and folded not in small and term(folded, language)
    }
    return [[_numbered(passage, inside, language) for passage in side] for side in runs]


def _folded_small(tokens: Iterable[str]) -> set[str]:
    """Return the folded forms of the words in tokens without a capital."""
    found: set[str] = set()
    for token in tokens:
        if token.islower():
            if token.isalpha() and token.isascii():
                found.add(token)
            else:
                found.update(_folded(token))
    return found


@lru_cache(maxsize=65536)
def _folded(token: str) -> tuple[str, ...]:
    """Return the folded forms of the words in a token."""
    return tuple([folded for _, folded in words(token)])


def _capitalised(text: str) -> list[tuple[int, str, bool]]:
    """List the capitalised words of a text: number of the run, folded form, whether it opens a sentence."""
    if text[1:].islower() and text[:1].isalpha():
        return [(1, folded, True) for folded in _folded(text.split(maxsplit=1)[0])]
    found: list[tuple[int, str, bool]] = []
    number = 0
    before = ""
    for token in text.split():
        if token.islower():
            number += 1
            before = token
            continue
        first = token[0]
        if not first.isalnum():
            first = next((letter for letter in token if letter.isalnum()), "")
        if first.isupper():
            if not before or not token[0].isalnum() or not (before[-1].isalnum() or before in _NO_END):
                number += 1
            starts = not before or before[-1] in '.!?:”"' or not token[0].isalnum()
            starts = starts and before not in _NO_END
            found += [(number, folded, starts) for folded in _folded(token)]
        else:
            number += 1
        before = token
    return found


def _numbered(passage: list[tuple[int, str, bool]], names: set[str], language: str) -> dict[str, int]:
    numbered: dict[str, int] = {}
    for number, folded, _ in passage:
        if folded in names:
            numbered.setdefault(term(folded, language), number)
    return numbered
