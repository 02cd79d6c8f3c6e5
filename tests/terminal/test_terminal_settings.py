"""Settings from files, on a real pseudo-terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from benchmarks.pseudo_terminal import Program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a Unix thing")


@pytest.fixture
def variables(nobody_home: Path) -> dict[str, str | None]:
    return {"HOME": str(nobody_home), "XDG_CONFIG_HOME": str(nobody_home / "config"), "NO_COLOR": None}


@pytest.fixture
def user_file(nobody_home: Path) -> Path:
    folder = nobody_home / "config" / "compare-tui"
    folder.mkdir(parents=True)
    return folder / "config.yaml"


def test_settings_reach_the_screen(
    words: list[str], variables: dict[str, str | None], user_file: Path, tmp_path: Path
) -> None:
    user_file.write_text("keymap: vim\nkeys: {quit: Q}\nunicode: false\nmouse: false\nthemm: x\n")
    (tmp_path / ".compare-tui.yaml").write_text("theme: terminal\nsimilarity: a:b\n")
    with Program(words, size=(110, 32), env=variables) as program:
        program.wait_for("Meridian")
        program.wait_for("Settings not followed")
        program.wait_for("did you mean theme?")
        program.wait_for("runs code")
        program.wait_for("i note")
        program.settle()
        assert program.text.isascii()
        assert b"\x1b[?1000h" not in program.output
        assert b"38;2;" not in program.output
        program.send("q")
        program.settle()
        program.send("Q")
        assert program.wait() == 0


def test_an_option_comes_before_the_files(
    words: list[str], variables: dict[str, str | None], user_file: Path
) -> None:
    user_file.write_text("keymap: vim\nunicode: true\n")
    with Program([*words, "--keymap", "default", "--ascii"], size=(110, 32), env=variables) as program:
        program.wait_for("Meridian")
        program.settle()
        assert program.text.isascii()
        program.send("?")
        program.wait_for("a page down")
        assert "ctrl+f" not in program.text
        program.send("qq")
        assert program.wait() == 0
