"""Numbers as they are read, and the words around one that make a bound of it: "at least 12", "65 or over"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.tokens import Token

_BELOW = frozenset({"nearly", "almost", "approaching"})
_ABOUT = frozenset({"about", "around", "roughly", "approximately", "some", "circa", "estimated", "~", "≈"})
_AT_LEAST = word_set("over exceeding topped topping surpassed exceeded exceeds above past")
_AT_MOST = frozenset({"under", "below"})
OR_MORE = frozenset({"more", "longer", "older", "above", "over", "higher", "heavier"})
OR_LESS = frozenset({"less", "fewer", "younger", "under", "below", "lower", "shorter"})
"""Words that make a bound behind "or"."""


class Number(NamedTuple):
    """A number as it is read, before its unit is known.

    Attributes:
        value: The number.
        low: Least number that it can mean.
        high: Greatest number that it can mean.
        manner: ``exact``, ``about``, ``least``, ``most`` or ``vague``.
        last: Index of its last token.
        suffix: Letters behind the figures: "1.2bn".
        first: Index of its first token; -1 where that is the one at which it was read.
    """

    value: float
    low: float
    high: float
    manner: str
    last: int
    suffix: str = ""
    first: int = -1


def bounds_before(tokens: Sequence[Token], first: int, number: Number) -> tuple[int, Number]:
    """Take in words such as "at least" before the number; return the new first index and the range."""
    value = number.value
    one, two, three = (tokens[first - back].norm if first >= back else "" for back in (1, 2, 3))
    if number.manner == "vague":
        return (first - 1 if one == "a" else first), number
    pair, triple = f"{two} {one}", f"{three} {two} {one}"
    if triple in ("no fewer than", "no less than", "not less than"):
        return first - 3, number._replace(high=math.inf, manner="least")
    if triple in ("no more than", "not more than"):
        return first - 3, number._replace(low=0.0, manner="most")
    if pair in ("at least", "more than", "upwards of"):
        return first - 2, number._replace(high=math.inf, manner="least")
    if triple in ("as many as", "as much as"):
        return first - 3, number._replace(low=0.0, manner="most")
    if pair == "up to" and three in ("add", "adds", "added", "adding", "sum", "sums"):
        return first, number
    if pair in ("up to", "at most", "less than", "fewer than"):
        return first - 2, number._replace(low=0.0, manner="most")
    if pair in ("close to", "closer to", "nearer to", "just under", "just below", "not quite", "short of"):
        return first - 2, number._replace(low=value * 0.85, manner="about")
    if pair in ("just over", "little over", "just above"):
        return first - 2, number._replace(high=value * 1.15, manner="about")
    if one in _BELOW:
        return first - 1, number._replace(low=value * 0.85, manner="about")
    if one in _ABOUT:
        back = 2 if one == "estimated" and two == "an" else 1
        return first - back, number._replace(low=value * 0.9, high=value * 1.1, manner="about")
    if one in _AT_LEAST:
        return first - 1, number._replace(high=math.inf, manner="least")
    if one in _AT_MOST:
        return first - 1, number._replace(low=0.0, manner="most")
    return first, number


def bounds_behind(tokens: Sequence[Token], last: int, number: Number) -> tuple[Number, int]:
    """Take in "or more", "or less" behind a number and its unit; return the range and its last token."""
    following = [token.norm for token in tokens[last + 1 : last + 3]]
    if len(following) == 2 and following[0] in ("or", "and") and number.manner == "exact":
        if following[1] in OR_MORE:
            return number._replace(high=math.inf, manner="least"), last + 2
        if following[1] in OR_LESS:
            return number._replace(low=0.0, manner="most"), last + 2
        if following[1] == "so":
            low, high = 0.9 * number.value, 1.1 * number.value
            return number._replace(low=low, high=high, manner="about"), last + 2
    return number, last
