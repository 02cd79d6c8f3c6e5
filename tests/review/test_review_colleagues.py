from __future__ import annotations

from pathlib import Path

import pytest
from tests.review.people import annotate, read_articles, write_articles

from compare_tui.annotation import Author, Notebook
from compare_tui.annotation.location import notebooks_beside
from compare_tui.review.colleagues import Colleagues
from compare_tui.review.opening import NotebookReader, open_notebooks


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    write_articles(tmp_path)
    annotate(tmp_path, "mara", ("number", "at least 12 people", "Nine people"))
    annotate(tmp_path, "tom", ("place", "Basel", None))
    return tmp_path


def own(folder: Path) -> Notebook:
    a, b = read_articles(folder)
    return Notebook.open(folder / "wire--paper.ed.notes.yaml", a, b, Author("ed", "Ed"))


def file(folder: Path, who: str) -> Path:
    return folder / f"wire--paper.{who}.notes.yaml"


def people(colleagues: Colleagues) -> list[str]:
    return [one.author.id for one in colleagues.notebooks]


def test_notebooks_are_opened_and_closed_and_none_is_written(desk: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in desk.glob("*.*")}
    colleagues = Colleagues(own(desk), [file(desk, "mara")], read_articles(desk))
    assert people(colleagues) == ["mara"]
    assert colleagues.open(file(desk, "tom")) == ()
    assert people(colleagues) == ["mara", "tom"]
    colleagues.close("mara")
    assert people(colleagues) == ["tom"]
    assert colleagues.open(desk) == ()
    assert people(colleagues) == ["mara", "tom"]
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in desk.glob("*.*")} == before


def test_what_cannot_be_used_is_explained_and_not_kept(desk: Path) -> None:
    broken = desk / "zoe.notes.yaml"
    broken.write_text("schema: compare-tui/annotations/1\nauthor: [\n", encoding="utf-8")
    other = annotate(write_other(desk), "ana", ("number", "at least 12 people", None))
    annotate(desk, "ed", ("who", "Police", None))
    colleagues = Colleagues(own(desk), [file(desk, "mara")], read_articles(desk))
    (told,) = colleagues.open(broken)
    assert f"{broken}:3:" in told or f"{broken}:2:" in told
    assert "of other articles" in colleagues.open(other)[0]
    assert "No such file" in colleagues.open(desk / "gone.notes.yaml")[0]
    assert "your own notebook" in colleagues.open(file(desk, "ed"))[0]
    assert "open already" in colleagues.open(file(desk, "mara"))[0]
    assert people(colleagues) == ["mara"]
    assert colleagues.opened.left_out == ()


def write_other(desk: Path) -> Path:
    folder = desk / "other"
    write_articles(folder)
    for name in ("wire.txt", "paper.txt"):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    return folder


def test_marks_are_found_in_articles_that_were_read_anew(desk: Path) -> None:
    colleagues = Colleagues(own(desk), [desk], read_articles(desk))
    wire = desk / "wire.txt"
    wire.write_text("A new first line.\n\n" + wire.read_text(encoding="utf-8"), encoding="utf-8")
    colleagues.take_articles(read_articles(desk))
    assert people(colleagues) == ["mara", "tom"]
    assert [one.changed for one in colleagues.notebooks] == [("a",), ("a",)]


def test_notebooks_beside_the_articles_are_those_of_the_pair_but_for_ones_own(desk: Path) -> None:
    annotate(desk, "ed", ("who", "Police", None))
    annotate(desk, "zoe", ("who", "Police", None), name="other--pair.zoe")
    assert notebooks_beside(*read_articles(desk), own(desk).path) == [file(desk, "mara"), file(desk, "tom")]


def test_a_notebook_that_was_read_is_read_anew_once_its_file_says_something_else(desk: Path) -> None:
    reader = NotebookReader()
    before = open_notebooks([desk], reader=reader).notebooks
    again = open_notebooks([desk], reader=reader).notebooks
    assert [one.file for one in again] == [one.file for one in before]
    path = before[0].path
    path.write_text(path.read_text(encoding="utf-8").replace('note: ""', "note: seen", 1), encoding="utf-8")
    after = next(one for one in open_notebooks([desk], reader=reader).notebooks if one.path == path)
    assert "seen" in [one.note for one in after.file.annotations]
