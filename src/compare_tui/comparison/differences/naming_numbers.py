"""Numbers that name rather than count: "flight 812", "the third day"."""

from __future__ import annotations

from collections.abc import Sequence

from compare_tui.comparison.differences.number_words import ordinal_value
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.tokens import Token
from compare_tui.comparison.differences.units import UNIT_WORDS


def read_label(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Read the number of a flight, a route or an article: digits behind a capitalised word."""
    token = tokens[index]
    if not token.text.isdecimal() or not index or len(token.text) > 12:
        return None
    head = tokens[index - 1]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    counts = (
        after is not None and after.kind == "word" and after.content and (head.initial or not after.capital)
    )
    if (
        not head.capital
        or not head.content
        or head.possessive
        or counts
        or (after is not None and after.norm in ("%", "per"))
    ):
        return None
    value = float(token.text)
    return Quantity(
        token.start,
        token.end,
        value,
        value,
        value,
        "exact",
        "label",
        frozenset({head.stem}),
        "",
        1.0,
        index,
        index,
    )


def read_rank(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Read an ordinal with its noun: "the third day"."""
    value = ordinal_value(tokens[index].norm)
    if value is None or index + 1 >= len(tokens) or not tokens[index + 1].content:
        return None
    noun = tokens[index + 1]
    if noun.kind != "word" or noun.norm in UNIT_WORDS:
        return None
    return Quantity(
        tokens[index].start,
        tokens[index].end,
        value,
        value,
        value,
        "exact",
        "rank",
        frozenset({noun.stem}),
        "",
        1.0,
        index,
        index,
    )
