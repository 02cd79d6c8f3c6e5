"""A second process, which reads the articles and compares them while this one loads the screen.

It is a fork, made before anything large is loaded, and ends when it has sent what it found. Whatever it fails
at is done again here, where errors are told.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import signal
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from compare_tui.comparison.two_processes import can_fork

if TYPE_CHECKING:
    from compare_tui.article.model import Article
    from compare_tui.comparison.alignment import Progress
    from compare_tui.comparison.model import Comparison
    from compare_tui.comparison.similarity import Similarity

NICENESS = 5
"""How far comparing steps back behind what a person waits for, as ``nice`` counts."""

REPORT_EVERY = 0.05
"""Seconds between two reports of progress."""

ASK_EVERY = 0.1
"""Seconds after which whoever waits is asked whether the comparison is still wanted."""

_LENGTH = 8
"""Bytes before each message that tell how long it is."""


class SecondProcess:
    """Reads two articles and compares them, once."""

    def __init__(self, child: int, reading: int, asking: int) -> None:
        """Listen to a process.

        Args:
            child: Its number.
            reading: Where it writes, a file descriptor.
            asking: Where it is told to compare.
        """
        self.child = child
        self._reading = reading
        self._asking = asking
        self._stream: BinaryIO = open(reading, "rb", buffering=0)  # noqa: SIM115
        self._articles: tuple[Article, Article] | None = None
        self._ended = False

    def articles(self) -> tuple[Article, Article] | None:
        """Wait for the articles; None where they could not be read."""
        from compare_tui.article.packing import unpack

        message = self._message()
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
        if self._ended:
            return
        self._ended = True
        self._articles = None
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.child, 0)
        self._stream.close()
        os.close(self._asking)

    def _compared(self, a: Article, b: Article, progress: Progress) -> Comparison | None:
        """Return what the process has found; None where it died over it."""
        import pickle

        from compare_tui.comparison.model import Comparison

        done: tuple[float, str] = (0.0, "")
        try:
            os.write(self._asking, b"!")
        except OSError:
            return None
        while True:
            while not self._waits():
                progress(*done)
            message = self._message()
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

    def _waits(self) -> bool:
        """Wait a while for a message; tell whether one has come."""
        import select

        return bool(select.select([self._reading], [], [], ASK_EVERY)[0])

    def _message(self) -> Any:
        """Return the next message; None where there is none."""
        head = self._bytes(_LENGTH)
        body = self._bytes(int.from_bytes(head, "big")) if len(head) == _LENGTH else b""
        return marshal.loads(body) if body else None

    def _bytes(self, count: int) -> bytes:
        """Return so many bytes, or none at all where the other side ends before."""
        received = bytearray()
        while len(received) < count:
            data = self._stream.read(count - len(received))
            if not data:
                return b""
            received += data
        return bytes(received)


def start_second_process(read: Callable[[], tuple[Article, Article]]) -> SecondProcess | None:
    """Read and compare in a second process; None where the system cannot fork, or has one processor.

    Args:
        read: Reads both articles, from files alone.
    """
    if not can_fork():
        return None
    reading, writing = os.pipe()
    asked, asking = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(asking)
        _work_and_leave(read, asked, writing)
    os.close(writing)
    os.close(asked)
    return SecondProcess(child, reading, asking)


def _work_and_leave(read: Callable[[], tuple[Article, Article]], asked: int, writing: int) -> NoReturn:
    """Send articles and comparison to the other process and end this one, whatever happens."""
    try:
        # The terminal belongs to the other process.
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(nothing, descriptor)
        _work(read, asked, partial(_send, writing))
    finally:
        os._exit(0)


def _work(
    read: Callable[[], tuple[Article, Article]], asked: int, send: Callable[[tuple[object, ...]], None]
) -> None:
    """Read and send the articles; compare them when asked to, so that nothing slows the first paint down."""
    import pickle

    from compare_tui.article.packing import pack

    a, b = read()
    send((pack(a), pack(b)))
    if not os.read(asked, 1):
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


def _send(writing: int, message: tuple[object, ...]) -> None:
    data = marshal.dumps(message)  # type: ignore[arg-type]
    left = memoryview(len(data).to_bytes(_LENGTH, "big") + data)
    while left:
        left = left[os.write(writing, left) :]
