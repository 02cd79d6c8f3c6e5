"""The registry of actions with the keys in effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.tui.actions import ACTIONS, Action, find_action, footer_entries, key_label
from compare_tui.tui.review_actions import REVIEW_ACTIONS

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Key


class KeyMap(NamedTuple):
    """Which keys do what; made once at the start.

    Attributes:
        keys: The keys in effect by action id; an action that is missing has its default keys.
    """

    keys: Mapping[str, tuple[str, ...]] = {}

    def actions(self) -> Iterator[Action]:
        """Yield every action with its keys in effect, in the order of the registry."""
        return map(self._in_effect, ACTIONS)

    def review_actions(self) -> Iterator[Action]:
        """Yield likewise what is done over the list of a review."""
        return map(self._in_effect, REVIEW_ACTIONS)

    def _in_effect(self, action: Action) -> Action:
        keys = self.keys.get(action.id, action.keys)
        return action if keys == action.keys else action._replace(keys=keys)

    def footer_entries(self) -> Iterator[tuple[str, Action]]:
        """Yield what the footer may show: the keys together and the action."""
        return footer_entries({action.id: action for action in self.actions()})

    def first(self, action_id: str) -> str:
        """Return how the first key of an action is shown.

        Raises:
            KeyError: There is no such action.
        """
        return key_label(self.first_key(action_id))

    def first_key(self, action_id: str) -> str:
        """Return the name of the first key of an action.

        Raises:
            KeyError: There is no such action.
        """
        return self._keys_of(action_id)[0]

    def has(self, action_id: str, pressed: Key) -> bool:
        """Return whether a pressed key is one of an action's keys."""
        keys = self._keys_of(action_id)
        return pressed.key in keys or (pressed.is_printable and pressed.character in keys)

    def is_moved(self, action_id: str) -> bool:
        """Return whether an action has other keys than those of the registry."""
        return action_id in self.keys and self.keys[action_id] != KeyMap()._keys_of(action_id)

    def _keys_of(self, action_id: str) -> tuple[str, ...]:
        known = next((one.keys for one in REVIEW_ACTIONS if one.id == action_id), None)
        return self.keys.get(action_id, known or find_action(action_id).keys)

    @property
    def is_default(self) -> bool:
        """Whether all keys over the articles are those of the registry."""
        return all(self.keys.get(action.id, action.keys) == action.keys for action in ACTIONS)


DEFAULT_KEYS = KeyMap()
"""The keys of the registry."""


def key_map_of(app: App[object]) -> KeyMap:
    """Return the keys in effect in an app."""
    found = getattr(app, "key_map", DEFAULT_KEYS)
    return found if isinstance(found, KeyMap) else DEFAULT_KEYS
