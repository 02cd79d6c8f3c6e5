"""Whether a notebook may be changed by the person who opens it."""

from __future__ import annotations

from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook_file import NotebookFile
from compare_tui.article.clean import clean
from compare_tui.article.model import Article


def clean_author(author: Author) -> Author:
    """Return an author whose id and name are one clean line each."""
    id_ = clean(author.id, lines=False).strip() or "me"
    return Author(id_, clean(author.name, lines=False).strip() or id_)


def reason_not_to_write(file: NotebookFile, a: Article, b: Article, author: Author) -> str | None:
    """Return why a notebook is opened read-only, as a plain sentence; None where it may be changed.

    Args:
        file: What its file holds.
        a: The first article.
        b: The second article.
        author: Who opens it.
    """
    if file.newer is not None:
        return file.newer
    if file.author.id != author.id:
        return f"the notebook of {file.author.name}, opened read-only"
    made_with = (file.a.text_sha256, file.b.text_sha256)
    if made_with[0] != made_with[1] and made_with == (b.text_sha256, a.text_sha256):
        return "made with these articles the other way round, opened read-only"
    return None
