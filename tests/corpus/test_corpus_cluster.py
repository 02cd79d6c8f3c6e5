from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.corpus.corpora import contents, run, write_corpus, write_list
from tests.sources.samples import HTML

from compare_tui.annotation import Author, Notebook, make_anchor
from compare_tui.article import read_article
from compare_tui.cli import main


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Start a scheduler and two workers as processes of their own, and give the scheduler's address."""
    told = tmp_path / "scheduler.json"
    quiet = ("--no-dashboard", "--host", "127.0.0.1")
    commands = [
        ("dask_scheduler", *quiet, "--port", "0", "--scheduler-file", told),
        *(
            (
                "dask_worker",
                *quiet,
                "--scheduler-file",
                told,
                "--nthreads",
                "1",
                "--local-directory",
                tmp_path / n,
            )
            for n in ("one", "two")
        ),
    ]
    with ExitStack() as stack:
        for name, *words in commands:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{name}", *map(str, words)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=tmp_path,
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
        give_up = time.monotonic() + 60
        while True:
            try:
                found = json.loads(told.read_text(encoding="utf-8"))["address"]
                break
            except (FileNotFoundError, ValueError):
                assert time.monotonic() < give_up
                time.sleep(0.05)
        code = "import sys; from distributed import Client; Client(sys.argv[1]).wait_for_workers(2, 60)"
        subprocess.run([sys.executable, "-c", code, found], check=True, timeout=90, capture_output=True)
        yield found


def test_a_cluster_of_two_workers_gives_the_same(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    listed = write_corpus(folder, 12)
    text = listed.read_text(encoding="utf-8")
    (folder / "page.html").write_text(HTML, encoding="utf-8")
    articles = read_article(folder / "0-a.txt"), read_article(folder / "0-b.txt")
    notebook = Notebook.open(folder / "mine.notes.yaml", *articles, Author("mara", "Mara"))
    end = make_anchor(articles[0], 4, 9)
    notebook.add(tag="number", relation="one-sided", severity="major", a=end, b=None)
    notebook.save()
    more = "- {a: 0-a.txt, b: page.html}\n- {a: 0-a.txt, b: 0-b.txt, notes: mine.notes.yaml, name: noted}\n"
    write_list(folder, f"{text}{more}- {{a: gone.txt, b: 0-b.txt}}\n")
    words = ("batch", listed, "--format", "json,csv")
    there = run(*words, "-o", tmp_path / "there", "--scheduler", address)
    here = run(*words, "-o", tmp_path / "here", "--jobs", "1")
    assert there.stderr == here.stderr
    assert there.returncode == here.returncode == 2
    assert "14 pairs compared; 1 skipped" in there.stderr
    assert b"Mara" in contents(tmp_path / "there")["annotations.csv"]
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "localhost", "tcp://127.0.0.1:99999"])
def test_a_scheduler_that_does_not_answer_is_told(address: str, tmp_path: Path) -> None:
    result = run("batch", write_corpus(tmp_path, 1), "-o", tmp_path / "out", "--scheduler", address)
    assert result.returncode == 2
    assert address in result.stderr
    assert result.stderr.count("\n") == 1


def test_without_dask_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    words = ["batch", str(write_corpus(tmp_path, 1)), "-o", str(tmp_path / "out")]
    assert main([*words, "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert 'pip install "compare-tui[cluster]"' in capsys.readouterr().err
