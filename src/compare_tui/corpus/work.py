"""What a worker does: compare one pair, given as bytes, and return bytes."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal

from compare_tui import __version__

if TYPE_CHECKING:
    from compare_tui.comparison import Comparison

Format = Literal["json", "csv"]
FORMATS: tuple[Format, ...] = ("json", "csv")


@dataclass(frozen=True, slots=True)
class Source:
    """An article on its way to a worker, which needs no access to the file.

    Attributes:
        label: What to call it.
        data: The bytes of its file.
        date: The day it appeared, where that is told.
    """

    label: str
    data: bytes
    date: date | None


@dataclass(frozen=True, slots=True)
class Task:
    """A pair to compare.

    Attributes:
        name: What the pair is called.
        a: The first article.
        b: The second article.
        formats: What is wanted.
        encoding: Character encoding of both; None for what their bytes tell.
        version: Version of the program that asks.
    """

    name: str
    a: Source
    b: Source
    formats: tuple[Format, ...]
    encoding: str | None = None
    version: str = __version__

    def key(self) -> str:
        """Return a digest of all that the result depends on."""
        told = [self.version, self.name, *self.formats, str(self.encoding)]
        for source in (self.a, self.b):
            told += [source.label, str(source.date), hashlib.sha256(source.data).hexdigest()]
        return hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a comparison has found.

    Attributes:
        links: Linked passages.
        differences: Differences, those of mere style not counted.
        major: Those of them that are major.
        only_a: Passages that only A has.
        only_b: Passages that only B has.
    """

    links: int
    differences: int
    major: int
    only_a: int
    only_b: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a pair.

    Attributes:
        files: For each format that was wanted its file; none where the pair failed.
        counts: What was found; None where the pair failed.
        reason: Why it failed, in one line; "" where it did not.
    """

    files: tuple[tuple[Format, bytes], ...] = ()
    counts: Counts | None = None
    reason: str = ""


def compare_task(task: Task) -> Outcome:
    """Compare a pair; what is wrong with it is told, not raised.

    The articles are written into a folder for a moment, so that they are read as any file of their name is.
    """
    from compare_tui.article import ArticleError, read_article
    from compare_tui.comparison import compare
    from compare_tui.report import comparison_json
    from compare_tui.report.differences_csv import differences_csv

    if task.version != __version__:
        return Outcome(reason=f"the worker runs compare-tui {__version__}, not {task.version}")
    with tempfile.TemporaryDirectory(prefix="compare-tui-") as folder:
        try:
            articles = []
            for side, source in (("a", task.a), ("b", task.b)):
                path = Path(folder, side + PurePath(source.label).suffix)
                path.write_bytes(source.data)
                articles.append(
                    read_article(path, encoding=task.encoding, date=source.date, label=source.label)
                )
        except ArticleError as error:
            return Outcome(reason=str(error))
    comparison = compare(*articles)
    makers: dict[Format, Callable[[Comparison], str]] = {
        "json": comparison_json,
        "csv": partial(differences_csv, task.name),
    }
    grave = [found.severity for found in comparison.differences if found.severity != "style"]
    return Outcome(
        files=tuple((one, makers[one](comparison).encode("utf-8")) for one in task.formats),
        counts=Counts(
            links=len(comparison.links),
            differences=len(grave),
            major=grave.count("major"),
            only_a=len(comparison.only_a),
            only_b=len(comparison.only_b),
        ),
    )
