"""Finding clock times and parts of the day: "6.40am", "half past six", "shortly before seven", "dawn"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.number_words import UNITS
from compare_tui.comparison.differences.times import WEEKDAYS, ZONES, Time
from compare_tui.comparison.differences.tokens import Token

DAYPARTS = {
    "morning": (240, 720),
    "afternoon": (720, 1080),
    "evening": (1020, 1440),
    "night": (1110, 1800),
    "midday": (690, 810),
    "lunchtime": (690, 840),
    "dawn": (240, 480),
    "noon": (720, 720),
    "midnight": (1440, 1440),
    "sunrise": (240, 480),
    "daybreak": (240, 480),
    "sunset": (960, 1320),
    "dusk": (960, 1320),
    "nightfall": (960, 1320),
    "early": (0, 600),
    "late": (960, 1560),
}
"""Parts of the day in minutes after midnight, first and last."""

_TURNS_OF_DAY = {"dawn": 0, "sunrise": 0, "daybreak": 0, "sunset": 480, "dusk": 480, "nightfall": 480}
"""The turns of the day, and how many minutes past midnight "after" them reaches."""

_AT_TURN = frozenset({"at", "by", "before", "after", "around", "until"})
_FROM = frozenset({"from", "since", "after"})
_UNTIL = frozenset({"until", "till", "by", "before"})
_NOT, _NOT_WITHIN = frozenset({"not", "n't", "never", "nothing", "nobody"}), 7
_LOOSE = frozenset({"about", "around", "roughly", "approximately", "nearly", "some", "almost", "near"})
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?-?(am|pm)?")
_HOURS = frozenset(str(hour) for hour in range(1, 13))
_CLOSELY = frozenset({"shortly", "just", "soon"})
_LEVELS = word_set(
    "stood stands stand put puts estimated remained remains remain held capped valued priced aged total toll"
    " number"
)
_AFTER_HOUR = frozenset({",", ".", ";", ":", "!", "?", ")", "”", '"', "’", "»", ""})
_AFTER_NUMBER = word_set(
    "of per or to is are was were has have had will would could can may might more other"
)


class ClockScanner:
    """Reads clock times at one token after the other."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def norm(self, index: int) -> str:
        """Return the normalised token at ``index``, an empty one outside the passage."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def make(self, first: int, last: int, **values: object) -> Time:
        """Make a time of the tokens ``first`` to ``last`` with these fields of `Time`."""
        before = self.norm(first - 1)
        edge = "from" if before in _FROM else "until" if before in _UNTIL else ""
        if before in ("until", "till") and any(
            self.norm(first - back) in _NOT for back in range(2, _NOT_WITHIN)
        ):
            # "Not known until March 7": known on that day.
            edge = ""
        sort = values.pop("sort", "calendar")
        time = Time(self.tokens[first].start, self.tokens[last].end, first, last, sort, edge=edge)  # type: ignore[arg-type]
        return time._replace(**values)  # type: ignore[arg-type]

    def clock(self, index: int) -> Time | None:
        """Read "6.40am", "at 18:40", "seven o'clock", "noon", "shortly before seven"."""
        token = self.tokens[index]
        following, then = self.norm(index + 1), self.norm(index + 2)
        last = index
        hour: int | None = None
        minute, half = 0, ""
        past = self.past_hour(index) or self.between(index) or self.four_figures(index)
        if past is not None:
            return past
        if token.norm in ("noon", "midday", "midnight"):
            hour, half = (24 if token.norm == "midnight" else 12), "set"
        elif token.kind == "number" and (match := _CLOCK.fullmatch(token.norm)):
            hour, minute, half = int(match[1]), int(match[2] or 0), match[3] or ""
            if not half and following in ("am", "pm"):
                half, last = following, index + 1
            elif not half and following == "o'clock":
                last, half = index + 1, "?"
            elif not half and match[2] and (":" in token.norm or self.norm(index - 1) == "at"):
                half = "set" if hour > 12 or (len(match[1]) == 2 and match[1][0] == "0") else "?"
            elif not half and following == "in" and then == "the" and self.norm(index + 3) in DAYPARTS:
                half = "?"
        elif token.norm in UNITS and 0 < UNITS[token.norm] < 13:
            if following == "o'clock" or (
                following == "in" and then == "the" and self.norm(index + 3) in DAYPARTS
            ):
                hour, half, last = UNITS[token.norm], "?", index + (following == "o'clock")
            elif following in ("am", "pm"):
                hour, half, last = UNITS[token.norm], following, index + 1
        if not half and hour != 24 and self.bare_hour(index):
            hour, half = (hour if hour is not None else self.hour(index)), "?"
        if hour is None or not half or hour > 24 or minute > 59:
            return None
        if half == "?" and self.norm(last + 1) == "in" and self.norm(last + 2) == "the":
            part = self.norm(last + 3)
            if part in ("morning", "afternoon", "evening"):
                half, last = ("am" if part == "morning" else "pm"), last + 3
        if half in ("am", "pm"):
            if not 0 < hour < 13:
                return None
            hour = hour % 12 + (12 if half == "pm" else 0)
        minutes = [hour * 60 + minute]
        if half == "?" and hour < 13:
            minutes.append((hour * 60 + minute + 720) % 1440)
        before, earlier = self.norm(index - 1), self.norm(index - 2)
        closely = before in ("before", "after") and earlier in _CLOSELY
        first = index - 2 if closely else index
        # "About seven" leaves half an hour, "about 6.40" a few minutes.
        loose = (30 if minute == 0 else 4) if before in _LOOSE else 0
        below = 30 if before == "before" else loose
        above = 30 if closely and before == "after" else loose
        zone = self.norm(last + 1) if self.norm(last + 1) in ZONES else ""
        if zone == "moscow" and self.norm(last + 2) != "time":
            zone = ""
        if zone:
            last += 1
            while self.norm(last + 1) in ("time", "standard", "daylight"):
                last += 1
        return self.make(
            first, last, sort="clock", minutes=tuple((m - below, m + above) for m in minutes), word=zone
        )

    def between(self, index: int) -> Time | None:
        """Read "between 1:30 and 3 a.m." as one stretch of time."""
        first, second = (_CLOCK.fullmatch(self.norm(place)) for place in (index, index + 2))
        if self.norm(index - 1) != "between" or self.norm(index + 1) != "and" or not first or not second:
            return None
        last = index + 2 + (self.norm(index + 3) in ("am", "pm"))
        half = second[3] or (self.norm(last) if last > index + 2 else "")
        begin, end = (int(one[1]) * 60 + int(one[2] or 0) for one in (first, second))
        if (not half and not (first[2] and second[2])) or max(begin, end) > 1440:
            return None
        if half:
            shift = 720 if half == "pm" else 0
            begin, end = begin % 720 + shift, end % 720 + shift
            if first[3] and first[3] != half:
                begin = (begin + 720) % 1440
        if begin > end:
            begin = begin - 720 if begin - 720 < end and half else begin - 1440
        return self.make(index - 1, last, sort="clock", minutes=((begin, end),))

    def four_figures(self, index: int) -> Time | None:
        """Read "at 1815 local time", "1500 GMT", "2315 hours"."""
        text, following = self.tokens[index].text, self.norm(index + 1)
        if not (len(text) == 4 and text.isdecimal() and int(text[:2]) < 24 and int(text[2:]) < 60):
            return None
        last = index
        zone = following if following in ZONES and following != "moscow" else ""
        if zone or following in ("hours", "hrs"):
            last = index + 1
        elif following == "local" and self.norm(index + 2) == "time":
            last = index + 2
        elif self.norm(index - 1) != "at" or following not in ("yesterday", "today", "on"):
            return None
        minute = int(text[:2]) * 60 + int(text[2:])
        return self.make(index, last, sort="clock", minutes=((minute, minute),), word=zone)

    def bare_hour(self, index: int) -> bool:
        """Tell whether a plain number is an hour by the words around it: "shortly before seven"."""
        before, earlier = self.norm(index - 1), self.norm(index - 2)
        token = self.tokens[index]
        written = self.hour(index) or (token.kind == "number" and _CLOCK.fullmatch(token.norm))
        if not written:
            return False
        if before in ("before", "after"):
            led = earlier in _CLOSELY
        else:
            levels = {self.norm(index - back) for back in range(3, 6)} & _LEVELS
            # A plain "at 12" may be an age or a level; "at seven" is an hour.
            plain = before == "at" and token.kind == "word" and earlier not in _LEVELS
            led = (before in ("about", "around") and earlier == "at" and not levels) or plain
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if following is None or following.kind == "mark":
            return led and self.norm(index + 1) in _AFTER_HOUR
        day = following.norm in WEEKDAYS or following.norm in ("yesterday", "today")
        closed = following.kind == "word" and not following.content and following.norm not in _AFTER_NUMBER
        return led and (day or closed)

    def hour(self, index: int) -> int | None:
        """Return the hour that a token names, 1 to 12."""
        norm = self.norm(index)
        hour = UNITS.get(norm) if norm in UNITS else int(norm) if norm in _HOURS else None
        return hour if hour is not None and 0 < hour < 13 else None

    def past_hour(self, index: int) -> Time | None:
        """Read "half past six", "a quarter to nine", "ten past three"."""
        word, link = self.norm(index), self.norm(index + 1)
        hour = self.hour(index + 2)
        if hour is None or (link != "past" and (link != "to" or word != "quarter")):
            return None
        minute = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}.get(word)
        if minute is None:
            return None
        last = index + 2
        half = self.norm(last + 1)
        if half == "in" and self.norm(last + 2) == "the":
            half = {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(self.norm(last + 3), "")
            last += 3 if half else 0
        elif half in ("am", "pm"):
            last += 1
        start = hour % 12 * 60 + (minute if link == "past" else -minute)
        shifts = {"am": (0,), "pm": (720,)}.get(half, (0, 720))
        minutes = tuple(((start + shift) % 1440,) * 2 for shift in shifts)
        first = index - 1 if word == "quarter" and self.norm(index - 1) == "a" else index
        return self.make(first, last, sort="clock", minutes=minutes)

    def daypart(self, index: int) -> Time | None:
        """Read "the evening", "early on Monday"."""
        word = self.norm(index)
        if word not in DAYPARTS or word in ("noon", "midnight"):
            return None
        before, after = self.norm(index - 1), self.norm(index + 1)
        first, last = DAYPARTS[word]
        if word in _TURNS_OF_DAY and before in _AT_TURN:
            # "Before dawn" is any hour of the night, and "after dusk" likewise.
            spread = (
                (0, last)
                if before == "before"
                else (first, 1440 + _TURNS_OF_DAY[word])
                if before == "after"
                else (first, last)
            )
            return self.make(index, index, sort="clock", minutes=(spread,))
        if word in ("early", "late"):
            on = after == "on" and self.norm(index + 2) in WEEKDAYS
            if after not in WEEKDAYS and not on:
                return None
        elif before not in (
            *WEEKDAYS,
            "yesterday",
            "this",
            "tomorrow",
            "last",
            "the",
            "that",
            "early",
            "late",
            "every",
        ):
            return None
        return self.make(index, index, sort="clock", minutes=((first, last),))
