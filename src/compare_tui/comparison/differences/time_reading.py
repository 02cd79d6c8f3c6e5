"""Finding dates, weekdays, relative days and clock times, resolved against the day of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from compare_tui.comparison.differences.clock_reading import DAYPARTS, ClockScanner
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.number_words import ORDINALS, UNITS, ordinal_value
from compare_tui.comparison.differences.times import MONTHS, RELATIVE_DAYS, WEEKDAYS, Time, era_years
from compare_tui.comparison.differences.tokens import Token

_YEAR_CUES = word_set(
    "in since by from until till during of before after between and to early late mid for the - – — ( ,"
)
_DOTTED_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")

_TRIGGERS = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset(DAYPARTS)
    | frozenset(RELATIVE_DAYS)
    | frozenset(UNITS)
    | frozenset(ORDINALS)
) | {"half", "quarter", "last", "this", "next", "past", "end"}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def may_tell_time(norms: frozenset[str], has_figure: bool) -> bool:
    """Tell whether a passage of these words can hold a date or a clock time."""
    return has_figure or not norms.isdisjoint(_TRIGGERS) or any(n.endswith("-century") for n in norms)


class _Scanner(ClockScanner):
    """Reads dates, and clock times with them, at one token after the other."""

    def __init__(self, tokens: Sequence[Token], today: date | None) -> None:
        super().__init__(tokens)
        self.today = today

    def whole(self, index: int, low: int, high: int) -> int | None:
        """Return the plain or ordinal number at ``index`` if it lies between ``low`` and ``high``."""
        if not 0 <= index < len(self.tokens):
            return None
        token = self.tokens[index]
        if token.kind != "number" or len(token.text) > 6:
            return None
        value = int(token.text) if token.text.isdecimal() else ordinal_value(token.norm)
        return int(value) if value is not None and low <= value <= high else None

    def calendar(self, first: int, last: int, year: int | None, month: int | None, day: int | None) -> Time:
        """Make a time of the written fields; a day without a year is the one nearest to the article's day."""
        spans: tuple[tuple[date, date], ...] = ()
        if month is None:
            if year is not None:
                spans = ((date(year, 1, 1), date(year, 12, 31)),)
        else:
            years = [year] if year is not None else []
            if not years and self.today is not None:
                years = [
                    near for near in range(self.today.year - 1, self.today.year + 2) if 1 <= near <= 9998
                ]
            ends = []
            for candidate in years:
                low = _day(candidate, month, day or 1)
                after = _day(candidate + month // 12, month % 12 + 1, 1)
                if low is not None and after is not None:
                    ends.append((low, low if day else _shift(after, -1)))
            if len(ends) > 1 and self.today is not None:
                today = self.today
                ends = [min(ends, key=lambda pair: abs((pair[0] - today).days))]
            spans = tuple(ends)
        return self.make(first, last, fields=(year, month, day), spans=spans)

    def month_day(self, index: int) -> Time | None:
        month = MONTHS.get(self.norm(index))
        token = self.tokens[index]
        if month is None or not token.capital:
            return None
        behind = index + 1 + (self.norm(index + 1) == "." and token.norm != "may")
        day = self.whole(behind, 1, 31)
        if day is not None and self.norm(behind + 1) not in ("%", "percent"):
            comma = self.norm(behind + 1) == ","
            year = self.whole(behind + 1 + comma, 1500, 2200)
            last = behind + 1 + comma if year is not None else behind
            time = self.calendar(index, last, year, month, day)
            return time if year is not None else self.two_days(time, month, behind)
        back = index - 1 - (self.norm(index - 1) == "of")
        year = self.whole(behind, 1500, 2200)
        before = self.whole(back, 1, 31)
        last = behind if year is not None else index
        if before is not None:
            begin = back - 1 if self.norm(back - 1) == "the" else back
            return self.calendar(begin, last, year, month, before)
        if (
            year is None
            and token.norm in ("may", "march", "mar", "jan", "sep")
            and self.norm(index - 1)
            not in (
                *(
                    "in",
                    "last",
                    "next",
                    "since",
                    "of",
                    "until",
                    "by",
                    "from",
                    "early",
                    "late",
                    "mid",
                    "this",
                    "to",
                ),
            )
        ):
            return None
        return self.calendar(index, last, year, month, None)

    def two_days(self, first: Time, month: int, behind: int) -> Time:
        """Take in a second day of the month: "June 13 and 14, 2007"."""
        day = self.whole(behind + 2, 1, 31)
        following = self.tokens[behind + 3] if behind + 3 < len(self.tokens) else None
        counts = following is not None and following.kind == "word" and following.content
        if self.norm(behind + 1) not in ("and", "or", "-", "–") or day is None or counts:
            return first
        comma = self.norm(behind + 3) == ","
        year = self.whole(behind + 3 + comma, 1500, 2200)
        last = behind + 3 + comma if year is not None else behind + 2
        days = [self.calendar(first.first, last, year, month, one) for one in (first.fields[2], day)]
        return days[0]._replace(fields=(year, month, None), spans=days[0].spans + days[1].spans)

    def written_date(self, index: int) -> Time | None:
        dotted = _DOTTED_DATE.fullmatch(self.tokens[index].text)
        if dotted:
            return self.full_date(index, index, int(dotted[3]), int(dotted[2]), int(dotted[1]))
        if self.norm(index + 1) not in ("-", "/") or self.norm(index + 3) != self.norm(index + 1):
            return None
        month = self.whole(index + 2, 1, 12)
        year, day = self.whole(index, 1500, 2200), self.whole(index + 4, 1, 31)
        if year is None or day is None:
            day, year = self.whole(index, 1, 31), self.whole(index + 4, 1500, 2200)
        return self.full_date(index, index + 4, year, month, day)

    def full_date(
        self, first: int, last: int, year: int | None, month: int | None, day: int | None
    ) -> Time | None:
        """Make a time of a date that exists; None for any other."""
        if year is None or month is None or day is None or _day(year, month, day) is None:
            return None
        return self.calendar(first, last, year, month, day)

    def weekday(self, index: int) -> Time | None:
        token = self.tokens[index]
        number = WEEKDAYS.get(token.norm)
        if (
            number is None
            or not token.capital
            or (len(token.norm) < 6 and self.norm(index + 1) not in (".", ","))
        ):
            return None
        before = self.norm(index - 1)
        spans: tuple[tuple[date, date], ...] = ()
        if self.today is not None:
            back = _shift(self.today, -((self.today.weekday() - number) % 7))
            days = [back] if before != "next" else []
            if before == "last" and back != self.today:
                days.append(_shift(back, -7))
            if before not in ("last", "past"):
                days.append(_shift(back, 7))
            spans = tuple((day, day) for day in days)
        return self.make(index, index, weekday=number, spans=spans)

    def relative(self, index: int) -> Time | None:
        word = self.norm(index)
        if word in RELATIVE_DAYS:
            day = _shift(self.today, RELATIVE_DAYS[word]) if self.today else None
            return self.make(index, index, word=word, spans=((day, day),) if day else ())
        following = self.norm(index + 1)
        if (
            word == "end"
            and following == "of"
            and self.norm(index + 2) in ("the", "this")
            and self.norm(index + 3) == "year"
        ):
            begin = index - 1 if self.norm(index - 1) == "the" else index
            return self.calendar(begin, index + 3, self.today.year if self.today else None, 12, 31)
        if word not in ("last", "this", "next", "past"):
            return None
        if word == "last" and following == "night":
            day = _shift(self.today, -1) if self.today else None
            return self.make(index, index + 1, word="yesterday", spans=((day, day),) if day else ())
        step = {"last": -1, "past": -1, "this": 0, "next": 1}[word]
        if following not in ("week", "month", "year", "weekend"):
            return None
        spans: tuple[tuple[date, date], ...] = ()
        if self.today is not None:
            monday = _shift(self.today, 7 * step - self.today.weekday())
            if following == "year":
                year = self.today.year + step
                return self.make(index, index + 1, word=f"{word} year", fields=(year, None, None))
            if following == "week":
                spans = ((monday, _shift(monday, 6)),)
            elif following == "weekend":
                spans = ((_shift(monday, -2), _shift(monday, 6)),)
            else:
                month = self.today.month - 1 + step
                low = _day(self.today.year + month // 12, month % 12 + 1, 1)
                spans = ((low, _shift(low, 31 - _shift(low, 31).day)),) if low else ()
        return self.make(index, index + 1, word=f"{word} {following}", spans=spans)

    def year(self, index: int) -> Time | None:
        year = self.whole(index, 1800, 2099)
        if year is None or not self.tokens[index].text.isdecimal():
            return None
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        counts = after is not None and after.kind == "word" and after.norm.endswith("s") and after.content
        if (after is not None and after.norm in ("%", "per", "percent", "(")) or self.norm(index - 1) in (
            "$",
            "€",
            "£",
        ):
            return None
        if self.norm(index - 1) not in _YEAR_CUES and (
            counts or (index and not self.tokens[index - 1].content)
        ):
            return None
        if counts and self.norm(index - 1) in ("the", "to", "for", "of", "and", "about"):
            return None
        return self.calendar(index, index, year, None, None)

    def era(self, index: int) -> Time | None:
        """Read "the 12th century", "a 12th-century church", "the 1980s"."""
        read = era_years(self.norm(index), self.norm(index + 1))
        if read is None:
            return None
        begin, length, words = read
        first, last = _day(begin, 1, 1), _day(begin + length - 1, 12, 31)
        spans = ((first, last),) if first and last else ()
        return self.make(index, index + words - 1, spans=spans)


def find_times(tokens: Sequence[Token], today: date | None = None) -> tuple[Time, ...]:
    """Find dates and clock times.

    Args:
        tokens: Tokens of the passage, marks included.
        today: The day the article appeared; resolves weekdays and "yesterday".

    Returns:
        In reading order, not overlapping.
    """
    scanner = _Scanner(tokens, today)
    readers: tuple[Callable[[int], Time | None], ...] = (
        scanner.era,
        scanner.written_date,
        scanner.month_day,
        scanner.weekday,
        scanner.relative,
        scanner.clock,
        scanner.year,
        scanner.daypart,
    )
    found: list[Time] = []
    for index, token in enumerate(tokens):
        if token.kind == "mark" or (found and index <= found[-1].last):
            continue
        if token.kind == "word" and token.norm not in _TRIGGERS and not token.norm.endswith("-century"):
            continue
        for reader in readers:
            time = reader(index)
            if time is None:
                continue
            while found and found[-1].last >= time.first:
                found.pop()
            found.append(time)
            break
    return tuple(found)
