"""The notebooks of several people, as commands are given them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from compare_tui.article.wording import counted
from compare_tui.cli.arguments import UsageError
from compare_tui.review.opening import LeftOut, shown, told
from compare_tui.review.panel import Panel, open_panel

FEWEST = 2
"""Notebooks below which there is nothing to compare."""


def add_notebooks(to: argparse.ArgumentParser) -> None:
    """Add the notebooks."""
    to.add_argument(
        "notebooks",
        metavar="NOTEBOOK",
        type=Path,
        nargs="+",
        help="a notebook, or a folder with notebooks (*.notes.yaml)",
    )


def opened_panel(paths: Sequence[Path], *, adjudicated: bool = False) -> tuple[Panel, list[LeftOut]]:
    """Open the notebooks that ``add_notebooks`` has asked for, and say on stderr what is to be known.

    Args:
        paths: Files and folders.
        adjudicated: Whether notebooks that were merged out of others belong to the panel, too.

    Returns:
        The panel, and what it leaves out although it was named: what cannot be read, is of another pair or a
        second one of a person.

    Raises:
        UsageError: Fewer than two notebooks are of one pair.
    """
    panel = open_panel(paths, adjudicated=adjudicated)
    for line in (*told(panel.left_out), *panel.notices):
        print(f"compare-tui: {line}", file=sys.stderr)
    if panel.unknown_reviews:
        count = counted(len(panel.unknown_reviews), "review")
        print(f"compare-tui: {count} of annotations that no notebook here holds", file=sys.stderr)
    if len(panel.notebooks) < FEWEST:
        names = ", ".join(shown(one.path) for one in panel.notebooks) or "none"
        raise UsageError(f"expected notebooks of two people or more on one pair, found {names}")
    named = {os.path.realpath(path) for path in paths}
    faults = [one for one in panel.left_out if not one.adjudicated]
    return panel, [one for one in faults if os.path.realpath(one.path) in named]
