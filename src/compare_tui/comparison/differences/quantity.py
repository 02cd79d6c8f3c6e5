"""What a number says: a range of values with a unit and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare_tui.comparison.differences.tokens import Token
from compare_tui.comparison.differences.units import UNIT_WORDS


class Quantity(NamedTuple):
    """A number as a range of values.

    Attributes:
        start: Offset in the passage, in code points.
        end: Offset behind the last character.
        low: Smallest value that the words allow, in the base unit.
        high: Largest value, in the base unit; infinite for "at least".
        value: The number that is written, in the base unit.
        manner: ``exact``, ``about``, ``least``, ``most``, ``range`` or ``vague``.
        unit: ``count``, ``percent``, ``money:usd``, ``length``, ``age``, ``score``, ``rank``, ``label``, …
        counted: Stems of what is counted, or of the word that a label follows.
        role: What befell those who are counted (``dead``, ``injured``, …); empty when unknown.
        factor: What one written unit is in the base unit; tells whether both sides use the same unit.
        first: Index of its first token.
        last: Index of its last token.
    """

    start: int
    end: int
    low: float
    high: float
    value: float
    manner: str
    unit: str
    counted: frozenset[str]
    role: str
    factor: float
    first: int
    last: int


def join_durations(tokens: Sequence[Token], found: list[Quantity]) -> tuple[Quantity, ...]:
    """Join "an hour and 24 minutes", "two years, six months" into one duration."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if quantity.unit != "duration" or quantity.manner != "exact":
            joined.append(quantity)
            continue
        between = tokens[before.last + 1 : quantity.first] if before is not None else ()
        linked = len(between) <= 1 and all(token.norm in ("and", ",") for token in between)
        if before is not None and before.unit == "duration" and before.factor > quantity.factor and linked:
            joined[-1] = _sum(before, quantity)
            continue
        joined.append(_with_article(tokens, quantity))
    return tuple(joined)


def _with_article(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    """Take in "an hour and" before minutes."""
    begin = quantity.first - 3
    if begin < 0 or tokens[begin + 2].norm != "and" or tokens[begin].norm not in ("a", "an"):
        return quantity
    kind, length = UNIT_WORDS.get(tokens[begin + 1].norm, ("", 0.0))
    if kind != "duration" or length <= quantity.factor:
        return quantity
    return _sum(quantity._replace(start=tokens[begin].start, first=begin, value=length), quantity)


def _sum(long: Quantity, short: Quantity) -> Quantity:
    value = long.value + short.value
    return short._replace(start=long.start, first=long.first, low=value, high=value, value=value)


def share_units(tokens: Sequence[Token], found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Give both ends of "from six days to five" the unit that one of them has.

    Args:
        tokens: Tokens of the passage.
        found: Its quantities, in reading order.
    """
    shared = list(found)
    for place in range(len(shared) - 1):
        first, second = shared[place], shared[place + 1]
        led = tokens[first.first - 1].norm if first.first else ""
        if led != "from" or second.first != first.last + 2 or tokens[first.last + 1].norm != "to":
            continue
        bare = [one.unit == "count" for one in (first, second)]
        if bare[0] != bare[1]:
            poor, rich = (first, second) if bare[0] else (second, first)
            changed = poor._replace(
                low=poor.low * rich.factor,
                high=poor.high * rich.factor,
                value=poor.value * rich.factor,
                unit=rich.unit,
                factor=rich.factor,
            )
            shared[place if bare[0] else place + 1] = changed
    return tuple(shared)
