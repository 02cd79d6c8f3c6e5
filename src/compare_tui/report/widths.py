"""How wide text is where every character takes one column or two."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Return the columns of a text: none for combining characters, two for wide ones (UAX 11)."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
