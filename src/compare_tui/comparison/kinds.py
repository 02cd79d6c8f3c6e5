"""The words in which a comparison speaks of links and differences; known before there are any."""

from __future__ import annotations

from typing import Literal

Strength = Literal["confident", "possible"]
Order = Literal["in order", "moved"]
Kind = Literal[
    "number",
    "time",
    "place",
    "who",
    "event",
    "certainty",
    "quote",
    "attribution",
    "omission",
    "wording",
    "style",
]
Severity = Literal["major", "minor", "style"]
