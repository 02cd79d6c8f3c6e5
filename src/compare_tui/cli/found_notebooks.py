"""The notebooks that go into what headless commands print."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.article import Article
from compare_tui.cli.arguments import UsageError
from compare_tui.cli.authors import add_author, find_author
from compare_tui.cli.configured import configured

if TYPE_CHECKING:
    from compare_tui.review.panel import Panel


def add_own_notebook(to: argparse.ArgumentParser) -> None:
    """Add whose notebook is looked for beside A, and that it is not."""
    add_author(to, "whose notebook beside A is used")
    to.add_argument("--no-notes", action="store_true", help="use no notebook")


def find_panel(arguments: argparse.Namespace, a: Article, b: Article, named: Sequence[Path]) -> Panel | None:
    """Return the notebooks that were named, else one's own beside A; None where there are none.

    Args:
        arguments: What ``add_own_notebook`` has asked for.
        a: The first article.
        b: The second article.
        named: Files and folders with notebooks.

    Raises:
        UsageError: A notebook that was named cannot be used.
    """
    if arguments.no_notes:
        if named:
            raise UsageError("--no-notes and a notebook exclude each other")
        return None
    if not named:
        return _own(arguments, a, b)

    from compare_tui.review.panel import open_panel

    panel = open_panel(named, (a, b))
    if not panel.notebooks:
        panel = open_panel(named, (a, b), adjudicated=True)
    files = {os.path.realpath(path) for path in named}
    for one in panel.left_out:
        if os.path.realpath(one.path) in files and not one.adjudicated:
            raise UsageError(one.reason)
    _tell(panel)
    return panel if panel.notebooks else None


def _own(arguments: argparse.Namespace, a: Article, b: Article) -> Panel | None:
    """Return the panel of the notebook that the screen would open; None where there is none."""
    if not _has_notebooks(a):
        return None
    from compare_tui.annotation.location import notebook_path
    from compare_tui.review.panel import open_panel

    author = find_author(configured(arguments).config.author)().author
    for number in count(1):
        path = notebook_path(a, b, author, number)
        if not path.is_file():
            return None
        panel = open_panel([path], (a, b), adjudicated=True)
        if panel.notebooks:
            _tell(panel)
            return panel
        print(f"compare-tui: {panel.left_out[0].reason}; not used", file=sys.stderr)
    raise AssertionError("count() does not end")


def _has_notebooks(a: Article) -> bool:
    """Tell whether there is any notebook where one would lie: only then the author has to be known."""
    folder = a.path.parent if a.path is not None else Path()
    try:
        return any(name.endswith(".notes.yaml") for name in os.listdir(folder))
    except OSError:
        return False


def _tell(panel: Panel) -> None:
    from compare_tui.review.opening import told

    for line in (*told(panel.left_out), *panel.notices):
        print(f"compare-tui: {line}", file=sys.stderr)
