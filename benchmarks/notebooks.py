"""How long notebooks take to open and to save, and annotations to be found again in a changed article."""

from __future__ import annotations

import random
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.invented import invented_pair
from benchmarks.tables import Table
from compare_tui.annotation import Anchor, Annotation, Author, Notebook, make_anchor
from compare_tui.annotation.anchoring import find_lost, tally
from compare_tui.annotation.notebook_file import NotebookFile, describe_article
from compare_tui.annotation.notebook_writing import write_notebook
from compare_tui.article import Article, read_text

SIZES = (200, 2_000, 10_000)
"""Annotations in a notebook."""

WORDS = 100_000
"""Words of the article in which annotations are looked for."""

SOUGHT = 2_000
"""Annotations that are looked for, each on words of both articles."""

LONGEST = 12
"""Most words of a quote."""

_AUTHOR = Author("ann", "Ann")
_TIME = "2026-11-22T10:15:02Z"
_INSERTED = "A paragraph that was put before all the others.\n\n"
_WORD = re.compile(r"\w+")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Quotes:
    """An article, and stretches of it to annotate.

    Attributes:
        article: The article.
        places: Start and end of each stretch, in code points, in order.
    """

    article: Article
    places: Sequence[tuple[int, int]]

    @classmethod
    def make(cls, amount: int) -> Quotes:
        """Choose stretches of 2 to ``LONGEST`` words, the same for the same amount."""
        article = read_text(invented_pair(WORDS).a, title="invented")
        dice = random.Random(5)
        words = [found.span() for found in _WORD.finditer(article.text)]
        apart = len(words) // amount
        firsts = (number * apart + dice.randrange(max(1, apart - LONGEST)) for number in range(amount))
        places = [(words[at][0], words[at + dice.randrange(1, LONGEST)][1]) for at in firsts]
        return cls(article, places)

    def annotations(self) -> tuple[Annotation, ...]:
        """Return an annotation of each stretch."""
        anchors = (make_anchor(self.article, *place) for place in self.places)
        return tuple(_annotation(number, anchor) for number, anchor in enumerate(anchors))

    def changed(self) -> str:
        """Return the text with another word in the middle of each stretch."""
        parts, at = [], 0
        for start, end in self.places:
            words = [found.span() for found in _WORD.finditer(self.article.text, start, end)]
            first, last = words[len(words) // 2]
            parts += [self.article.text[at:first], "otherwise"]
            at = last
        return "".join([*parts, self.article.text[at:]])


def print_tables() -> list[Table]:
    """Print what opening, saving and finding again take, in seconds of processor time."""
    table = Table("notebooks", [("annotations", -12), ("MB", -6), ("open", -8), ("save", -8), ("both", -8)])
    for size in SIZES:
        quotes = Quotes.make(size)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "a--b.ann.notes.yaml")
            path.write_bytes(write_notebook(_file(path, quotes)))
            book, opened = timed(lambda: Notebook.open(path, quotes.article, quotes.article, _AUTHOR))  # noqa: B023
            book.edit(book.annotations[0].id, note="seen")
            written, saved = timed(book.save)
            if not written or len(book.annotations) != size:
                raise RuntimeError("the notebook was not saved whole")
            megabytes = path.stat().st_size / 1e6
            cells = (f"{seconds:.2f}" for seconds in (opened, saved, opened + saved))
            table.add(f"{size:,}", f"{megabytes:.1f}", *cells)
    print()
    return [table, _print_anchors()]


def _print_anchors() -> Table:
    columns = [("every annotation", 34), ("CPU s", -8), ("in place", -9), ("moved", -8), ("orphans", -8)]
    table = Table("anchors", columns)
    quotes = Quotes.make(SOUGHT)
    annotations = quotes.annotations()
    for name, text in (
        ("stands where it stood", quotes.article.text),
        ("is shifted", _INSERTED + quotes.article.text),
        ("has a word changed in its quotes", _INSERTED + quotes.changed()),
    ):
        now = read_text(text, title="invented")
        found, seconds = timed(lambda: find_lost(annotations, now, now))  # noqa: B023
        told = tally(places for _, places in found.values())
        table.add(name, f"{seconds:.2f}", *(f"{n:,}" for n in (told.anchored, told.moved, told.orphan)))
    table.note(f"{SOUGHT:,} annotations with words in both articles of {WORDS:,} words each.")
    return table


def timed(act: Callable[[], _Result]) -> tuple[_Result, float]:
    """Do something; return what it returns, and the seconds of processor time that it took."""
    start = time.process_time()
    result = act()
    return result, time.process_time() - start


def _file(path: Path, quotes: Quotes) -> NotebookFile:
    record = describe_article(quotes.article, path)
    return NotebookFile(
        "f-01JDA7Q4ZK8V", _AUTHOR, record, record, "news-discrepancies/1", quotes.annotations()
    )


def _annotation(number: int, anchor: Anchor) -> Annotation:
    return Annotation(
        id=f"a-{number:012d}",
        tag="number",
        relation="conflict",
        severity="major",
        confidence="high",
        status="open",
        a=anchor,
        b=anchor,
        note="Both name the ferry.\nTheir figures differ.",
        created=_TIME,
        modified=_TIME,
    )
