"""``compare-tui review``: read colleagues' notebooks and judge their annotations."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from compare_tui.cli.arguments import UsageError, add_reading, add_similarity, parse, parser, read_articles
from compare_tui.cli.open_command import add_screen, show
from compare_tui.review.opening import NotebookReader, Opened, open_notebooks, told

_ENDINGS = (".yaml", ".yml")


def run(words: Sequence[str]) -> int:
    """Open articles and the notebooks of several people on the screen."""
    options = parser("review", "Judge colleagues' annotations; only your own notebook is written.")
    options.add_argument(
        "paths", metavar="PATH", nargs="+", help="A and B, then notebooks or folders; or only these"
    )
    for side in "ab":
        options.add_argument(
            f"--article-{side}",
            metavar="FILE",
            help=f"article {side.upper()}, where the notebooks name a file that is not there",
        )
    add_reading(options)
    add_similarity(options)
    add_screen(options)
    options.set_defaults(label=None, date_a=None, date_b=None)
    arguments = parse(options, words, intermixed=True)
    notebooks = [Path(path) for path in arguments.paths if _is_notebook(path)]
    articles = [path for path in arguments.paths if not _is_notebook(path)]
    if len(articles) not in (0, 2) or not notebooks:
        raise UsageError("expected two articles and notebooks (*.yaml) or folders, or only these")
    pointed = arguments.article_a or arguments.article_b
    if articles and pointed:
        raise UsageError("--article-a and --article-b stand in place of A and B before the notebooks")
    reader = NotebookReader()
    if not articles:
        articles = _found(notebooks, arguments, reader)
    arguments.a, arguments.b = articles
    pair = read_articles(arguments, keep=True)
    opened = open_notebooks(notebooks, pair, reader=reader)
    _tell(opened)
    if not opened.notebooks:
        raise UsageError("no notebook of these articles is among those named")
    arguments.colleagues, arguments.reader = notebooks, reader
    arguments.own = {one.author.id: one.path for one in opened.notebooks if not one.adjudicated}
    return show(lambda: read_articles(arguments, keep=True), arguments, known=pair)


def _is_notebook(path: str) -> bool:
    """Tell notebooks and folders from articles, which are never YAML."""
    return path.endswith(_ENDINGS) or Path(path).is_dir()


def _found(notebooks: Sequence[Path], arguments: argparse.Namespace, reader: NotebookReader) -> list[str]:
    """Return where the articles lie: where an option points to, else where the notebooks say.

    Raises:
        UsageError: An article is at neither place.
    """
    opened = open_notebooks(notebooks, reader=reader)
    places: list[str] = []
    missing: list[str] = []
    for side, article in zip("ab", opened.articles, strict=True):
        place = getattr(arguments, f"article_{side}") or (article.path if article is not None else None)
        if place is None:
            missing.append(side)
        else:
            places.append(str(place))
    if missing:
        _tell(opened)
        if not opened.notebooks and not opened.notices:
            raise UsageError("no notebook is among those named")
        many = "an article is" if len(missing) == 1 else "both articles are"
        pointing = " and ".join(f"--article-{side} FILE" for side in missing)
        raise UsageError(f"{many} missing: point to it with {pointing}, or name A and B before the notebooks")
    return places


def _tell(opened: Opened) -> None:
    for line in (*told(opened.left_out), *opened.notices):
        print(f"compare-tui: {line}", file=sys.stderr)
