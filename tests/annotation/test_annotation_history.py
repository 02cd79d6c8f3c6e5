from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare_tui.annotation.history import Act, History


def act(name: str) -> Act:
    return Act(name, (), ())


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_a_history_is_a_line_that_one_walks_along(steps: list[str]) -> None:
    history = History()
    line: list[str] = []
    at = 0
    for number, step in enumerate(steps):
        if step == "do":
            line[at:] = [f"act {number}"]
            at += 1
            history.record(act(line[-1]))
        elif step == "undo":
            undone = history.undo()
            assert (undone.description if undone else None) == (line[at - 1] if at else None)
            at = max(0, at - 1)
        else:
            redone = history.redo()
            assert (redone.description if redone else None) == (line[at] if at < len(line) else None)
            at = min(len(line), at + 1)
        assert history.descriptions == tuple(line[:at])
