"""The program as git, pipes and pre-commit run it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from compare_tui.cli import main

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "git.md").read_text(encoding="utf-8")
PROGRAM = f'"{sys.executable}" -m compare_tui'

OLD = "The ferry sank on Monday near Orsk.\n\nAll 48 passengers were saved, the coastguard said.\n"
NEW = "The ferry sank on Monday near Orsk.\n\nAll 52 passengers were saved, the coastguard said.\n"


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    names = {
        f"GIT_{who}_{what}": "mara@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    return subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**os.environ, **names, "GIT_CONFIG_NOSYSTEM": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository whose working folder has a changed, a new and a removed article."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path / "desk"
    folder.mkdir()
    git(folder, "init", "--quiet")
    (folder / "wire.txt").write_text(OLD, encoding="utf-8")
    (folder / "gone.txt").write_text("The mayor resigned on Friday.\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    (folder / "wire.txt").write_text(NEW, encoding="utf-8")
    (folder / "gone.txt").unlink()
    (folder / "new.txt").write_text("A storm hit Lund on Sunday.\n", encoding="utf-8")
    git(folder, "add", ".")
    found = re.search(r"difftool\.compare-tui\.cmd \\\n  '(compare-tui .*)'\n", PAGE)
    assert found is not None
    git(folder, "config", "difftool.compare-tui.cmd", found[1].replace("compare-tui", PROGRAM, 1))
    return folder


def test_git_difftool_as_the_manual_sets_it_up(repository: Path) -> None:
    shown = git(repository, "difftool", "-y", "-t", "compare-tui", "HEAD", "--", "wire.txt")
    assert shown.stderr == ""
    assert "(a/wire.txt)" in shown.stdout
    assert "(b/wire.txt)" in shown.stdout
    assert "number, major: A [48], B [52]" in shown.stdout


def test_git_difftool_shows_files_that_were_added_or_removed(repository: Path) -> None:
    shown = git(repository, "difftool", "-y", "-t", "compare-tui", "HEAD")
    assert shown.stderr == ""
    assert "Article A: no article (a/new.txt)" in shown.stdout
    assert "B 1: A storm hit Lund on Sunday." in shown.stdout
    assert "Article B: no article (b/gone.txt)" in shown.stdout
    assert "A 1: The mayor resigned on Friday." in shown.stdout


def test_a_third_label_is_one_too_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["compare", os.devnull, str(tmp_path), *("--label", "x") * 3]
    assert main(words) == 2
    assert "--label can be given twice" in capsys.readouterr().err


@pytest.mark.parametrize(("a", "b", "code"), [(OLD, OLD, 0), (OLD, NEW, 1), (None, NEW, 1), (OLD, "", 2)])
def test_exit_codes_are_those_of_diff(a: str | None, b: str, code: int, tmp_path: Path) -> None:
    paths = []
    for name, text in (("a.txt", a), ("b.txt", b)):
        path = tmp_path / name
        if text is not None:
            path.write_text(text, encoding="utf-8")
        paths.append(os.devnull if text is None else str(path))
    assert main(["compare", *paths, "--exit-code"]) == code


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_a_pager_that_is_left_ends_the_program_quietly(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        text = "".join(f"Committee {number} adjourned in Lund.\n\n" for number in range(4000))
        (tmp_path / name).write_text(text, encoding="utf-8")
    script = f"{PROGRAM} compare a.txt b.txt --format json | head -1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert result.stdout == "{\n141\n"
    assert result.stderr == ""


def test_nothing_in_a_pipe_is_coloured(tmp_path: Path) -> None:
    for name, text in (("a.txt", OLD), ("b.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "compare_tui", "a.txt", "b.txt"],
        cwd=tmp_path,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert b"\x1b" not in result.stdout + result.stderr


def test_the_hook_checks_notebooks_and_tag_sets() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    assert hook["id"] in PAGE
    for name in ("a--b.mara.notes.yaml", "desk/x.notes.yaml", "tags.yaml", "desk/desk.tags.yaml"):
        assert re.search(hook["files"], name)
    for name in ("pairs.yaml", "a.notes.yaml.bak", "mytags.yaml", "notes.yaml"):
        assert not re.search(hook["files"], name)
