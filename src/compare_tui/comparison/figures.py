"""Figures as values: "nine", "4,812" and "1.2bn" become the numbers they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_FIGURE = re.compile(r"(\d{1,15}(?:\.\d{1,6})?)(bn|m|k|tn|th|st|nd|rd)?")
# The comma stands first, so that it is searched for and not every digit looked at.
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
_ONES = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_SMALL = {word: number for number, word in enumerate(_ONES.split(), 1)}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * number for number, word in enumerate(_TENS_WORDS.split(), 2)}
_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
_HALF = ("and", "a", "half")
LONGEST_NUMBER = 8
"""Words of a number and the years behind it: "twenty-two and a half thousand million years"."""

Word = tuple[str, str]


def join_thousands(text: str) -> str:
    """Take the commas out of figures: "4,812" becomes "4812"."""
    return _THOUSANDS.sub("", text) if "," in text else text


@lru_cache(maxsize=65536)
def is_figure(folded: str) -> bool:
    """Tell whether a folded word can be, or begin, a number."""
    return folded in _SMALL or folded in _TENS or folded == "dozen" or folded[0].isdecimal()


def read_figures(words: Sequence[Word]) -> Iterator[Word]:
    """Replace the words of each number by its value; half years become months.

    Args:
        words: Surface and folded form of each word.

    Yields:
        The same pairs, with "forty-two", "42" and "42nd" all folded to "42". A lone "one" stays a word.
    """
    place = 0
    while place < len(words):
        if not is_figure(words[place][1]):
            yield words[place]
            place += 1
            continue
        value, after = _number_at(words, place)
        if value is None:
            yield words[place]
            place += 1
            continue
        surface = words[place][0]
        if after > place + 1:
            surface = " ".join([surface for surface, _ in words[place:after]])
        if not value.is_integer() and after < len(words) and words[after][1] in ("year", "years"):
            yield surface, f"{12 * value:.12g}"
            yield words[after][0], "months"
            after += 1
        else:
            yield surface, f"{value:.12g}"
        place = after


def _number_at(words: Sequence[Word], place: int) -> tuple[float | None, int]:
    """Read the number that starts at ``place``: its value and where the words go on."""
    folded = words[place][1]
    after = place + 1
    if folded in _SMALL:
        value = float(_SMALL[folded])
    elif folded in _TENS:
        value = float(_TENS[folded])
        ones = _SMALL.get(words[after][1], 10) if after < len(words) else 10
        if ones < 10:
            value, after = value + ones, after + 1
    elif folded == "dozen":
        return 12.0, after
    elif folded[0].isdecimal() and (found := _FIGURE.fullmatch(folded)):
        value = float(found[1]) * _SCALES.get(found[2], 1.0)
    else:
        return None, after
    begins_half = after < len(words) and words[after][1] == _HALF[0]
    if begins_half and tuple([word for _, word in words[after : after + 3]]) == _HALF:
        value, after = value + 0.5, after + 3
    for _ in range(2):
        scale = _SCALES.get(words[after][1]) if after < len(words) else None
        if scale and len(words[after][1]) > 2:
            value, after = value * scale, after + 1
        elif after < len(words) and words[after][1] == "dozen":
            value, after = value * 12, after + 1
    return (None, place + 1) if folded == "one" and value == 1 else (value, after)
