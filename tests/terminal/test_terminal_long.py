"""Long articles on a real pseudo-terminal: their beginnings are seen before the rest is read."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from benchmarks.pseudo_terminal import Program

from compare_tui.comparison.two_processes import can_fork

SENTENCE = "Ferry {0} left at {1} with {2} people on board, the harbour office said on Monday."

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a Unix thing")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, left in (("wire.txt", "9:15"), ("paper.txt", "9:45")):
        text = "\n\n".join(SENTENCE.format(n, left, 200 + n) for n in range(2_400))
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "wire.txt"), str(tmp_path / "paper.txt")]


def opened(files: list[str], home: dict[str, str | None]) -> Program:
    words = [sys.executable, "-m", "compare_tui", *files, "--author", "mara"]
    return Program(words, size=(110, 32), env=home)


def test_the_beginning_is_seen_and_keys_go_to_the_whole(
    files: list[str], home: dict[str, str | None]
) -> None:
    with opened(files, home) as program:
        program.wait_for("Ferry 0 left")
        program.send("G")
        program.wait_for("2400/2400")
        program.wait_for(" differences ")
        program.send("q")
        assert program.wait() == 0


@pytest.mark.skipif(not can_fork(), reason="needs a second process")
def test_a_file_that_is_no_text_further_on_is_named_with_the_reason(
    files: list[str], home: dict[str, str | None]
) -> None:
    with open(files[1], "ab") as stream:
        stream.write(b"\n\nnothing\x00more")
    with opened(files, home) as program:
        assert program.wait() == 2
        told = program.output.index(b"is a binary file (it holds NUL bytes), not text")
        assert program.output.rindex(b"\x1b[?1049l") < told
    assert not list(Path(files[0]).parent.glob("*.yaml"))


@pytest.mark.skipif(not can_fork(), reason="needs a second process")
def test_the_text_is_drawn_before_the_screen_and_the_second_screen_opened_once(
    files: list[str], home: dict[str, str | None]
) -> None:
    with opened(files, home) as program:
        program.wait_for("Ferry 0 left")
        first = program.output.index(b"Ferry 0 left")
        program.wait_for("1/2400")
        program.settle()
        program.send("q")
        assert program.wait() == 0
        assert program.output.count(b"\x1b[?1049h") == 1
        assert program.output.count(b"\x1b[?1049l") == 1
        assert first < program.output.index(b"wire.txt")


@pytest.mark.skipif(not can_fork(), reason="needs a second process")
def test_what_cannot_be_opened_is_told_on_the_first_screen(
    files: list[str], home: dict[str, str | None]
) -> None:
    Path(files[1]).write_bytes(b"\x00\x01\x02")
    with opened(files, home) as program:
        assert program.wait() == 2
        assert b"paper.txt is a binary file" in program.output
        assert b"\x1b[?1049h" not in program.output


@pytest.mark.skipif(not can_fork(), reason="needs a second process")
@pytest.mark.parametrize("later", [0.0, 0.02, 0.05, 0.08, 0.12])
def test_a_signal_while_the_screen_is_loaded_gives_the_terminal_back(
    later: float, files: list[str], home: dict[str, str | None]
) -> None:
    with opened(files, home) as program:
        program.wait_for("Ferry 0 left")
        time.sleep(later)
        os.kill(program.pid, signal.SIGTERM)
        assert program.wait() == 128 + signal.SIGTERM
        assert program.output.rindex(b"\x1b[?1049l") > program.output.rindex(b"\x1b[?1049h")
