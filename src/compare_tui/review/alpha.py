"""Krippendorff's alpha for names: how far people agree beyond what their tags alone would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare_tui.article.wording import counted

FEWEST_UNITS = 5
"""Units that at least two people have named, below which no alpha is told."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that may be undefined.

    Attributes:
        value: The figure; None where it is undefined.
        reason: Why it is undefined; None where it is not.
    """

    value: float | None
    reason: str | None = None


def nominal_alpha(units: Sequence[Sequence[str | None]]) -> Figure:
    """Return Krippendorff's alpha for nominal values, by any number of people, with gaps.

    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), by way of coincidences.

    Args:
        units: For each unit what people called it; None for one who did not. A unit that fewer than two have
            named says nothing about agreement.

    Returns:
        The figure, at most 1; undefined for fewer than ``FEWEST_UNITS`` units or a single value.
    """
    named = [values for unit in units if len(values := [value for value in unit if value is not None]) > 1]
    if len(named) < FEWEST_UNITS:
        places = counted(len(named), "place")
        return Figure(None, f"{places} marked by two people or more, at least {FEWEST_UNITS} are needed")
    totals = Counter(value for unit in named for value in unit)
    if len(totals) == 1:
        return Figure(None, f"only one tag was used: {next(iter(totals))}")
    observed = 0.0
    for unit in named:
        counts = Counter(unit)
        differing = len(unit) ** 2 - sum(count**2 for count in counts.values())
        observed += differing / (len(unit) - 1)
    total = totals.total()
    expected = (total**2 - sum(count**2 for count in totals.values())) / (total - 1)
    return Figure(1 - observed / expected)
