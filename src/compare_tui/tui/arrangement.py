"""Where the parts of the reading screen stand, for any size of the terminal."""

from __future__ import annotations

from typing import NamedTuple

from compare_tui.tui.pairs import Side, other

SIDE_BY_SIDE = 100
"""From this many columns on the articles stand side by side."""

TWO_STACKED = 20
"""From this many rows on both articles are seen when stacked; below, only the one that is read."""

INSPECTOR_SHARE = 0.28
"""Part of the height that the inspector takes."""

LARGE_INSPECTOR_SHARE = 0.55
"""Part of the height that it takes when it has been made larger."""


class Box(NamedTuple):
    """A rectangle of the screen, in cells."""

    x: int
    y: int
    width: int
    height: int


def is_stacked(width: int) -> bool:
    """Return whether the articles stand one above the other at this width."""
    return width < SIDE_BY_SIDE


def arrange(
    width: int, height: int, front: Side, view: str = "reading", *, large_inspector: bool = False
) -> dict[str, Box]:
    """Return the box of each part that is shown, by its name.

    Args:
        width: Columns of the terminal.
        height: Rows of the terminal.
        front: The article that is read; it stands on top when stacked.
        view: The view that fills the room of the articles.
        large_inspector: Whether the inspector takes more room than usual.
    """
    boxes: dict[str, Box] = {}
    keys = 1 if height > 2 else 0
    small = is_stacked(width) and height < TWO_STACKED
    if large_inspector:
        inspector = round(height * LARGE_INSPECTOR_SHARE)
    else:
        inspector = min(3, max(0, height - 6)) if small else min(max(round(height * INSPECTOR_SHARE), 5), 16)
    inspector = min(inspector, max(0, height - keys - 2))
    room = height - keys - inspector
    if view != "reading":
        headed = view == "aligned" and room > 3 and not is_stacked(width)
        if headed:
            left = (width - 3) // 2
            boxes["header-a"] = Box(0, 0, left, 1)
            boxes["header-band"] = Box(left, 0, 3, 1)
            boxes["header-b"] = Box(left + 3, 0, width - left - 3, 1)
        boxes[view] = Box(0, int(headed), width, room - headed)
    elif not is_stacked(width):
        band = 7 if width >= 116 else 5
        left = (width - band + 1) // 2
        right = width - band - left
        boxes["header-a"] = Box(0, 0, left, 1)
        boxes["header-b"] = Box(left + band, 0, right, 1)
        boxes["header-band"] = Box(left, 0, band, 1)
        boxes["strip-a"] = Box(0, 1, 1, room - 1)
        boxes["pane-a"] = Box(1, 1, left - 1, room - 1)
        boxes["band"] = Box(left, 1, band, room - 1)
        boxes["pane-b"] = Box(left + band, 1, right - 1, room - 1)
        boxes["strip-b"] = Box(width - 1, 1, 1, room - 1)
    elif small:
        boxes[f"header-{front}"] = Box(0, 0, width, 1)
        boxes[f"pane-{front}"] = Box(0, 1, width - 1, room - 1)
        boxes[f"strip-{front}"] = Box(width - 1, 1, 1, room - 1)
    else:
        lower = max(3, (room - 2) * 2 // 5)
        upper = room - 2 - lower
        back = other(front)
        boxes[f"header-{front}"] = Box(0, 0, width, 1)
        boxes[f"pane-{front}"] = Box(0, 1, width - 1, upper)
        boxes[f"strip-{front}"] = Box(width - 1, 1, 1, upper)
        boxes[f"header-{back}"] = Box(0, upper + 1, width, 1)
        boxes[f"pane-{back}"] = Box(0, upper + 2, width - 1, lower)
        boxes[f"strip-{back}"] = Box(width - 1, upper + 2, 1, lower)
    boxes["inspector"] = Box(0, room, width, inspector)
    if keys:
        boxes["keys"] = Box(0, height - 1, width, 1)
    return boxes
