"""Which notebooks of others are open beside one's own, and opening and closing them; none is ever written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.review.opening import (
    NOTEBOOK_ENDING,
    NotebookReader,
    Opened,
    PanelNotebook,
    open_notebooks,
    shown,
)


class Colleagues:
    """The open notebooks of others.

    Attributes:
        opened: What was read; one's own notebook, which is in memory, is not among it.
    """

    def __init__(
        self,
        notebook: Notebook,
        paths: Iterable[Path],
        articles: tuple[Article, Article],
        reader: NotebookReader | None = None,
    ) -> None:
        """Open notebooks.

        Args:
            notebook: One's own notebook; its file is not read again where it is among the paths.
            paths: Files and folders.
            articles: The articles.
            reader: Knows what was read before; None knows nothing.
        """
        self.notebook = notebook
        self._reader = reader or NotebookReader()
        self._articles = articles
        self._paths = _files(paths)
        self.opened: Opened = self._read()

    @property
    def notebooks(self) -> tuple[PanelNotebook, ...]:
        """Those of others, in the order of their ids."""
        return self.opened.notebooks

    def open(self, path: Path) -> tuple[str, ...]:
        """Open a further notebook, or those of a folder; one that cannot be used is not kept.

        Args:
            path: A file or a folder.

        Returns:
            What is to be known about them, a sentence each, such as why one is not used; nothing where all
            is well.
        """
        known = set(map(os.path.realpath, self._paths))
        own = os.path.realpath(self.notebook.path)
        files = [one for one in _files([path]) if os.path.realpath(one) not in known]
        further = [one for one in files if os.path.realpath(one) != own]
        if not further:
            why = "your own notebook" if files else "no further notebook" if path.is_dir() else "open already"
            return (f"{shown(path)}: {why}",)
        before = {*(one.reason for one in self.opened.left_out), *self.opened.notices}
        self._paths += further
        self.opened = self._read()
        told = (*(one.reason for one in self.opened.left_out), *self.opened.notices)
        refused = [one.path for one in self.opened.left_out if one.path in further]
        if refused:
            self._paths = [one for one in self._paths if one not in refused]
            self.opened = self._read()
        return tuple(one for one in told if one not in before)

    def close(self, person: str) -> None:
        """Close the notebook of a colleague; its file stays as it is.

        Args:
            person: Id of its author.
        """
        closed = [one.path for one in self.notebooks if one.author.id == person]
        self._paths = [one for one in self._paths if one not in closed]
        self.opened = self._read()

    def take_articles(self, articles: tuple[Article, Article]) -> None:
        """Go on with articles that were read anew, and with what the notebooks hold now.

        Args:
            articles: The articles.
        """
        self._articles = articles
        self.opened = self._read()

    def _read(self) -> Opened:
        own = os.path.realpath(self.notebook.path)
        paths = [path for path in self._paths if os.path.realpath(path) != own]
        opened = open_notebooks(paths, self._articles, reader=self._reader)
        me = self.notebook.author.id
        others = tuple(one for one in opened.notebooks if one.author.id != me)
        twice = [one for one in opened.notebooks if one.author.id == me]
        notices = [f"{one.path.name}: a second notebook of {one.author.name}, left out" for one in twice]
        return replace(opened, notebooks=others, notices=(*opened.notices, *notices))


def _files(paths: Iterable[Path]) -> list[Path]:
    """Return the notebooks at the paths, folders looked into."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob(f"*{NOTEBOOK_ENDING}")) if path.is_dir() else [path]
    return found
