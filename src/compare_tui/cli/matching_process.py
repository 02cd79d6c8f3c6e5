"""A process that finds out which annotations of a review stand on one place, so that no key waits for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import BinaryIO

from compare_tui.cli.forked_process import NICENESS, ForkedProcess, fork, next_message
from compare_tui.review.matching import Groups, Mark, group_marks


class MatchingProcess(ForkedProcess):
    """Groups marks, as often as it is asked."""

    def group(self, marks: Sequence[Mark], is_wanted: Callable[[], bool]) -> Groups | None:
        """Return the groups, as ``group_marks`` does; where the process has died, they are made here.

        Args:
            marks: The marks.
            is_wanted: Asked again and again; once it says no, the process ends and there are no groups.
        """
        if not self._ended and self.ask([(one.annotator, one.id, one.tag, one.a, one.b) for one in marks]):
            while not self.waits():
                if not is_wanted():
                    self.end()
                    return None
            groups: Groups | None = self.message()
            if groups is not None:
                return groups
        self.end()
        return group_marks(marks)


def start_matching_process() -> MatchingProcess | None:
    """Start the process; None where the system cannot fork, or has one processor."""
    return fork(MatchingProcess, _work)


def _work(questions: BinaryIO, send: Callable[[object], None]) -> None:
    os.nice(NICENESS)
    while (question := next_message(questions)) is not None:
        send(group_marks([Mark(*fields) for fields in question]))
