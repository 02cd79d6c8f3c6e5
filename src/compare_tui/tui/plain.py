"""Words for messages, made without knowing any screen."""

from __future__ import annotations

from compare_tui.article.clean import clean
from compare_tui.tui.signs import signs


def shortened(text: str) -> str:
    """Return a text for a message, cut behind 40 characters."""
    return text if len(text) <= 40 else text[:39].rstrip() + signs().ellipsis


def safe(text: str) -> str:
    """Return a text from outside for one row: cleaned, each run of blanks and line feeds one blank.

    Args:
        text: A name, a message or the like; articles and notes are cleaned when they are read.
    """
    return " ".join(clean(text).split())
