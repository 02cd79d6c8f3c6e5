"""All keys, grouped."""

from __future__ import annotations

from itertools import groupby

from compare_tui.tui.actions import key_label
from compare_tui.tui.key_map import KeyMap, key_map_of
from compare_tui.tui.parts import Part
from compare_tui.tui.screens.dialog import ScrollingDialog, scroll_hint
from compare_tui.tui.signs import signs


def _sign_rows(key_map: KeyMap) -> tuple[tuple[str, str], ...]:
    """Return the signs and what each means."""
    return (
        (signs().linked, "linked: both articles say it"),
        (signs().moved, "linked, at another place in the order"),
        ("blank", "a possible link only"),
        (signs().only_here, "only this article says it"),
        (signs().furniture, "furniture: credits, related links, addresses"),
        (signs().more, f"more counterparts: {key_map.first('next_counterpart')} shows the next"),
        (signs().annotated, "tagged; a letter is the tag"),
    )


class HelpScreen(ScrollingDialog[None]):
    """Lists the keys that work, and what the signs mean."""

    WIDTH = 74
    CLOSED_BY = ("help", "quit")

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the keys by group, then the signs."""
        key_map = key_map_of(self.app)
        key_width = 25 if width > 60 else 23
        rows: list[list[Part]] = [[("Keys", "accent-strong"), scroll_hint()]]
        for group, actions in groupby(key_map.actions(), key=lambda action: action.group):
            rows += [[], [(group, "strong")]]
            for action in actions:
                keys = "  ".join(key_label(key) for key in action.keys)
                rows.append([(f"  {keys} ".ljust(key_width), "accent"), (action.description, "text")])
        rows += [[], [("Signs before a passage", "strong")]]
        rows += [
            [(f"  {sign}".ljust(key_width), "accent"), (meaning, "text")]
            for sign, meaning in _sign_rows(key_map)
        ]
        return rows
