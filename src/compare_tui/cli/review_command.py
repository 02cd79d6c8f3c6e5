"""``compare-tui review``: read colleagues' notebooks and judge their annotations."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from compare_tui.article import Article, read_article
from compare_tui.cli.arguments import UsageError, add_similarity, parse, parser
from compare_tui.cli.open_command import add_screen, show
from compare_tui.review.opening import NOTEBOOK_ENDING, open_notebooks


def run(words: Sequence[str]) -> int:
    """Open articles and the notebooks of several people on the screen."""
    options = parser("review", "Judge colleagues' annotations; only your own notebook is written.")
    options.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        type=Path,
        help="A and B, then notebooks or folders; or only these",
    )
    add_similarity(options)
    add_screen(options)
    arguments = parse(options, words, intermixed=True)
    notebooks = [path for path in arguments.paths if path.is_dir() or path.name.endswith(NOTEBOOK_ENDING)]
    articles = [path for path in arguments.paths if path not in notebooks]
    if len(articles) not in (0, 2) or not notebooks:
        raise UsageError("expected two articles and notebooks (*.notes.yaml) or folders, or only these")
    given = (read_article(articles[0]), read_article(articles[1])) if articles else None
    opened = open_notebooks(notebooks, given)
    for line in (*(one.reason for one in opened.left_out), *opened.notices):
        print(f"compare-tui: {line}", file=sys.stderr)
    a, b = opened.articles
    if a is None or b is None or a.path is None or b.path is None:
        raise UsageError("an article is missing: name both before the notebooks")
    if not opened.notebooks:
        raise UsageError("no notebook of these articles is among those named")
    paths = (a.path, b.path)
    arguments.a, arguments.b = map(str, paths)
    arguments.colleagues = notebooks
    arguments.own = {one.author.id: one.path for one in opened.notebooks if not one.adjudicated}

    def read() -> tuple[Article, Article]:
        return read_article(paths[0]), read_article(paths[1])

    return show(read, arguments)
