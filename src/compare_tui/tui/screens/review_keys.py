"""Keys that a dialog shares with the reading screen, as the key map in effect has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType

from compare_tui.settings.key_names import binding_key, key_name
from compare_tui.tui.actions import Action, key_label
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.parts import Part, parts_width
from compare_tui.tui.screens.dialog import Dialog

SHARED: dict[str, str] = {
    "next_passage": "step(1)",
    "previous_passage": "step(-1)",
    "next_difference": "unreviewed(1)",
    "previous_difference": "unreviewed(-1)",
    "undo": "undo",
    "redo": "redo",
    "help": "help",
    "quit": "dismiss",
}
"""What the keys of some actions of the reading screen do in a list; the list's own keys come first."""


REVIEW_ACTS: dict[str, str] = {
    "review_next": "step(1)",
    "review_previous": "step(-1)",
    "review_next_open": "unreviewed(1)",
    "review_previous_open": "unreviewed(-1)",
    "review_first": "step(-1000000)",
    "review_last": "step(1000000)",
    "review_accept": "judge('accept')",
    "review_reject": "judge('reject')",
    "review_needs_work": "comment('needs-work')",
    "review_reply": "comment('')",
    "review_take_back": "take_back",
    "review_identical": "identical",
    "review_undo": "undo",
    "review_redo": "redo",
    "review_person": "filter('person')",
    "review_tag": "filter('tag')",
    "review_verdict": "filter('verdict')",
    "review_unreviewed": "only('unreviewed')",
    "review_disputed": "only('disputed')",
    "review_all": "all",
    "review_more": "scroll_detail(5)",
    "review_less": "scroll_detail(-5)",
    "review_agreement": "agreement",
    "review_show": "show",
    "review_close": "dismiss",
}
"""What the list of a review does at each action of its registry."""


def review_bindings(actions: Iterable[Action]) -> list[BindingType]:
    """Return the bindings of the list of a review.

    Args:
        actions: Those of its registry, with their keys in effect.
    """
    return [
        Binding(",".join(map(binding_key, one.keys)), REVIEW_ACTS[one.id], one.description, show=False)
        for one in actions
    ]


def review_hints(key: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """Return the keys of a review and what they do, those that matter most first.

    Args:
        key: Gives how the key of an action is shown, by its id, "review_" left out.
    """
    named = (
        ("accept", "accept"),
        ("reject", "reject"),
        ("needs_work", "needs work"),
        ("reply", "reply"),
        ("previous_open next_open", "next"),
        ("undo", "undo"),
        ("close", "close"),
        ("person tag verdict", "filter"),
        ("unreviewed", "unreviewed"),
        ("disputed", "disputed"),
        ("identical", "all alike"),
        ("show", "the place"),
        ("agreement", "agreement"),
        ("help", "all keys"),
    )
    return tuple((" ".join(map(key, names.split())), words) for names, words in named)


def hint_lines(hints: Iterable[tuple[str, str]], width: int) -> list[list[Part]]:
    """Return keys and what they do, as many in a row as fit.

    Args:
        hints: Keys, and a word or two.
        width: Cells of a row.
    """
    lines: list[list[Part]] = [[]]
    for key, words in hints:
        entry: list[Part] = [(key, "accent"), (f" {words}  ", "muted")]
        if lines[-1] and parts_width([*lines[-1], *entry]) > width + 2:
            lines.append([])
        lines[-1] += entry
    return lines


class SharedKeys(Dialog[ScreenResultType]):
    """A dialog that follows the key map where its own keys leave room."""

    ACTS: ClassVar[dict[str, str]] = SHARED

    async def on_key(self, event: events.Key) -> None:
        """Do what the key map says, unless the dialog itself uses the key."""
        if not self.is_current or self._is_own(event.key):
            return
        found = next((act for name, act in self.ACTS.items() if key_map_of(self.app).has(name, event)), None)
        if found is not None:
            event.stop()
            event.prevent_default()
            await self.run_action(found)

    def action_help(self) -> None:
        """Show all keys."""
        from compare_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.look))

    def shared_key(self, action_id: str, otherwise: str) -> str:
        """Return how the key is shown that does here what an action of the reading screen does.

        Args:
            action_id: The action.
            otherwise: The dialog's own key for it, where the dialog uses all keys of the action for itself.
        """
        key_map = key_map_of(self.app)
        keys = next(action.keys for action in key_map.actions() if action.id == action_id)
        act = self.ACTS.get(action_id)
        for key in keys:
            bound = self._own_acts(key)
            if not bound or act in bound:
                return key_label(key)
        return otherwise

    def _is_own(self, key: str) -> bool:
        return bool(self._own_acts(key))

    def _own_acts(self, key: str) -> set[str]:
        """Return what the dialog's own bindings do at a key."""
        acts: set[str] = set()
        for bound, bindings in self._bindings.key_to_bindings.items():
            if bound == key or _plain(bound) == key:
                acts |= {binding.action for binding in bindings}
        return acts


def _plain(key: str) -> str:
    try:
        return key_name(key)
    except ValueError:
        return key
