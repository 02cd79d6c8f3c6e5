"""Dates and clock times of two linked passages, set against each other."""

from __future__ import annotations

from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.times import Time, compare_times


def _reports(time: Time, reading: Reading) -> bool:
    return any(source.first <= time.first <= source.last for source in reading.attributions)


def _one_day(pairing: Pairing, a: Time, b: Time) -> bool:
    """Tell whether both clock times, the only ones of their passages, stand beside the same day."""
    near: list[list[Time]] = []
    for reading, clock in ((pairing.a, a), (pairing.b, b)):
        if clock.sort != "clock" or sum(_exact(time) for time in reading.times) != 1 or not _exact(clock):
            return False
        near.append(
            [
                time
                for time in reading.times
                if time.sort == "calendar" and -5 <= time.first - clock.first <= 5
            ]
        )
    return any(compare_times(x, y) == "same" for x in near[0] for y in near[1])


def _one_month(pairing: Pairing, a: Time, b: Time) -> bool:
    """Tell whether both are days of one month, and a sure link leaves no other day for them to agree with."""
    if not pairing.sure or None in (a.fields[1], a.fields[2], b.fields[2]) or a.fields[1] != b.fields[1]:
        return False
    return not any(
        compare_times(one, other) == "same"
        for one, others in ((a, pairing.b.times), (b, pairing.a.times))
        for other in others
    )


def _exact(time: Time) -> bool:
    return time.sort == "clock" and all(end == begin for begin, end in time.minutes)


def _narrow(time: Time) -> bool:
    """Tell whether a clock time says the hour: "shortly before seven" does, "the evening" does not."""
    return time.sort == "clock" and all(end - begin <= 60 for begin, end in time.minutes)


def _needed(a: Time, b: Time, gap: int) -> int:
    """Return how much context two times need before they are taken for dates of the same thing."""
    if {a.edge, b.edge} == {"from", "until"}:
        return 9
    if a.sort == "calendar" and a.grain != b.grain:
        return 5
    return 2 if a.edge == b.edge or gap == 3 else 4


def match_times(pairing: Pairing) -> Matches:
    """Pair the times of the same thing, and report those that cannot be the same."""
    result = Matches()
    left = [(time, _reports(time, pairing.a)) for time in pairing.a.times]
    right = [(time, _reports(time, pairing.b)) for time in pairing.b.times]
    candidates: list[tuple[int, int, int, int]] = []
    for i, (a, a_reports) in enumerate(left):
        for j, (b, b_reports) in enumerate(right):
            how = compare_times(a, b)
            if how == "apart":
                if a.sort == b.sort == "calendar" and a_reports == b_reports:
                    # They may well be the same day: neither is a detail that the other side lacks.
                    result.explain(range(a.first, a.last + 1), range(b.first, b.last + 1))
                continue
            gap = pairing.same_gap(a.first, b.first)
            score = min(3, pairing.context((a.first, a.last), (b.first, b.last))) + max(0, gap - 1)
            score += 2 if how == "differ" and _one_day(pairing, a, b) else 0
            score += 1 if a.edge and a.edge == b.edge else 0
            score += 2 if how == "differ" and _one_month(pairing, a, b) else 0
            if how == "same":
                candidates.append((0, -score - (a_reports == b_reports), i, j))
            elif a_reports == b_reports and score >= _needed(a, b, gap):
                candidates.append((1 if how == "differ" else 2, -score, i, j))
    used_a: set[int] = set()
    used_b: set[int] = set()
    for order, _, i, j in sorted(
        candidates, key=lambda found: (found[0], found[1], found[2] + found[3], found[2])
    ):
        a, b = left[i][0], right[j][0]
        if order == 0:
            # One day may be named twice on one side: it agrees with both.
            if a.sort == "calendar" or _narrow(a) == _narrow(b):
                # An "evening" fits many clock times, and settles none.
                used_a.add(i)
                used_b.add(j)
            result.explain(range(a.first, a.last + 1), range(b.first, b.last + 1))
        elif i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            result.explain(range(a.first, a.last + 1), range(b.first, b.last + 1))
            spans = ((a.start, a.end), (b.start, b.end))
            if order == 2:
                reason = "one day only if the articles appeared on different days"
                result.findings.append(Finding("time", "minor", *spans, reason, True))
                continue
            reason = "another time" if a.sort == "clock" else "another date"
            result.findings.append(Finding("time", "major", *spans, reason, True))
    if pairing.sure:
        _lone_dates(pairing, result)
    return result


def _lone_dates(pairing: Pairing, result: Matches) -> None:
    """Report days, or months, of which each side has a single one and no counterpart for it."""
    for grain in ("day", "month"):
        lone = [
            [time for time in reading.times if time.sort == "calendar" and time.grain == grain]
            for reading in (pairing.a, pairing.b)
        ]
        if len(lone[0]) != 1 or len(lone[1]) != 1:
            continue
        (a,), (b,) = lone
        if pairing.a.tokens[a.last].possessive or pairing.b.tokens[b.last].possessive:
            # "Tuesday's rockfall" tells when that was, not when the rest happened.
            continue
        if (
            a.first in result.explained_a
            or b.first in result.explained_b
            or {a.edge, b.edge} == {"from", "until"}
        ):
            continue
        if _reports(a, pairing.a) != _reports(b, pairing.b) or compare_times(a, b) != "differ":
            continue
        result.explain(range(a.first, a.last + 1), range(b.first, b.last + 1))
        result.findings.append(
            Finding("time", "major", (a.start, a.end), (b.start, b.end), "another date", True)
        )
