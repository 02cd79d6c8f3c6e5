"""The whole program on a real pseudo-terminal."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest
import yaml
from benchmarks.pseudo_terminal import Program

SLOW = """import time

calls = []


def similarity(a, b):
    calls.append(len(b))
    time.sleep(1.2 if len(calls) == 1 else 60)
    return [[0.0] * len(b) for _ in a]
"""
ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[PX^_].*?\x1b\\|\].*?(?:\x07|\x1b\\)|[@-Z\\-_a-z0-9=>])", re.S
)
ERASER = re.compile(rb"[0-9;]+")


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "compare_tui", *map(str, words)]


def notebooks(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.notes.yaml"))


def kinds_of_escapes(output: bytes) -> set[bytes]:
    """Escape sequences by kind: their numbers are taken out."""
    return {ERASER.sub(b"#", found) for found in ESCAPES.findall(output)}


def open_pair(pair: tuple[Path, Path], home: dict[str, str | None], *more: object) -> Program:
    return Program(command(*pair, "--author", "mara", *more), size=(110, 32), env=home)


def open_note_editor(program: Program) -> None:
    """Tag the first difference, and open the editor of its note."""
    program.wait_for("1/")
    program.send("]")
    program.settle()
    program.send("tn")
    program.settle()
    program.send("e")
    program.wait_for("your own editor")


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a Unix thing")
class TestOnATerminal:
    def test_tag_quit_and_come_back(self, pair: tuple[Path, Path], home: dict[str, str | None]) -> None:
        with open_pair(pair, home) as program:
            program.wait_for("Meridian")
            program.wait_for("1/")
            program.send("]")
            program.settle()
            program.send("t")
            program.wait_for("count, amount")
            program.send("n")
            program.settle()
            program.send("q")
            assert program.wait() == 0
        files = notebooks(pair[0].parent)
        assert [file.name for file in files] == ["wire--paper.mara.notes.yaml"]
        saved = yaml.safe_load(files[0].read_text(encoding="utf-8"))
        assert [annotation["tag"] for annotation in saved["annotations"]] == ["number"]
        before = files[0].read_bytes()
        with open_pair(pair, home) as program:
            program.wait_for("Meridian")
            program.wait_for("1/")
            program.send("]")
            program.wait_for("number")
            program.send("q")
            assert program.wait() == 0
        assert files[0].read_bytes() == before

    def test_killed_after_tagging_nothing_is_lost(
        self, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        with open_pair(pair, home) as program:
            program.wait_for("1/")
            program.send("]")
            program.settle()
            program.send("tn")
            program.settle(0.5)
            os.kill(program.pid, signal.SIGKILL)
            assert program.wait() == -signal.SIGKILL
        saved = yaml.safe_load(notebooks(pair[0].parent)[0].read_text(encoding="utf-8"))
        assert len(saved["annotations"]) == 1

    def test_keys_typed_in_one_go_are_all_taken(
        self, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        with open_pair(pair, home) as program:
            program.wait_for("1/")
            program.send("]tnjjtoktm")
            program.settle(0.5)
            program.send("q")
            assert program.wait() == 0
        saved = yaml.safe_load(notebooks(pair[0].parent)[0].read_text(encoding="utf-8"))
        tags = sorted(annotation["tag"] for annotation in saved["annotations"])
        assert tags == ["certainty", "number", "omission"]

    def test_a_note_is_written_in_ones_own_editor(
        self, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        editor = "sh -c 'echo on the plain terminal; echo and elsewhere >> $0; sleep 0.3'"
        with open_pair(pair, {**home, "VISUAL": editor}) as program:
            program.wait_for("1/")
            program.send("]tne")
            program.wait_for("your own editor")
            program.send("Begun here")
            program.send("\x07")
            program.wait_for("on the plain terminal")
            program.wait_for("and elsewhere")
            program.wait_for("your own editor")
            program.send("\x13")
            program.settle()
            program.send("q")
            assert program.wait() == 0
        saved = yaml.safe_load(notebooks(pair[0].parent)[0].read_text(encoding="utf-8"))
        assert saved["annotations"][0]["note"] == "Begun here\nand elsewhere"

    def test_looking_writes_nothing(self, pair: tuple[Path, Path], home: dict[str, str | None]) -> None:
        with open_pair(pair, home) as program:
            program.wait_for("1/")
            program.send("jjkG]")
            program.settle()
            program.send("q")
            assert program.wait() == 0
        assert notebooks(pair[0].parent) == []

    def test_an_article_through_a_pipe_leaves_the_keyboard(
        self, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        shell = f'cat "{pair[1]}" | "{sys.executable}" -m compare_tui "{pair[0]}" - --author mara'
        with Program(["sh", "-c", shell], size=(110, 32), env=home) as program:
            program.wait_for("Meridian")
            program.wait_for("1/")
            program.send("q")
            assert program.wait() == 0

    def test_hostile_text_sends_no_escape_of_its_own(
        self, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        with open_pair(pair, home) as program:
            program.wait_for("1/")
            program.send("]")
            program.settle()
            program.send("q")
            program.wait()
            harmless = kinds_of_escapes(program.output)
        poison = (
            "\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x1b[2J\x1bP+q\x1b\\\x9b31m\u202eabc\u2066 "
            "[@click=app.quit]x[/] [/x] [red"
        )
        for file in pair:
            file.write_text(
                file.read_text(encoding="utf-8").replace("ferry", f"ferry {poison}"), encoding="utf-8"
            )
        with open_pair(pair, home) as program:
            program.wait_for("Meridian")
            program.wait_for("1/")
            program.send("]")
            program.settle()
            program.send("q")
            assert program.wait() == 0
            hostile = kinds_of_escapes(program.output)
            shown = program.output.decode("utf-8", "replace")
        assert hostile <= harmless
        assert "\u202e" not in shown
        assert "\x9b" not in shown

    @pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 50)])
    def test_every_size_shows_the_text(
        self, size: tuple[int, int], pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        with Program(command(*pair), size=size, env=home) as program:
            program.wait_for("Meridian")
            program.send("jj]")
            program.settle()
            assert "Traceback" not in program.text
            program.send("q")
            assert program.wait() == 0

    @pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
    def test_a_signal_gives_the_terminal_back(
        self, name: str, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        number = getattr(signal, name)
        with open_pair(pair, home) as program:
            program.wait_for("1/")
            program.send("]tn")
            program.settle(0.5)
            os.kill(program.pid, number)
            assert program.wait() == 128 + number
            assert program.output.rindex(b"\x1b[?1049l") > program.output.rindex(b"\x1b[?1049h")
        assert len(notebooks(pair[0].parent)) == 1

    def test_a_terminal_without_a_cursor_gets_the_report(
        self, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        with Program(command(*pair), size=(110, 32), env={**home, "TERM": "dumb"}) as program:
            program.wait_for("only in A,")
            assert program.wait() == 0
            assert b"\x1b" not in program.output

    def test_without_colour(self, pair: tuple[Path, Path], home: dict[str, str | None]) -> None:
        with Program(command(*pair), size=(110, 32), env={**home, "NO_COLOR": "1"}) as program:
            program.wait_for("Meridian")
            program.send("q")
            assert program.wait() == 0

    def test_a_long_comparison_is_told_and_interrupted(
        self, tmp_path: Path, home: dict[str, str | None]
    ) -> None:
        (tmp_path / "slow.py").write_text(SLOW, encoding="utf-8")
        a, b = tmp_path / "short.txt", tmp_path / "long.txt"
        a.write_text("Hail ruined the barley.", encoding="utf-8")
        b.write_text("\n\n".join(f"Report {number} is late." for number in range(1100)), encoding="utf-8")
        path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
        words = command("compare", a, b, "--similarity", "slow:similarity")
        with Program(words, size=(80, 24), env={**home, "PYTHONPATH": path}) as program:
            program.wait_for("% similarity")
            program.send("\x03")
            assert program.wait() == 130
            assert "comparing" not in program.text
            assert "Traceback" not in program.text

    def test_output_that_goes_into_a_pipe_is_the_report(
        self, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        shell = f'"{sys.executable}" -m compare_tui "{pair[0]}" "{pair[1]}" | cat'
        with Program(["sh", "-c", shell], size=(110, 32), env=home) as program:
            program.wait_for("only in A,")
            assert program.wait() == 0
            assert b"\x1b[?1049h" not in program.output

    @pytest.mark.parametrize(
        ("editor", "said"), [("false", "ended with 1"), ("rm", "did not come"), ("no-editor", "cannot be")]
    )
    def test_an_editor_that_fails_gives_the_screen_back(
        self, editor: str, said: str, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        with open_pair(pair, {**home, "VISUAL": editor}) as program:
            open_note_editor(program)
            program.send("half a note")
            program.settle()
            program.send("\x07")
            program.wait_for(said)
            program.send(", and the rest\x13")
            program.wait_for("half a note, and the rest")
            program.send("q")
            assert program.wait() == 0
        (path,) = notebooks(pair[0].parent)
        assert "note: half a note, and the rest" in path.read_text().replace('"', "")

    def test_a_window_that_closes_behind_an_editor_ends_the_program_and_keeps_the_note(
        self, pair: tuple[Path, Path], home: dict[str, str | None]
    ) -> None:
        with open_pair(pair, {**home, "VISUAL": "false"}) as program:
            open_note_editor(program)
            program.send("half")
            program.settle()
            program.send("\x07")
            program.wait_for("ended with 1")
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, program._terminal)
            os.close(nowhere)
            end = time.monotonic() + 20
            while not (ended := os.waitpid(program.pid, os.WNOHANG))[0] and time.monotonic() < end:
                time.sleep(0.05)
            if ended[0]:
                program.exit_code = os.waitstatus_to_exitcode(ended[1])
            assert program.exit_code == 128 + signal.SIGHUP
        (path,) = notebooks(pair[0].parent)
        assert "note: half" in path.read_text()
