from __future__ import annotations

import pytest

from compare_tui.article import Article, Span, read_text
from compare_tui.comparison import Comparison, Difference, Link
from compare_tui.report import linear_report

A = read_text("The ferry sank on Monday.\n\nNobody\nwas hurt.\n\nTwelve divers searched the harbour.")
B = read_text("A ferry sank on Tuesday.\n\nThe owner wept.\n\nhttps://news.example.org/ferry")


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return article.span(start, start + len(words))


LINK = Link(0, 0, 0.5, "confident", ("ferry", "sank"))
DIFFERENCES = (
    Difference("time", "major", LINK, span(A, "Monday"), span(B, "Tuesday"), "another day"),
    Difference("omission", "minor", LINK, span(A, "on Monday"), None, "only A has it"),
    Difference("style", "style", LINK, span(A, "The"), span(B, "A"), "another article"),
)
COMPARISON = Comparison(A, B, (LINK,), DIFFERENCES, A.passages[1:3], B.passages[1:2])


def test_a_link_is_told_with_its_differences() -> None:
    lines = linear_report(COMPARISON).splitlines()
    place = lines.index("A 1: The ferry sank on Monday.")
    assert lines[place + 1 : place + 4] == [
        "  B 1, confident 0.50: A ferry sank on Tuesday.",
        "    time, major: A [Monday], B [Tuesday] (another day)",
        "    omission, minor: only in A: [on Monday] (only A has it)",
    ]


def test_style_is_told_only_when_asked_for() -> None:
    assert "another article" not in linear_report(COMPARISON)
    assert "1 of style not shown" in linear_report(COMPARISON)
    assert "style, style: A [The], B [A] (another article)" in linear_report(COMPARISON, style=True)


def test_what_only_one_tells_stands_in_its_order() -> None:
    lines = linear_report(COMPARISON).splitlines()
    only_a = lines.index("ONLY IN A")
    assert lines[only_a + 1 : only_a + 3] == [
        "A 2: Nobody was hurt.",
        "A 3: Twelve divers searched the harbour.",
    ]
    assert lines[lines.index("ONLY IN B") + 1] == "B 2: The owner wept."


def test_furniture_is_counted_and_not_listed() -> None:
    report = linear_report(COMPARISON)
    assert "example.org" not in report
    assert "0 in A, 1 in B" in report


def test_the_last_line_sums_up() -> None:
    assert linear_report(COMPARISON).splitlines()[-1] == (
        "1 link (1 confident), 2 differences (1 major) and 1 of style not shown, "
        "2 passages only in A, 1 only in B."
    )


def test_nothing_in_common_is_said() -> None:
    comparison = Comparison(A, B, (), (), A.passages, B.passages[:2])
    assert "No passage of A says the same as a passage of B." in linear_report(comparison)


@pytest.mark.parametrize("width", [20, 40, 79])
def test_lines_keep_to_the_width(width: int) -> None:
    assert all(len(line) <= width for line in linear_report(COMPARISON, width=width).splitlines())


def test_hidden_characters_are_findings() -> None:
    spoiled = read_text("The ferry\u202e sank on Monday.")
    report = linear_report(Comparison(spoiled, B, (), (), spoiled.passages, ()))
    lines = report.splitlines()
    assert lines[lines.index("HIDDEN CHARACTERS") + 1] == "A 1: U+202E RIGHT-TO-LEFT OVERRIDE"
    assert "\u202e" not in report
    twice = read_text("The ferry sank.\n\nNo\u200bbody wa\u200bs hurt\x1b.")
    lines = linear_report(Comparison(A, twice, (), (), A.passages, ())).splitlines()
    start = lines.index("HIDDEN CHARACTERS") + 1
    assert lines[start : start + 2] == ["B 2: U+200B ZERO WIDTH SPACE, 2 times", "B 2: U+001B ESCAPE"]
    assert "HIDDEN" not in linear_report(COMPARISON)
