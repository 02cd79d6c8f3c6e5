from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.tui.word_diff import MOST_WORDS, word_diff


def told(a: str, b: str) -> list[tuple[str, str]]:
    """Return the stretches as words; those that both have are in the form of the first text."""
    diff = word_diff(a, b)
    assert diff is not None
    return [
        (
            " ".join(a[start:end] for start, end in diff.a[slice(*one.a)]),
            "=" if one.same else " ".join(b[start:end] for start, end in diff.b[slice(*one.b)]),
        )
        for one in diff.stretches
    ]


def test_other_words_and_gaps_are_told_apart() -> None:
    assert told("The ferry left at nine with 212 people", "The ferry left with 221 people on board") == [
        ("The ferry left", "="),
        ("at nine", ""),
        ("with", "="),
        ("212", "221"),
        ("people", "="),
        ("", "on board"),
    ]


def test_case_and_punctuation_do_not_count() -> None:
    assert told("“We had it,” he said.", '"we had it", he said') == [("“We had it,” he said.", "=")]


@pytest.mark.parametrize(("a", "b"), [("2,000 came", "2000 came"), ("1.5 m", "15 m")])
def test_marks_inside_a_word_count(a: str, b: str) -> None:
    assert told(a, b)[0] == (a.split()[0], b.split()[0])


def test_little_words_between_others_are_no_agreement() -> None:
    assert told("Smoke in the hold stopped it", "Fire on the bridge stopped it") == [
        ("Smoke in the hold", "Fire on the bridge"),
        ("stopped it", "="),
    ]


def test_words_that_stand_elsewhere_are_not_lone() -> None:
    diff = word_diff("Captain Tamm said the fire was out", "The fire was out, said captain Tam")
    assert diff is not None
    assert {diff.a[index] for index in diff.lone_a} == {(8, 12)}
    assert {diff.b[index] for index in diff.lone_b} == {(31, 34)}


def test_scripts_without_blanks_are_compared_by_characters() -> None:
    assert told("船长说火已扑灭", "船长称火已扑灭")[1] == ("说", "称")


@pytest.mark.parametrize(
    ("a", "b"), [("Ferry burns", "Das Schiff brennt"), ("", "x"), ("w " * (MOST_WORDS + 1), "w")]
)
def test_texts_without_a_word_in_common_or_too_long_are_left_alone(a: str, b: str) -> None:
    assert word_diff(a, b) is None


@given(st.text("ab, .船م", max_size=40), st.text("ab, .船م", max_size=40))
def test_every_word_is_in_one_stretch(a: str, b: str) -> None:
    diff = word_diff(a, b)
    if diff is not None:
        assert [index for one in diff.stretches for index in range(*one.a)] == list(range(len(diff.a)))
        assert [index for one in diff.stretches for index in range(*one.b)] == list(range(len(diff.b)))
