from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.tui.band_lines import Join, band_rows
from compare_tui.tui.parts import parts_width


def drawn(width: int, height: int, *joins: Join) -> list[str]:
    return ["".join(text for text, _ in row) for row in band_rows(width, height, joins)]


def test_level_passages_are_joined_by_a_straight_line() -> None:
    assert drawn(5, 3, Join(1, 1, 4, 4, "accent")) == ["  │  ", "─────", "  │  "]


def test_passages_at_different_heights_are_joined_by_a_bent_line() -> None:
    assert drawn(5, 3, Join(0, 2, 4, 4, "accent")) == ["──╮  ", "  │  ", "  ╰──"]
    assert drawn(5, 3, Join(2, 0, 4, 4, "accent")) == ["  ╭──", "  │  ", "──╯  "]


def test_a_counterpart_off_the_screen_is_an_arrow_with_its_number() -> None:
    assert drawn(7, 2, Join(0, 40, 6, 11, "accent"))[0] == "────11↓"
    assert drawn(7, 2, Join(1, -3, 6, 11, "accent"))[1] == "────11↑"
    assert drawn(7, 2, Join(-1, 0, 6, 11, "accent"))[0] == "↑6─────"
    assert drawn(7, 2, Join(9, 0, 6, 11, "accent"))[0] == "↓6─────"
    assert drawn(3, 1, Join(0, 40, 6, 1234, "accent")) == ["──↓"]


def test_two_links_of_one_passage_share_a_stem() -> None:
    assert drawn(5, 3, Join(0, 2, 1, 9, "muted"), Join(0, 0, 1, 2, "accent")) == ["──┬──", "  │  ", "  ╰──"]


@settings(max_examples=100, deadline=None)
@given(
    st.integers(3, 9),
    st.integers(1, 12),
    st.lists(
        st.builds(Join, *[st.integers(-20, 30)] * 2, *[st.integers(1, 99999)] * 2, st.just("muted")),
        max_size=5,
    ),
)
def test_every_row_is_as_wide_as_the_band(width: int, height: int, joins: list[Join]) -> None:
    rows = band_rows(width, height, joins)
    assert [parts_width(row) for row in rows] == [width] * height
