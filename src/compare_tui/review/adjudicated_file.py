"""The file of an adjudicated notebook."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

from compare_tui.annotation.identity import new_id, utc_now
from compare_tui.annotation.model import Author, NotebookError
from compare_tui.annotation.notebook_file import ArticleRecord, NotebookFile, describe_article
from compare_tui.annotation.notebook_reading import read_notebook
from compare_tui.annotation.notebook_writing import write_notebook
from compare_tui.annotation.save import write_atomically
from compare_tui.annotation.yaml_read import read_file
from compare_tui.article.model import Article
from compare_tui.review.adjudication import Adjudicated, Rule
from compare_tui.review.opening import ADJUDICATED, SIDES, article_path, shown
from compare_tui.review.panel import Panel


def adjudicated_file(
    panel: Panel, adjudicated: Adjudicated, rule: Rule, author: Author, path: Path
) -> NotebookFile:
    """Return what to write for an adjudicated notebook.

    Args:
        panel: The notebooks that it is made of.
        adjudicated: What was taken of them.
        rule: By which rule.
        author: Who merges.
        path: Where it will lie.
    """
    a, b = (
        _record(panel, side, article, path) for side, article in zip(SIDES, (panel.a, panel.b), strict=True)
    )
    return NotebookFile(
        file_id=new_id("f"),
        author=author,
        a=a,
        b=b,
        tags_name=Counter(one.file.tags_name for one in panel.notebooks).most_common(1)[0][0],
        annotations=adjudicated.annotations,
        sections={"links": list(adjudicated.links)} if adjudicated.links else {},
        extra={
            ADJUDICATED: {
                "rule": rule,
                "created": utc_now(),
                "from": [
                    {"author": one.author.id, "name": one.author.name, "file": one.file.file_id}
                    for one in panel.notebooks
                ],
            }
        },
    )


def write_adjudicated(panel: Panel, file: NotebookFile, path: Path, *, force: bool) -> None:
    """Write an adjudicated notebook.

    Args:
        panel: The notebooks that it is made of.
        file: What to write.
        path: Where.
        force: Whether an existing file may be overwritten: never one of the panel or of another author.

    Raises:
        NotebookError: It may not be overwritten or cannot be written.
    """
    name = shown(path)

    def refuse() -> None:
        if not os.path.lexists(path):
            return
        if panel.was_given(path, adjudicated=False):
            raise NotebookError(f"{name}: not written: it is one of the notebooks to be merged")
        if not force:
            raise NotebookError(f"{name}: not written: it exists already; --force overwrites it")
        owner = _owner(path)
        if owner is not None and owner.id != file.author.id:
            raise NotebookError(f"{name}: not written: it is the notebook of {owner.name}")

    refuse()
    write_atomically(path, write_notebook(file), check=refuse)


def _owner(path: Path) -> Author | None:
    """Return whose notebook a file is; None where it is no notebook."""
    try:
        return read_notebook(read_file(path), str(path)).author
    except NotebookError:
        return None


def _record(panel: Panel, side: str, article: Article | None, path: Path) -> ArticleRecord:
    if article is not None:
        return describe_article(article, path)
    first = panel.notebooks[0]
    record = first.file.a if side == "a" else first.file.b
    place = article_path(first, side)
    moved = None if place is None else os.path.relpath(place, path.parent).replace(os.sep, "/")
    return replace(record, path=moved)
