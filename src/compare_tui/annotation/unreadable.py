"""A notebook whose file cannot be read: what of it can be shown, and where new notes go meanwhile."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from compare_tui.annotation.location import notebook_path, numbered
from compare_tui.annotation.model import Author, NotebookError, TagSet
from compare_tui.annotation.notebook import Notebook
from compare_tui.annotation.notebook_file import NotebookFile, describe_article
from compare_tui.annotation.opening import clean_author
from compare_tui.annotation.tags import default_tag_set
from compare_tui.article.model import Article
from compare_tui.article.wording import counted


def open_anyhow(
    path: Path | None, a: Article, b: Article, author: Author, tag_set: TagSet | None = None
) -> Notebook:
    """Open the notebook of a pair, or one that is read-only and stands for a file that cannot be read.

    The file is left as it is. Once notes were begun beside it (``Notebook.spare``), those are opened as long
    as it cannot be read; their ``notice`` tells why.

    Args:
        path: Its file; None for the one beside article A, where one of other files of the same names is
            passed over.
        a: The first article.
        b: The second article.
        author: Who annotates.
        tag_set: The tags to choose from; the default tag set if None.
    """
    first: Notebook | None = None
    for number in count(1):
        at = notebook_path(a, b, author, number) if path is None else numbered(path, number)
        if first is not None and not os.path.lexists(at):
            first.spare = at
            return first
        try:
            notebook = Notebook.open(at, a, b, author, tag_set)
        except NotebookError as error:
            first = first or stand_in(at, str(error), a, b, author, tag_set)
            continue
        if notebook.is_of_another_pair and (path is None or first is not None):
            continue
        if notebook.is_newer:
            first = first or notebook
        elif first is None:
            return notebook
        elif notebook.read_only is None:
            notebook.notice = f"{first.path.name} stays as it is ({first.read_only}): notes go into {at.name}"
            return notebook
    raise AssertionError("count() does not end")


def stand_in(
    path: Path, reason: str, a: Article, b: Article, author: Author, tag_set: TagSet | None
) -> Notebook:
    """Return a read-only notebook of what can be understood of a file.

    Args:
        path: The file.
        reason: Why it cannot be read, on one line with its place.
        a: The first article.
        b: The second article.
        author: Who annotates.
        tag_set: The tags to choose from; the default tag set if None.
    """
    tag_set = default_tag_set() if tag_set is None else tag_set
    file, unreadable = _readable(path)
    if file is None:
        file = NotebookFile(
            "", clean_author(author), describe_article(a, path), describe_article(b, path), tag_set.name
        )
    told = f"{reason}; opened read-only"
    if file.annotations:
        told += f", {counted(unreadable, 'annotation')} of it cannot be shown"
    return Notebook(path, a, b, file, tag_set=tag_set, read_only=told)


def begin_spare(notebook: Notebook, a: Article, b: Article) -> Notebook:
    """Return the notebook beside one that cannot be changed; it is made by its first saving.

    Raises:
        NotebookError: There is such a file meanwhile, and it cannot be read.
    """
    path = notebook.spare or numbered(notebook.path, 2)
    return Notebook.open(path, a, b, notebook.author, notebook.tag_set)


def read_again(notebook: Notebook, a: Article, b: Article) -> Notebook:
    """Return the notebook of a file that could not be read, once somebody has mended it.

    Raises:
        NotebookError: It still cannot be read.
    """
    return Notebook.open(notebook.path, a, b, notebook.author, notebook.tag_set)


def _readable(path: Path) -> tuple[NotebookFile | None, int]:
    from compare_tui.annotation.notebook_reading import readable_part
    from compare_tui.annotation.yaml_read import read_file

    try:
        return readable_part(read_file(path), str(path))
    except NotebookError:
        return None, 0
