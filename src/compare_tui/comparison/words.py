"""Words, stems and character grams of a passage, for scoring how alike two passages are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from compare_tui.comparison.figures import join_thousands, read_figures
from compare_tui.comparison.formulas import split_formula
from compare_tui.comparison.stemming import term_for
from compare_tui.comparison.stop_words import EVERYDAY_WORDS, STOP_WORDS
from compare_tui.comparison.synonyms import FORMS, SYNONYMS

GRAM_LENGTH = 4
"""Length of the character grams; 3 and 5 align the development pairs less well."""

PAIR_LANGUAGES = frozenset(("zh", "ja"))
PAIR_LENGTH = 2
"""Length of the grams in languages that write a word with about two characters."""

FORMULA_WEIGHT = 0.4
"""Worth of a word in a formula such as "the ministry said on Monday"; 0.3 to 0.5 are equally good."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Japanese, Chinese
    "\U00020000-\U0003ffff"
)
_SIGNS = "\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0dff\u200c\u200d"
"""Vowel signs and joiners of Arabic and of the scripts of India: parts of words, though no letters."""

_LETTERS = rf"(?:(?![_{_UNSPACED}])[\w{_SIGNS}])+"
_WORD = re.compile(rf"[{_UNSPACED}]+|{_LETTERS}(?:['’.\u00ad-]{_LETTERS})*")
_UNSPACED_START = re.compile(rf"[{_UNSPACED}]")

_SUFFIXES = (
    "ations", "ation", "ingly", "ments", "ment", "ities", "ness", "ings", "ions", "edly", "ing", "ion",
    "ies", "ied", "ity", "ers", "est", "ed", "es", "er", "ly", "al", "s", "e", "y",
)  # fmt: skip
_SHORTEST_STEM = 4


def words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word of ``text`` as (surface form, folded form).

    Abbreviations lose their full stops ("U.S." gives "us"), possessives their ending, Latin letters their
    accents, and the parts of a hyphenated word come one by one. A run in a script without blanks between
    words is given as its overlapping pairs of characters.
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
        if not folded.isascii():
            folded = unaccented(folded)
        if "-" in folded:
            yield from ((part, part.casefold()) for part in surface.split("-"))
        else:
            yield surface, folded


def unaccented(word: str) -> str:
    """Take the accents off Latin letters; in other scripts a mark changes the letter, so they stay."""
    return "".join(_plain_letter(letter) for letter in word)


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isascii() and first.isalpha() else letter


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut the commonest English endings off a folded word; short words stay as they are."""
    if len(word) == _SHORTEST_STEM and word.endswith("s"):
        return word[:-1]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


_EXACT_ONLY = frozenset(("plane", "planes", "treaty", "treaties"))
"""Words whose stem is also that of a stranger: "plan", "treatment"."""


def _concepts() -> tuple[dict[str, str], dict[str, str]]:
    """For words, and for stems of words, the stem of the first word of their group."""
    exact: dict[str, str] = {}
    by_stem: dict[str, str] = {}
    for word, first in SYNONYMS.items():
        exact[word] = stem(first)
        if word not in _EXACT_ONLY:
            by_stem.setdefault(stem(word), stem(first))
    for word, first in FORMS.items():
        exact[word] = exact.get(first) or by_stem.get(stem(first)) or stem(first)
        by_stem.setdefault(stem(word), exact[word])
    return exact, by_stem


_EXACT, _BY_STEM = _concepts()


@lru_cache(maxsize=65536)
def concept(folded: str) -> str:
    """Return what stands for a folded word: its stem, or that of the first of its synonyms."""
    return _EXACT.get(folded) or _BY_STEM.get(stem(folded)) or stem(folded)


def term(folded: str, language: str = "en") -> str:
    """Return what stands for a folded word in a vector; "" for function words."""
    if language != "en":
        return term_for(language)(folded)
    return "" if folded in STOP_WORDS else concept(folded)


EVERYDAY_CONCEPTS = frozenset(map(concept, EVERYDAY_WORDS)) | frozenset(str(number) for number in range(11))
"""What everyday words, and the numbers up to ten, stand for."""


def content_stems(text: str, language: str = "en") -> dict[str, tuple[float, str]]:
    """Count the stems of ``text`` that carry meaning; synonyms count as one, figures by their value.

    Args:
        text: A passage.
        language: ISO 639-1 code; synonyms and formulas are known in English only.

    Returns:
        For each stem the number of its occurrences (less for those in a formula that names the source)
        and a surface form, in order of appearance.
    """
    found: dict[str, tuple[float, str]] = {}
    if language != "en":
        for surface, folded in read_figures(list(words(_with_plain_figures(text, language)))):
            if key := term(folded, language):
                count, first = found.get(key, (0.0, surface))
                found[key] = (count + 1.0, first)
        return found
    for part, worth in zip(split_formula(text), (1.0, FORMULA_WEIGHT), strict=True):
        for surface, folded in read_figures(list(words(join_thousands(part)))):
            if folded in STOP_WORDS:
                continue
            key = concept(folded)
            count, first = found.get(key, (0.0, surface))
            found[key] = (count + worth, first)
    return found


def _with_plain_figures(text: str, language: str) -> str:
    if language == "en":
        return text
    # Loaded on first use: most articles never need its patterns.
    from compare_tui.comparison.figures_by_language import plain_figures

    return plain_figures(text, language)


def character_grams(text: str, language: str = "en") -> dict[str, int]:
    """Count the overlapping character grams of the folded words of ``text``, blanks included.

    A formula that names the source is left out.
    """
    claim, _ = split_formula(_with_plain_figures(text, language))
    length = PAIR_LENGTH if language in PAIR_LANGUAGES else GRAM_LENGTH
    plain = " " + " ".join(match.group().casefold() for match in _WORD.finditer(claim)) + " "
    counts: dict[str, int] = {}
    for start in range(max(1, len(plain) - length + 1)):
        gram = plain[start : start + length]
        counts[gram] = counts.get(gram, 0) + 1
    return counts
