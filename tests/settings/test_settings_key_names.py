from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding
from textual.keys import Keys

from compare_tui.settings.key_names import NAMED_KEYS, binding_key, key_name
from compare_tui.tui.actions import ACTIONS

SAME = [
    ("Esc", "escape"),
    ("page down", "pagedown"),
    ("F1", "f1"),
    ("Ctrl+S", "ctrl+s"),
    ("↓", "down"),
    ("question_mark", "?"),
    ("left_square_bracket", "["),
    ("slash", "/"),
    ("minus", "-"),
    ("G", "G"),
    ("g", "g"),
    ("ä", "ä"),
    (" ", "space"),
    ("comma", ","),
    ("ctrl+_", "ctrl+underscore"),
]


@pytest.mark.parametrize(("written", "name"), SAME)
def test_a_key_may_be_written_in_several_ways(written: str, name: str) -> None:
    assert key_name(written) == name


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("alt+x", "alt"),
        ("ctrl+i", "tab"),
        ("ctrl+h", "backspace"),
        ("shift+a", '"A"'),
        ("ctrl+1", "no key"),
        ("hyper", "no key"),
        ("", "no key"),
        ("\x1b", "no key"),
        ("\u0301", "no key"),
        ("gg", "no key"),
        ("f13", "no key"),
    ],
)
def test_what_is_no_key_is_refused_with_a_reason(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        key_name(written)


def test_every_default_key_has_its_name() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert key_name(key) == key


def test_every_named_key_is_one_that_textual_knows() -> None:
    known = {str(key.value) for key in Keys}
    unknown = {name for name in NAMED_KEYS if name not in known and not name.startswith("ctrl+")}
    assert unknown == set()
    assert "ctrl+underscore" in known
    assert "ctrl+backslash" in known


@given(st.characters())
def test_a_character_that_is_a_key_can_be_bound(character: str) -> None:
    try:
        key = key_name(character)
    except ValueError:
        return
    assert len(list(Binding.make_bindings([Binding(binding_key(key), "anything")]))) == 1


@given(st.text(max_size=30))
def test_naming_twice_is_naming_once(text: str) -> None:
    try:
        name = key_name(text)
    except ValueError:
        return
    assert key_name(name) == name
