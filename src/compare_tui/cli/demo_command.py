"""``compare-tui demo [NAME]``: a sample pair of articles."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from compare_tui.article import Article, ArticleError
from compare_tui.cli.arguments import UsageError, parse, parser
from compare_tui.cli.open_command import add_screen, show
from compare_tui.settings.resources import resource_folder


class SamplePair(NamedTuple):
    """A pair of articles that comes with the program.

    Attributes:
        name: What to type after ``demo``.
        title: What the articles are about.
        a: File of the first article.
        b: File of the second article.
    """

    name: str
    title: str
    a: Path
    b: Path


def run(words: Sequence[str]) -> int:
    """Open a sample pair; its notes go to the user's data folder."""
    options = parser("demo", "Open a sample pair of articles.")
    options.add_argument("name", nargs="?", metavar="NAME", help="which pair; --list names them")
    options.add_argument("--list", action="store_true", help="name the sample pairs and end")
    add_screen(options)
    arguments = parse(options, words)
    pairs = sample_pairs()
    if arguments.list:
        for pair in pairs:
            print(f"{pair.name:<16} {pair.title}")
        return 0
    pair = _choose(pairs, arguments.name)
    if sys.stdout.isatty() or arguments.linear:
        pair = _copy_for_notes(pair)
    return _open(pair, arguments)


def sample_pairs() -> list[SamplePair]:
    """List the pairs in the order in which they are offered."""
    from compare_tui.cli.sample_pairs import SAMPLE_PAIRS

    folder = resource_folder("seeds")
    return [
        SamplePair(name, title, folder / name / a, folder / name / b) for name, title, a, b in SAMPLE_PAIRS
    ]


def _choose(pairs: Sequence[SamplePair], name: str | None) -> SamplePair:
    if name is None:
        return pairs[0]
    for pair in pairs:
        if pair.name == name:
            return pair
    from compare_tui.article import clean

    known = ", ".join(pair.name for pair in pairs)
    raise UsageError(f"no sample pair is called {clean(name, lines=False)!r}; there are {known}")


def _copy_for_notes(pair: SamplePair) -> SamplePair:
    """Copy the articles to where the user may write, so that a notebook can lie beside them.

    Raises:
        ArticleError: The folder cannot be written.
    """
    from platformdirs import user_data_path

    folder = user_data_path("compare-tui") / "demo" / pair.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in (pair.a, pair.b):
            text = source.read_bytes()
            copy = folder / source.name
            if not copy.exists() or copy.read_bytes() != text:
                copy.write_bytes(text)
    except OSError as error:
        raise ArticleError(f"{folder}: the sample cannot be copied there: {error.strerror}") from error
    return SamplePair(pair.name, pair.title, folder / pair.a.name, folder / pair.b.name)


def _open(pair: SamplePair, arguments: argparse.Namespace) -> int:
    def read() -> tuple[Article, Article]:
        from compare_tui.article import read_article

        return read_article(pair.a), read_article(pair.b)

    return show(read, arguments, from_files=True)
