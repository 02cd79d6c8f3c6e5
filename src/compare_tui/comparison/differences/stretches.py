"""Stretches of a passage that the other side does not say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from compare_tui.comparison.differences.lazy import KEPT_READINGS
from compare_tui.comparison.differences.lexicon import IRREGULAR_FORMS, word_set
from compare_tui.comparison.differences.phrases import LIGHT_WORDS
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.segments import HELPERS
from compare_tui.comparison.differences.tokens import Token

_QUOTATION_MARKS = frozenset('“”„«»"')
_PLURALS = word_set("men women children people persons lives feet wives troops police news series")


class Stretch(NamedTuple):
    """A stretch of a passage that the other side does not say.

    Attributes:
        first: Index of its first token.
        last: Index of its last token.
        detailed: Whether it holds a name, a number or a date.
        weight: How much it tells.
        missing: Indices of its content words that the other side lacks.
    """

    first: int
    last: int
    detailed: bool
    weight: int
    missing: tuple[int, ...]


def content_of(reading: Reading, first: int, last: int) -> list[int]:
    """Return the words of a stretch that tell something."""
    telling = _telling(reading)
    return telling[bisect_left(telling, first) : bisect_left(telling, last + 1)]


@lru_cache(maxsize=KEPT_READINGS)
def _telling(reading: Reading) -> list[int]:
    tokens = reading.tokens
    return [index for index, token in enumerate(tokens) if token.content and token.norm not in LIGHT_WORDS]


def stretch_of(
    reading: Reading, first: int, last: int, missing: Sequence[int], details: Set[int], base: int
) -> Stretch:
    """Make a stretch without the small words and marks at its ends; ``base`` is added to its weight."""
    while first < last and (
        (reading.tokens[first].kind == "mark" and first not in reading.valued)
        or reading.tokens[first].norm in ("and", "or", "but")
    ):
        first += 1
    while last > first and not reading.tokens[last].content and last not in reading.valued:
        last -= 1
    if last + 1 < len(reading.tokens) and reading.tokens[last + 1].norm in _QUOTATION_MARKS:
        # What begins with a mark inside the stretch ends with one.
        marks = sum(token.norm in _QUOTATION_MARKS for token in reading.tokens[first : last + 1])
        last += marks % 2
    detailed = any(index in details for index in missing)
    return Stretch(first, last, detailed, base + len(missing) + (3 if detailed else 0), tuple(missing))


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word is a finite verb: an auxiliary, or an irregular past form behind its subject."""
    norm = tokens[index].norm
    past = IRREGULAR_FORMS.get(norm, norm) != norm and norm not in _PLURALS
    if norm.endswith("ed") and index + 1 < len(tokens) and not tokens[index].capital:
        # "From their holidays crashed through": the verb of what stands before the phrase.
        past = past or (tokens[index + 1].kind == "word" and not tokens[index + 1].content)
    return norm in HELPERS or (past and tokens[index].kind == "word" and tokens[index - 1].content)
