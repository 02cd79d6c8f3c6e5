"""Words of the program's own that every room needs."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """Return a number and its noun, e.g. "1 act" or "3 acts".

    Args:
        count: How many.
        noun: One of them; an "s" makes more of it.
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
