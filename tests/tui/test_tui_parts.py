from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from compare_tui.tui.parts import fit, fit_end, fit_parts, marked_parts, parts_width
from compare_tui.tui.plain import safe

TEXT = st.text(st.sampled_from("ab c漢字é\u0301👍…"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(TEXT, st.integers(0, 40))
def test_a_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
    assert parts_width(fit_parts([(text, "a"), (text, "b")], width)) == width
    assert cell_len(fit_end(text, width)) <= width


def test_a_cut_is_shown() -> None:
    assert fit("prerequisites", 6) == "prere…"
    assert fit_end("/far/away/folder/wire.txt", 14) == "…lder/wire.txt"


def test_marks_are_cut_to_the_row_they_stand_on() -> None:
    text = "rang his  colleague"
    marks = [(95, 98, "x"), (105, 111, "y"), (115, 300, "z")]
    assert marked_parts(text, 100, marks, "text") == [
        ("rang ", "text"),
        ("his c", "y"),
        ("olle", "text"),
        ("ague", "z"),
    ]


def test_marks_that_touch_both_show() -> None:
    assert marked_parts("abcd", 0, [(0, 2, "x"), (2, 4, "y")], "text") == [("ab", "x"), ("cd", "y")]


def test_text_from_outside_cannot_drive_the_terminal() -> None:
    made = safe("a\x1b]0;title\x07\nb\u202ec\x9b1m")
    assert made.isprintable()
    assert "\n" not in made
