"""Reading parts of a whole: "two-thirds of voters", "half an hour", "a quarter of a million", "1 in 5"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.number_words import FRACTIONS, SCALES, simple_value, split_number
from compare_tui.comparison.differences.units import UNIT_WORDS

if TYPE_CHECKING:
    from compare_tui.comparison.differences.tokens import Token

_COMPARED = word_set("of the fewer more less larger smaller higher lower longer shorter cheaper as off")
_LARGEST_WHOLE = 100


class Fraction(NamedTuple):
    """A part of a whole.

    Attributes:
        value: The part in per cent; or the number, where it is a part of a unit or of a scale.
        suffix: ``percent``, the unit that it is a part of ("hour"), or empty.
        first: Index of its first token.
        last: Index of its last token.
    """

    value: float
    suffix: str
    first: int
    last: int


def _norm(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].norm if 0 <= index < len(tokens) else ""


def _part(tokens: Sequence[Token], index: int) -> tuple[float, int, int] | None:
    """Return the value of a fraction, and its first and last token."""
    word = tokens[index].norm
    head, _, tail = word.partition("-")
    if tail in FRACTIONS and (times := simple_value(head)) is not None:
        return times * FRACTIONS[tail], index, index
    if word not in FRACTIONS:
        return None
    before = _norm(tokens, index - 1)
    if word.endswith("s") and (times := simple_value(before)) is not None:
        return times * FRACTIONS[word], index - 1, index
    if word == "half" or before in ("a", "one"):
        return FRACTIONS[word], index - (before in ("a", "one")), index
    return None


def read_fraction(tokens: Sequence[Token], index: int) -> Fraction | None:
    """Read a part of a whole whose fraction word stands at ``index``."""
    part = _part(tokens, index)
    if part is None:
        return _out_of(tokens, index)
    value, first, last = part
    following = last + 1 + (_norm(tokens, last + 1) == "of")
    if _norm(tokens, following) in ("a", "an") and tokens[index].norm != "third":
        whole = _norm(tokens, following + 1)
        if whole in SCALES:
            return Fraction(value * SCALES[whole], "", first, following + 1)
        if whole in UNIT_WORDS:
            return Fraction(value, whole, first, following + 1)
    behind, before = _norm(tokens, last + 1), _norm(tokens, first - 1)
    if behind in _COMPARED or before in ("by", "in", "nearly", "almost", "about", "roughly", "over"):
        return Fraction(100 * value, "percent", first, last)
    return None


def _out_of(tokens: Sequence[Token], index: int) -> Fraction | None:
    """Read "1 in 5", "seven in 10", "two out of three"."""
    value = _whole(tokens, index)
    middle = index + 1
    if value is None or _norm(tokens, middle) not in ("in", "out"):
        return None
    behind = middle + 1
    if _norm(tokens, middle) == "out":
        if _norm(tokens, behind) not in ("of",):
            return None
        behind += 1
    if _norm(tokens, behind) == "every":
        behind += 1
    whole = _whole(tokens, behind)
    if whole is None or not 1 < whole <= _LARGEST_WHOLE or value >= whole:
        return None
    return Fraction(100 * value / whole, "percent", index, behind)


def _whole(tokens: Sequence[Token], index: int) -> float | None:
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind == "number":
        split = split_number(token.text)
        return split[0] if split and not split[1] else None
    return simple_value(token.norm)
