"""Bindings made from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterable
from types import new_class
from typing import Any, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen

from compare_tui.settings.key_names import binding_key
from compare_tui.tui.actions import ACTIONS, Action, Where

SomeScreen = TypeVar("SomeScreen", bound=Screen[Any])


def bindings_for(where: Where, actions: Iterable[Action] = ACTIONS) -> list[BindingType]:
    """Return the bindings of a screen.

    Args:
        where: Which screens; only their actions are bound.
        actions: The actions with their keys in effect.
    """
    return [
        Binding(
            ",".join(binding_key(key) for key in action.keys),
            action.id,
            action.description,
            show=False,
            id=action.id,
        )
        for action in actions
        if action.where == where
    ]


def with_keys(screen: type[SomeScreen], bindings: list[BindingType]) -> type[SomeScreen]:
    """Return a screen class with other keys.

    Textual's own key map would be laid over the bindings again at every key, which takes milliseconds.

    Args:
        screen: The class.
        bindings: The bindings of the actions with their keys in effect; nothing else is bound.
    """
    made = new_class(
        screen.__name__,
        (screen,),
        {"inherit_bindings": False},
        lambda body: body.update(BINDINGS=bindings, __module__=screen.__module__),
    )
    return cast("type[SomeScreen]", made)
