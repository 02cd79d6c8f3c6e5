"""How two numbers go together: equal, compatible, rounded, different; and what is reported of them."""

from __future__ import annotations

import math

from compare_tui.comparison.differences.pairing import Finding
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.units import same_unit

UNMISTAKABLE = 1000
ALIKE = 0.4
"""Share of the larger value above which two values are of one size."""
WORLDS_APART = 0.05
"""Share of the larger value below which two values are no two reports of one."""
_CONVERSION_TOLERANCE = 0.06
_JUST_AS_MUCH = 0.95
_HALF = 0.5
_MANY = 20
_REASONS = {
    "percent": "another percentage",
    "age": "another age",
    "score": "another score",
    "duration": "another duration",
    "rank": "another rank",
    "count": "another number",
    "label": "another number",
}
_MANNERS = {
    "vague": "vague",
    "about": "approximate",
    "least": "a lower bound",
    "most": "an upper bound",
    "range": "a range",
}


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
        if (
            {a.unit, b.unit} == {"count"}
            and a.manner in ("least", "most")
            and abs(a.value - b.value) <= 1 < _MANY <= a.value
        ):
            # "More than 70" and "at least 71" are one bound.
            return "equal"
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
    return money and small >= UNMISTAKABLE and large - small <= 1e-6 * large


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


def slipped(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures look like one that somebody mistyped: digits swapped, a nought too many.

    Short counts are left out: 16 and 61 may well count different things.
    """
    if not same_unit(a.unit, b.unit) or a.unit in ("rank", "label", "score") or a.value == b.value:
        return False
    if not {a.manner, b.manner} <= {"exact", "about"}:
        return False
    digits = [f"{abs(one.value / one.factor):.12f}".replace(".", "").strip("0") for one in (a, b)]
    large = min(abs(a.value), abs(b.value)) >= UNMISTAKABLE
    if len(digits[0]) < (2 if large or a.unit != "count" else 3):
        return False
    return digits[0] == digits[1] or (large and sorted(digits[0]) == sorted(digits[1]))


def of_one_size(a: Quantity, b: Quantity, share: float) -> bool:
    """Tell whether the smaller of two values is at least this share of the larger one."""
    small, large = sorted((abs(a.value), abs(b.value)))
    return small >= share * large


def finding_of(a: Quantity, b: Quantity, how: str) -> Finding | None:
    """Return what is reported of two numbers of one thing; None where they say the same.

    Args:
        a: The number of A.
        b: That of B.
        how: What ``relation`` says of them.
    """
    loose = {"about", "vague"} & {a.manner, b.manner}
    most = {a.manner, b.manner} == {"about", "most"} and not of_one_size(a, b, _JUST_AS_MUCH)
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
