"""What sorts of values a passage holds: a time of day, a distance, an age.

Two reports of one moment seldom write the hour alike, and may differ in it; that both name an hour, where few
other passages do, still speaks for a link.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

Word = tuple[str, str]

_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d{2}\s?(?:[ap]\.?m\b|hours|GMT|local)|\s?[ap]\.?m\b)", re.IGNORECASE)
_CLOCK_WORDS = frozenset(["noon", "midnight", "midday", "dawn", "nightfall", "o'clock", "o’clock"])
_AGE = re.compile(r", \d{1,2},|\(\d{2}\)|\b\d{1,2}-year-old|\baged \d")
_METRES = tuple(f"{front}met{end}" for front in ("", "kilo") for end in ("re", "res", "er", "ers"))
_UNITS_OF_LENGTH = frozenset(("km", "mile", "miles", "yards", "feet", "ft", *_METRES))

TIME_OF_DAY: Word = ("§time of day", "a time of day")
DISTANCE: Word = ("§distance", "a distance")
AGE: Word = ("§age", "an age")


def value_sorts(text: str, tokens: Collection[str]) -> Iterator[Word]:
    """Yield a word for each sort of value in an English passage: what stands for it, and how it is told.

    Args:
        text: The passage.
        tokens: Its words as they are written.
    """
    numbered = _DIGIT.search(text) is not None
    if (numbered and _CLOCK.search(text)) or not _CLOCK_WORDS.isdisjoint(tokens):
        yield TIME_OF_DAY
    if not _UNITS_OF_LENGTH.isdisjoint(tokens):
        yield DISTANCE
    if numbered and _AGE.search(text):
        yield AGE
