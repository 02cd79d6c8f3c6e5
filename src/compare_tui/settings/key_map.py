"""The keys in effect: those of the registry, changed by a key map and by a person, each for one action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare_tui.settings.key_presets import KEY_PRESETS
from compare_tui.settings.nearest import did_you_mean, quoted

Keys = Mapping[str, tuple[str, ...]]
"""Keys by action id."""


REVIEWING = "review_"
"""How the ids begin of what is done over the list of a review, where a key may mean something of its own."""


class EffectiveKeys(NamedTuple):
    """What a person's wishes come to.

    Attributes:
        keys: The keys of every action; no key stands twice and every action has one.
        refused: Action id and reason of each wish that was not followed.
    """

    keys: Keys
    refused: tuple[tuple[str, str], ...]


def effective_keys(defaults: Mapping[str, Sequence[str]], preset: str, wishes: Keys) -> EffectiveKeys:
    """Return the keys in effect, of the articles and of the list of a review.

    A wish takes its keys away from actions that nobody asked about. Where that would leave one of them
    without a key, or where two wishes name the same key, the wish is refused: nothing can become unreachable,
    least of all help and the way out.

    Args:
        defaults: The registry's keys by action id.
        preset: Name of the key map; an unknown one changes nothing.
        wishes: Keys by action id, named by ``key_name``.
    """
    found = [
        _effective_in_scope(
            {id_: keys for id_, keys in defaults.items() if id_.startswith(REVIEWING) == is_review},
            preset,
            {id_: keys for id_, keys in wishes.items() if id_.startswith(REVIEWING) == is_review},
        )
        for is_review in (False, True)
    ]
    keys = {**found[0].keys, **found[1].keys}
    refused = sorted((*found[0].refused, *found[1].refused), key=lambda one: [*wishes].index(one[0]))
    return EffectiveKeys({id_: keys[id_] for id_ in defaults}, tuple(refused))


def _effective_in_scope(defaults: Mapping[str, Sequence[str]], preset: str, wishes: Keys) -> EffectiveKeys:
    """Return the keys in effect among actions of which no two may have the same key."""
    refused: list[tuple[str, str]] = []
    base = {action: tuple(keys) for action, keys in defaults.items()}
    base |= {action: keys for action, keys in KEY_PRESETS.get(preset, {}).items() if action in base}
    followed: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for action, keys in wishes.items():
        if action not in base:
            refused.append((action, f"no such action{did_you_mean(action, base)}"))
            continue
        if not keys:
            refused.append((action, "needs at least one key"))
            continue
        taken = next((key for key in keys if key in owner), None)
        if taken is not None:
            refused.append((action, f"{quoted(taken)} is given to {owner[taken]} already"))
            continue
        followed[action] = tuple(dict.fromkeys(keys))
        owner |= dict.fromkeys(keys, action)
    while (robbed := _left_without(base, followed)) is not None:
        action, key, other = robbed
        del followed[action]
        refused.append((action, f"{quoted(key)} is the only key of {other}; give that another one too"))
    return EffectiveKeys(_applied(base, followed), tuple(refused))


def _applied(base: Keys, followed: Keys) -> dict[str, tuple[str, ...]]:
    wanted = {key for keys in followed.values() for key in keys}
    return {
        action: followed.get(action) or tuple(key for key in keys if key not in wanted)
        for action, keys in base.items()
    }


def _left_without(base: Keys, followed: Keys) -> tuple[str, str, str] | None:
    """Return a wish, the key it takes, and the action that is left without any; None if there is none."""
    for action, keys in _applied(base, followed).items():
        if not keys:
            key = base[action][0]
            return next(one for one, wanted in followed.items() if key in wanted), key, action
    return None
