"""Opening the notebook of a pair where it is expected."""

from __future__ import annotations

from itertools import count

from compare_tui.annotation.location import notebook_path
from compare_tui.annotation.model import Author, TagSet
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article


def open_pair_notebook(a: Article, b: Article, author: Author, tag_set: TagSet | None = None) -> Notebook:
    """Open the notebook beside article A; one of other files with the same names is passed over.

    Args:
        a: The first article.
        b: The second article.
        author: Who annotates.
        tag_set: The tags to choose from; the default tag set if None.

    Raises:
        NotebookError: A file of the expected name exists and cannot be read.
    """
    for number in count(1):
        notebook = Notebook.open(notebook_path(a, b, author, number), a, b, author, tag_set)
        if not notebook.is_of_another_pair:
            return notebook
    raise AssertionError("count() does not end")
