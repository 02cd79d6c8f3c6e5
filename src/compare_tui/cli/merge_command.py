"""``compare-tui merge NOTEBOOK… -o FILE``: one adjudicated notebook out of those of several people."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from compare_tui.cli.arguments import UsageError, parse, parser
from compare_tui.cli.authors import add_author, find_author
from compare_tui.cli.configured import configured, tell_problems
from compare_tui.cli.panels import add_notebooks, opened_panel
from compare_tui.review.adjudicated_file import adjudicated_file, write_adjudicated
from compare_tui.review.adjudication import RULES, adjudicate
from compare_tui.review.opening import shown


def run(words: Sequence[str]) -> int:
    """Write the merged notebook and say what was taken."""
    options = parser("merge", "Make one notebook out of those of several people, and keep who made what.")
    add_notebooks(options)
    options.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        required=True,
        help="the new notebook, e.g. all.notes.yaml",
    )
    options.add_argument(
        "--rule",
        choices=RULES,
        default="accepted",
        help="what to take: what reviewers accepted (the default), what all annotators or more than half of "
        "them tagged alike, or all; where people differ instead, it is kept and flagged",
    )
    add_author(options, "who merges")
    options.add_argument("--force", action="store_true", help="overwrite FILE, unless a colleague's notebook")
    arguments = parse(options, words)
    loaded = configured(arguments)
    tell_problems(loaded)
    panel, left_out = opened_panel(arguments.notebooks)
    if left_out:
        raise UsageError("nothing was merged: a notebook that you named cannot be merged with the others")
    adjudicated = adjudicate(panel, arguments.rule)
    author = find_author(loaded.config.author)().author
    file = adjudicated_file(panel, adjudicated, arguments.rule, author, arguments.output)
    write_adjudicated(panel, file, arguments.output, force=arguments.force)
    names = ", ".join(one.author.name for one in panel.notebooks)
    print(f"{shown(arguments.output)}: {adjudicated} (rule: {arguments.rule}; from {names})", file=sys.stderr)
    return 0
