"""What the filters of all tables have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

_Option = TypeVar("_Option")


def following(options: Sequence[_Option], chosen: _Option) -> _Option:
    """Return the option behind the chosen one; the first one behind the last."""
    return options[(options.index(chosen) + 1) % len(options)]


def following_or_all(present: Sequence[_Option], chosen: _Option | None) -> _Option | None:
    """Return the value behind the chosen one among those that occur; None, for all, behind the last one.

    Args:
        present: The values that occur, in order.
        chosen: The one that is shown alone; None for all.
    """
    if chosen not in present:
        return present[0] if present else None
    at = present.index(chosen) + 1
    return present[at] if at < len(present) else None


def holds(texts: Iterable[str], wanted: str) -> bool:
    """Tell whether one of some texts holds another; case and runs of blanks do not count."""
    folded = wanted.casefold()
    return any(folded in " ".join(text.split()).casefold() for text in texts)
