"""Saying what was meant, in one safe line."""

from __future__ import annotations

from collections.abc import Iterable

from compare_tui.article.clean import clean

LONGEST_QUOTED = 40
"""Characters of a text from outside that a message shows."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean …?" with the nearest known word, or nothing where none is near."""
    from difflib import get_close_matches

    found = get_close_matches(word[:LONGEST_QUOTED], list(known), n=1)
    return f"; did you mean {found[0]}?" if found else ""


def quoted(text: str) -> str:
    """Return a text from outside for a message, in quotation marks."""
    return f'"{shortened(text)}"'


def shortened(text: str) -> str:
    """Return a text from outside for a message: one line, clean and short."""
    shown = "".join(map(_seen, clean(text[: LONGEST_QUOTED + 1], lines=False)))
    return f"{shown[:LONGEST_QUOTED]}…" if len(shown) > LONGEST_QUOTED else shown


def _seen(character: str) -> str:
    """Return a character, or a sign in place of one that this Unicode does not know."""
    return character if character.isprintable() else " " if character.isspace() else "\ufffd"
