from __future__ import annotations

from itertools import combinations

import pytest

from compare_tui.tui.arrangement import Box, arrange, is_stacked
from compare_tui.tui.pairs import Side


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@pytest.mark.parametrize("front", ["a", "b"])
@pytest.mark.parametrize("width", [20, 60, 80, 99, 100, 115, 116, 120, 200, 301])
@pytest.mark.parametrize("height", [10, 16, 19, 20, 24, 40, 50, 90])
def test_the_boxes_tile_the_screen(width: int, height: int, front: Side) -> None:
    boxes = arrange(width, height, front)
    assert sum(box.width * box.height for box in boxes.values()) == width * height
    for one, other in combinations(boxes.values(), 2):
        assert not overlap(one, other)
    assert all(box.width > 0 and box.height > 0 for box in boxes.values())


@pytest.mark.parametrize("height", range(1, 10))
def test_the_smallest_screens_do_not_break(height: int) -> None:
    assert f"pane-{'a'}" in arrange(30, height, "a")


def test_articles_stand_side_by_side_from_a_hundred_columns_on() -> None:
    boxes = arrange(100, 40, "a")
    assert boxes["pane-a"].y == boxes["pane-b"].y
    assert abs(boxes["pane-a"].width - boxes["pane-b"].width) <= 1
    assert is_stacked(99)
    assert not is_stacked(100)


def test_the_article_that_is_read_stands_on_top() -> None:
    assert arrange(80, 24, "a")["pane-a"].y < arrange(80, 24, "a")["pane-b"].y
    assert arrange(80, 24, "b")["pane-b"].y < arrange(80, 24, "b")["pane-a"].y


def test_a_small_screen_shows_one_article() -> None:
    boxes = arrange(60, 16, "b")
    assert "pane-b" in boxes
    assert "pane-a" not in boxes
    assert boxes["pane-b"].height >= 10
