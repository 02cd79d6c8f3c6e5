"""Reading by ear on a real pseudo-terminal."""

from __future__ import annotations

import os
import signal
import sys
import termios
from pathlib import Path

import pytest
import yaml
from benchmarks.pseudo_terminal import Program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a Unix thing")


@pytest.fixture
def variables(nobody_home: Path) -> dict[str, str | None]:
    return {"HOME": str(nobody_home), "XDG_DATA_HOME": str(nobody_home / "data"), "COMPARE_TUI_LINEAR": None}


def open_demo(variables: dict[str, str | None], *more: str) -> Program:
    words = [sys.executable, "-m", "compare_tui", "demo", "--author", "mara", *more]
    return Program(words, size=(200, 60), env=variables)


def saved(home: Path) -> list[dict[str, str]]:
    (path,) = home.rglob("*.notes.yaml")
    found: list[dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))["annotations"]
    return found


def control_bytes(output: bytes) -> set[int]:
    return {byte for byte in output if byte < 0x20 or byte == 0x7F} - {0x0A, 0x0D}


def mode(program: Program) -> list[object]:
    found: list[object] = termios.tcgetattr(program._terminal)
    return found


def test_move_tag_note_and_leave_with_nothing_but_lines(
    variables: dict[str, str | None], nobody_home: Path
) -> None:
    with open_demo(variables, "--linear") as program:
        program.wait_for("tells all keys")
        program.wait_for("A 1, linked")
        program.send("j\x1b[Bk")
        program.wait_for("A 3")
        program.send("]")
        program.wait_for("Difference ")
        program.send("tn")
        program.wait_for("Tagged number")
        program.send("e")
        program.wait_for("ends the note")
        program.settle()
        program.send("Two agencies.\n")
        program.settle()
        program.send(".\n")
        program.wait_for("The note ends.")
        program.send("/")
        program.wait_for("Find: type")
        program.settle()
        program.send("taliban\n")
        program.wait_for("Place 1 of")
        program.send("\x13")
        program.wait_for("Everything is saved.")
        program.send("q")
        assert program.wait() == 0
        assert control_bytes(program.output) == set()
    assert [(one["tag"], one["note"]) for one in saved(nobody_home)] == [("number", "Two agencies.")]


def test_ctrl_z_undoes_and_a_closed_terminal_loses_nothing(
    variables: dict[str, str | None], nobody_home: Path
) -> None:
    with open_demo({**variables, "COMPARE_TUI_LINEAR": "1"}) as program:
        program.wait_for("A 1, linked")
        program.send("]tn")
        program.wait_for("Tagged number")
        program.send("\x1a")
        program.wait_for("Undone: tag number")
        program.send("tq")
        program.wait_for("Tagged quote")
        program.send("e")
        program.wait_for("ends the note")
        program.settle()
        program.send("half a thought\n")
        program.settle()
        os.kill(program.pid, signal.SIGHUP)
        assert program.wait() == 128 + signal.SIGHUP
    assert [(one["tag"], one["note"]) for one in saved(nobody_home)] == [("quote", "half a thought")]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_terminal_is_given_back_as_it_was(
    variables: dict[str, str | None], nobody_home: Path, number: signal.Signals
) -> None:
    with open_demo(variables, "--linear") as program:
        program.wait_for("A 1, linked")
        before = mode(program)
        assert isinstance(before[3], int)
        assert not before[3] & termios.ICANON
        if number == signal.SIGINT:
            program.send("\x03")
        else:
            os.kill(program.pid, number)
        assert program.wait() == 128 + number
        after = mode(program)
        assert isinstance(after[3], int)
        assert after[3] & termios.ICANON
        assert after[3] & termios.ECHO


def test_an_article_from_a_pipe_leaves_the_keys_to_the_terminal(
    variables: dict[str, str | None], nobody_home: Path, tmp_path: Path
) -> None:
    (tmp_path / "wire.txt").write_text("The ferry Meridian ran aground near Orsk with 48 people on board.\n")
    (tmp_path / "paper.txt").write_text("The ferry Meridian ran aground near Orsk with 52 people on board.\n")
    words = f"cd {tmp_path}; {sys.executable} -m compare_tui wire.txt - --linear < paper.txt"
    with Program(["sh", "-c", words], size=(120, 40), env=variables) as program:
        program.wait_for("A 1, linked to B 1")
        program.send("]")
        program.wait_for("48 against 52")
        program.send("q")
        assert program.wait() == 0
