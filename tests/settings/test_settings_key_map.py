from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.settings.key_map import Keys, effective_keys
from compare_tui.settings.key_names import key_name
from compare_tui.settings.key_presets import KEY_PRESETS
from compare_tui.tui.actions import ACTIONS

REGISTRY = {action.id: action.keys for action in ACTIONS}
SMALL: Keys = {"go": ("g", "right"), "back": ("b",), "help": ("?",), "quit": ("q", "ctrl+q")}


@pytest.mark.parametrize("preset", KEY_PRESETS)
def test_a_key_map_names_known_actions_and_keys_and_each_key_once(preset: str) -> None:
    assert set(KEY_PRESETS[preset]) <= set(REGISTRY)
    for keys in KEY_PRESETS[preset].values():
        assert [key_name(key) for key in keys] == list(keys)
    found = effective_keys(REGISTRY, preset, {})
    assert found.refused == ()
    counted = Counter(key for keys in found.keys.values() for key in keys)
    assert [key for key, count in counted.items() if count > 1] == []
    assert all(found.keys.values())


def test_without_wishes_the_keys_are_those_of_the_registry() -> None:
    assert effective_keys(REGISTRY, "default", {}) == (REGISTRY, ())


def test_a_wish_replaces_the_keys_of_its_action() -> None:
    assert effective_keys(SMALL, "default", {"back": ("left",)}).keys["back"] == ("left",)


def test_a_wish_takes_a_key_from_an_action_that_has_another() -> None:
    found = effective_keys(SMALL, "default", {"back": ("q",)})
    assert found.keys == {**SMALL, "back": ("q",), "quit": ("ctrl+q",)}
    assert found.refused == ()


def test_keys_can_be_exchanged() -> None:
    found = effective_keys(SMALL, "default", {"back": ("?",), "help": ("b",)})
    assert (found.keys["back"], found.keys["help"], found.refused) == (("?",), ("b",), ())


@pytest.mark.parametrize(
    ("wishes", "action", "reason"),
    [
        ({"back": ("?",)}, "back", '"?" is the only key of help'),
        ({"back": ("q", "ctrl+q")}, "back", "is the only key of quit"),
        ({"help": ()}, "help", "at least one key"),
        ({"hlep": ("h",)}, "hlep", "no such action; did you mean help?"),
        ({"go": ("x",), "back": ("y", "x")}, "back", '"x" is given to go already'),
    ],
)
def test_a_wish_that_takes_too_much_is_refused(wishes: Keys, action: str, reason: str) -> None:
    found = effective_keys(SMALL, "default", wishes)
    assert [one for one, _ in found.refused] == [action]
    assert reason in found.refused[0][1]
    assert found.keys["help"] == ("?",)
    assert found.keys["quit"] == ("q", "ctrl+q")


KEY = st.sampled_from(["a", "b", "g", "q", "x", "?", "right", "ctrl+q"])


@given(st.dictionaries(st.sampled_from([*SMALL, "other"]), st.lists(KEY, max_size=4).map(tuple)))
def test_whatever_is_wished_every_action_keeps_a_key_of_its_own(wishes: Keys) -> None:
    found = effective_keys(SMALL, "default", wishes)
    counted = Counter(key for keys in found.keys.values() for key in keys)
    assert max(counted.values()) == 1
    assert set(found.keys) == set(SMALL)
    assert all(found.keys.values())
    for action, keys in wishes.items():
        followed = action in SMALL and found.keys[action] == tuple(dict.fromkeys(keys))
        assert followed or action in {one for one, _ in found.refused}
