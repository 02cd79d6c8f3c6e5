"""Doing something for many things ahead of time, in threads, with the results in the order of the things."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")


class Ahead(Generic[Thing, Result]):
    """Applies a function to things, in threads that end with the program, whatever they wait for.

    Args:
        things: The things.
        work: The function; it may be called in several threads at once.
        threads: How many threads there are, at most.
        window: How many results are made and not taken yet, at most.
    """

    def __init__(
        self, things: Iterable[Thing], work: Callable[[Thing], Result], *, threads: int, window: int
    ) -> None:
        self._rest = iter(things)
        self._work = work
        self._threads = threads
        self._window = window
        self._waiting: queue.SimpleQueue[tuple[Thing, Future[Result]] | None] = queue.SimpleQueue()
        self._made: deque[tuple[Thing, Future[Result]]] = deque()
        self._running = 0

    def head(self) -> Future[Result] | None:
        """Return the result to be taken next; None where nothing is left."""
        while len(self._made) < self._window:
            try:
                thing = next(self._rest)
            except StopIteration:
                break
            made: tuple[Thing, Future[Result]] = (thing, Future())
            self._made.append(made)
            self._waiting.put(made)
            if self._running < self._threads:
                self._running += 1
                # A pool of the standard library would keep the program waiting for a slow server.
                threading.Thread(target=self._serve, daemon=True).start()
        return self._made[0][1] if self._made else None

    def take(self) -> tuple[Thing, Future[Result]]:
        """Return the next thing and its result, which may not be there yet."""
        return self._made.popleft()

    def close(self) -> None:
        """Begin nothing more."""
        self._rest = iter(())
        for _, future in self._made:
            future.cancel()
        for _ in range(self._running):
            self._waiting.put(None)

    def _serve(self) -> None:
        while (made := self._waiting.get()) is not None:
            thing, future = made
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._work(thing))
            except BaseException as error:
                future.set_exception(error)
