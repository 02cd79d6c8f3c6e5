"""A guess at the language of a text, good enough to pick rules for cutting sentences."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 4000
"""Characters looked at."""

_LEAST_SHARE = 0.3
"""Share of the letters that a script needs to decide; quoted names stay below it."""

_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\u1100-\u11ff\uac00-\ud7af]"),
    ("zh", "[\u3400-\u9fff]"),
    ("ru", "[\u0400-\u04ff]"),
    ("ar", "[\u0600-\u06ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("bn", "[\u0980-\u09ff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hy", "[\u0530-\u058f]"),
    ("am", "[\u1200-\u137f]"),
)
_FIRST_BEYOND_LATIN = "\u0370"
_KANA_SHARE = 0.05
"""Japanese writes mostly ideographs, but never without this much kana."""

_FUNCTION_WORDS = {
    "en": "the of and to in that was for with his said is on by from were",
    "de": "der die das und nicht mit ist ein eine den von zu sich auf für dem",
    "fr": "le la les des et une est dans que pour du au sur qui pas ont",
    "es": "el los las que una con por para del se es su como más fue",
    "it": "il che di per una con del della sono nel alla gli anche è si",
    "pt": "o os que uma com por para do da não em dos das ao foi",
    "nl": "de het een van en dat niet zijn voor met op aan werd ook bij",
    "pl": "w i na z że się nie do jest przez od był oraz za dla",
}
_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}


def guess_language(text: str) -> str:
    """Return the likely language of ``text`` as an ISO 639-1 code; "en" when nothing speaks for another."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample)) or 1
        beyond_latin = sum(character >= _FIRST_BEYOND_LATIN and character.isalpha() for character in sample)
        for language, script in _SCRIPTS if beyond_latin >= _KANA_SHARE * letters else ():
            share = len(re.findall(script, sample)) / letters
            if share >= (_KANA_SHARE if language == "ja" else _LEAST_SHARE):
                return language
    counts = Counter(sample.lower().split())
    scores = {language: sum(counts[word] for word in words) for language, words in _WORDS.items()}
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    return best if scores[best] else "en"
