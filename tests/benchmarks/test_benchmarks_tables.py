from __future__ import annotations

import pytest
from benchmarks.tables import Table, put_into


def table() -> Table:
    made = Table("links", [("method", 10), ("F1", -6)])
    made.add("plain", ".500")
    made.note("A note.")
    return made


def test_a_table_prints_its_headings_once_and_its_rows_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    made = table()
    made.add("other", ".600")
    assert capsys.readouterr().out == ("method         F1\nplain        .500\nA note.\nother        .600\n")


def test_a_row_with_too_few_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        table().add("lonely")


def test_only_the_text_between_its_markers_is_replaced() -> None:
    rest = "After.\n<!-- table: speed -->\nkept\n<!-- end -->\n"
    page = f"Before.\n<!-- table: links -->\nold\n<!-- end -->\n{rest}"
    new = put_into(page, [table()])
    assert new.startswith(
        "Before.\n<!-- table: links -->\n| method | F1 |\n| --- | ---: |\n| plain | .500 |\n\nA note.  \n*"
    )
    assert new.endswith(f"*\n<!-- end -->\n{rest}")
    assert "old" not in new


def test_replacing_twice_changes_nothing_more() -> None:
    page = "<!-- table: links -->\n<!-- end -->\n"
    once = put_into(page, [table()])
    assert put_into(once, [table()]) == once


def test_a_page_without_the_marker_stays_as_it_is() -> None:
    assert put_into("Nothing here.\n", [table()]) == "Nothing here.\n"


@pytest.mark.parametrize(
    "page",
    ["<!-- table: links -->\nold\n", "<!-- table: links -->\nold\n<!-- table: speed -->\n<!-- end -->\n"],
)
def test_a_marker_without_an_end_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="has no <!-- end -->"):
        put_into(page, [table()])
