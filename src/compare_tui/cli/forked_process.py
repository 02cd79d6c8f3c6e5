"""A fork of this program that works beside the screen, and how the two talk."""

from __future__ import annotations

import contextlib
import marshal
import os
import signal
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn, TypeVar

from compare_tui.comparison.two_processes import can_fork

NICENESS = 5
"""How far the fork steps back behind what a person waits for, as ``nice`` counts."""

ASK_EVERY = 0.1
"""Seconds after which whoever waits is asked whether the answer is still wanted."""

_LENGTH = 8
"""Bytes before each message that tell how long it is."""


class ForkedProcess:
    """The fork, as this process knows it."""

    def __init__(self, child: int, reading: int, asking: int) -> None:
        """Listen to a process.

        Args:
            child: Its number.
            reading: Where it writes, a file descriptor.
            asking: Where it is told what to do.
        """
        self.child = child
        self._reading = reading
        self._asking = asking
        self._stream: BinaryIO = open(reading, "rb", buffering=0)  # noqa: SIM115
        self._ended = False

    def end(self) -> None:
        """End the process, if it still runs."""
        if self._ended:
            return
        self._ended = True
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.child, 0)
        self._stream.close()
        os.close(self._asking)

    def ask(self, question: object) -> bool:
        """Tell it what to do; return False where it has died.

        Args:
            question: What ``marshal`` can write.
        """
        try:
            send(self._asking, question)
        except OSError:
            return False
        return True

    def waits(self) -> bool:
        """Wait a while for a message; tell whether one has come."""
        import select

        return bool(select.select([self._reading], [], [], ASK_EVERY)[0])

    def message(self) -> Any:
        """Return the next message; None where there is none."""
        return next_message(self._stream)


Forked = TypeVar("Forked", bound=ForkedProcess)


def fork(kind: type[Forked], work: Callable[[BinaryIO, Callable[[object], None]], None]) -> Forked | None:
    """Do work in a fork; None where the system cannot fork, or has one processor.

    Args:
        kind: Knows how to talk to it.
        work: Gets where questions come from, and what sends answers; when it returns, the fork ends.
    """
    if not can_fork():
        return None
    reading, writing = os.pipe()
    asked, asking = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(asking)
        _work_and_leave(work, asked, writing)
    os.close(writing)
    os.close(asked)
    return kind(child, reading, asking)


def _work_and_leave(
    work: Callable[[BinaryIO, Callable[[object], None]], None], asked: int, writing: int
) -> NoReturn:
    """Work and end this process, whatever happens."""
    try:
        # The terminal belongs to the other process.
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(nothing, descriptor)
        with open(asked, "rb", buffering=0) as questions:
            work(questions, lambda message: send(writing, message))
    finally:
        os._exit(0)


def send(writing: int, message: object) -> None:
    """Send a message.

    Args:
        writing: Where to, a file descriptor.
        message: What ``marshal`` can write.

    Raises:
        OSError: Nobody reads it.
    """
    data = marshal.dumps(message)  # type: ignore[arg-type]
    left = memoryview(len(data).to_bytes(_LENGTH, "big") + data)
    while left:
        left = left[os.write(writing, left) :]


def next_message(stream: BinaryIO) -> Any:
    """Return the next message; None where the other side has ended."""
    head = _bytes(stream, _LENGTH)
    body = _bytes(stream, int.from_bytes(head, "big")) if len(head) == _LENGTH else b""
    return marshal.loads(body) if body else None


def _bytes(stream: BinaryIO, count: int) -> bytes:
    """Return so many bytes, or none at all where the other side ends before."""
    received = bytearray()
    while len(received) < count:
        data = stream.read(count - len(received))
        if not data:
            return b""
        received += data
    return bytes(received)
