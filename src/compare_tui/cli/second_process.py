"""A second process, which reads the articles and compares them while this one loads the screen.

It is a fork, made before anything large is loaded, and ends when it has sent what it found. Whatever it fails
at is done again here, where errors are told.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from compare_tui.cli.forked_process import NICENESS, ForkedProcess, fork, next_message

if TYPE_CHECKING:
    from compare_tui.article.head import Head
    from compare_tui.article.model import Article
    from compare_tui.comparison.alignment import Progress
    from compare_tui.comparison.model import Comparison
    from compare_tui.comparison.similarity import Similarity

REPORT_EVERY = 0.05
"""Seconds between two reports of progress."""


class SecondProcess(ForkedProcess):
    """Reads two articles and compares them, once."""

    _articles: tuple[Article, Article] | None = None
    _sends_heads = False

    def heads(self) -> tuple[Head, Head] | None:
        """Wait for the beginnings of long articles; None where they are not read by themselves."""
        message = self.message() if self._sends_heads else None
        self._sends_heads = False
        if not message:
            return None
        from compare_tui.article.head import Head
        from compare_tui.article.packing import unpack

        a, b = (Head(unpack(packed), expected) for packed, expected in message)
        return a, b

    def articles(self) -> tuple[Article, Article] | None:
        """Wait for the articles; None where they could not be read."""
        if self._articles is None:
            self.heads()
            from compare_tui.article.packing import unpack

            message = self.message()
            if message is None:
                return None
            self._articles = unpack(message[0]), unpack(message[1])
        return self._articles

    def compare(
        self,
        a: Article,
        b: Article,
        *,
        progress: Progress,
        similarity: Similarity | None = None,
    ) -> Comparison:
        """Return the comparison that the process makes; of other articles than its own it is made here.

        Args:
            a: The first article.
            b: The second article.
            progress: Told how far the work is; an exception from it ends the process.
            similarity: A similarity function from outside, which this process alone can call.

        Raises:
            SimilarityError: The similarity function fails.
        """
        mine = self._articles is not None and a is self._articles[0] and b is self._articles[1]
        if mine and similarity is None and not self._ended:
            try:
                found = self._compared(a, b, progress)
            finally:
                self.end()
            if found is not None:
                return found
        self.end()
        from compare_tui.comparison import compare

        return compare(a, b, progress=progress, similarity=similarity)

    def end(self) -> None:
        """End the process, if it still runs."""
        self._articles = None
        super().end()

    def _compared(self, a: Article, b: Article, progress: Progress) -> Comparison | None:
        """Return what the process has found; None where it died over it."""
        import pickle

        from compare_tui.comparison.model import Comparison

        done: tuple[float, str] = (0.0, "")
        if not self.ask("compare"):
            return None
        while True:
            while not self.waits():
                progress(*done)
            message = self.message()
            if message is None:
                return None
            if len(message) > 1:
                done = message
                progress(*done)
                continue
            links, differences, only_a, only_b, notes = pickle.loads(message[0])
            return Comparison(
                a=a,
                b=b,
                links=links,
                differences=differences,
                only_a=tuple(a.passages[index] for index in only_a),
                only_b=tuple(b.passages[index] for index in only_b),
                notes=notes,
            )


def start_second_process(
    read: Callable[[], tuple[Article, Article]],
    known: tuple[Article, Article] | None = None,
    read_heads: Callable[[], tuple[Head, Head] | None] | None = None,
) -> SecondProcess | None:
    """Read and compare in a second process; None where the system cannot fork, or has one processor.

    Args:
        read: Reads both articles, from files alone.
        known: The articles, where they are read already.
        read_heads: Reads the beginnings of both; None where they are too short for that.
    """

    def work(questions: BinaryIO, send: Callable[[object], None]) -> None:
        if read_heads is not None:
            _send_heads(read_heads(), send)
        _work(read, known, questions, send)

    second = fork(SecondProcess, work)
    if second is not None:
        second._articles = known
        second._sends_heads = read_heads is not None
    return second


def _send_heads(heads: tuple[Head, Head] | None, send: Callable[[object], None]) -> None:
    from compare_tui.article.packing import pack

    send(tuple((pack(head.article), head.expected) for head in heads or ()))


def _work(
    read: Callable[[], tuple[Article, Article]],
    known: tuple[Article, Article] | None,
    questions: BinaryIO,
    send: Callable[[object], None],
) -> None:
    """Read and send the articles; compare them when asked to, so that nothing slows the first paint down."""
    import pickle

    a, b = known or read()
    if known is None:
        from compare_tui.article.packing import pack

        send((pack(a), pack(b)))
    if next_message(questions) is None:
        return
    os.nice(NICENESS)
    from compare_tui.comparison import compare

    last = 0.0

    def report(fraction: float, word: str) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= REPORT_EVERY:
            last = now
            send((fraction, word))

    found = compare(a, b, progress=report)
    only = ([passage.number - 1 for passage in passages] for passages in (found.only_a, found.only_b))
    result = found.links, found.differences, *only, found.notes
    send((pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL),))
