"""What a whole article tells about its passages: which words are names, which words occur where."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from compare_tui.article.clean import HIDDEN_MARK
from compare_tui.article.model import Article
from compare_tui.comparison.differences.lexicon import FUNCTION_WORDS
from compare_tui.comparison.differences.names import unaccented
from compare_tui.comparison.differences.spelling import normalise, stem
from compare_tui.comparison.differences.words import written_key

LONGEST_INDEXED = 300_000
_CAPITAL = re.compile(r"(?<=[a-z,;] )[^\W\d_a-z][\w'’-]*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*+")
_TERM = re.compile(r"\d++(?:[.,]\d++)*+[^\W\d_]*+|[^\W\d_][\w'’-]*+")
_SAMPLE = 20_000
_FEWEST_WORDS = 20
_FUNCTION_SHARE = 0.15
"""English news reaches 0.35 to 0.45; Dutch, Danish and German, which share some words, stay below 0.1."""
_LONGEST_TITLE, _FEWEST_TITLED, _TITLED, _SHORT = 200, 4, 0.75, 3
_BEHIND_LATIN = "\u0250"


def _title_case(text: str) -> bool:
    """Tell whether a passage is a headline in title case."""
    if len(text) > _LONGEST_TITLE or text.endswith((".", "”", '"')):
        return False
    long = [word for word in _WORD.findall(text) if len(word) > _SHORT]
    return len(long) >= _FEWEST_TITLED and sum(word[0].isupper() for word in long) >= _TITLED * len(long)


def _words_in(text: str) -> list[str]:
    return _WORD.findall(text.replace(HIDDEN_MARK, ""))


@dataclass(frozen=True)
class Survey:
    """Facts about a whole article, collected by plain scanning.

    Attributes:
        article: The article.
        english: Whether its words are English, told by the share of function words.
        decimal_comma: Whether the language writes 1,5 for one and a half.
    """

    article: Article
    english: bool
    decimal_comma: bool

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words, normalised, that are capitalised inside a sentence somewhere."""
        if not self.english:
            return frozenset()
        text = self.article.text
        # Capitals of a headline prove nothing.
        titles = [passage for passage in self.article.passages if _title_case(passage.text)]
        bounds = [0, *[end for one in titles for end in (one.start, one.end)], len(text)]
        kept = "\n".join([text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)])
        found = set(_CAPITAL.findall(kept.replace(HIDDEN_MARK, "")))
        return frozenset([normalise(word)[0] for word in found]) - FUNCTION_WORDS

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset([unaccented(normalise(word)[0]) for word in set(_words_in(self.article.text))])

    @cached_property
    def _places(self) -> dict[str, set[int]]:
        places: dict[str, set[int]] = {}
        if len(self.article.text) > LONGEST_INDEXED:
            return places
        for number, passage in enumerate(self.article.passages):
            if passage.role == "furniture":
                continue
            for word in set(_TERM.findall(passage.text.replace(HIDDEN_MARK, ""))):
                norm = normalise(word)[0]
                if norm not in FUNCTION_WORDS:
                    kind = "number" if word[0].isdecimal() else "word"
                    places.setdefault(written_key(word, norm, stem(norm), kind), set()).add(number)
        return places

    def holds(self, norm: str) -> bool:
        """Tell whether a normalised word occurs anywhere in the article."""
        return norm in self._words

    def uses(self, key: str) -> bool:
        """Tell whether a key of a word or a figure occurs anywhere; True in very long articles."""
        return key in self._places or len(self.article.text) > LONGEST_INDEXED

    def says(self, keys: Set[str]) -> bool:
        """Tell whether one passage holds all of these keys (two or more); False in very long articles."""
        if len(keys) < 2:
            return False
        places = sorted((self._places.get(key, set()) for key in keys), key=len)
        return bool(set(places[0]).intersection(*places[1:]))


def survey_article(article: Article) -> Survey:
    """Collect what the comparison needs to know about a whole article."""
    sample = article.text[:_SAMPLE].replace(HIDDEN_MARK, "")
    words = [normalise(word)[0] for word in _WORD.findall(sample)]
    known = sum([word in FUNCTION_WORDS for word in words])
    foreign = len(words) > _FEWEST_WORDS and known < _FUNCTION_SHARE * len(words)
    letters = sum([letter.isalpha() for letter in sample])
    latin = sum([letter.isalpha() and letter < _BEHIND_LATIN for letter in sample])
    return Survey(article, not foreign and 2 * latin >= letters, foreign)
