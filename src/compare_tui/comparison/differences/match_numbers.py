"""Numbers of two linked passages, set against each other."""

from __future__ import annotations

from compare_tui.comparison.differences.left_over_numbers import (
    GENERIC,
    is_near,
    is_portion,
    match_currencies,
    match_left_over,
    noun_behind,
)
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.name_matching import match_names
from compare_tui.comparison.differences.names import Name
from compare_tui.comparison.differences.number_relations import (
    ALIKE,
    UNMISTAKABLE,
    WORLDS_APART,
    finding_of,
    of_one_size,
    relation,
    slipped,
)
from compare_tui.comparison.differences.pairing import Pairing
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.words import all_senses

_BESIDE = 2
_ASIDE = frozenset({",", "(", "a", "an", "the", "is", "aged"})
"""What may stand between a name and the age of its bearer."""
_LEADING = frozenset({"from", "at", "of"})


def _score(pairing: Pairing, a: Quantity, b: Quantity, how: str) -> int | None:
    """Return how surely both count the same thing; None where they cannot."""
    if a.role and b.role and a.role != b.role:
        return None
    if how == "different" and a.unit == b.unit == "age" and not _of_one_person(pairing, a, b):
        return None
    if how == "equal" and a.unit != b.unit and abs(a.value) >= UNMISTAKABLE:
        return 0
    gap = pairing.same_gap(a.first, b.first)
    score = max(0, gap - 1) + (3 if a.role and a.role == b.role else 0)
    if how == "different" and not (slipped(a, b) or of_one_size(a, b, WORLDS_APART)):
        return None
    if slipped(a, b) or (is_portion(pairing.a, a) and is_portion(pairing.b, b) and of_one_size(a, b, ALIKE)):
        return score + 3 + min(3, pairing.context((a.first, a.last), (b.first, b.last)))
    if a.unit in ("count", "rank", "label"):
        if all_senses(a.counted - GENERIC) & all_senses(b.counted - GENERIC):
            score += 3 if a.unit != "count" else 2
        elif a.unit != "count":
            return None
        elif a.counted & GENERIC and b.counted & GENERIC:
            score += 1
        elif (
            a.counted - GENERIC
            and b.counted - GENERIC
            and gap < 3
            and not (a.counted | b.counted) & GENERIC
            and not (a.role and a.role == b.role)
            and pairing.a.english
        ):
            return None
        score += _alone(pairing.a, a) and _alone(pairing.b, b)
    else:
        score += 1 + (a.factor == b.factor and _alone(pairing.a, a) and _led_alike(pairing, a, b))
    return score + min(3, pairing.context((a.first, a.last), (b.first, b.last)))


def _of_one_person(pairing: Pairing, a: Quantity, b: Quantity) -> bool:
    """Tell whether two ages can be one person's: not where each stands beside another name."""
    x, y = _bearer(pairing.a, a), _bearer(pairing.b, b)
    return x is None or y is None or match_names(x, y) is not None


def _bearer(reading: Reading, age: Quantity) -> Name | None:
    """Return the name that an age stands directly beside: "Ida Hall, 46", "46-year-old Ida Hall"."""
    for name in reading.names:
        before = name.last < age.first
        between = range(name.last + 1, age.first) if before else range(age.last + 1, name.first)
        near = len(between) <= _BESIDE and all(reading.tokens[n].norm in _ASIDE for n in between)
        if near and name.category != "place":
            return name
    return None


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
            if how in ("compatible", "rounded") and is_near(a, b):
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
        result.explain(
            range(a.first, noun_behind(pairing.a, a) + 1), range(b.first, noun_behind(pairing.b, b) + 1)
        )
        finding = finding_of(a, b, how)
        if finding is not None:
            result.findings.append(finding)
    if pairing.sure:
        rest_a = [one for i, one in enumerate(left) if i not in used_a]
        rest_b = [one for j, one in enumerate(right) if j not in used_b]
        match_left_over(pairing, rest_a, rest_b, result)
        match_currencies(rest_a, rest_b, result)
    return result


def _answered(pairing: Pairing, a: Quantity, b: Quantity) -> bool:
    """Tell whether the other side has the very value of one of two counts that differ."""
    return any(
        one.value == value and one.unit == "count" and one.manner == "exact"
        for value, reading in ((a.value, pairing.b), (b.value, pairing.a))
        for one in reading.quantities
    )
