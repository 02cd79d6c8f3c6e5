"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from compare_tui.article import Article, clean
from compare_tui.article.nothing import is_nothing, no_article
from compare_tui.sources.names import is_address, is_elsewhere

if TYPE_CHECKING:
    from compare_tui.article.head import Head
    from compare_tui.comparison.similarity import Similarity

STDIN = "-"

LONG = 100_000
"""Bytes of each file from which both are read at the same time, in two processes."""

A_SOURCE = "the first article: a file, an address, git:REV:path, or - for stdin"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {clean(message, lines=False)}; --help tells the options", file=sys.stderr)
        raise SystemExit(2)


class UsageError(Exception):
    """The arguments do not fit together; the message says how."""


def parser(name: str, description: str) -> argparse.ArgumentParser:
    """Return a parser for ``compare-tui NAME``."""
    return _Parser(prog=f"compare-tui {name}".rstrip(), description=description)


def add_articles(to: argparse.ArgumentParser, *, may_choose: bool = False) -> None:
    """Add the two articles and how to read them.

    Args:
        to: Takes the arguments.
        may_choose: Whether A alone may name a folder or a list of pairs to choose from.
    """
    to.add_argument("a", metavar="A", help=A_SOURCE)
    to.add_argument("b", metavar="B", nargs="?" if may_choose else None, help="the second article")
    add_reading(to)
    to.add_argument(
        "--label",
        metavar="NAME",
        action="append",
        help="what to call A in place of its file name; given a second time, B",
    )
    for side in "ab":
        to.add_argument(
            f"--date-{side}",
            metavar="DAY",
            type=_day,
            help=f"the day {side.upper()} appeared, as YYYY-MM-DD",
        )


def add_reading(to: argparse.ArgumentParser, what: str = "both files") -> None:
    """Add how sources are read.

    Args:
        to: Takes the arguments.
        what: What has the encoding.
    """
    to.add_argument("--encoding", metavar="NAME", help=f"character encoding of {what}, e.g. cp1252")
    to.add_argument("--allow-private", action="store_true", help="fetch from private addresses, too")
    to.add_argument(
        "--proxy",
        metavar="ADDRESS",
        help="fetch over this HTTP proxy; env for that of HTTPS_PROXY. It decides which servers are asked",
    )
    to.add_argument("--refresh", action="store_true", help="fetch addresses anew although a copy is kept")


def add_similarity(to: argparse.ArgumentParser) -> None:
    """Add the similarity function from outside."""
    to.add_argument(
        "--similarity",
        metavar="PACKAGE:FUNCTION",
        help="a function that tells how alike passages are; default: what the settings say, or none",
    )


def similarity_of(arguments: argparse.Namespace) -> Similarity | None:
    """Return the similarity function that was asked for, by option or by settings; None for none.

    Raises:
        SimilarityError: There is no such function.
    """
    return load_named_similarity(_asked_similarity(arguments))


def similarity_name(arguments: argparse.Namespace) -> str | None:
    """Return the name of the similarity function that was asked for, once it is known that it can be loaded.

    Raises:
        SimilarityError: There is no such function.
    """
    name = _asked_similarity(arguments)
    load_named_similarity(name)
    return clean(name, lines=False) if name else None


def _asked_similarity(arguments: argparse.Namespace) -> str | None:
    from compare_tui.cli.configured import configured, tell_problems

    loaded = configured(arguments)
    tell_problems(loaded)
    return loaded.config.similarity


def load_named_similarity(name: str | None) -> Similarity | None:
    """Return the similarity function of this name; None for none.

    Raises:
        SimilarityError: There is no such function.
    """
    if not name:
        return None
    from compare_tui.comparison.similarity import load_similarity

    return load_similarity(clean(name, lines=False))


def read_articles(arguments: argparse.Namespace, *, keep: bool = False) -> tuple[Article, Article]:
    """Read the two articles that ``add_articles`` has asked for; the null device is one without text.

    Args:
        arguments: What was asked for.
        keep: Whether a copy of a fetched page is kept beside the notebook; else what must be said about the
            sources is said at once.

    Raises:
        ArticleError: One of them cannot be read.
        UsageError: Both are the same, or there are more labels than articles.
    """
    _must_differ(arguments.a, arguments.b)
    labels: list[str | None] = [*(arguments.label or ()), None, None]
    if len(labels) > 4:
        raise UsageError("--label can be given twice: for A and for B")
    snapshots = None
    if is_address(arguments.a) or is_address(arguments.b):
        from compare_tui.sources.snapshots import Snapshots

        snapshots = Snapshots(_notebook_folder(arguments), keep=keep, refresh=arguments.refresh)

    from compare_tui.sources import read_article

    def read(source: str, label: str | None, day: date | None) -> Article:
        if is_nothing(source):
            return no_article(label)
        return read_article(
            source,
            encoding=arguments.encoding,
            date=day,
            label=label,
            allow_private=arguments.allow_private,
            proxy=arguments.proxy,
            snapshots=snapshots,
            folder=getattr(arguments, "folder", None),
        )

    asked = ((arguments.a, labels[0], arguments.date_a), (arguments.b, labels[1], arguments.date_b))
    if _is_long(arguments.a) and _is_long(arguments.b):
        from compare_tui.article.packing import pack, unpack
        from compare_tui.comparison.two_processes import share

        a, b = map(unpack, share(lambda some: [pack(read(*one)) for one in some], asked))
    else:
        a, b = (read(*one) for one in asked)
    if not keep:
        tell_notices(a, b)
    return a, b


def heads_of(arguments: argparse.Namespace) -> Callable[[], tuple[Head, Head] | None] | None:
    """Return what reads the beginnings of both articles; None where they are no long files.

    Args:
        arguments: What ``add_articles`` has asked for.
    """
    if arguments.encoding is not None or not (_is_long(arguments.a) and _is_long(arguments.b)):
        return None
    labels: list[str | None] = [*(arguments.label or ()), None, None]

    def read() -> tuple[Head, Head] | None:
        from compare_tui.article.head import read_head

        a = read_head(arguments.a, labels[0])
        b = read_head(arguments.b, labels[1]) if a is not None else None
        return (a, b) if a is not None and b is not None else None

    return read


def tell_notices(*articles: Article) -> None:
    """Say on stderr what must be said about how articles were read."""
    for article in articles:
        for notice in article.origin.notices:
            print(f"compare-tui: {notice}", file=sys.stderr)


def _notebook_folder(arguments: argparse.Namespace) -> Path:
    """Return the folder in which the notebook of the pair is looked for."""
    notes: Path | None = getattr(arguments, "notes", None)
    if notes is not None:
        return notes.parent
    a = arguments.a
    return Path(a).parent if a != STDIN and os.path.isfile(a) else Path()


def _is_long(source: str) -> bool:
    """Tell whether a source is a file that is worth a process of its own."""
    try:
        return os.path.isfile(source) and os.path.getsize(source) >= LONG
    except OSError:
        return False


def _must_differ(a: str, b: str) -> None:
    if a == b == STDIN:
        raise UsageError("A and B are both standard input, which can be read only once")
    if STDIN in (a, b):
        return
    if a == b and is_elsewhere(a):
        raise UsageError(f"A and B are the same: {clean(a, lines=False)}")
    try:
        same = os.path.samefile(a, b)
    except (OSError, ValueError):
        return
    if same:
        raise UsageError(f"A and B are the same file: {clean(a, lines=False)}")


def at_least_one(text: str) -> int:
    """Return a number from 1, as the type of an option."""
    if text.isascii() and text.isdigit() and int(text) >= 1:
        return int(text)
    raise argparse.ArgumentTypeError(f"expected a number from 1, not {text!r}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a day as YYYY-MM-DD, not {text!r}") from None


class ParserQuestion(tuple[str, ...]):
    """Words for a command that is to hand over its parser in place of running."""

    __slots__ = ()


class ParserAnswer(Exception):  # noqa: N818
    """The answer to a ``ParserQuestion``.

    Attributes:
        parser: What the command would have parsed its words with.
    """

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        super().__init__(parser.prog)
        self.parser = parser


def parse(
    to: argparse.ArgumentParser, words: Sequence[str], *, intermixed: bool = False
) -> argparse.Namespace:
    """Parse ``words``; a mistake ends the program with one line and exit code 2.

    Args:
        to: The parser.
        words: What was typed.
        intermixed: Whether the names of one list may stand before and behind options.

    Raises:
        ParserAnswer: The words are a ``ParserQuestion``.
    """
    if isinstance(words, ParserQuestion):
        raise ParserAnswer(to)
    return to.parse_intermixed_args(list(words)) if intermixed else to.parse_args(list(words))
