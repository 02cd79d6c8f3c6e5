from __future__ import annotations

import threading

import pytest

from compare_tui.corpus.ahead import Ahead


def test_results_come_in_the_order_of_the_things() -> None:
    first_may_end = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            first_may_end.wait(30)
        return number * number

    ahead = Ahead(range(6), work, threads=3, window=4)
    head = ahead.head()
    assert head is not None
    assert not head.done()
    first_may_end.set()
    taken = []
    while ahead.head() is not None:
        number, future = ahead.take()
        taken.append((number, future.result(30)))
    assert taken == [(number, number * number) for number in range(6)]


def test_no_more_is_read_than_the_window_holds() -> None:
    begun: list[int] = []
    ahead = Ahead(iter(range(1_000_000)), begun.append, threads=2, window=5)
    for number in range(20):
        ahead.head()
        taken, future = ahead.take()
        future.result(30)
        assert taken == number
        assert len(begun) <= number + 5
    ahead.close()


def test_an_error_is_that_of_its_thing() -> None:
    ahead = Ahead([1, 0], lambda number: 1 // number, threads=1, window=2)
    ahead.head()
    assert ahead.take()[1].result(30) == 1
    with pytest.raises(ZeroDivisionError):
        ahead.take()[1].result(30)
