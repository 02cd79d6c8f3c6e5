"""The registry of actions as the command palette sees it."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from compare_tui.tui.actions import Action, key_label
from compare_tui.tui.key_map import key_map_of

KEYS_COLUMN = 34
"""Where the keys stand behind the description, in cells."""


class ActionCommands(Provider):
    """Offers every action with its key."""

    async def discover(self) -> Hits:
        """Yield every action."""
        for action in key_map_of(self.app).actions():
            if action.id != "palette":
                yield DiscoveryHit(
                    _shown(action), partial(self.screen.run_action, action.id), text=action.description
                )

    async def search(self, query: str) -> Hits:
        """Yield the actions whose description or group matches.

        Args:
            query: What was typed.
        """
        matcher = self.matcher(query)
        for action in key_map_of(self.app).actions():
            score = max(
                matcher.match(action.description), matcher.match(f"{action.group} {action.description}")
            )
            if score > 0 and action.id != "palette":
                run = partial(self.screen.run_action, action.id)
                yield Hit(score, _shown(action), run, text=action.description)


def _shown(action: Action) -> Content:
    keys = ", ".join(key_label(key) for key in action.keys)
    text = action.description[:1].upper() + action.description[1:]
    return Content.assemble((text.ljust(KEYS_COLUMN), ""), (keys, "$text-muted"))
