"""The line that tells how far a long comparison is."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import compare_tui.comparison
from compare_tui.cli import main
from compare_tui.cli import progress as progress_module
from compare_tui.cli.progress import progress_line


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        """What stands on the line in the end."""
        line = ""
        for piece in self.getvalue().split("\r"):
            line = piece + line[len(piece) :]
        return line.rstrip()


class Clock:
    """A clock that goes on when it is told to."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(progress_module, "time", found)
    return found


def test_short_work_says_nothing(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress_line() as told:
        assert told is not None
        clock.now += 0.9
        told(0.9, "details")
    assert terminal.getvalue() == ""


def test_long_work_is_told_now_and_then_and_leaves_no_line(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress_line() as told:
        assert told is not None
        clock.now += 1.1
        told(0.25, "searching")
        assert terminal.shown() == "comparing 25% searching"
        clock.now += 0.125
        told(0.3, "linking")
        assert terminal.shown() == "comparing 25% searching"
        clock.now += 0.125
        told(0.4, "linking")
        assert terminal.shown() == "comparing 40% linking"
    assert terminal.shown() == ""


def test_interrupted_work_leaves_no_line(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())

    def interrupted() -> None:
        with progress_line() as told:
            assert told is not None
            clock.now += 2
            told(0.25, "searching")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert terminal.shown() == ""


def test_a_file_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress_line() as told:
        assert told is None


@pytest.mark.parametrize("command", [["compare"], []])
def test_a_comparison_that_is_interrupted_ends_with_130(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(f"The ferry sank near {file.stem}.", encoding="utf-8")

    def interrupted(*articles: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(compare_tui.comparison, "compare", interrupted)
    assert main([*command, *map(str, files)]) == 130
    assert capsys.readouterr() == ("", "")
