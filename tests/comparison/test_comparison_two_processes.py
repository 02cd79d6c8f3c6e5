"""Work that two processes share."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

import pytest

from compare_tui.comparison.two_processes import share

HERE = os.getpid()


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


@pytest.mark.parametrize("count", [0, 1, 2, 7, 1000])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    assert share(squares, range(count)) == [n * n for n in range(count)]


def test_what_a_process_that_died_has_left_is_done_here() -> None:
    def fragile(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != HERE:
            os._exit(3)
        return squares(numbers)

    assert share(fragile, range(9)) == squares(range(9))


def test_an_error_in_the_other_process_shows_here() -> None:
    def wrong(numbers: Sequence[int]) -> list[int]:
        if 5 in numbers:
            raise LookupError("five")
        return squares(numbers)

    with pytest.raises(LookupError, match="five"):
        share(wrong, range(9))


def test_cancelling_ends_both() -> None:
    def cancelled(numbers: Sequence[int]) -> list[int]:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        share(cancelled, range(9))


def test_beside_threads_all_is_done_here() -> None:
    seen: list[int] = []

    def noting(numbers: Sequence[int]) -> list[int]:
        seen.append(os.getpid())
        return squares(numbers)

    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert share(noting, range(9)) == squares(range(9))
    finally:
        stop.set()
        thread.join()
    assert seen == [HERE]
