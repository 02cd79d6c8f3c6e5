from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.tui.terminal_background import LateAnswer, asks_for_light, is_light


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:0000/0000/0000", False),
        ("rgb:fd/f6/e3", True),
        ("RGB:00/2B/36", False),
        ("rgba:ffff/ffff/f0f0/8000", True),
        ("rgb:f/f/f", True),
        ("#1a1b26", False),
        ("rgb:0000/ffff/0000", True),
        ("rgb:0000/0000/ffff", False),
        ("purple", None),
        ("rgb:ffff/ffff", None),
        ("rgb:12345/0/0", None),
        ("", None),
    ],
)
def test_a_colour_is_light_or_dark_or_none(colour: str, light: bool | None) -> None:
    assert is_light(colour) is light


@given(st.text(max_size=30))
def test_no_answer_is_an_error(text: str) -> None:
    assert is_light(text) in (True, False, None)


@pytest.mark.parametrize(
    ("said", "light"), [("0;15", True), ("0;default;7", True), ("15;0", False), ("", False)]
)
def test_the_environment_tells_too(said: str, light: bool) -> None:
    assert asks_for_light({"COLORFGBG": said}) is light
    assert not asks_for_light({})


def test_a_late_answer_is_told_from_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("compare_tui.tui.terminal_background.time.monotonic", lambda: now)
    late = LateAnswer()
    assert not late.takes("j")
    assert not late.takes("[")
    assert all(late.takes(character) for character in "?62;22c")
    now += 0.1
    assert not late.takes("j")
    assert all(late.takes(character) for character in "^]11;rgb:f/f/f\x07")
    now += 0.12
    assert all(late.takes(character) for character in "[?62c")
    now += 0.1
    assert not late.takes(None)
    now += 10
    assert not any(late.takes(character) for character in "^]1")
