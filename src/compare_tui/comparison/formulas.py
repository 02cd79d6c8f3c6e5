"""The formula at an end of a sentence that names its source, and says nothing about its subject."""

from __future__ import annotations

import re

_SAID = (
    r"(?:said|says|say|told|announced|reported|reports|added|stated|noted|confirmed|declared|claimed|wrote"
    r"|writes)"
)
_BEHIND = rf"[,”\"]\s+(?:[^,.;:“”\"]{{1,60}}\s)?(?:{_SAID}|according to)\b[^,;“”\"]{{0,60}}[.”\"]*$"
# In front only what says when or in what form it was said is a formula; a bare "the president said" tells
# whose words they are, and often whom the sentence is about.
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_IN_FRONT = (
    rf"(?:[^,.;:“”\"]{{1,60}}\s)?{_SAID}\s(?:on\s)?(?:{_DAY}|in a (?:written )?(?:statement|report|release))"
    rf"(?:\s(?:on\s)?{_DAY})?\s(?:that\s)?"
)

_SAYING = (
    "said",
    "say",
    "told",
    "announce",
    "report",
    "added",
    "stated",
    "noted",
    "confirmed",
    "declared",
    "claimed",
    "wr",
    "according",
)
"""Parts of the words of a formula; most sentences have none, and need not be searched."""

_SHORTEST_CLAIM = 25
"""Characters that must stand before a formula; a shorter sentence is nothing but formula."""

_LONGEST_FORMULA = 160


def split_formula(text: str) -> tuple[str, str]:
    """Part a sentence into what it claims and the formula that names the source.

    The formula stands behind the claim (", the ministry said on Monday.") or in front of it ("The ministry
    said Monday that …").
    """
    for word in _SAYING:
        if word in text:
            break
    else:
        return text, ""
    floor = max(_SHORTEST_CLAIM, len(text) - _LONGEST_FORMULA)
    if found := re.compile(_BEHIND).search(text, floor):
        return text[: found.start()], text[found.start() :]
    front = re.match(_IN_FRONT, text)
    if front and len(text) - front.end() >= _SHORTEST_CLAIM:
        return text[front.end() :], text[: front.end()]
    return text, ""
