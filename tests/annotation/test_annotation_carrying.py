"""Annotations of an earlier version of an article, taken over into the notebook of a later one."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare_tui.annotation import Author, Notebook, make_anchor, open_pair_notebook, read_notebook
from compare_tui.annotation.anchoring import Tally, find_lost
from compare_tui.annotation.notebook_carrying import earlier_notebooks
from compare_tui.article import Article, read_article

MARA = Author("mara", "Mara Ilves")
FIRST = (
    "Twelve dead\n\nPolice said that at least 12 people died on Sunday.\n\nThe driver survived the crash.\n"
)
SECOND = FIRST.replace("12", "14") + "\nThe road was opened again on Monday.\n"
PAPER = "Nine dead\n\nNine people died, a witness said.\n"


def written(folder: Path, name: str, text: str) -> Article:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_article(path)


@pytest.fixture
def first(tmp_path: Path) -> Notebook:
    """A notebook on the first version: three annotations and a link by hand."""
    a, b = written(tmp_path, "wire-1.txt", FIRST), written(tmp_path, "paper.txt", PAPER)
    book = open_pair_notebook(a, b, MARA)
    for words, other in (("at least 12", "Nine people"), ("driver survived", None), ("Sunday", None)):
        start = a.text.index(words)
        anchor = make_anchor(a, start, start + len(words))
        at = b.text.index(other) if other else 0
        end = make_anchor(b, at, at + len(other)) if other else None
        book.add(tag="number", relation="conflict", severity="major", a=anchor, b=end, note=words)
    book.correct("link", make_anchor(a, 0, 11), make_anchor(b, 0, 9), "link A 1 and B 1")
    book.save()
    return book


def later(tmp_path: Path, text: str = SECOND) -> Notebook:
    a, b = written(tmp_path, "wire-2.txt", text), read_article(tmp_path / "paper.txt")
    return open_pair_notebook(a, b, MARA)


def test_the_notebook_of_an_earlier_version_is_found_and_carried_over(
    first: Notebook, tmp_path: Path
) -> None:
    before = first.path.read_bytes()
    book = later(tmp_path)
    assert book.path != first.path
    (found,) = earlier_notebooks(book._a, book._b, MARA, book.path)
    assert (found.path, found.quotes, found.found) == (first.path, 4, 3)
    assert book.carry_over(found.file) == 3
    assert [one.id for one in book.annotations] == [one.id for one in first.annotations]
    assert [one.note for one in book.annotations] == [one.note for one in first.annotations]
    assert book.corrections == first.corrections
    book.take_placements(find_lost(book.lost, book._a, book._b))
    assert book.tally == Tally(anchored=2, moved=1)
    assert book.save()
    assert first.path.read_bytes() == before
    assert len(read_notebook(book.path.read_bytes(), "n").annotations) == 3
    assert book.carry_over(found.file) == 0, "nothing is taken twice"
    assert book.undo() == "carry 3 annotations over from an earlier version"
    assert book.annotations == ()
    assert book.corrections == ()


def test_notebooks_of_other_people_other_articles_and_broken_ones_are_passed_over(
    first: Notebook, tmp_path: Path
) -> None:
    book = later(tmp_path)
    (tmp_path / "broken--x.mara.notes.yaml").write_text("schema: [")
    (tmp_path / "folder--x.mara.notes.yaml").mkdir()
    assert len(earlier_notebooks(book._a, book._b, MARA, book.path)) == 1
    assert earlier_notebooks(book._a, book._b, Author("jan", "Jan"), book.path) == []
    assert earlier_notebooks(first._a, first._b, MARA, first.path) == []
    other = later(tmp_path, "An article about the harvest.\n\nIt was good this year.\n")
    assert earlier_notebooks(other._a, other._b, MARA, other.path) == []
