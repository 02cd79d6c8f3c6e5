"""Words, stems and character grams of a passage, for scoring how alike two passages are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from compare_tui.comparison.figures import LONGEST_NUMBER, is_figure, join_thousands, read_figures
from compare_tui.comparison.formulas import split_formula
from compare_tui.comparison.stemming import term_for
from compare_tui.comparison.stop_words import EVERYDAY_WORDS, STOP_WORDS
from compare_tui.comparison.synonyms import FORMS, SYNONYMS
from compare_tui.comparison.value_sorts import value_sorts

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
_FIRST_UNSPACED = "\u0e00"
_SIGNS = "\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0dff\u200c\u200d"
"""Vowel signs and joiners of Arabic and of the scripts of India: parts of words, though no letters."""

PLAIN = re.compile("[\x00-\x7f‘’“”–—…£€]*")
"""Texts in which only ASCII characters are letters."""

_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+(?:['’.-][A-Za-z0-9]+)*")

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
    for token in _word_pattern(text).findall(text):
        yield from _parts(token)


def _word_pattern(text: str) -> re.Pattern[str]:
    return _PLAIN_WORD if text.isascii() or PLAIN.fullmatch(text) else _any_word()


@cache
def _any_word() -> re.Pattern[str]:
    """Compile the words of every script; most English texts never need it."""
    letters = rf"(?:[^\W_{_UNSPACED}]++|[{_SIGNS}]++)++"
    return re.compile(rf"[{_UNSPACED}]+|{letters}(?:['’.\u00ad-]{letters})*")


@cache
def _unspaced_start() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]")


@lru_cache(maxsize=65536)
def _parts(surface: str) -> tuple[tuple[str, str], ...]:
    """Return the surface and folded forms of the words in one run of letters, digits and joining marks."""
    if surface[0] >= _FIRST_UNSPACED and _unspaced_start().match(surface):
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
    exact = _EXACT.get(folded)
    if exact:
        return exact
    stemmed = stem(folded)
    return _BY_STEM.get(stemmed) or stemmed


def term(folded: str, language: str = "en") -> str:
    """Return what stands for a folded word in a vector; "" for function words."""
    if language != "en":
        return term_for(language)(folded)
    return "" if folded in STOP_WORDS else concept(folded)


EVERYDAY_CONCEPTS = frozenset(map(concept, EVERYDAY_WORDS)) | frozenset(str(number) for number in range(11))
"""What everyday words, and the numbers up to ten, stand for."""


class Terms(NamedTuple):
    """The words of a passage that carry meaning.

    Attributes:
        stems: What each word stands for, once each, in order of appearance.
        counts: How often each occurs; less for words in a formula that names the source.
        surfaces: How each is first written.
    """

    stems: tuple[str, ...]
    counts: tuple[float, ...]
    surfaces: tuple[str, ...]


KNOWN_TOKENS = 400_000
"""Tokens whose terms are remembered; more than the vocabulary of a million words."""


Word = tuple[str, str]
"""What stands for a word in a vector, and how it is written: one object for all its occurrences."""


def _is_small_word(token: str) -> bool:
    """Tell whether a token is one word, folded already."""
    return token.isalpha() and token.isascii() and token.islower()


class _Lexicon(dict[str, Word | None]):
    """For the tokens of one language that were seen before, the words they are; None for function words.

    Args:
        language: ISO 639-1 code.

    Attributes:
        term_of: Gives the term of a folded word.
        others: Tokens of several words or cut short, and figures: those are read with the words around them.
        possessive: English tokens that are cut short only beside those.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.term_of = term if language == "en" else term_for(language)
        self.others: set[str] = set()
        self.possessive: set[str] = set()

    def __missing__(self, token: str) -> Word | None:
        if _is_small_word(token):
            folded, other = token, is_figure(token)
        else:
            parts = _parts(token)
            surface, folded = parts[0]
            other = len(parts) != 1 or is_figure(folded)
            if surface != token:
                if self.term_of is term:
                    self.possessive.add(token)
                else:
                    other = True
        if other:
            self.others.add(token)
        key = self.term_of(folded)
        found = self[token] = (key, token) if key else None
        return found

    def forget(self) -> None:
        """Drop what is known where it has become too much."""
        if len(self) > KNOWN_TOKENS:
            self.clear()
            self.others.clear()
            self.possessive.clear()

    def figured(self, tokens: Sequence[str]) -> list[Word]:
        """Return the words of tokens some of which are to be read with those around them."""
        others, cut = self.others, self.possessive
        places = [place for place, token in enumerate(tokens) if token in others or token in cut]
        first, behind = (places[0], places[-1] + LONGEST_NUMBER) if places else (0, 0)
        around: list[Word] = []
        for token in tokens[first:behind]:
            around += ((token, token),) if _is_small_word(token) else _parts(token)
        found = [*map(self.__getitem__, tokens[:first])]
        for surface, folded in read_figures(around):
            # What stands as it is folded is known as a whole.
            known = self[surface] if surface == folded else (self.term_of(folded), surface)
            if known and known[0]:
                found.append(known)
        return [*filter(None, chain(found, map(self.__getitem__, tokens[behind:])))]


_lexicon_of = cache(_Lexicon)


def _content_words(text: str, language: str) -> list[Word]:
    """Return the words that carry meaning, and what stands for sorts of values.

    Numbers of several words are read as one.
    """
    lexicon = _lexicon_of(language)
    plain = join_thousands(text) if language == "en" else _with_plain_figures(text, language)
    lexicon.forget()
    tokens = _word_pattern(plain).findall(plain)
    found = [*filter(None, map(lexicon.__getitem__, tokens))]
    if not lexicon.others.isdisjoint(tokens):
        found = lexicon.figured(tokens)
    return [*found, *value_sorts(plain, tokens)] if language == "en" else found


def read_terms(text: str, language: str = "en") -> Terms:
    """Read the words of a passage that carry meaning.

    Args:
        text: A passage.
        language: ISO 639-1 code; synonyms and formulas are known in English only.
    """
    claim, formula = split_formula(text) if language == "en" else (text, "")
    told = _content_words(claim, language)
    if not formula:
        # Read backwards, so that the first way to write a word stands.
        written = dict(reversed(told))
        if len(written) == len(told):
            stems, surfaces = zip(*told, strict=True) if told else ((), ())
            return Terms(stems, once(len(stems)), surfaces)
        times = Counter([stem for stem, _ in told])
        return Terms(tuple(times), _floats(tuple(times.values())), tuple(map(written.__getitem__, times)))
    counts: dict[str, float] = {}
    first: dict[str, str] = {}
    for worth, found in ((1.0, told), (FORMULA_WEIGHT, _content_words(formula, language))):
        for key, surface in found:
            counts[key] = counts.get(key, 0.0) + worth
            first.setdefault(key, surface)
    return Terms(tuple(counts), tuple(counts.values()), tuple(first.values()))


@lru_cache(maxsize=65536)
def _floats(numbers: tuple[int, ...]) -> tuple[float, ...]:
    """Return whole numbers as floats; one tuple serves all passages whose words occur as often."""
    return tuple(map(float, numbers))


@cache
def once(length: int) -> tuple[float, ...]:
    """Return the counts of words that occur once each; one tuple serves all passages of a length."""
    return (1.0,) * length


def content_stems(text: str, language: str = "en") -> dict[str, tuple[float, str]]:
    """Count the stems of ``text`` that carry meaning; synonyms count as one, figures by their value.

    Args:
        text: A passage.
        language: ISO 639-1 code; synonyms and formulas are known in English only.

    Returns:
        For each stem the number of its occurrences (less for those in a formula that names the source)
        and a surface form, in order of appearance.
    """
    terms = read_terms(text, language)
    return dict(zip(terms.stems, zip(terms.counts, terms.surfaces, strict=True), strict=True))


def _with_plain_figures(text: str, language: str) -> str:
    if language == "en":
        return text
    # Loaded on first use: most articles never need its patterns.
    from compare_tui.comparison.figures_by_language import plain_figures

    return plain_figures(text, language)


def character_grams(text: str, language: str = "en") -> Mapping[str, int]:
    """Count the character grams of ``text``, in order of appearance.

    Args:
        text: A passage.
        language: ISO 639-1 code.
    """
    return Counter(all_grams(text, language))


def all_grams(text: str, language: str = "en") -> list[str]:
    """Return the overlapping character grams of the folded words of ``text``, blanks included.

    A formula that names the source is left out.
    """
    claim, _ = split_formula(_with_plain_figures(text, language))
    length = PAIR_LENGTH if language in PAIR_LANGUAGES else GRAM_LENGTH
    found = _word_pattern(claim).findall(claim)
    plain = f" {' '.join(found).casefold()} "
    starts = range(max(1, len(plain) - length + 1))
    return [plain[start : start + length] for start in starts]
