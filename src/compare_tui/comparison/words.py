"""Words, stems and character grams of a passage, for scoring how alike two passages are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare_tui.comparison.formulas import split_formula
from compare_tui.comparison.stop_words import STOP_WORDS
from compare_tui.comparison.synonyms import SYNONYMS

GRAM_LENGTH = 4
"""Length of the character grams; 3 and 5 align the development pairs less well."""

FORMULA_WEIGHT = 0.4
"""Worth of a word in a formula such as "the ministry said on Monday"; 0.3 to 0.5 are equally good."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Japanese, Chinese
    "\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\W_])+(?:['’.\u00ad-](?![{_UNSPACED}])[^\W_]+)*")
_UNSPACED_START = re.compile(rf"[{_UNSPACED}]")

_SUFFIXES = (
    "ations", "ation", "ingly", "ments", "ment", "ities", "ness", "ings", "ions", "edly", "ing", "ion",
    "ies", "ied", "ity", "ers", "est", "ed", "es", "er", "ly", "al", "s", "e", "y",
)  # fmt: skip
_SHORTEST_STEM = 4


def words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word of ``text`` as (surface form, folded form).

    Abbreviations lose their full stops ("U.S." gives "us") and possessives their ending. A run in a
    script without blanks between words is given as its overlapping pairs of characters.
    """
    for match in _WORD.finditer(text):
        surface = match.group()
        if _UNSPACED_START.match(surface):
            if len(surface) == 1:
                yield surface, surface
            for start in range(len(surface) - 1):
                pair = surface[start : start + 2]
                yield pair, pair
            continue
        folded = surface.casefold().replace("’", "'")
        if folded.endswith("'s"):
            surface, folded = surface[:-2], folded[:-2]
        if "." in folded and not any(character.isdecimal() for character in folded):
            folded = folded.replace(".", "")
        yield surface, folded


def stem(word: str) -> str:
    """Cut the commonest English endings off a folded word; short words stay as they are."""
    if len(word) == _SHORTEST_STEM and word.endswith("s"):
        return word[:-1]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


_CONCEPTS = {stem(word): stem(first) for word, first in SYNONYMS.items()}


def content_stems(text: str) -> dict[str, tuple[float, str]]:
    """Count the stems of ``text`` that carry meaning; synonyms count as one.

    Returns:
        For each stem the number of its occurrences (less for those in a formula that names the source)
        and a surface form, in order of appearance.
    """
    found: dict[str, tuple[float, str]] = {}
    for part, worth in zip(split_formula(text), (1.0, FORMULA_WEIGHT), strict=True):
        for surface, folded in words(part):
            if folded in STOP_WORDS:
                continue
            key = stem(folded)
            key = _CONCEPTS.get(key, key)
            count, first = found.get(key, (0.0, surface))
            found[key] = (count + worth, first)
    return found


def character_grams(text: str) -> dict[str, int]:
    """Count the overlapping character grams of the folded words of ``text``, blanks included.

    A formula that names the source is left out.
    """
    claim, _ = split_formula(text)
    plain = " " + " ".join(match.group().casefold() for match in _WORD.finditer(claim)) + " "
    counts: dict[str, int] = {}
    for start in range(max(1, len(plain) - GRAM_LENGTH + 1)):
        gram = plain[start : start + GRAM_LENGTH]
        counts[gram] = counts.get(gram, 0) + 1
    return counts
