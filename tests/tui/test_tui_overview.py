from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare_tui.comparison.model import Comparison
from compare_tui.tui.focus import Focus
from compare_tui.tui.joins import Window, joins_on_screen
from compare_tui.tui.overview import cell_of, passage_weights, row_of, strip_cells
from compare_tui.tui.pairs import Pairs
from compare_tui.tui.row_marks import View
from compare_tui.tui.searching import find_words


def test_a_passage_is_told_by_the_weightiest_thing_in_it(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    view = View(Focus(), pairs, (), {})
    assert passage_weights(view, "a") == [
        "possible", "major", "major", "major", "major", "minor", "only", "furniture"
    ]  # fmt: skip
    searched = View(Focus(), pairs, (), {}, find_words("owner", ferries.a, ferries.b))
    assert passage_weights(searched, "a")[6] == "match"


def test_before_the_comparison_nothing_is_known(ferries: Comparison) -> None:
    view = View(Focus(), Pairs(ferries.a, ferries.b, None), (), {})
    assert set(passage_weights(view, "b")) == {"unknown", "furniture"}


@given(st.integers(1, 400), st.integers(1, 60))
def test_cells_and_rows_answer_each_other(rows: int, height: int) -> None:
    for row in range(rows):
        cell = cell_of(row, rows, height)
        assert 0 <= cell < height or rows <= height
        assert row_of(cell, rows, height) <= row
    for cell in range(min(height, rows)):
        assert cell_of(row_of(cell, rows, height), rows, height) == cell


def test_the_strip_has_a_cell_for_every_row_of_the_window() -> None:
    cells = strip_cells(["major", "only", "linked"], [0, 10, 20], 30, 6)
    assert [text for text, _ in cells] == ["■", " ", "◦", " ", "│", " "]


def test_links_on_the_screen_are_drawn_under_those_in_focus(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    window = Window(list(range(0, 16, 2)), 0, 12)
    link = pairs.links("a", 1)[0]
    joins = joins_on_screen(Focus("a", 1, 1, link), pairs, window, window)
    assert [(join.a_number, join.b_number, join.role, join.dashed) for join in joins] == [
        (3, 5, "faint", True),
        (4, 4, "faint", False),
        (6, 6, "faint", False),
        (2, 8, "muted", True),
        (2, 2, "accent-strong", False),
    ]
    outside = Window([100] * 8, 0, 12)
    assert joins_on_screen(Focus(), pairs, window, outside) == []
