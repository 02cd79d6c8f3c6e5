from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.review.people import annotate, write_articles

from compare_tui.cli import main
from compare_tui.settings.config_files import PROJECT_NAME

NUMBER = ("number", "at least 12 people", "Nine people")
TIME = ("time", "Sunday", "Monday")


@pytest.fixture
def folder(nobody_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_articles(nobody_home / "pair")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(nobody_home / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("LOGNAME", "jlogin")
    monkeypatch.chdir(nobody_home)
    return nobody_home / "pair"


def where(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main(["where", str(folder / "wire.txt"), str(folder / "paper.txt"), *words]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out.splitlines()


def test_the_author_and_what_names_it(
    folder: Path, nobody_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def author() -> str:
        return next(line for line in where(folder, capsys) if line.startswith("author:"))

    assert author() == "author: jlogin (jlogin), from the login"
    (nobody_home / "gitconfig").write_text("[user]\n\tname = Gitta Ilves\n")
    assert author() == "author: Gitta Ilves (gitta-ilves), from git's user.name"
    (folder / PROJECT_NAME).write_text("author: Mara\n")
    assert author() == f"author: Mara (mara), from project file {folder / PROJECT_NAME}:1"
    told = where(folder, capsys, "--author", "Jon Hale")
    assert "author: Jon Hale (jon-hale), from --author" in told
    assert told[0] == f"notebook: {folder / 'wire--paper.jon-hale.notes.yaml'}"


def test_a_notebook_that_is_not_there_yet_is_not_made(
    folder: Path, nobody_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.iterdir())
    told = where(folder, capsys, "--author", "Mara")
    state = nobody_home / "state" / "compare-tui"
    assert told == [
        f"notebook: {folder / 'wire--paper.mara.notes.yaml'}",
        "exists: no",
        "annotations: 0",
        "author: Mara (mara), from --author",
        "tag set: news-discrepancies/1, from the program",
        f"copies: beside the notebook, else {state}",
        f"journal: {state / 'journal'}",
    ]
    assert sorted(folder.iterdir()) == before
    assert not state.exists()


def test_a_notebook_that_is_there_and_those_of_colleagues(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = annotate(folder, "mara", NUMBER, TIME)
    jon = annotate(folder, "jon", NUMBER)
    os.utime(path, (0, 1_700_000_000))
    told = where(folder, capsys, "--author", "mara")
    assert told[:4] == [
        f"notebook: {path}",
        "exists: yes",
        "annotations: 2",
        "last changed: 2023-11-14T22:13:20Z",
    ]
    assert f"other notebook: {jon} (Jon, 1 annotation)" in told
    assert not any(str(path) in line for line in told[1:])


def test_json_says_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annotate(folder, "jon", NUMBER)
    notes = folder / "mine.notes.yaml"
    tags = folder / "desk.tags.yaml"
    tags.write_text("name: desk/1\ntags:\n  - {key: x, name: x, definition: X., colour: accent}\n")
    words = ["--format", "json", "--notes", str(notes), "--author", "Mara"]
    told = json.loads("\n".join(where(folder, capsys, *words)))
    assert told["notebook"] == str(notes)
    assert (told["exists"], told["annotations"], told["changed"], told["problem"]) == (False, 0, None, None)
    assert (told["author"], told["author_id"], told["author_from"]) == ("Mara", "mara", "--author")
    assert (told["tags"], told["tags_file"]) == ("desk/1", str(tags))
    assert [one["author"] for one in told["others"]] == ["Jon"]


def test_an_unreadable_or_foreign_notebook_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = annotate(folder, "mara", NUMBER)
    told = where(folder, capsys, "--author", "Jon", "--notes", str(path))
    assert "problem: the notebook of Mara, opened read-only" in told
    path.write_text("schema: x\n")
    told = where(folder, capsys, "--author", "mara")
    assert told[1] == "exists: yes"
    assert not any(line.startswith("annotations:") for line in told)
    assert any(line.startswith(f"problem: {path}:1:9: schema: expected") for line in told)
    beside = path.with_name("wire--paper-2.mara.notes.yaml")
    assert f"new notes: {beside}" in told
    path.unlink()
    annotate(folder, "mara", TIME).rename(beside)
    path.write_text("schema: x\n")
    assert f"new notes: {beside}" in where(folder, capsys, "--author", "mara")


def test_where_starts_without_the_screen(folder: Path) -> None:
    code = (
        "import sys; from compare_tui.cli import main; code = main(sys.argv[1:]);"
        "sys.exit(code or 'textual' in sys.modules or 'rich' in sys.modules)"
    )
    words = ["where", str(folder / "wire.txt"), str(folder / "paper.txt")]
    ended = subprocess.run([sys.executable, "-c", code, *words], check=False, timeout=60, capture_output=True)
    assert ended.returncode == 0
