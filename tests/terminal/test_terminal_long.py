"""Long articles on a real pseudo-terminal: their beginnings are seen before the rest is read."""

from __future__ import annotations

import os
import sys
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
        program.wait_for("1/")
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
        assert b"is a binary file (it holds NUL bytes), not text" in program.output
    assert not list(Path(files[0]).parent.glob("*.yaml"))
