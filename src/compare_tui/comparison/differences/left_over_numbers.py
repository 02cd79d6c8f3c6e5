"""Numbers that are the only ones left of their sort on each side of a sure link."""

from __future__ import annotations

from compare_tui.comparison.differences.lexicon import GENERIC_COUNTED, word_set
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.number_relations import (
    ALIKE,
    WORLDS_APART,
    finding_of,
    of_one_size,
    relation,
)
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.spelling import stem
from compare_tui.comparison.differences.units import same_unit
from compare_tui.comparison.differences.words import all_senses

GENERIC = frozenset(stem(word) for word in GENERIC_COUNTED)
"""Stems of nouns such as "people" that say little about what is counted."""
_LARGE_COUNT, _VERY_LARGE_COUNT = 20, 100
"""Two numbers that count different things are seldom both large and of one size."""
_FITTING = 0.8
_EXCHANGED = 0.4
"""Share of the larger of two sums of dollars, euros or pounds below which they cannot be one, exchanged."""
_THOSE = frozenset({"them", "whom", "those", "which"})
_SPANNING = word_set(
    "for after in within over during since past last next every by about until before under of"
)
"""Words that lead to a stretch of time in which something else happens."""
_NEARLY = word_set("barely nearly almost about around roughly some just only fully")
_LASTING = word_set("last lasts lasted lasting took takes taking")
"""Verbs that say how long a thing went on, as "for" does."""


def match_currencies(rest_a: list[Quantity], rest_b: list[Quantity], result: Matches) -> None:
    """Report the only sum of each side where they are of one size and in two currencies."""
    sums_a, sums_b = ([one for one in rest if one.unit.startswith("money")] for rest in (rest_a, rest_b))
    if len(sums_a) == len(sums_b) == 1 and sums_a[0].unit != sums_b[0].unit:
        a, b = sums_a[0], sums_b[0]
        if of_one_size(a, b, _EXCHANGED):
            result.explain(range(a.first, a.last + 1), range(b.first, b.last + 1))
            spans = ((a.start, a.end), (b.start, b.end))
            result.findings.append(Finding("number", "minor", *spans, "in two currencies", True))


def is_portion(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a number counts some of those who were named before: "22 of them"."""
    behind = [token.norm for token in reading.tokens[quantity.last + 1 : quantity.last + 3]]
    return len(behind) == 2 and behind[0] == "of" and behind[1] in _THOSE


def is_near(a: Quantity, b: Quantity) -> bool:
    """Tell whether two values that do not contradict each other are too near to be so by chance."""
    large = min(abs(a.value), abs(b.value)) >= _LARGE_COUNT
    return of_one_size(a, b, _FITTING) and (a.unit != "count" or large)


def match_left_over(
    pairing: Pairing, rest_a: list[Quantity], rest_b: list[Quantity], result: Matches
) -> None:
    """Pair the numbers that are the only ones left of their sort on each side of a sure link."""
    for a in rest_a:
        facing = [b for b in rest_b if same_unit(a.unit, b.unit)]
        alone = len(facing) == 1 and sum(same_unit(one.unit, a.unit) for one in rest_a) == 1
        if not alone:
            # Of several counts, two large ones that fit each other, or nearly do, are one.
            fitting = [b for b in facing if _fit(a, b)] or [b for b in facing if _alike(pairing, a, b)]
            if (
                len(fitting) != 1
                or sum(_fit(one, fitting[0]) or _alike(pairing, one, fitting[0]) for one in rest_a) != 1
            ):
                continue
            facing = fitting
        b = facing[0]
        how = relation(a, b)
        if a.role and b.role and a.role != b.role:
            continue
        lone_count = a.unit == "count" and not _fit(a, b)
        if (how == "different" or lone_count) and not _comparable(pairing, a, b):
            continue
        result.explain(
            range(a.first, noun_behind(pairing.a, a) + 1), range(b.first, noun_behind(pairing.b, b) + 1)
        )
        finding = finding_of(a, b, how)
        if finding is not None:
            result.findings.append(finding)


def _fit(a: Quantity, b: Quantity) -> bool:
    """Tell whether two large counts say nearly the same."""
    small, large = sorted((abs(a.value), abs(b.value)))
    return (
        a.unit == b.unit == "count"
        and small >= _LARGE_COUNT
        and (small >= _FITTING * large or "vague" in (a.manner, b.manner))
        and relation(a, b) in ("compatible", "rounded")
    )


def _alike(pairing: Pairing, a: Quantity, b: Quantity) -> bool:
    """Tell whether two large counts, one of which says no more than "of them", are of nearly one size."""
    exact = a.unit == b.unit == "count" and {a.manner, b.manner} <= {"exact", "about"}
    return exact and is_near(a, b) and (is_portion(pairing.a, a) or is_portion(pairing.b, b))


def _comparable(pairing: Pairing, a: Quantity, b: Quantity) -> bool:
    """Tell whether two lone numbers of one unit can be two values of one thing."""
    if a.unit in ("rank", "label"):
        return False
    small, large = sorted((abs(a.value), abs(b.value)))
    if a.unit == "count":
        nouns = all_senses(a.counted - GENERIC) & all_senses(b.counted - GENERIC)
        if nouns:
            return small >= WORLDS_APART * large
        named = not any(
            is_portion(reading, one) or not one.counted - GENERIC
            for reading, one in ((pairing.a, a), (pairing.b, b))
        )
        if named and small >= _VERY_LARGE_COUNT:
            # "1,200 jobs", "1,500 workers": neither side has another word for what the other one counts.
            named = bool(a.counted & pairing.b.content or b.counted & pairing.a.content)
        return small >= _LARGE_COUNT and small >= ALIKE * large and not named
    if a.unit == "percent":
        near = pairing.context((a.first, a.last), (b.first, b.last))
        return bool((near and small >= ALIKE * large) or near > 1 or pairing.same_gap(a.first, b.first))
    if a.unit == "duration":
        led = (_led(pairing.a, a), _led(pairing.b, b))
        return small >= ALIKE * large and (led[0] == led[1] != "" or _SPANNING.isdisjoint(led))
    if a.unit.startswith(("length", "area", "volume", "mass")):
        return small >= ALIKE * large
    return True


def _led(reading: Reading, quantity: Quantity) -> str:
    """Return the preposition that leads to a stretch of time: "after" in "after nine minutes"."""
    before = [token.norm for token in reading.tokens[max(0, quantity.first - 2) : quantity.first]]
    while before and before[-1] in _NEARLY:
        before.pop()
    return "for" if before and before[-1] in _LASTING else before[-1] if before else ""


def noun_behind(reading: Reading, quantity: Quantity) -> int:
    """Return the index of the counted noun directly behind the number, or of the number's last token."""
    following = quantity.last + 1
    if quantity.unit != "count" or following >= len(reading.tokens):
        return quantity.last
    if reading.tokens[following].stem not in quantity.counted:
        return quantity.last
    beyond = reading.tokens[following + 1] if following + 1 < len(reading.tokens) else None
    # "Six sharp cracks": what is counted stands further on.
    described = beyond is not None and beyond.content and beyond.stem in quantity.counted
    return quantity.last if described else following
