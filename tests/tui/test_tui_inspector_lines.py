from __future__ import annotations

from collections.abc import Callable

import pytest

from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.model import Annotation
from compare_tui.annotation.tags import default_tag_set, tag_for_kind
from compare_tui.comparison.model import Comparison
from compare_tui.tui.focus import Focus, at_difference, at_passage
from compare_tui.tui.inspector_lines import InspectorLine, Subject, body, heading
from compare_tui.tui.pairs import Pairs
from compare_tui.tui.parts import parts_width
from compare_tui.tui.tagging import Placed

Make = Callable[..., Subject]


@pytest.fixture
def subject(ferries: Comparison) -> Make:
    def make(focus: Focus, *placed: Placed) -> Subject:
        return Subject(
            focus, Pairs(ferries.a, ferries.b, ferries), placed, default_tag_set(), "mara", tag_for_kind
        )

    return make


def text_of(line: InspectorLine) -> str:
    return "".join(text for text, _ in line.parts)


def annotation(comparison: Comparison, tag: str, note: str = "") -> Placed:
    start = comparison.a.text.index("212", 60)
    anchor = make_anchor(comparison.a, start, start + 3)
    time = "2026-03-05T10:00:00Z"
    made = Annotation(f"a-{tag}", tag, "conflict", "major", "high", "open", anchor, None, note, time, time)
    return Placed(made, (start, start + 3), None)


@pytest.mark.parametrize("width", [20, 40, 60, 76, 80, 98, 118, 198])
@pytest.mark.parametrize("difference", range(9))
def test_nothing_is_wider_than_the_inspector(
    ferries: Comparison, subject: Make, width: int, difference: int
) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    made = subject(at_difference(Focus(), pairs, difference), annotation(ferries, "number", "one\ntwo"))
    assert parts_width(heading(made, width)) == width
    for line in body(made, width):
        assert parts_width(line.parts) <= max(width - 2, 20)


def test_each_difference_has_a_line_and_the_focused_one_is_marked(ferries: Comparison, subject: Make) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    lines = [
        line for line in body(subject(at_difference(Focus(), pairs, 5)), 118) if line.difference is not None
    ]
    assert [line.difference for line in lines] == [4, 5]
    assert [line.focused for line in lines] == [False, True]
    assert text_of(lines[1]).split() == [
        *("▸", "w", "who", "major", "Tamm", "│", "Tam"),
        *("spelling", "of", "a", "name"),
    ]


def test_a_detail_that_one_side_lacks_is_a_dash(ferries: Comparison, subject: Make) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    line = next(line for line in body(subject(at_difference(Focus(), pairs, 8)), 118) if line.focused)
    assert "built in 1998" in text_of(line)
    assert "│ —" in text_of(line)


def test_a_tagged_difference_says_so(ferries: Comparison, subject: Make) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    made = subject(
        at_difference(Focus(), pairs, 0), annotation(ferries, "number", "Check the list.\nSecond line")
    )
    lines = [text_of(line).rstrip() for line in body(made, 118)]
    assert lines[0].endswith("● n number")
    assert "● n number  conflict · major · mara  Check the list. …" in lines[2]
    assert "1 tagged" in "".join(text for text, _ in heading(made, 118))


def test_an_unknown_tag_is_shown_as_unknown(ferries: Comparison, subject: Make) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    made = subject(at_passage(Focus(), pairs, "a", 1), annotation(ferries, "rumour"))
    assert any("? rumour (unknown tag)" in text_of(line) for line in body(made, 118))


def test_both_sentences_stand_level(ferries: Comparison, subject: Make) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    lines = [text_of(line) for line in body(subject(at_passage(Focus(), pairs, "a", 3)), 118)]
    row = next(line for line in lines if "We had the fire" in line)
    assert "Captain Ilmar Tam" in row


@pytest.mark.parametrize(
    ("side", "passage", "said"),
    [
        ("a", 6, "No passage of B is linked to this one."),
        ("b", 6, "No passage of A is linked to this one."),
        ("a", 7, "not compared"),
    ],
)
def test_a_passage_without_a_link_is_explained(
    ferries: Comparison, subject: Make, side: str, passage: int, said: str
) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    made = subject(at_passage(Focus(), pairs, "a" if side == "a" else "b", passage))
    assert any(said in text_of(line) for line in body(made, 118))


def test_both_sentences_stand_row_under_row_where_it_is_narrow(ferries: Comparison, subject: Make) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    lines = [text_of(line).rstrip() for line in body(subject(at_passage(Focus(), pairs, "a", 3)), 50)]
    named = [line[2:4] for line in lines if line.startswith(("  A ", "  B "))]
    assert named[:4] == ["A ", "B ", "A ", "B "]
    assert any("[Tamm]" in line or "Tamm" in line for line in lines)
