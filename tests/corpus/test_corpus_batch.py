from __future__ import annotations

import contextlib
import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.corpus.corpora import PAIRS, command, contents, run, write_corpus, write_list

from compare_tui.corpus.batch import Batch, Finished, Plan
from compare_tui.corpus.pair_list import read_pair_list
from compare_tui.corpus.work import Outcome, Task, compare_task
from compare_tui.report import schema_text


class InThisProcess(Executor):
    """Compares at once, and notes how many pairs were with it at one time."""

    def __init__(self) -> None:
        self.submitted: list[Task] = []

    def submit(self, work: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        self.submitted.append(arguments[0])
        future: Future[Any] = Future()
        future.set_result(work(*arguments))
        return future


def finish(plan: Plan, executor: Executor | None = None) -> list[Finished]:
    @contextmanager
    def made() -> Iterator[Executor]:
        yield executor or InThisProcess()

    return list(Batch(plan, made).run())


def test_each_pair_has_a_file_of_the_published_form(tmp_path: Path) -> None:
    names = sorted(path.name for path in PAIRS.iterdir() if path.is_dir())[:3]
    listed = write_list(
        tmp_path, "".join(f"- {{a: {PAIRS / n}/a.txt, b: {PAIRS / n}/b.txt}}\n" for n in names)
    )
    result = run("batch", listed, "-o", tmp_path / "out", "--jobs", "2")
    assert (result.returncode, result.stdout) == (0, "")
    assert "3 pairs compared; 0 skipped" in result.stderr
    files = sorted((tmp_path / "out" / "pairs").iterdir())
    assert len(files) == 3
    schema = json.loads(schema_text("comparison"))
    for path, name in zip(files, names, strict=True):
        data = json.loads(path.read_bytes())
        jsonschema.validate(data, schema)
        alone = run("compare", PAIRS / name / "a.txt", PAIRS / name / "b.txt", "--format", "json")
        assert data == json.loads(alone.stdout)


def test_a_bad_pair_is_told_and_skipped(tmp_path: Path) -> None:
    listed = write_corpus(tmp_path, 2)
    (tmp_path / "blank.txt").write_text(" \n", encoding="utf-8")
    text = listed.read_text(encoding="utf-8")
    text += "- {a: 0-a.txt, b: gone.txt}\n- {a: blank.txt, b: 1-b.txt, name: empty}\n- a: 0-a.txt\n"
    write_list(tmp_path, text)
    result = run("batch", "pairs.yaml", "-o", "out", "--jobs", "1", cwd=tmp_path)
    assert result.returncode == 2
    assert "pairs.yaml:5:3: 0-a--gone: skipped: gone.txt does not exist" in result.stderr
    assert "pairs.yaml:6:3: empty: skipped: blank.txt holds only blanks" in result.stderr
    assert "pairs.yaml:7:3: [4].b: missing" in result.stderr
    assert "2 pairs compared; 3 skipped" in result.stderr
    with (tmp_path / "out" / "summary.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["state"] for row in rows] == ["compared", "compared", "skipped", "skipped"]
    assert rows[0]["differences"] != "0"
    assert rows[3]["reason"] == "blank.txt holds only blanks"


def test_killed_in_the_middle_it_goes_on_to_the_same_result(tmp_path: Path) -> None:
    listed = write_corpus(tmp_path, 60)
    words = ("--format", "json,csv", "--jobs", "2")
    assert run("batch", listed, "-o", tmp_path / "whole", *words).returncode == 0
    output = tmp_path / "killed"
    running = subprocess.Popen(
        command("batch", listed, "-o", output, *words), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    manifest = output / "manifest.jsonl"
    give_up = time.monotonic() + 60
    while not (manifest.exists() and manifest.read_bytes().count(b"\n") >= 5):
        assert running.poll() is None
        assert time.monotonic() < give_up
        time.sleep(0.002)
    running.kill()
    assert running.wait() == -signal.SIGKILL
    assert not (output / "summary.csv").exists()
    done = manifest.read_bytes().count(b"\n")
    assert 5 <= done < 60
    # What a crash in the middle of writing leaves behind.
    with manifest.open("ab") as stream:
        stream.write(b'{"name": "40-a--40-b", "key": "')
    (output / "pairs" / ".compare-tui-00000000-1-000000000000.tmp").write_text("{", encoding="utf-8")
    os.utime(output / "pairs" / ".compare-tui-00000000-1-000000000000.tmp", (0, 0))
    again = run("batch", listed, "-o", output, *words)
    assert again.returncode == 0
    assert f"60 pairs compared, {done} of them in an earlier run" in again.stderr
    assert contents(output) == contents(tmp_path / "whole")


def test_workers_end_with_the_program_that_was_killed(tmp_path: Path) -> None:
    listed = write_corpus(tmp_path, 200)
    running = subprocess.Popen(
        command("batch", listed, "-o", tmp_path / "out", "--jobs", "2"),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    if not children.exists():
        running.kill()
        running.wait()
        pytest.skip("the system does not tell the children of a process")
    give_up = time.monotonic() + 60
    while not (tmp_path / "out" / "manifest.jsonl").exists() or len(children.read_text().split()) < 2:
        assert time.monotonic() < give_up
        time.sleep(0.01)
    workers = [int(word) for word in children.read_text().split()]
    running.kill()
    running.wait()
    while any(_runs(worker) for worker in workers):
        assert time.monotonic() < give_up
        time.sleep(0.01)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def test_only_what_has_changed_is_compared_again(tmp_path: Path) -> None:
    plan = Plan(read_pair_list(write_corpus(tmp_path, 5)).pairs, tmp_path / "out", ("csv",))
    assert not any(one.is_old for one in finish(plan))
    (tmp_path / "1-b.txt").write_text("A ferry sank near Lund on Tuesday.\n", encoding="utf-8")
    (tmp_path / "out" / "pairs" / "2-a--2-b.csv").write_text("spoilt", encoding="utf-8")
    (tmp_path / "out" / "pairs" / "3-a--3-b.csv").unlink()
    executor = InThisProcess()
    assert sum(one.is_old for one in finish(plan, executor)) == 2
    assert sorted(task.name[0] for task in executor.submitted) == ["1", "2", "3"]
    undisturbed = Plan(plan.pairs, tmp_path / "fresh", ("csv",))
    finish(undisturbed)
    assert contents(plan.output) == contents(undisturbed.output)


def test_never_more_pairs_in_flight_than_asked_for(tmp_path: Path) -> None:
    class Slow(Executor):
        """Compares nothing before it holds as many pairs as it is given."""

        def __init__(self) -> None:
            self.held: list[tuple[Future[Outcome], Task]] = []
            self.most = 0

        def submit(self, work: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
            future: Future[Outcome] = Future()
            self.held.append((future, arguments[0]))
            self.most = max(self.most, len(self.held))
            if len(self.held) == 3 or arguments[0].name.startswith("9-"):
                for waiting, task in self.held:
                    waiting.set_result(compare_task(task))
                self.held.clear()
            return future

    executor = Slow()
    plan = Plan(read_pair_list(write_corpus(tmp_path, 10)).pairs, tmp_path / "out", in_flight=3)
    assert all(not one.reason for one in finish(plan, executor))
    assert executor.most == 3


def test_a_comparison_that_fails_is_one_bad_pair(tmp_path: Path) -> None:
    class Failing(InThisProcess):
        def submit(self, work: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
            if arguments[0].name.startswith("1"):
                future: Future[Any] = Future()
                future.set_exception(RuntimeError("the worker\nran away"))
                return future
            return super().submit(work, *arguments)

    plan = Plan(read_pair_list(write_corpus(tmp_path, 3)).pairs, tmp_path / "out")
    reasons = {one.pair.name[0]: one.reason for one in finish(plan, Failing())}
    assert reasons["0"] == reasons["2"] == ""
    assert reasons["1"].startswith("the comparison failed: RuntimeError: the worker")
    assert "\n" not in reasons["1"]


def test_a_worker_that_dies_takes_only_its_pair_along(tmp_path: Path) -> None:
    made = 0

    class Dying(InThisProcess):
        """Breaks over the second pair, and takes along what is still in flight."""

        def submit(self, work: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
            if arguments[0].name.startswith("1"):
                future: Future[Any] = Future()
                future.set_exception(BrokenProcessPool("died"))
                return future
            return super().submit(work, *arguments)

    @contextmanager
    def make() -> Iterator[Executor]:
        nonlocal made
        made += 1
        yield Dying()

    plan = Plan(read_pair_list(write_corpus(tmp_path, 4)).pairs, tmp_path / "out", in_flight=2)
    reasons = {one.pair.name[0]: one.reason for one in Batch(plan, make).run()}
    assert {name: bool(reason) for name, reason in reasons.items()} == {
        **dict.fromkeys("023", False),
        "1": True,
    }
    assert "the process that compared it died" in reasons["1"]
    assert made > 1


def test_any_executor_gives_the_same(tmp_path: Path) -> None:
    pairs = read_pair_list(write_corpus(tmp_path, 4)).pairs
    finish(Plan(pairs, tmp_path / "one", ("json", "csv")))
    with ProcessPoolExecutor(1) as executor:
        finish(Plan(pairs, tmp_path / "two", ("json", "csv")), executor)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_table_of_differences_opens_safely_in_a_spreadsheet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry took =CMD 48 people to Orsk.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The ferry took -52 people to Orsk.\n", encoding="utf-8")
    listed = read_pair_list(write_list(tmp_path, "- {a: a.txt, b: b.txt}\n"))
    finish(Plan(listed.pairs, tmp_path / "out", ("csv",)))
    with (tmp_path / "out" / "differences.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert len(rows) > 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_an_interrupt_ends_it_in_order(tmp_path: Path) -> None:
    listed = write_corpus(tmp_path, 400)
    output = tmp_path / "out"
    running = subprocess.Popen(
        command("batch", listed, "-o", output, "--jobs", "2"),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    give_up = time.monotonic() + 60
    manifest = output / "manifest.jsonl"
    while not (manifest.exists() and manifest.stat().st_size):
        assert time.monotonic() < give_up
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert told == ""
    assert not (output / "summary.csv").exists()
    assert not list(output.rglob("*.tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no pseudo-terminals")
def test_a_terminal_shows_a_bar_that_is_gone_at_the_end(tmp_path: Path) -> None:
    import pty

    listed = write_corpus(tmp_path, 6)
    text = listed.read_text(encoding="utf-8")
    write_list(tmp_path, text + '- {a: "bad \\e[31mname.txt", b: 0-b.txt}\n')
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        command("batch", listed, "-o", tmp_path / "out", "--jobs", "1"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"},
    )
    os.close(theirs)
    shown = b""
    # Reading fails when the last writer has closed the terminal.
    with contextlib.suppress(OSError):
        while piece := os.read(ours, 65536):
            shown += piece
    os.close(ours)
    assert running.wait(timeout=60) == 2
    assert running.stdout is not None
    assert running.stdout.read() == b""
    running.stdout.close()
    assert b"comparing" in shown
    assert b"7/7" in shown
    assert b"skipped" in shown
    assert b"\x1b[31mname" not in shown
    last = shown.rsplit(b"comparing", 1)[1]
    assert b"\x1b[2K" in last
    assert b"6 pairs compared; 1 skipped" in last


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--jobs", "0"), "expected a number from 1"),
        (("--format", "xml"), "expected json, csv or json,csv"),
        (("--jobs", "2", "--scheduler", "tcp://localhost:1"), "--jobs is for processes of this machine"),
    ],
)
def test_wrong_usage_is_told(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    result = run("batch", write_corpus(tmp_path, 1), "-o", tmp_path / "out", *words)
    assert result.returncode == 2
    assert said in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    result = run("batch", write_corpus(tmp_path, 1), "-o", tmp_path / "0-a.txt")
    assert result.returncode == 2
    assert "the folder cannot be made" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units elsewhere")
def test_memory_does_not_grow_with_the_list(tmp_path: Path) -> None:
    code = (
        "import re, sys, resource\n"
        "if __name__ == '__main__':\n"
        "    from compare_tui.cli import main\n"
        "    assert main(['batch', *sys.argv[1:]]) == 0\n"
        "    print(re.search(r'VmHWM:\\s+(\\d+) kB', open('/proc/self/status').read())[1])\n"
        "    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    script = tmp_path / "measured.py"
    script.write_text(code, encoding="utf-8")
    peaks = []
    for count in (30, 300):
        folder = tmp_path / str(count)
        folder.mkdir()
        listed = write_corpus(folder, count)
        done = subprocess.run(
            [sys.executable, str(script), str(listed), "-o", str(folder / "out"), "--jobs", "1"],
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        peaks.append([int(line) for line in done.stdout.split()])
    few, many = peaks
    assert all(after - before < 4_000 for before, after in zip(few, many, strict=True)), peaks
