from __future__ import annotations

import pytest

from compare_tui.comparison.model import Comparison
from compare_tui.tui.focus import (
    Focus,
    at_difference,
    at_passage,
    carried_over,
    next_counterpart,
    step_difference,
    to_side,
)
from compare_tui.tui.pairs import Pairs, link_end


@pytest.fixture
def pairs(ferries: Comparison) -> Pairs:
    return Pairs(ferries.a, ferries.b, ferries)


def test_a_passage_brings_its_primary_counterpart(pairs: Pairs) -> None:
    focus = at_passage(Focus(), pairs, "a", 1)
    assert (focus.a, focus.b, focus.side) == (1, 1, "a")
    focus = at_passage(focus, pairs, "b", 7)
    assert (focus.a, focus.b, focus.side) == (1, 7, "b")


def test_a_passage_without_a_link_leaves_the_other_side_alone(pairs: Pairs) -> None:
    focus = at_passage(at_passage(Focus(), pairs, "a", 3), pairs, "a", 6)
    assert (focus.a, focus.b, focus.link) == (6, 3, None)


@pytest.mark.parametrize(("wanted", "reached"), [(-5, 0), (99, 7)])
def test_the_ends_hold(pairs: Pairs, wanted: int, reached: int) -> None:
    assert at_passage(Focus(), pairs, "a", wanted).a == reached


def test_counterparts_come_round(pairs: Pairs) -> None:
    first = at_passage(Focus(), pairs, "a", 1)
    second = next_counterpart(first, pairs)
    assert (second.a, second.b) == (1, 7)
    assert next_counterpart(second, pairs) == first
    lone = at_passage(Focus(), pairs, "a", 3)
    assert next_counterpart(lone, pairs) == lone


def test_the_link_in_view_survives_a_change_of_side(pairs: Pairs) -> None:
    second = next_counterpart(at_passage(Focus(), pairs, "a", 1), pairs)
    there = to_side(second, pairs, "b")
    assert (there.side, there.link, there.b) == ("b", second.link, 7)
    assert to_side(there, pairs, "a") == second


def test_differences_are_stepped_through_and_stop_at_the_ends(pairs: Pairs) -> None:
    focus = Focus()
    seen: list[int] = []
    for _ in range(20):
        focus = step_difference(focus, pairs, 1)
        assert focus.difference is not None
        seen.append(focus.difference)
        link = pairs.differences[focus.difference].link
        assert (focus.a, focus.b, focus.link) == (link.a, link.b, link)
    assert seen == [
        *range(len(pairs.differences)),
        *[len(pairs.differences) - 1] * (20 - len(pairs.differences)),
    ]
    for _ in range(20):
        focus = step_difference(focus, pairs, -1)
    assert focus.difference == 0


def test_the_first_step_begins_at_the_passage(pairs: Pairs) -> None:
    down = step_difference(at_passage(Focus(), pairs, "a", 3), pairs, 1)
    assert down.difference is not None
    assert pairs.differences[down.difference].link.a == 3
    up = step_difference(at_passage(Focus(), pairs, "a", 3), pairs, -1)
    assert up.difference is not None
    assert pairs.differences[up.difference].link.a == 2


def test_without_differences_or_passages_nothing_moves(ferries: Comparison) -> None:
    bare = Pairs(ferries.a, ferries.b, None)
    assert step_difference(Focus(), bare, 1) == Focus()
    assert step_difference(Focus(), bare, -1) == Focus()


def test_the_place_is_kept_when_style_is_shown(ferries: Comparison, pairs: Pairs) -> None:
    shown = Pairs(ferries.a, ferries.b, ferries, style=True)
    focus = at_difference(Focus(side="b"), pairs, 5)
    after = carried_over(focus, pairs, shown)
    assert after.difference is not None
    assert shown.differences[after.difference] == pairs.differences[5]
    assert (after.side, after.a, after.b) == (focus.side, focus.a, focus.b)


def test_the_place_is_kept_when_the_comparison_arrives(ferries: Comparison, pairs: Pairs) -> None:
    before = at_passage(Focus(), Pairs(ferries.a, ferries.b, None), "b", 4)
    after = carried_over(before, Pairs(ferries.a, ferries.b, None), pairs)
    assert (after.side, after.b) == ("b", 4)
    assert after.link is not None
    assert link_end(after.link, "b") == 4
