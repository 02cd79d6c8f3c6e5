"""Short messages, and the keys that they name."""

from __future__ import annotations

from textual.screen import Screen

from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.parts import safe


class Speaking(Screen[None]):
    """The part of the reading screen that tells the reader something."""

    def say(self, text: str) -> None:
        """Show a short message in place of the one before.

        Args:
            text: What to say; it is cleaned.
        """
        self.app.clear_notifications()
        self.app.notify(safe(text), timeout=3, markup=False)

    def key(self, action_id: str) -> str:
        """Return how the first key in effect of an action is shown."""
        return key_map_of(self.app).first(action_id)
