"""Another process finds which marks stand on one place, as this one would."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import repeat

import pytest

from compare_tui.cli.matching_process import MatchingProcess, start_matching_process
from compare_tui.comparison.two_processes import can_fork
from compare_tui.review.matching import Mark, group_marks

pytestmark = pytest.mark.skipif(not can_fork(), reason="needs to fork")

MARKS = [
    Mark(person, f"a-{person}{number}", tag, (10 * number, 10 * number + 8), None)
    for person in ("ann", "bo", "cleo")
    for number, tag in enumerate(("number", "time", "place"))
]


@pytest.fixture
def process() -> Iterator[MatchingProcess]:
    started = start_matching_process()
    assert started is not None
    yield started
    started.end()


def always() -> bool:
    return True


def test_it_answers_as_often_as_it_is_asked(process: MatchingProcess) -> None:
    assert process.group(MARKS, always) == group_marks(MARKS)
    assert process.group(MARKS[:4], always) == group_marks(MARKS[:4])


def test_a_process_that_has_died_is_replaced(process: MatchingProcess) -> None:
    os.kill(process.child, 9)
    assert process.group(MARKS, always) == group_marks(MARKS)


def test_what_nobody_waits_for_any_more_ends_it(process: MatchingProcess) -> None:
    crowd = [Mark(f"p{n % 20}", f"a-{n}", "number", (n % 90, n % 90 + 50), None) for n in range(4_000)]
    answers = repeat(False)
    assert process.group(crowd, lambda: next(answers)) is None
    with pytest.raises(ProcessLookupError):
        os.kill(process.child, 0)
