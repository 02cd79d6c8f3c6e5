"""How lines and sentences end, in the scripts of many languages."""

from __future__ import annotations

CLOSING = "\"'”’»›)]}」』】）"
"""Marks that close a quotation or bracket behind a full stop."""

STOPS = ".!?…。！？؟۔।॥"
"""Marks that end a sentence."""


def last_mark(text: str) -> str:
    """Return the last character of ``text`` before its closing quotation marks and brackets, or ""."""
    return text.rstrip(CLOSING)[-1:]


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends with a full stop, a question mark or the like."""
    mark = last_mark(text)
    return mark != "" and mark in STOPS
