"""Words, stems and character grams of a passage, for scoring how alike two passages are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from compare_tui.comparison.figures import is_figure, join_thousands, read_figures
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

_LETTERS = rf"(?:[^\W_{_UNSPACED}]++|[{_SIGNS}]++)++"
_WORD = re.compile(rf"[{_UNSPACED}]+|{_LETTERS}(?:['’.\u00ad-]{_LETTERS})*")
_UNSPACED_START = re.compile(rf"[{_UNSPACED}]")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:['.-][A-Za-z0-9]+)*")

_SUFFIX_LIST = """
ations ation ingly ments ment ities ness ings ions edly ing ion ies ied ity ers est ed es er ly al s e y
"""
_SUFFIXES = frozenset(_SUFFIX_LIST.split())
_LONGEST_SUFFIX = 6
_SHORTEST_STEM = 4


def words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word of ``text`` as (surface form, folded form).

    Abbreviations lose their full stops ("U.S." gives "us"), possessives their ending, Latin letters their
    accents, and the parts of a hyphenated word come one by one. A run in a script without blanks between
    words is given as its overlapping pairs of characters.
    """
    for token in (_ASCII_WORD if text.isascii() else _WORD).findall(text):
        yield from _parts(token)


@lru_cache(maxsize=65536)
def _parts(surface: str) -> tuple[tuple[str, str], ...]:
    """Return the surface and folded forms of the words in one run of letters, digits and joining marks."""
    if _UNSPACED_START.match(surface):
        return tuple((pair, pair) for pair in map("".join, pairwise(surface))) or ((surface, surface),)
    folded = surface.casefold().replace("’", "'")
    if folded.endswith("'s"):
        surface, folded = surface[:-2], folded[:-2]
    if "." in folded and not any(character.isdecimal() for character in folded):
        folded = folded.replace(".", "")
    if not folded.isascii():
        folded = unaccented(folded)
    if "-" in folded:
        return tuple((part, part.casefold()) for part in surface.split("-"))
    return ((surface, folded),)


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
    for length in range(min(_LONGEST_SUFFIX, len(word) - _SHORTEST_STEM), 0, -1):
        if word[-length:] in _SUFFIXES:
            return word[:-length]
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


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a passage that carry meaning.

    Attributes:
        stems: What each word stands for, once each, in order of appearance.
        counts: How often each occurs; less for words in a formula that names the source.
        surfaces: How each is first written.
    """

    stems: tuple[str, ...]
    counts: tuple[float, ...]
    surfaces: tuple[str, ...]


@lru_cache(maxsize=65536)
def _keyed(token: str) -> tuple[tuple[tuple[str, str], ...], bool]:
    """Return surface and term of each English word in a token, and whether any of them is a figure."""
    parts = _parts(token)
    keyed = tuple((surface, term(folded)) for surface, folded in parts)
    return keyed, any(is_figure(folded) for _, folded in parts)


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
        term_of = term_for(language)
        for surface, folded in read_figures(list(words(_with_plain_figures(text, language)))):
            if key := term_of(folded):
                count, first = found.get(key, (0.0, surface))
                found[key] = (count + 1.0, first)
        return found
    for part, worth in zip(split_formula(text), (1.0, FORMULA_WEIGHT), strict=True):
        for surface, key in _keyed_words(join_thousands(part)) if part else ():
            if key:
                count, first = found.get(key, (0.0, surface))
                found[key] = (count + worth, first)
    return found


def _keyed_words(text: str) -> Iterable[tuple[str, str]]:
    """Return surface and term of each word of an English text; numbers of several words are read as one."""
    tokens = [_keyed(token) for token in (_ASCII_WORD if text.isascii() else _WORD).findall(text)]
    if any(is_number for _, is_number in tokens):
        return ((surface, term(folded)) for surface, folded in read_figures(list(words(text))))
    return chain.from_iterable(parts for parts, _ in tokens)


ONCE = (1.0,) * 400
"""Counts of words that occur once each."""


def read_terms(text: str, language: str = "en") -> Terms:
    """Read the words of a passage that carry meaning."""
    found = content_stems(text, language)
    counts = tuple([count for count, _ in found.values()])
    plain = ONCE[: len(counts)]
    return Terms(
        tuple(found), plain if plain == counts else counts, tuple([surface for _, surface in found.values()])
    )


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
    found = (_ASCII_WORD if claim.isascii() else _WORD).findall(claim)
    plain = f" {' '.join(found).casefold()} "
    starts = range(max(1, len(plain) - length + 1))
    return dict(Counter([plain[start : start + length] for start in starts]))
