"""Bindings made from the registry of actions."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from compare_tui.tui.actions import ACTIONS, Where


def bindings_for(where: Where) -> list[BindingType]:
    """Return the bindings of a screen.

    Args:
        where: Which screens; only their actions are bound.
    """
    return [
        Binding(",".join(action.keys), action.id, action.description, show=False, id=action.id)
        for action in ACTIONS
        if action.where == where
    ]
