"""Numbers of two linked passages, set against each other."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from compare_tui.comparison.differences.lexicon import GENERIC_COUNTED, word_set
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.spelling import stem
from compare_tui.comparison.differences.units import same_unit
from compare_tui.comparison.differences.words import all_senses

_GENERIC = frozenset(stem(word) for word in GENERIC_COUNTED)
_CONVERSION_TOLERANCE = 0.06
_REASONS = {
    "percent": "another percentage",
    "age": "another age",
    "score": "another score",
    "duration": "another duration",
    "rank": "another rank",
    "count": "another number",
    "label": "another number",
}
_LARGE_COUNT, _VERY_LARGE_COUNT, _ALIKE = 20, 100, 0.4
"""Two numbers that count different things are seldom both large and of one size."""
_FITTING = 0.8
_JUST_AS_MUCH = 0.95
_WORLDS_APART = 0.05
"""Share of the larger value below which two values are no two reports of one."""
_UNMISTAKABLE = 1000
_HALF = 0.5
_LEADING = frozenset({"from", "at", "of"})
_THOSE = frozenset({"them", "whom", "those", "which"})
_SPANNING = word_set(
    "for after in within over during since past last next every by about until before under of"
)
"""Words that lead to a stretch of time in which something else happens."""

_MANNERS = {
    "vague": "vague",
    "about": "approximate",
    "least": "a lower bound",
    "most": "an upper bound",
    "range": "a range",
}


@dataclass(slots=True)
class Matches:
    """What one comparison found, and which tokens need no further explanation."""

    findings: list[Finding] = field(default_factory=list)
    explained_a: set[int] = field(default_factory=set)
    explained_b: set[int] = field(default_factory=set)

    def explain(self, a: range, b: range) -> None:
        """Mark tokens of both sides as accounted for."""
        self.explained_a.update(a)
        self.explained_b.update(b)


def relation(a: Quantity, b: Quantity) -> str:
    """Return ``equal``, ``compatible``, ``rounded``, ``different``, or ``apart`` where the units differ."""
    if not same_unit(a.unit, b.unit):
        return "equal" if _unit_left_out(a, b) else "apart"
    scale = max(abs(a.value), abs(b.value), 1e-9)
    near = abs(a.value - b.value) <= 1e-6 * scale and (a.unit != "score" or a.low == b.low)
    if a.unit == "score":
        return "equal" if near else "different"
    converted = a.factor != b.factor and abs(a.value - b.value) <= _CONVERSION_TOLERANCE * scale
    if a.manner == b.manner:
        if near or converted or a.manner == "vague":
            return "equal" if near or converted or _overlap(a, b) else "different"
        if a.manner in ("about", "range") and _overlap(a, b):
            return "equal" if a.manner == "about" else "compatible"
        if a.manner == "exact" and _rounded(a, b):
            return "rounded"
        return "different"
    if near and {a.manner, b.manner} == {"about", "exact"}:
        return "compatible"
    return "compatible" if _overlap(a, b) else "different"


def _unit_left_out(a: Quantity, b: Quantity) -> bool:
    """Tell whether one side only leaves out the currency: "€180m", "the 180 million"."""
    small, large = sorted((a.value, b.value))
    units = sorted((a.unit, b.unit), key=lambda unit: unit != "count")
    money = units[0] == "count" and units[1].startswith("money")
    return money and small >= _UNMISTAKABLE and large - small <= 1e-6 * large


def _overlap(a: Quantity, b: Quantity) -> bool:
    return a.low <= b.high * (1 + 1e-9) and b.low <= a.high * (1 + 1e-9)


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Tell whether one value is the other one rounded to two or more digits."""
    if a.unit in ("age", "rank", "label", "score"):
        return False
    if a.unit == "percent" and {a.value % 1 == 0, b.value % 1 == 0} == {True, False}:
        # Shares are commonly given in whole per cents, however small.
        fine, coarse = sorted((a.value, b.value), key=lambda value: value % 1 == 0)
        return coarse >= 1 and abs(fine - coarse) <= _HALF
    for fine, coarse in ((a.value / a.factor, b.value / b.factor), (b.value / b.factor, a.value / a.factor)):
        if coarse <= 0 or fine <= 0 or not math.isfinite(fine + coarse):
            continue
        size = math.floor(math.log10(coarse))
        for digits in (2, 3, 4):
            step = 10.0 ** (size + 1 - digits)
            whole = abs(coarse / step - round(coarse / step)) < 1e-6
            exact_fine = abs(fine / step - round(fine / step)) < 1e-6
            if whole and not exact_fine and abs(round(fine / step) * step - coarse) < 1e-6 * coarse:
                return True
    return False


def _score(pairing: Pairing, a: Quantity, b: Quantity, how: str) -> int | None:
    """Return how surely both count the same thing; None where they cannot."""
    if a.role and b.role and a.role != b.role:
        return None
    if how == "equal" and a.unit != b.unit and abs(a.value) >= _UNMISTAKABLE:
        return 0
    gap = pairing.same_gap(a.first, b.first)
    score = max(0, gap - 1) + (3 if a.role and a.role == b.role else 0)
    if how == "different" and not (slipped(a, b) or _of_one_size(a, b, _WORLDS_APART)):
        return None
    if slipped(a, b) or (_portion(pairing.a, a) and _portion(pairing.b, b) and _of_one_size(a, b, _ALIKE)):
        return score + 3 + min(3, pairing.context((a.first, a.last), (b.first, b.last)))
    if a.unit in ("count", "rank", "label"):
        if all_senses(a.counted - _GENERIC) & all_senses(b.counted - _GENERIC):
            score += 3 if a.unit != "count" else 2
        elif a.unit != "count":
            return None
        elif a.counted & _GENERIC and b.counted & _GENERIC:
            score += 1
        elif (
            a.counted - _GENERIC
            and b.counted - _GENERIC
            and gap < 3
            and not (a.counted | b.counted) & _GENERIC
            and not (a.role and a.role == b.role)
            and pairing.a.english
        ):
            return None
        score += _alone(pairing.a, a) and _alone(pairing.b, b)
    else:
        score += 1 + (a.factor == b.factor and _alone(pairing.a, a) and _led_alike(pairing, a, b))
    return score + min(3, pairing.context((a.first, a.last), (b.first, b.last)))


def slipped(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures look like one that somebody mistyped: digits swapped, a nought too many.

    Short counts are left out: 16 and 61 may well count different things.
    """
    if not same_unit(a.unit, b.unit) or a.unit in ("rank", "label", "score") or a.value == b.value:
        return False
    if not {a.manner, b.manner} <= {"exact", "about"}:
        return False
    digits = [f"{abs(one.value / one.factor):.12f}".replace(".", "").strip("0") for one in (a, b)]
    large = min(abs(a.value), abs(b.value)) >= _UNMISTAKABLE
    if len(digits[0]) < (2 if large or a.unit != "count" else 3):
        return False
    return digits[0] == digits[1] or (large and sorted(digits[0]) == sorted(digits[1]))


def _led_alike(pairing: Pairing, a: Quantity, b: Quantity) -> bool:
    """Tell whether one preposition leads to both: "from 25 yards", "from fully 30 yards"."""
    if not a.unit.startswith(("length", "speed")) or not _alone(pairing.b, b):
        return False
    near_a, near_b = (
        {token.norm for token in reading.tokens[max(0, quantity.first - 2) : quantity.first]}
        for reading, quantity in ((pairing.a, a), (pairing.b, b))
    )
    return bool(near_a & near_b & _LEADING)


def _reckoned(reading: Reading, duration: Quantity) -> str:
    """Return the word behind a stretch of time that tells from where it is reckoned."""
    following = duration.last + 1
    norm = reading.tokens[following].norm if following < len(reading.tokens) else ""
    return norm if norm in ("since", "ago", "after", "before", "later", "earlier") else ""


def _alone(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether the passage holds no other number of this unit."""
    return sum(other.unit == quantity.unit for other in reading.quantities) == 1


def match_quantities(pairing: Pairing) -> Matches:
    """Pair the numbers that count the same thing, and report those that differ."""
    result = Matches()
    candidates: list[tuple[int, int, int, int, str]] = []
    left, right = pairing.a.quantities, pairing.b.quantities
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            how = relation(a, b)
            if how == "compatible" and slipped(a, b):
                how = "different"
            score = None if how == "apart" else _score(pairing, a, b, how)
            if score is None:
                continue
            needed = {"equal": 0, "compatible": 2, "rounded": 2}.get(how, 5 if a.unit == "rank" else 3)
            if how == "different" and a.unit not in ("count", "rank", "label"):
                needed = 2
            if how == "different" and a.unit == "duration":
                needed = 3 if _reckoned(pairing.a, a) == _reckoned(pairing.b, b) else 5
            replaced = pairing.same_gap(a.first, b.first) == 3
            if how == "different" and a.unit == "count" and not replaced and _answered(pairing, a, b):
                continue
            score += how == "compatible"
            if how in ("compatible", "rounded") and _near(a, b):
                needed = 1
            if score >= needed:
                order = {"equal": 0, "rounded": 1, "compatible": 2}.get(how, 3)
                if how == "compatible" and abs(a.value - b.value) <= 1e-6 * max(abs(a.value), abs(b.value)):
                    order = 1
                # Values that agree are taken out first, then the best context decides.
                candidates.append((order if order < 2 else 2, -score, i, j, how))
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, _, i, j, how in sorted(
        candidates, key=lambda found: (found[0], found[1], found[2] + found[3], found[2])
    ):
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        a, b = left[i], right[j]
        result.explain(range(a.first, _noun(pairing.a, a) + 1), range(b.first, _noun(pairing.b, b) + 1))
        finding = _finding(a, b, how)
        if finding is not None:
            result.findings.append(finding)
    if pairing.sure:
        _left_over(
            pairing,
            [one for i, one in enumerate(left) if i not in used_a],
            [one for j, one in enumerate(right) if j not in used_b],
            result,
        )
    return result


def _portion(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a number counts some of those who were named before: "22 of them"."""
    behind = [token.norm for token in reading.tokens[quantity.last + 1 : quantity.last + 3]]
    return len(behind) == 2 and behind[0] == "of" and behind[1] in _THOSE


def _near(a: Quantity, b: Quantity) -> bool:
    """Tell whether two values that do not contradict each other are too near to be so by chance."""
    large = min(abs(a.value), abs(b.value)) >= _LARGE_COUNT
    return _of_one_size(a, b, _FITTING) and (a.unit != "count" or large)


def _of_one_size(a: Quantity, b: Quantity, share: float) -> bool:
    """Tell whether the smaller of two values is at least this share of the larger one."""
    small, large = sorted((abs(a.value), abs(b.value)))
    return small >= share * large


def _answered(pairing: Pairing, a: Quantity, b: Quantity) -> bool:
    """Tell whether the other side has the very value of one of two counts that differ."""
    return any(
        one.value == value and one.unit == "count" and one.manner == "exact"
        for value, reading in ((a.value, pairing.b), (b.value, pairing.a))
        for one in reading.quantities
    )


def _left_over(pairing: Pairing, rest_a: list[Quantity], rest_b: list[Quantity], result: Matches) -> None:
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
        result.explain(range(a.first, _noun(pairing.a, a) + 1), range(b.first, _noun(pairing.b, b) + 1))
        finding = _finding(a, b, how)
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
    return exact and _near(a, b) and (_portion(pairing.a, a) or _portion(pairing.b, b))


def _comparable(pairing: Pairing, a: Quantity, b: Quantity) -> bool:
    """Tell whether two lone numbers of one unit can be two values of one thing."""
    if a.unit in ("rank", "label"):
        return False
    small, large = sorted((abs(a.value), abs(b.value)))
    if a.unit == "count":
        nouns = all_senses(a.counted - _GENERIC) & all_senses(b.counted - _GENERIC)
        if nouns:
            return True
        named = not any(
            _portion(reading, one) or not one.counted - _GENERIC
            for reading, one in ((pairing.a, a), (pairing.b, b))
        )
        if named and small >= _VERY_LARGE_COUNT:
            # "1,200 jobs", "1,500 workers": neither side has another word for what the other one counts.
            named = bool(a.counted & pairing.b.content or b.counted & pairing.a.content)
        return small >= _LARGE_COUNT and small >= _ALIKE * large and not named
    if a.unit == "percent":
        near = pairing.context((a.first, a.last), (b.first, b.last))
        return bool((near and small >= _ALIKE * large) or near > 1 or pairing.same_gap(a.first, b.first))
    if a.unit == "duration":
        led = (_led(pairing.a, a), _led(pairing.b, b))
        return small >= _ALIKE * large and (led[0] == led[1] != "" or _SPANNING.isdisjoint(led))
    if a.unit.startswith(("length", "area", "volume", "mass")):
        return small >= _ALIKE * large
    return True


def _led(reading: Reading, quantity: Quantity) -> str:
    """Return the preposition that leads to a stretch of time: "after" in "after nine minutes"."""
    return reading.tokens[quantity.first - 1].norm if quantity.first else ""


def _noun(reading: Reading, quantity: Quantity) -> int:
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


def _finding(a: Quantity, b: Quantity, how: str) -> Finding | None:
    loose = {"about", "vague"} & {a.manner, b.manner}
    most = {a.manner, b.manner} == {"about", "most"} and not _of_one_size(a, b, _JUST_AS_MUCH)
    if how in ("equal", "rounded") or (how == "compatible" and loose and not most):
        # A rounded or vague value that contains the exact one says the same.
        return None
    kind = "time" if a.unit == "duration" else "number"
    spans = ((a.start, a.end), (b.start, b.end))
    if how == "different":
        reason = _REASONS.get(
            a.unit, "another amount of money" if a.unit.startswith("money") else "another measure"
        )
        return Finding(kind, "major", *spans, reason, True)  # type: ignore[arg-type]
    if a.manner == "exact":
        reason = f"exact in {{a}}, {_MANNERS[b.manner]} in {{b}}"
    elif b.manner == "exact":
        reason = f"{_MANNERS[a.manner]} in {{a}}, exact in {{b}}"
    else:
        reason = f"{_MANNERS[a.manner]} in {{a}}, {_MANNERS[b.manner]} in {{b}}"
    return Finding(kind, "minor", *spans, reason, True)  # type: ignore[arg-type]
