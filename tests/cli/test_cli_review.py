"""Which articles and notebooks ``compare-tui review`` opens; without a terminal it prints the comparison."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.people import A, annotate, load, store, write_articles

from compare_tui.cli import main
from compare_tui.review.opening import MOST_NAMED

Told = Callable[..., tuple[int, str, str]]
NUMBER = ("number", "at least 12 people", "Nine people")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    desk = tmp_path / "desk"
    write_articles(desk)
    annotate(desk, "mara", NUMBER)
    annotate(desk, "tom", NUMBER, ("time", "Sunday", "Monday"))
    return desk


@pytest.fixture
def mail(desk: Path, tmp_path: Path) -> Path:
    """Return a folder with the notebooks and without the articles."""
    folder = tmp_path / "mail"
    folder.mkdir()
    for path in desk.glob("*.notes.yaml"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def run(*words: Path | str) -> tuple[int, str, str]:
        code = main(["review", *map(str, words)])
        return code, *capsys.readouterr()

    return run


def test_a_folder_is_enough_where_its_notebooks_name_the_articles(desk: Path, told: Told) -> None:
    before = {path: path.read_bytes() for path in desk.iterdir()}
    code, out, err = told(desk)
    assert (code, err) == (0, "")
    assert "Article A: Twelve dead as coach overturns" in out
    assert {path: path.read_bytes() for path in desk.iterdir()} == before


def test_missing_articles_are_told_with_the_way_out(mail: Path, told: Told) -> None:
    code, _, err = told(mail)
    assert code == 2
    assert "article A is missing (wire.txt does not exist)" in err
    assert "--article-a FILE and --article-b FILE" in err


def test_an_article_is_pointed_to(desk: Path, mail: Path, told: Told) -> None:
    shutil.copy(desk / "wire.txt", mail)
    code, _, err = told(mail)
    assert code == 2
    assert "point to it with --article-b FILE" in err
    code, out, err = told(mail, "--article-b", desk / "paper.txt")
    assert (code, err) == (0, "")
    assert "Article B: Coach crash kills nine" in out
    assert told(desk / "wire.txt", desk / "paper.txt", mail)[::2] == (0, "")


def test_an_article_that_moved_and_changed_is_known_by_the_quotes(mail: Path, desk: Path, told: Told) -> None:
    later = desk / "later"
    later.mkdir()
    for name, text in (
        ("new.txt", A.replace("on Sunday", "on Monday")),
        ("wire.txt", A.replace("Twelve", "12")),
    ):
        (later / name).write_text(text, encoding="utf-8")
        code, _, err = told(mail, "--article-a", later / name, "--article-b", desk / "paper.txt")
        assert code == 0
        assert err.count("made with another text of article A: annotations are found by their words") == 2


def test_other_articles_and_swapped_ones_are_told_apart(desk: Path, mail: Path, told: Told) -> None:
    other = mail / "other.txt"
    other.write_text("A storm hit Lund on Sunday. Nobody was hurt.\n", encoding="utf-8")
    code, _, err = told(mail, "--article-a", other, "--article-b", desk / "paper.txt")
    assert code == 2
    assert "of other articles" in err
    code, _, err = told(desk / "paper.txt", desk / "wire.txt", mail)
    assert code == 2
    assert "the other way round" in err


def test_bad_notebooks_are_told_and_the_others_open(desk: Path, told: Told) -> None:
    broken = desk / "broken.notes.yaml"
    broken.write_text("schema: compare-tui/annotations/1\nannotations: [\n", encoding="utf-8")
    marked = desk / "marked.notes.yaml"
    marked.write_text("<<<<<<< ours\nschema: x\n", encoding="utf-8")
    shutil.copy(desk / "wire--paper.mara.notes.yaml", desk / "copy.notes.yaml")
    code, out, err = told(desk)
    assert code == 0
    assert "Article A" in out
    assert "broken.notes.yaml:" in err
    assert "marked.notes.yaml:1" in err
    assert "a copy of" in err


def test_pointing_and_naming_exclude_each_other(desk: Path, told: Told) -> None:
    code, _, err = told(desk / "wire.txt", desk / "paper.txt", desk, "--article-a", "x.txt")
    assert code == 2
    assert "in place of A and B" in err


def test_a_notebook_may_have_another_name(desk: Path, told: Told) -> None:
    path = (desk / "wire--paper.tom.notes.yaml").rename(desk / "tom.yaml")
    assert told(desk / "wire.txt", desk / "paper.txt", path)[::2] == (0, "")


def test_a_page_is_read_as_a_page(tmp_path: Path, told: Told) -> None:
    page = "<html><body><article><h1>Ferry sinks</h1>" + "<p>All 48 people were saved on Monday.</p>" * 5
    (tmp_path / "wire.html").write_text(page + "</article></body></html>", encoding="utf-8")
    (tmp_path / "paper.txt").write_text("Ferry sinks\n\nAll 52 people were saved.\n", encoding="utf-8")
    from compare_tui.annotation import Author, Notebook, make_anchor
    from compare_tui.sources import read_article

    a, b = (read_article(tmp_path / name) for name in ("wire.html", "paper.txt"))
    notebook = Notebook.open(tmp_path / "x.mara.notes.yaml", a, b, Author("mara", "Mara"))
    at = b.text.index("52")
    notebook.add(tag="number", relation="one-sided", severity="major", a=None, b=make_anchor(b, at, at + 2))
    store(notebook.path, notebook.current_file)
    code, out, err = told(tmp_path)
    assert (code, err) == (0, "")
    assert "<p>" not in out


def test_many_notebooks_of_other_pairs_in_a_folder_are_counted(desk: Path, told: Told) -> None:
    file = load(desk / "wire--paper.mara.notes.yaml")
    for number in range(MOST_NAMED + 1):
        other = replace(file.a, path=f"other{number}.txt", text_sha256=f"{number}", title="Ferry sinks")
        store(desk / f"other{number}.notes.yaml", replace(file, a=other, file_id=f"f-{number}"))
    code, _, err = told(desk)
    assert (code, err) == (0, f"compare-tui: {MOST_NAMED + 1} notebooks are of other articles\n")
    (desk / "other0.notes.yaml").unlink()
    code, _, err = told(desk)
    assert err.count('of other articles: "Ferry sinks"') == MOST_NAMED
