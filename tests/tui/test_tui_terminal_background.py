from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.tui.late_answer import LateAnswer
from compare_tui.tui.terminal_background import asks_for_light, is_light


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


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> LateAnswer:
    monkeypatch.setattr("compare_tui.tui.terminal_background.time.monotonic", lambda: 100.0)
    return LateAnswer()


def test_a_late_answer_is_told_from_keys(late: LateAnswer) -> None:
    assert not late.takes("j", 100)
    assert not late.takes("[", 100)
    assert all(late.takes(character, 100) for character in "?62;22c")
    assert not late.takes("j", 100.1)
    assert all(late.takes(character, 100.1) for character in "^]11;rgb:f/f/f\x07")
    assert all(late.takes(character, 100.2) for character in "[?62c")
    assert not late.takes("[", 102.5)
    assert not late.takes(None, 102.5)
    assert not any(late.takes(character, 110) for character in "^]1")


@pytest.mark.parametrize("pause", [0.0, 0.1, 0.3])
@pytest.mark.parametrize("end", ["\x07", "^\\"])
def test_a_busy_machine_makes_no_keys_of_an_answer(late: LateAnswer, end: str, pause: float) -> None:
    answer = f"^]11;rgb:ffff/ffff/ffff{end}"
    halted = 100 + pause
    assert all(late.takes(character, 100 if at < 9 else halted) for at, character in enumerate(answer))
    assert not late.takes("j", halted)
    assert not late.takes("/", halted)


def test_keys_after_a_torn_answer_are_keys(late: LateAnswer) -> None:
    assert all(late.takes(character, 100) for character in "^]11;rgb:f")
    assert not late.takes("j", 100.5)
    assert not late.takes("/", 100.5)
    assert all(late.takes(character, 101) for character in "^]11;rgb:f")
    assert not late.takes("/", 102.5)
