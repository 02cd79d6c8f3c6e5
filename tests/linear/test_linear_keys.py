"""What terminals and pipes send, and the keys that come of it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.linear.key_codes import first_key
from compare_tui.linear.key_source import InputEndedError, Signals
from compare_tui.linear.piped_keys import PipedKeys
from compare_tui.settings.key_names import NAMED_KEYS
from compare_tui.tui.actions import ACTIONS

SENT = {
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "enter": "\n",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1bOB",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "home": "\x1b[H",
    "end": "\x1bOF",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f10": "\x1b[21~",
    "f11": "\x1b[23~",
    "f12": "\x1b[24~",
    "ctrl+right": "\x1b[1;5C",
    "shift+pageup": "\x1b[5;2~",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
    "ctrl+underscore": "\x1f",
    "ctrl+backslash": "\x1c",
    "]": "]",
    "é": "é",
}


@pytest.mark.parametrize("key", SENT)
def test_what_a_terminal_sends_is_that_key(key: str) -> None:
    assert first_key(SENT[key], is_all=True) == (key, "")


def test_every_default_key_can_be_typed() -> None:
    sendable = set(SENT) | {f"ctrl+{letter}" for letter in "abdefgjklnopqrtuvwxy"}
    for action in ACTIONS:
        assert all(key in sendable or (len(key) == 1 and key.isprintable()) for key in action.keys), action


@given(st.lists(st.sampled_from([key for key in SENT if key != "escape"]), max_size=12), st.data())
def test_keys_are_the_same_however_the_terminal_cuts_them(keys: list[str], data: st.DataObject) -> None:
    sent = "".join(SENT[key] for key in keys)
    found: list[str | None] = []
    typed = ""
    while sent or typed:
        part = first_key(typed, is_all=False) if typed else None
        if part is None:
            assert sent, (typed, found)
            cut = data.draw(st.integers(1, len(sent)))
            typed, sent = typed + sent[:cut], sent[cut:]
        else:
            found.append(part[0])
            typed = part[1]
    assert found == keys


@given(st.text(min_size=1))
def test_whatever_is_typed_comes_to_an_end_with_known_names(typed: str) -> None:
    for _ in range(len(typed)):
        if not typed:
            break
        part = first_key(typed, is_all=True)
        assert part is not None
        name, rest = part
        assert len(rest) < len(typed)
        assert (
            name is None
            or name in NAMED_KEYS
            or name in {"ctrl+c", "ctrl+h", "ctrl+i", "ctrl+m"}
            or (len(name) == 1 and name.isprintable())
        )
        typed = rest


def test_lines_of_a_pipe_name_keys() -> None:
    keys = PipedKeys(io.StringIO("j\nPage Down\nctrl+s\n \n\nnext_difference\r\nwords typed\n"), Signals())
    named = [keys.key() for _ in range(6)]
    assert named == ["j", "pagedown", "ctrl+s", "space", "enter", "next_difference"]
    assert keys.line() == "words typed"
    with pytest.raises(InputEndedError):
        keys.key()
