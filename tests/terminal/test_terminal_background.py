"""Light or dark, asked of a pseudo-terminal that answers, answers wrongly or does not answer."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from benchmarks.pseudo_terminal import Program

from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import read_theme

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a Unix thing")

COLOUR, ATTRIBUTES = b"\x1b]11;?\x1b\\", b"\x1b[c"
HAS_ATTRIBUTES = b"\x1b[?62;22c"
WHITE, BLACK = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b]11;rgb:00/00/00\x07"
Answers = dict[bytes, bytes]


@pytest.fixture
def variables(nobody_home: Path) -> dict[str, str | None]:
    return {"HOME": str(nobody_home), "NO_COLOR": None, "COLORFGBG": None, "TMUX": None}


def page(theme: str) -> bytes:
    """The page of a shipped theme as terminals are told it."""
    colour = read_theme(resource_folder("themes") / f"{theme}.yaml").colours["background"]
    return b"48;2;%d;%d;%d" % tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@pytest.mark.parametrize(
    ("answers", "colorfgbg", "theme"),
    [
        ({COLOUR: WHITE, ATTRIBUTES: HAS_ATTRIBUTES}, None, "light"),
        ({COLOUR: BLACK, ATTRIBUTES: HAS_ATTRIBUTES}, "0;15", "dark"),
        ({COLOUR: WHITE}, None, "light"),
        ({ATTRIBUTES: HAS_ATTRIBUTES}, "0;15", "light"),
        ({ATTRIBUTES: HAS_ATTRIBUTES}, None, "dark"),
        ({COLOUR: b"\x1b]11;purple\x07", ATTRIBUTES: HAS_ATTRIBUTES}, "0;15", "light"),
        ({}, None, "dark"),
        ({}, "0;15", "light"),
    ],
)
def test_the_theme_is_that_of_the_background(
    words: list[str],
    variables: dict[str, str | None],
    answers: Answers,
    colorfgbg: str | None,
    theme: str,
) -> None:
    with Program(words, env={**variables, "COLORFGBG": colorfgbg}, answers=answers) as program:
        program.wait_for("A 1 ↔")
        program.settle()
        assert page(theme) in program.output
        assert page("light" if theme == "dark" else "dark") not in program.output
        assert "A 1 ↔" in program.text
        program.send("q")
        assert program.wait() == 0


def test_who_asks_for_a_theme_is_not_asked(words: list[str], variables: dict[str, str | None]) -> None:
    with Program([*words, "--theme", "light"], env=variables, answers={COLOUR: BLACK}) as program:
        program.wait_for("1/2")
        assert COLOUR not in program.output
        assert page("light") in program.output
        program.send("q")
        assert program.wait() == 0


@pytest.mark.parametrize("early", [True, False])
def test_what_is_typed_meanwhile_is_taken_as_keys(
    words: list[str], variables: dict[str, str | None], early: bool
) -> None:
    answers = {COLOUR: b"l" + WHITE + b"j", ATTRIBUTES: HAS_ATTRIBUTES}
    with Program(words, env=variables, answers={} if early else answers) as program:
        if early:
            program.send("lj")
        program.wait_for("B 2 ")
        program.settle()
        assert page("dark" if early else "light") in program.output
        program.send("q")
        assert program.wait() == 0


@pytest.mark.parametrize("answer", [WHITE, b"\x1b]11;rgb:ffff/ffff/ffff\x07"])
def test_an_answer_that_comes_too_late_is_no_key(
    words: list[str], variables: dict[str, str | None], answer: bytes
) -> None:
    with Program(words, env=variables) as program:
        program.wait_for("A 1 ↔")
        program.send((answer + HAS_ATTRIBUTES).decode())
        time.sleep(0.5)
        program.settle()
        assert "A 1 ↔" in program.text
        assert "any key takes this away" in program.text
        program.send("j")
        program.wait_for("A 2 ↔")
        program.send("q")
        assert program.wait() == 0
