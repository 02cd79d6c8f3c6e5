"""Whether the terminal's background is light."""

from __future__ import annotations


def asks_for_light(colorfgbg: str) -> bool:
    """Return whether a terminal says that its background is light.

    Args:
        colorfgbg: The variable COLORFGBG, "foreground;background" as numbers of the 16 colours.
    """
    return colorfgbg.rpartition(";")[2] in ("7", "15")
