"""The whole program by ear, with keys from a pipe."""

from __future__ import annotations

import io
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from tests.tui.conftest import PAPER, WIRE, compare_ferries, make_article

from compare_tui.annotation.notebook import Notebook
from compare_tui.annotation.unreadable import open_anyhow
from compare_tui.article.model import Article
from compare_tui.cli import main
from compare_tui.comparison.model import Comparison
from compare_tui.linear.program import LinearProgram
from compare_tui.tui.key_map import DEFAULT_KEYS

Progress = Callable[[float, str], None]


def listen(
    notebook: Notebook,
    keys: str,
    compare: Callable[..., Comparison] = compare_ferries,
    problems: tuple[str, ...] = (),
) -> tuple[int, list[str], str]:
    """Run the program; return its exit code, its lines and what it says of its progress."""
    output, progress = io.StringIO(), io.StringIO()
    program = LinearProgram(
        make_article("wire.txt", WIRE),
        make_article("paper.txt", PAPER),
        notebook,
        key_map=DEFAULT_KEYS,
        problems=problems,
        compare=compare,
        output=output,
        progress=progress,
    )
    code = program.run(io.StringIO(keys))
    return code, output.getvalue().splitlines(), progress.getvalue()


def test_it_greets_compares_and_reads_the_first_passage(notebook: Notebook) -> None:
    code, lines, progress = listen(notebook, "q\n", problems=("config.yaml:1: themm: unknown setting",))
    assert code == 0
    assert lines[0].startswith("Article A: Ferry with 212 aboard")
    assert lines[2] == "Setting not followed: config.yaml:1: themm: unknown setting."
    assert lines[3].startswith("7 links, 9 differences")
    assert lines[4:6] == [
        "Question mark tells all keys.",
        "A 1, headline, linked to B 1, possible, no differences.",
    ]
    assert progress == ""


def test_the_end_of_the_input_saves_what_is_there(notebook: Notebook) -> None:
    code, _, _ = listen(notebook, "]\nt\nn\ne\nhalf a thought\n")
    assert code == 0
    saved = yaml.safe_load(notebook.path.read_text(encoding="utf-8"))
    assert [(one["tag"], one["note"]) for one in saved["annotations"]] == [("number", "half a thought")]


def test_ctrl_c_stops_the_comparison_and_the_articles_are_read(notebook: Notebook) -> None:
    calls = []

    def slow(a: Article, b: Article, *, progress: Progress) -> Comparison:
        calls.append(a)
        if len(calls) == 1:
            os.kill(os.getpid(), signal.SIGINT)
        return compare_ferries(a, b)

    code, lines, _ = listen(notebook, "j\nc\nj\nq\n", slow)
    assert code == 0
    assert lines[2] == "The comparison is stopped, c compares."
    assert "A 2, not compared." in lines
    assert lines.index("A 2, not compared.") < lines.index("Question mark tells all keys.")
    assert len(calls) == 2


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")
def test_a_signal_saves_and_is_the_exit_code(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    class Keys(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            line = super().readline()
            if not line:
                os.kill(os.getpid(), signal.SIGHUP)
            return line

    output = io.StringIO()
    a, b = make_article("wire.txt", WIRE), make_article("paper.txt", PAPER)
    program = LinearProgram(a, b, notebook, key_map=DEFAULT_KEYS, compare=compare_ferries, output=output)
    before = signal.getsignal(signal.SIGHUP)
    assert program.run(Keys("]\nt\nn\n")) == 128 + signal.SIGHUP
    assert signal.getsignal(signal.SIGHUP) is before
    assert "tag: number" in notebook.path.read_text(encoding="utf-8")


def test_a_signal_waits_until_a_saving_is_done(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    save = Notebook.save

    def interrupted(self: Notebook) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        return save(self)

    monkeypatch.setattr(Notebook, "save", interrupted)
    code, lines, _ = listen(notebook, "]\nt\nn\nj\nj\nq\n")
    assert code == 128 + signal.SIGINT
    assert lines[-1].startswith("Tagged number")
    assert "tag: number" in notebook.path.read_text(encoding="utf-8")


def test_a_failed_comparison_is_told(notebook: Notebook) -> None:
    def broken(a: Article, b: Article, *, progress: Progress) -> Comparison:
        raise ValueError("no \x1b[2J model")

    code, lines, _ = listen(notebook, "j\nq\n", broken)
    assert code == 0
    assert lines[2] == "The comparison failed: no ␛[2J model."
    assert "A 2, not compared." in lines


def test_progress_is_told_every_few_seconds(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)

    def slow(a: Article, b: Article, *, progress: Progress) -> Comparison:
        nonlocal now
        for step in range(20):
            now += 0.5
            progress(step / 20, "linking")
        return compare_ferries(a, b)

    _, _, progress = listen(notebook, "q\n", slow)
    assert progress.splitlines() == [
        "comparing, 25 percent",
        "comparing, 55 percent",
        "comparing, 85 percent",
    ]


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    a, b = tmp_path / "wire.txt", tmp_path / "paper.txt"
    a.write_text("The ferry Meridian ran aground near Orsk on Monday with 48 people on board.\n")
    b.write_text("On Monday the ferry Meridian ran aground near Orsk. There were 52 people on board.\n")
    return [str(a), str(b), "--author", "mara"]


def pipe(text: str, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Put a pipe in place of standard input; return what takes it away again."""
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    before = os.dup(0)
    os.dup2(reading, 0)
    os.close(reading)

    def restore() -> None:
        os.dup2(before, 0)
        os.close(before)

    return restore


def test_the_option_reads_keys_from_a_pipe(
    pair: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    restore = pipe("]\ntag\nn\nq\n", monkeypatch)
    try:
        assert main([*pair, "--linear"]) == 0
    finally:
        restore()
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].startswith("Tagged number: 48")
    assert (Path(pair[0]).parent / "wire--paper.mara.notes.yaml").exists()


def test_the_setting_alone_leaves_the_report_where_nobody_listens(
    pair: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COMPARE_TUI_LINEAR", "1")
    restore = pipe("q\n", monkeypatch)
    try:
        assert main(pair) == 0
    finally:
        restore()
    assert "BOTH TELL" in capsys.readouterr().out


def test_the_demo_is_copied_to_where_notes_can_be_written(
    nobody_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    restore = pipe("]\nt\nn\nq\n", monkeypatch)
    try:
        assert main(["demo", "--linear", "--author", "mara"]) == 0
    finally:
        restore()
    assert [path.name for path in nobody_home.rglob("*.notes.yaml")] == ["wire--paper.mara.notes.yaml"]


def test_a_broken_notebook_is_told_and_new_notes_go_beside_it(notebook: Notebook) -> None:
    notebook.path.write_text("schema: [")
    a, b = make_article("wire.txt", WIRE), make_article("paper.txt", PAPER)
    code, lines, _ = listen(open_anyhow(notebook.path, a, b, notebook.author), "t\nb\nn\nq\n")
    told = "\n".join(lines)
    assert code == 0
    assert f"{notebook.path}:1:10: not valid YAML" in told
    assert "B: begin that one." in told
    assert "Tagged number" in told
    assert notebook.path.read_text() == "schema: ["
    assert "tag: number" in notebook.path.with_name("wire--paper-2.mara.notes.yaml").read_text()
