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
from compare_tui.comparison.differences.tokens import normalise, stem
from compare_tui.comparison.differences.words import word_key

LONGEST_INDEXED = 300_000
_CAPITAL = re.compile(r"(?<=[a-z,;] )[^\W\d_a-z][\w'’-]*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*+")
_SAMPLE = 20_000


def _words_in(text: str) -> list[str]:
    return _WORD.findall(text.replace(HIDDEN_MARK, ""))


@dataclass(frozen=True)
class Survey:
    """Facts about a whole article, collected by plain scanning.

    Attributes:
        article: The article.
        capitals: Words, normalised, that are capitalised inside a sentence somewhere.
        decimal_comma: Whether the language writes 1,5 for one and a half: few English function words.
    """

    article: Article
    capitals: frozenset[str]
    decimal_comma: bool

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(unaccented(normalise(word)[0]) for word in set(_words_in(self.article.text)))

    @cached_property
    def _places(self) -> dict[str, set[int]]:
        places: dict[str, set[int]] = {}
        if len(self.article.text) > LONGEST_INDEXED:
            return places
        for number, passage in enumerate(self.article.passages):
            if passage.role == "furniture":
                continue
            for word in set(_words_in(passage.text)):
                norm = normalise(word)[0]
                if norm not in FUNCTION_WORDS:
                    places.setdefault(word_key(norm, stem(norm)), set()).add(number)
        return places

    def holds(self, norm: str) -> bool:
        """Tell whether a normalised word occurs anywhere in the article."""
        return norm in self._words

    def says(self, keys: Set[str]) -> bool:
        """Tell whether one passage holds all of these keys (two or more); False in very long articles."""
        if len(keys) < 2:
            return False
        places = sorted((self._places.get(key, set()) for key in keys), key=len)
        return bool(set(places[0]).intersection(*places[1:]))


def survey_article(article: Article) -> Survey:
    """Collect what the comparison needs to know about a whole article."""
    text = article.text.replace(HIDDEN_MARK, "")
    capitals = frozenset(normalise(word)[0] for word in set(_CAPITAL.findall(text)))
    sample = [normalise(word)[0] for word in _WORD.findall(text[:_SAMPLE])]
    known = sum(word in FUNCTION_WORDS for word in sample)
    return Survey(article, capitals - FUNCTION_WORDS, len(sample) > 20 and known < 0.15 * len(sample))
