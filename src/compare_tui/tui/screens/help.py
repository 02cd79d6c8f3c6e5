"""All keys, grouped."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.binding import Binding, BindingType

from compare_tui.tui.actions import ACTIONS, Action, key_label
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.screens.dialog import ScrollingDialog
from compare_tui.tui.signs import UNICODE

_SIGNS: tuple[tuple[str, str], ...] = (
    (UNICODE.linked, "linked: both articles say it"),
    (UNICODE.moved, "linked, at another place in the order"),
    ("blank", "a possible link only"),
    (UNICODE.only_here, "only this article says it"),
    (UNICODE.furniture, "furniture: credits, related links, addresses"),
    (UNICODE.more, "more counterparts: enter shows the next"),
    (UNICODE.annotated, "tagged; a letter is the tag"),
)


class HelpScreen(ScrollingDialog[None]):
    """Lists the keys that work, and what the signs mean."""

    WIDTH = 74
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,escape,f1", "dismiss", show=False),
    ]

    def __init__(self, look: Look, keys: dict[str, tuple[str, ...]] | None = None) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            keys: The keys in effect by action id; those of the registry where it says nothing.
        """
        super().__init__(look)
        self._keys = keys or {}

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the keys by group, then the signs."""
        key_width = 25 if width > 60 else 23
        rows: list[list[Part]] = [[("Keys", "accent-strong"), ("   ↑ ↓ scroll   q closes", "muted")]]
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            rows += [[], [(group, "strong")]]
            for action in actions:
                keys = "  ".join(key_label(key) for key in self.keys_of(action))
                rows.append([(f"  {keys}".ljust(key_width), "accent"), (action.description, "text")])
        rows += [[], [("Signs before a passage", "strong")]]
        rows += [[(f"  {sign}".ljust(key_width), "accent"), (meaning, "text")] for sign, meaning in _SIGNS]
        return rows

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """Return the keys in effect for an action."""
        return self._keys.get(action.id, action.keys)
