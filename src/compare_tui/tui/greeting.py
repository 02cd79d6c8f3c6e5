"""What somebody is told who starts the program for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare_tui.tui.parts import Part

if TYPE_CHECKING:
    from compare_tui.tui.key_map import KeyMap


def greeting(key_map: KeyMap) -> list[list[Part]]:
    """Return three rows: how to move, how to find and tag differences, where the help is.

    Args:
        key_map: The keys in effect.
    """
    first = key_map.first
    told: tuple[tuple[str, tuple[str, ...]], ...] = (
        (
            f"{first('next_passage')} {first('previous_passage')}",
            ("from passage to passage, ", "other_side", " to the other article"),
        ),
        (
            f"{first('previous_difference')} {first('next_difference')}",
            ("from difference to difference, ", "tag", " and a letter tags it"),
        ),
        (first("help"), ("shows every key, ", "quit", " leaves; any key takes this away")),
    )
    width = max(len(keys) for keys, _ in told)
    return [
        [
            (keys.ljust(width + 2), "accent-strong"),
            (before, "text"),
            (first(action), "accent-strong"),
            (after, "text"),
        ]
        for keys, (before, action, after) in told
    ]
