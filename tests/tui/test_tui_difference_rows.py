from __future__ import annotations

from itertools import pairwise

from rich.cells import cell_len

from compare_tui.comparison.model import Comparison
from compare_tui.tui.difference_list import Filter, all_rows, next_kind, table_rows, without_filters
from compare_tui.tui.difference_rows import column_heads, filter_line, row_parts
from compare_tui.tui.pairs import Pairs


def words(pairs: Pairs, chosen: Filter) -> list[str | None]:
    found = []
    for row in table_rows(pairs, all_rows(pairs), (), chosen):
        one = pairs.differences[row.differences[0]]
        found.append(one.a.text if one.a else None)
    return found


def test_what_says_the_same_of_one_place_is_one_row(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    assert words(pairs, Filter()) == [
        "212",
        "the coast guard said",
        "212",
        "by midnight",
        "within the hour",
        "Tamm",
        "At least 14",
        "ship",
        "built in 1998",
    ]
    text = "".join(
        t
        for t, _ in row_parts(
            pairs, table_rows(pairs, all_rows(pairs), (), Filter())[0], (), {}, 120, here=True
        )
    )
    assert "212" in text
    assert "A2 ↔ B2" in text


def test_filters_narrow_the_rows_and_come_off_together(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    assert words(pairs, Filter(kind="number")) == ["212", "212", "At least 14"]
    assert words(pairs, Filter(kind="number", text="DOZENS")) == ["At least 14"]
    assert words(pairs, Filter(text="hour differs")) == ["by midnight"]
    assert words(pairs, Filter(major=True, kind="wording")) == []
    assert words(pairs, Filter(tagged="tagged")) == []
    assert len(words(pairs, Filter(tagged="untagged"))) == 9
    assert without_filters(Filter(kind="number", text="x", order="kind")) == Filter(order="kind")


def test_rows_can_be_sorted_by_kind_and_by_severity(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    kinds = [
        pairs.differences[row.differences[0]].kind
        for row in table_rows(pairs, all_rows(pairs), (), Filter(order="kind"))
    ]
    assert [kind for at, kind in enumerate(kinds) if kind not in kinds[:at]] == list(dict.fromkeys(kinds))
    assert len(kinds) - sum(x == y for x, y in pairwise(kinds)) == len(set(kinds))
    severities = [
        pairs.differences[row.differences[0]].severity
        for row in table_rows(pairs, all_rows(pairs), (), Filter(order="severity"))
    ]
    assert severities == sorted(severities)


def test_the_kinds_that_occur_follow_each_other_and_end_with_all(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    seen = []
    kind = next_kind(None, pairs)
    while kind is not None:
        seen.append(kind)
        kind = next_kind(kind, pairs)
    assert set(seen) == {one.kind for one in pairs.differences}


def test_every_line_fills_its_width(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    for width in (60, 80, 99, 100, 120, 200):
        for row in table_rows(pairs, all_rows(pairs), (), Filter()):
            parts = row_parts(pairs, row, (), {}, width, here=False)
            assert sum(cell_len(text) for text, _ in parts) <= width
        assert sum(cell_len(text) for text, _ in filter_line(Filter(kind="who"), 1, 9, 0, width)) == width
        assert sum(cell_len(text) for text, _ in column_heads(width)) <= width


def test_the_filters_say_what_is_hidden(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    line = "".join(text for text, _ in filter_line(Filter(text="a [b]"), 3, 9, pairs.hidden_style, 120))
    assert "3 of 9 · 1 of style hidden" in line
    assert "“a [b]”" in line
