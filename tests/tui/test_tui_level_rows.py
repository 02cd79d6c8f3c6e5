from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.tui.level_rows import MarkedText, level_rows
from compare_tui.tui.parts import Part, RoleSpan, parts_width
from compare_tui.tui.signs import ASCII, UNICODE, use_signs

SIGNS = re.compile(r"[\[\]{}▴ ]")


def rows(a: str, b: str, width: int, marks: tuple[RoleSpan, ...] = ()) -> list[tuple[str, str]]:
    made = level_rows(MarkedText(a, 0, marks), MarkedText(b, 0, ()), width)
    return [(text_of(left), text_of(right)) for left, right in made]


def text_of(parts: list[Part]) -> str:
    return "".join(text for text, _ in parts).rstrip()


def said_in(role: str, parts: list[Part]) -> str:
    """Return what stands in a role, without the blanks around it."""
    return "".join(text for text, own in parts if own == role).strip()


def test_words_that_both_have_stand_level() -> None:
    made = rows("The ferry left Tallinn at nine with 212 people", "The ferry left with 221 people", 60)
    assert made == [
        (
            "The ferry left {Tallinn at nine} with [212] people",
            "The ferry left ▴                 with [221] people",
        )
    ]


def test_a_side_waits_where_the_other_needs_more_rows() -> None:
    made = rows("It sank {}".format("slowly and quietly after " * 2) + "midnight", "It sank midnight", 24)
    assert made == [
        ("It sank {slowly and", "It sank ▴"),
        ("quietly after slowly and", ""),
        ("quietly after} midnight", "               midnight"),
    ]


def test_other_words_are_underlined_and_equal_ones_calm() -> None:
    ((left, right),) = level_rows(
        MarkedText("It left at nine", 0, ()), MarkedText("It left at ten,", 0, ()), 40
    )
    assert (said_in("differs", left), said_in("muted", left)) == ("nine", "It left at []")
    assert (said_in("differs", right), said_in("muted", right)) == ("ten", "It left at [,]")


def test_marks_keep_their_role_over_whole_phrases() -> None:
    ((left, _),) = level_rows(
        MarkedText("It left at half past nine", 0, ((11, 25, "near:time"),)),
        MarkedText("It left at ten", 0, ()),
        40,
    )
    assert said_in("near:time", left) == "half past nine"


def test_in_ascii_the_gap_has_a_sign_of_ascii() -> None:
    use_signs(ASCII)
    try:
        assert rows("a ferry burns", "a burns", 40) == [("a {ferry} burns", "a ^       burns")]
    finally:
        use_signs(UNICODE)


def test_texts_without_a_word_in_common_are_wrapped_as_they_are() -> None:
    assert rows("Ferry burns", "Das Schiff brennt lichterloh", 12) == [
        ("Ferry burns", "Das Schiff"),
        ("", "brennt"),
        ("", "lichterloh"),
    ]


@pytest.mark.parametrize("width", [4, 9, 26])
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("船长说：“火已扑灭。”没有人受伤。", "船长称火已于昨晚扑灭，没有人受伤。"),
        ("قال القبطان إن الحريق أخمد", "قال القبطان أمس إن الحريق قد أخمد"),
        ("The 👩‍👩‍👧 family of café owners", "A 👩‍👩‍👧 family of cafe\u0301 owners left"),
        ("Donaudampfschifffahrtsgesellschaft sank", "Die Donaudampfschifffahrtsgesellschaft sank"),
    ],
)
def test_any_script_fits_its_column(a: str, b: str, width: int) -> None:
    for left, right in level_rows(MarkedText(a, 0, ()), MarkedText(b, 0, ()), width):
        assert parts_width(left) == parts_width(right) == width


@given(st.text("abc ,.船م\u0301", max_size=60), st.text("abc ,.船م\u0301", max_size=60), st.integers(4, 30))
def test_nothing_of_a_text_is_lost(a: str, b: str, width: int) -> None:
    made = level_rows(MarkedText(a, 0, ()), MarkedText(b, 0, ()), width)
    for text, side in ((a, 0), (b, 1)):
        assert SIGNS.sub("", "".join(text_of(row[side]) for row in made)) == SIGNS.sub("", text)
        assert all(parts_width(row[side]) == width for row in made)


def test_a_quotation_mark_shifts_no_letters() -> None:
    assert rows("“The two agreed”", "The two agreed", 30) == [("“The two agreed”", " The two agreed")]
