"""Figures that only one of two passages has: shares, sums, counts, and numbers of dead or injured."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from compare_tui.comparison.differences.beside_names import Part
from compare_tui.comparison.differences.lexicon import ROLE_WORDS
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.stretches import Stretch, content_of, stretch_of

_LEAST_COUNT, _ABOUT = 3, 2
_REACH = 5
_GLUED = re.compile(r"\d[^\W\d_]{3}")
"""A word glued to figures, as what is left of a control sequence is: "31mowner"."""


def lone_figures(
    part: Part, other: Reading, other_covered: Sequence[bool], settled: Set[int]
) -> list[Stretch]:
    """Return what a part of a passage counts or measures and the other side does not.

    Args:
        part: The part.
        other: The passage of the other article.
        other_covered: For each of its tokens whether this side says it.
        settled: Tokens of values of which the other side has no other in their place.
    """
    first, last = part.segment.first, part.segment.last
    if not any(first <= one.first <= last for one in part.reading.quantities):
        return []
    fates = {one.role for one in other.quantities} | {ROLE_WORDS.get(token.norm) for token in other.tokens}
    counts = [one.value for one in other.quantities if one.unit == "count" and not other_covered[one.last]]
    return [*_befallen(part, fates), *_measures(part, settled), *_counts(part, counts)]


def _befallen(part: Part, fates: Set[str | None]) -> list[Stretch]:
    """Return numbers of dead, injured or missing where the other side tells of nobody like them.

    Args:
        part: A part of a passage.
        fates: What befell anybody on the other side.
    """
    reading, segment, covered, details, _ = part
    found = []
    for one in reading.quantities:
        inside = segment.first <= one.first and one.last <= segment.last
        if not inside or not one.role or one.role in fates or any(covered[one.first : one.last + 1]):
            continue
        behind = range(one.last + 1, min(segment.last, one.last + _REACH) + 1)
        last = next((n for n in behind if ROLE_WORDS.get(reading.tokens[n].norm) == one.role), one.last)
        before = reading.tokens[one.first - 1].norm if one.first else ""
        if last == one.last and ROLE_WORDS.get(before) != one.role:
            continue
        missing = [n for n in content_of(reading, one.first, last) if not covered[n]]
        if missing:
            found.append(stretch_of(reading, one.first, last, missing, details, 1))
    return found


def _measures(part: Part, settled: Set[int]) -> list[Stretch]:
    """Return shares, sums and measures in digits that the other article has nowhere."""
    reading, segment, covered, _, article = part
    found = []
    for one in reading.quantities:
        inside = segment.first <= one.first and one.last <= segment.last
        if not inside or one.unit in ("count", "rank", "duration") or one.first not in settled:
            continue
        tokens = [n for n in content_of(reading, one.first, one.last) if not covered[n]]
        digits = [n for n in tokens if reading.tokens[n].text[0].isdecimal()]
        if digits and not any(article.uses(reading.keys[n]) for n in digits):
            found.append(stretch_of(reading, one.first, one.last, tokens, settled, 0))
    return found


def _counts(part: Part, counts: Sequence[float]) -> list[Stretch]:
    """Return counts of people or things that the other article has nowhere: "nine villages".

    Args:
        part: A part of a passage.
        counts: What the other side counts and this one does not; one of about the same size may be meant.
    """
    reading, segment, covered, details, article = part
    found = []
    for one in reading.quantities:
        inside = segment.first <= one.first and one.last < segment.last
        if not inside or one.unit != "count" or one.manner == "vague" or one.value < _LEAST_COUNT:
            continue
        noun = one.last + 1
        near = any(one.value <= _ABOUT * other and other <= _ABOUT * one.value for other in counts)
        if near or covered[one.last] or not reading.tokens[noun].content:
            continue
        tokens = content_of(reading, one.first, one.last)
        if any(_GLUED.search(reading.tokens[n].text) for n in tokens):
            continue
        if tokens and not any(article.uses(reading.keys[n]) for n in tokens):
            found.append(stretch_of(reading, one.first, noun, tokens, details, 0))
    return found
