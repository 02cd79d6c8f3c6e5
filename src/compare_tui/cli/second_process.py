"""A second process, which reads the articles and compares them while this one loads the screen.

It is a fork, made before anything large is loaded, and ends when it has sent what it found. Whatever it fails
at is done again here, where errors are told.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from mmap import mmap
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

    _drawn: mmap | None = None
    _articles: tuple[Article, Article] | None = None
    _sends_heads = False
    _is_told = False
    _draws = False

    def go_on(self, size: tuple[int, int] | None = None) -> None:
        """Let it go on behind what it reads first; only the first call counts.

        Args:
            size: Columns and rows of the terminal on which it is to draw that; None to draw nothing.
        """
        if not self._is_told and not self._ended:
            self._is_told = True
            self.ask(size or ())
            self._draws = self._articles is not None

    def hand_over(self) -> bool:
        """Wait until it draws no more, and leave the terminal to the program on the screen.

        Returns:
            Whether the terminal's second screen is open, with the text on it.
        """
        self.wait_until_drawn()
        drawn, self._drawn = self._drawn, None
        return drawn is not None and drawn[0] != 0

    def leave_screen(self) -> None:
        """Leave the second screen where nobody has taken it over, so that what is said can be seen."""
        if self._drawn is not None and self._drawn[0]:
            from compare_tui.tui.preview import LEAVE

            os.write(2, LEAVE.encode())

    def wait_until_drawn(self) -> None:
        """Wait until it draws no more; what it reads itself it draws before it sends it."""
        if self._draws:
            self._draws = False
            self.message()

    def heads(self) -> tuple[Head, Head] | None:
        """Wait for the beginnings of long articles; None where they are not read by themselves."""
        self.go_on()
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
        self.go_on()
        self.wait_until_drawn()
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
    # The fork has no terminal of its own: what it may draw on is kept for it.
    terminal, drawn = os.dup(2), mmap(-1, 1)

    def draw(articles: tuple[Article, Article], counts: tuple[int, int], size: tuple[int, int]) -> None:
        from compare_tui.tui.preview import preview

        left = memoryview(preview(articles, counts, size).encode("utf-8", "replace"))
        drawn[0] = 1
        with contextlib.suppress(OSError):
            while left:
                left = left[os.write(terminal, left) :]

    def work(questions: BinaryIO, send: Callable[[object], None]) -> None:
        _work(read, known, read_heads, questions, send, draw)

    second = fork(SecondProcess, work)
    os.close(terminal)
    if second is not None:
        second._articles, second._drawn = known, drawn
        second._sends_heads = read_heads is not None
    return second


def _work(
    read: Callable[[], tuple[Article, Article]],
    known: tuple[Article, Article] | None,
    read_heads: Callable[[], tuple[Head, Head] | None] | None,
    questions: BinaryIO,
    send: Callable[[object], None],
    draw: Callable[[tuple[Article, Article], tuple[int, int], tuple[int, int]], None],
) -> None:
    """Read, draw and send the articles; compare them when asked to, so that nothing slows the screen down."""
    import pickle

    from compare_tui.article.packing import pack

    def drawn(articles: tuple[Article, Article], counts: tuple[int, int]) -> bool:
        """Draw where that is asked for; tell whether to go on."""
        size = next_message(questions)
        if size:
            draw(articles, counts, size)
        return size is not None

    heads = read_heads() if read_heads is not None else None
    if heads is not None:
        a, b = heads
        if not drawn((a.article, b.article), (a.expected, b.expected)):
            return
    if read_heads is not None:
        send(tuple((pack(head.article), head.expected) for head in heads or ()))
    articles = known or read()
    if heads is None and not drawn(articles, (len(articles[0].passages), len(articles[1].passages))):
        return
    send(tuple(pack(article) for article in articles) if known is None else ())
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

    found = compare(*articles, progress=report)
    only = ([passage.number - 1 for passage in passages] for passages in (found.only_a, found.only_b))
    result = found.links, found.differences, *only, found.notes
    send((pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL),))
