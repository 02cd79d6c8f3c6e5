"""What a date, weekday or clock time means, and whether two of them can be the same."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from compare_tui.comparison.differences.number_words import ordinal_value

_MONTH_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep"
    "|october oct|november nov|december dec"
)
_WEEKDAY_NAMES = (
    "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun"
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES.split("|"), 1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES.split("|")) for name in names.split()}

_FIRST_DECADE = 1100
_DECADE = re.compile(r"(\d{3}0)s")

RELATIVE_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
"""Words that count days from the day of the article."""

ZONES = {
    zone: tuple(60 * hour for hour in hours)
    for zones, hours in (
        ("gmt utc", (0,)),
        ("bst", (1,)),
        ("cet", (1,)),
        ("cest", (2,)),
        ("msk moscow", (3,)),
        ("est", (-5,)),
        ("edt", (-4,)),
        ("et eastern", (-5, -4)),
        ("cst", (-6,)),
        ("cdt", (-5,)),
        ("ct central", (-6, -5)),
        ("mst", (-7,)),
        ("mdt", (-6,)),
        ("mountain", (-7, -6)),
        ("pst", (-8,)),
        ("pdt", (-7,)),
        ("pt pacific", (-8, -7)),
        ("jst", (9,)),
        ("aest", (10,)),
    )
    for zone in zones.split()
}
"""Zones of clock times: minutes ahead of UTC; two where summer time may be meant or not."""

Comparison = Literal["same", "differ", "unclear", "apart"]


class Time(NamedTuple):
    """A point or stretch of time.

    Attributes:
        start: Offset in the passage, in code points.
        end: Offset behind the last character.
        first: Index of its first token.
        last: Index of its last token.
        sort: ``calendar`` or ``clock``.
        weekday: 0 for Monday; None where no weekday is named alone.
        fields: Year, month and day as far as they are written.
        spans: Days that may be meant, first and last; empty where the article's day is needed and unknown.
        minutes: Stretches of the day that may be meant, in minutes after midnight.
        word: The relative word ("yesterday"), the zone of a clock time, or empty.
        edge: ``from``, ``until`` or empty, by the preposition before it.
        reporting: Whether it tells when somebody spoke, not when it happened.
    """

    start: int
    end: int
    first: int
    last: int
    sort: Literal["calendar", "clock"]
    weekday: int | None = None
    fields: tuple[int | None, int | None, int | None] = (None, None, None)
    spans: tuple[tuple[date, date], ...] = ()
    minutes: tuple[tuple[int, int], ...] = ()
    word: str = ""
    edge: str = ""
    reporting: bool = False

    @property
    def grain(self) -> str:
        """How fine the expression is: ``year`` for a year or more, ``day`` for anything shorter."""
        year, month, _ = self.fields
        stretch = max(((last - first).days for first, last in self.spans), default=0)
        return "year" if (year is not None and month is None) or stretch >= 364 else "day"


def compare_times(a: Time, b: Time) -> Comparison:
    """Tell whether two times can be the same, must differ, or cannot be compared ("apart").

    "Today" and "yesterday" are ``unclear`` where the day of neither article is known.
    """
    if a.sort != b.sort:
        return "apart"
    if a.sort == "clock":
        if a.word != b.word:
            return _across_zones(a, b) if a.word and b.word else "apart"
        return "same" if any(_meet(x, y) for x in a.minutes for y in b.minutes) else "differ"
    if a.weekday is not None and b.weekday is not None:
        return "same" if a.weekday == b.weekday else "differ"
    common = [(x, y) for x, y in zip(a.fields, b.fields, strict=True) if x is not None and y is not None]
    if common:
        return "same" if all(x == y for x, y in common) else "differ"
    if a.spans and b.spans:
        return "same" if any(x[0] <= y[1] and y[0] <= x[1] for x in a.spans for y in b.spans) else "differ"
    if a.word and a.word == b.word:
        return "same"
    if a.word in RELATIVE_DAYS and b.word in RELATIVE_DAYS and not a.spans and not b.spans:
        return "same" if RELATIVE_DAYS[a.word] == RELATIVE_DAYS[b.word] else "unclear"
    for one, other in ((a, b), (b, a)):
        if one.weekday is not None and None not in other.fields and other.spans:
            return "same" if other.spans[0][0].weekday() == one.weekday else "apart"
    return "apart"


def _across_zones(a: Time, b: Time) -> Comparison:
    """Compare clock times of two zones."""
    ends_a, ends_b = (
        [(low - ahead, high - ahead) for low, high in time.minutes for ahead in ZONES[time.word]]
        for time in (a, b)
    )
    return "same" if any(_meet(x, y) for x in ends_a for y in ends_b) else "differ"


def _meet(x: tuple[int, int], y: tuple[int, int]) -> bool:
    return any(x[0] <= y[1] + shift and y[0] + shift <= x[1] for shift in (-1440, 0, 1440))


def era_years(word: str, following: str) -> tuple[int, int, int] | None:
    """Read a century or a decade: "12th century", "12th-century", "1100s", "1980s".

    Args:
        word: The first word, normalised.
        following: The word behind it, normalised.

    Returns:
        Its first year, how many years it has, and how many words say so; None for anything else.
    """
    decade = _DECADE.fullmatch(word)
    if decade and int(decade[1]) >= _FIRST_DECADE:
        begin = int(decade[1])
        return begin, 100 if begin % 100 == 0 else 10, 1
    head, _, tail = word.partition("-")
    apart = following in ("century", "centuries")
    value = ordinal_value(head if tail == "century" else word)
    if value is None or not 1 < value <= 21 or not (apart or tail == "century"):
        return None
    return int(value - 1) * 100, 100, 1 if tail == "century" else 2
