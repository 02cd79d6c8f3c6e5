"""Saving by the whole program where the disk, the rights or the folder stand in its way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.pseudo_terminal import Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits, rights and mounts of Linux")

START = "import sys; from compare_tui.cli import main; sys.exit(main())"
SLOW_DISK = """
import os, stat, time
fsync = os.fsync
def slow(descriptor):
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        time.sleep(3)
    fsync(descriptor)
os.fsync = slow
"""
SMALL_FILES = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
"""
WITHOUT_RIGHTS = """
import ctypes, os, sys
# Root keeps its home, but loses the right to write, read, own and change whatever it likes.
for capability in range(4):
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-c", os.environ["START"], *sys.argv[1:]])
"""

Home = dict[str, str | None]


def opened(pair: tuple[Path, Path], home: Home, before: str = "", *more: object) -> Program:
    """Open a pair in a program that does something of ours before it starts."""
    code = before if before is WITHOUT_RIGHTS else before + START
    command = [sys.executable, "-c", code, *map(str, pair), "--author", "mara", *map(str, more)]
    return Program(command, size=(110, 32), env={**home, "START": START})


def ready(program: Program) -> None:
    program.wait_for("1/")
    program.send("]")
    program.settle()


def tag(program: Program, key: str = "n") -> None:
    program.send(f"t{key}")
    program.settle()


def fails(program: Program, reason: str) -> None:
    """Wait until the program says that and why nothing was saved: its message is wrapped."""
    program.wait_for("NOT SAVED")
    program.wait_for(reason.split()[-1])


def notebook_of(pair: tuple[Path, Path]) -> Path:
    return pair[0].with_name("wire--paper.mara.notes.yaml")


def saved_in(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["annotations"]
    return found


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path, pair: tuple[Path, Path], home: Home) -> None:
    here = tuple(Path(shutil.copy(file, small_disk)) for file in pair)
    mine = notebook_of((here[0], here[1]))
    with opened((here[0], here[1]), home) as program:
        ready(program)
        tag(program)
        saved = mine.read_bytes()
        filler = small_disk / "filler"
        with open(filler, "wb", buffering=0) as file:
            for size in (4096, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue
        program.send("j")
        tag(program, "o")
        fails(program, "the disk is full")
        assert mine.read_bytes() == saved
        assert sorted(path.name for path in small_disk.iterdir()) == sorted(
            [*(path.name for path in here), mine.name, "filler"]
        )
        filler.unlink()
        program.send("\x13")
        program.wait_for("everything is saved")
        program.send("q")
        assert program.wait() == 0
    assert len(saved_in(mine)) == 2


def test_a_file_that_may_not_grow_is_told_and_stays_whole(pair: tuple[Path, Path], home: Home) -> None:
    mine = notebook_of(pair)
    with opened(pair, home, SMALL_FILES) as program:
        ready(program)
        tag(program)
        before = saved_in(mine)
        for _ in range(6):
            program.send("j")
            tag(program, "o")
        program.wait_for("NOT SAVED")
        kept = saved_in(mine)
        assert kept[0] == before[0]
        assert [path.name for path in mine.parent.glob(".compare-tui-*")] == []
        program.send("q")
        program.wait_for("could not be saved")
        program.wait_for("larger than allowed")
        program.send("y")
        assert program.wait() == 0
    assert saved_in(mine) == kept


def test_a_folder_that_has_gone_is_told_and_saving_goes_on_when_it_is_back(
    pair: tuple[Path, Path], home: Home, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    here = (Path(shutil.move(pair[0], folder)), Path(shutil.move(pair[1], folder)))
    with opened(here, home) as program:
        ready(program)
        tag(program)
        folder.rename(tmp_path / "pulled out")
        program.send("j")
        tag(program, "o")
        fails(program, "its folder does not exist")
        (tmp_path / "pulled out").rename(folder)
        program.send("\x13")
        program.wait_for("everything is saved")
        program.send("q")
        assert program.wait() == 0
    assert len(saved_in(notebook_of(here))) == 2


def test_in_a_folder_without_the_right_to_write_a_copy_is_kept_elsewhere(
    pair: tuple[Path, Path], home: Home, tmp_path: Path
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    here = (Path(shutil.move(pair[0], folder)), Path(shutil.move(pair[1], folder)))
    folder.chmod(0o555)
    with opened(here, home, WITHOUT_RIGHTS) as program:
        ready(program)
        tag(program)
        fails(program, "no permission to write in its folder")
        program.send("q")
        program.wait_for("keep a copy and leave")
        program.send("c")
        assert program.wait() == 0
        assert "annotations kept in" in program.text
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in here)
    (copy,) = Path(str(home["XDG_STATE_HOME"])).rglob("*.notes.yaml")
    assert len(saved_in(copy)) == 1


def test_a_read_only_notebook_is_not_replaced_and_can_be_saved_under_another_name(
    pair: tuple[Path, Path], home: Home
) -> None:
    mine = notebook_of(pair)
    with opened(pair, home) as program:
        ready(program)
        tag(program)
        program.send("q")
        assert program.wait() == 0
    mine.chmod(0o444)
    saved = mine.read_bytes()
    with opened(pair, home, WITHOUT_RIGHTS) as program:
        ready(program)
        program.send("j")
        tag(program, "o")
        fails(program, "the file is read-only")
        program.send("W")
        program.wait_for("Save as")
        program.send("\x15other.notes.yaml\r")
        program.wait_for("saved in other.notes.yaml")
        program.send("q")
        assert program.wait() == 0
    assert mine.read_bytes() == saved
    assert len(saved_in(pair[0].with_name("other.notes.yaml"))) == 2


def test_a_slow_disk_holds_up_no_key_and_leaving_waits_for_it(pair: tuple[Path, Path], home: Home) -> None:
    with opened(pair, home, SLOW_DISK) as program:
        ready(program)
        program.send("tn")
        program.wait_for("saving")
        began = time.monotonic()
        answers = [program.press(key) for key in "jkj"]
        assert None not in answers
        assert time.monotonic() - began < 2.5
        assert not notebook_of(pair).exists()
        program.send("q")
        program.wait_for("the program ends when the disk has everything")
        assert program.wait() == 0
    assert len(saved_in(notebook_of(pair))) == 1


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_while_the_slow_disk_writes_saves_what_came_after(
    name: str, pair: tuple[Path, Path], home: Home
) -> None:
    number = getattr(signal, name)
    with opened(pair, home, SLOW_DISK) as program:
        ready(program)
        program.send("tn")
        program.wait_for("saving")
        program.send("jto")
        program.settle()
        os.kill(program.pid, number)
        assert program.wait() == 128 + number
    assert len(saved_in(notebook_of(pair))) == 2


def test_killed_while_the_slow_disk_writes_the_next_start_recovers(
    pair: tuple[Path, Path], home: Home
) -> None:
    with opened(pair, home, SLOW_DISK) as program:
        ready(program)
        program.send("tn")
        program.wait_for("saving")
        program.send("jto")
        program.settle()
        os.kill(program.pid, signal.SIGKILL)
        assert program.wait() == -signal.SIGKILL
    assert not notebook_of(pair).exists()
    assert len(list(pair[0].parent.glob(".compare-tui-*.tmp"))) == 1
    with opened(pair, home) as program:
        program.wait_for("ended with 2 acts not")
        program.send("r")
        program.wait_for("recovered")
        program.send("q")
        assert program.wait() == 0
    assert len(saved_in(notebook_of(pair))) == 2
    assert list(pair[0].parent.glob(".compare-tui-*.tmp")) == []
