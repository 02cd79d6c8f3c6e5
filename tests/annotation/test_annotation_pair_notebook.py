from __future__ import annotations

from pathlib import Path

from compare_tui.annotation import Author, Notebook, make_anchor, open_pair_notebook
from compare_tui.article import Article, read_article

MARA = Author("mara", "Mara")


def article(path: Path, text: str) -> Article:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_article(path)


def tagged(notebook: Notebook, a: Article) -> Notebook:
    notebook.add(tag="number", relation="one-sided", severity="minor", a=make_anchor(a, 0, 5), b=None)
    notebook.save()
    return notebook


def test_pairs_of_the_same_names_have_notebooks_of_their_own(tmp_path: Path) -> None:
    a = article(tmp_path / "x" / "news.txt", "A ferry sank.")
    first_b = article(tmp_path / "y" / "news.txt", "The ferry went down.")
    second_b = article(tmp_path / "z" / "news.txt", "A bank was fined.")
    first = tagged(open_pair_notebook(a, first_b, MARA), a)
    second = open_pair_notebook(a, second_b, MARA)
    assert second.path != first.path
    assert second.annotations == ()
    tagged(second, a)
    assert open_pair_notebook(a, first_b, MARA).path == first.path
    assert open_pair_notebook(a, second_b, MARA).path == second.path


def test_an_article_that_changed_keeps_its_notebook(tmp_path: Path) -> None:
    a = article(tmp_path / "a.txt", "A ferry sank.")
    b = article(tmp_path / "b.txt", "The ferry went down.")
    first = tagged(open_pair_notebook(a, b, MARA), a)
    changed = article(tmp_path / "b.txt", "The ferry went down on Monday.")
    assert open_pair_notebook(a, changed, MARA).path == first.path


def test_an_article_that_moved_keeps_its_notebook(tmp_path: Path) -> None:
    a = article(tmp_path / "a.txt", "A ferry sank.")
    first = tagged(open_pair_notebook(a, article(tmp_path / "b.txt", "It sank."), MARA), a)
    moved = article(tmp_path / "else" / "b.txt", "It sank.")
    assert open_pair_notebook(a, moved, MARA).path == first.path
