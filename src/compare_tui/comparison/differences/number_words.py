"""Reading number words and digits as values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare_tui.comparison.differences.tokens import Token

UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
} | {
    word: 10.0**power
    for power, words in (
        (3, "tausend mille mil тыс тысяч тысячи ألف آلاف हज़ार हजार"),
        (4, "万 萬"),
        (5, "लाख"),
        (6, "mio millionen millón millones миллион миллиона миллионов млн مليون ملايين"),
        (7, "करोड़ करोड"),
        (8, "亿 億"),
        (9, "milliarde milliarden mrd milliard milliards млрд миллиард миллиарда миллиардов مليار مليارات"),
        (12, "兆"),
    )
    for word in words.split()
}
SCALE_SUFFIXES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
VAGUE = {
    "dozens": (20.0, 200.0),
    "scores": (35.0, 300.0),
    "hundreds": (150.0, 2000.0),
    "thousands": (1500.0, 20000.0),
    "millions": (1.5e6, 2e7),
    "billions": (1.5e9, 2e10),
    "several": (3.0, 20.0),
    "handful": (2.0, 12.0),
}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "thirds": 1 / 3, "quarters": 0.25, "fifth": 0.2,
             "fifths": 0.2, "tenth": 0.1, "tenths": 0.1}  # fmt: skip

_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f"))
"""Blanks that part thousands and break no line."""
_NUMBER = re.compile(r"(\d++(?:[.,]\d++)*+)(.*)", re.DOTALL)
_ORDINAL_DIGITS = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")


def digits_value(digits: str, decimal_comma: bool = False) -> float | None:
    """Return the value of a run of digits with separators; None where it is no number (1.2.3).

    Args:
        digits: E.g. "1,200", "1.5", "1.200.000".
        decimal_comma: Whether the language writes 1,5 for one and a half.
    """
    commas, points = digits.count(","), digits.count(".")
    groups = re.split(r"[.,]", digits)
    if len(digits) > 40 or (commas > 1 and points > 1):
        return None
    if commas + points == 0:
        return float(digits)
    last = max(digits.rfind(","), digits.rfind("."))
    if commas and points:
        return float(re.sub(r"[.,]", "", digits[:last]) + "." + digits[last + 1 :])
    separator = "," if commas else "."
    thousands = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    if thousands and (commas + points > 1 or (separator == ",") != decimal_comma):
        return float("".join(groups))
    if commas + points > 1:
        return None
    return float(".".join(groups))


def split_number(text: str, decimal_comma: bool = False) -> tuple[float, str] | None:
    """Return the value at the start of a token such as ``1.2bn`` and the letters behind it."""
    match = _NUMBER.match(text.translate(_BLANKS))
    if match is None:
        return None
    value = digits_value(match[1], decimal_comma)
    return None if value is None else (value, match[2].lstrip("-‐‑").casefold())


def ordinal_value(norm: str) -> float | None:
    """Return the value of ``third`` or ``21st``; None for other words."""
    if norm in ORDINALS:
        return ORDINALS[norm]
    head, _, tail = norm.partition("-")
    if head in TENS and tail in ORDINALS:
        return TENS[head] + ORDINALS[tail]
    match = _ORDINAL_DIGITS.fullmatch(norm)
    return float(match[1]) if match else None


def simple_value(word: str) -> float | None:
    """Return the value of one number word below a hundred; None for other words."""
    if word in UNITS:
        return float(UNITS[word])
    if word in TENS:
        return float(TENS[word])
    head, _, tail = word.partition("-")
    if head in TENS and tail in UNITS:
        return float(TENS[head] + UNITS[tail])
    return None


def read_words(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """Read number words from ``index`` on.

    Returns:
        The value and the index behind the last word used; None where no number begins. "a dozen" is 12,
        "two dozen" 24, "one hundred and twenty" 120, "three and a half million" 3.5 million.
    """
    count = len(tokens)
    total = 0.0
    current: float | None = None
    position = index
    word = tokens[position].norm
    if word in ("a", "an"):
        if position + 1 < count and tokens[position + 1].norm in (*SCALES, "dozen", "couple"):
            current, position = 1.0, position + 1
        else:
            return None
    elif (value := simple_value(word)) is not None:
        current, position = value, position + 1
    elif word == "dozen":
        return 12.0, position + 1
    else:
        return None
    scale_below = float("inf")
    while position < count and position - index < 12:
        word = tokens[position].norm
        if word in SCALES and current is not None:
            if word == "hundred":
                current *= 100
            elif SCALES[word] < scale_below:
                total += current * SCALES[word]
                scale_below, current = SCALES[word], None
            else:
                break
        elif word in ("dozen", "couple") and current is not None and total == 0:
            return current * (12 if word == "dozen" else 2), position + 1
        elif (
            word == "and"
            and current is not None
            and position + 2 < count
            and (tokens[position + 1].norm, tokens[position + 2].norm) == ("a", "half")
        ):
            current += 0.5
            position += 2
        elif word == "and" and position + 1 < count and (total or (current or 0) >= 100):
            following = simple_value(tokens[position + 1].norm)
            if following is None or following >= 100:
                break
        elif (value := simple_value(word)) is not None:
            if current is None:
                current = value
            elif (current >= 100 and current % 100 == 0 and value < 100) or (
                20 <= current < 100 and current % 10 == 0 and value < 10
            ):
                current += value
            else:
                break
        else:
            break
        position += 1
    return total + (current or 0.0), position
