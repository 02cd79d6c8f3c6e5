"""The formula at the end of a sentence that names its source, and says nothing about its subject."""

from __future__ import annotations

import re

_FORMULA = re.compile(
    r"[,”\"]\s+(?:[^,.;:“”\"]{1,60}\s)?"
    r"(?:said|says|say|told|announced|reported|reports|added|stated|noted|confirmed|declared|claimed|wrote"
    r"|writes|according to)\b[^,;“”\"]{0,60}[.”\"]*$"
)

_SHORTEST_CLAIM = 25
"""Characters that must stand before a formula; a shorter sentence is nothing but formula."""

_LONGEST_FORMULA = 160


def split_formula(text: str) -> tuple[str, str]:
    """Part a sentence into what it claims and the formula behind it: ", the ministry said on Monday."."""
    floor = max(_SHORTEST_CLAIM, len(text) - _LONGEST_FORMULA)
    found = _FORMULA.search(text, floor)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")
