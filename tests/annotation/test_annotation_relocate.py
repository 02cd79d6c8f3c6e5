from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.annotation import make_anchor
from compare_tui.annotation.anchor import occurrences
from compare_tui.annotation.relocate import MOST_WORDS, Relocator
from compare_tui.article import Article, read_text

BEFORE = (
    "Police said on Sunday that at least 12 people were killed when a coach overturned near the lake.\n\n"
    "The driver, 54, survived the crash. He was taken to the hospital in Zürich by helicopter.\n\n"
    "“We are shocked,” said the mayor, Anna Keller, on Monday.\n\n"
    "東京で会議が開かれ、十二人が参加した。\n"
)
AFTER = (
    "Police said on Sunday that at least 14 people were killed when the coach overturned near the lake.\n\n"
    "A paragraph about the weather in the region on that day.\n\n"
    "The driver, aged 56, survived. He was flown to the hospital in Zu\u0308rich by helicopter.\n\n"
    'The mayor spoke. "We are all shocked", said the mayor Anna Keller on Monday.\n\n'
    "東京で会議が開かれ、十五人が参加した。\n"
)


def article(text: str) -> Article:
    return read_text(text, title="An article")


def found(before: str, quote: str, after: str) -> str | None:
    old, new = article(before), article(after)
    start = old.text.index(quote)
    place = Relocator(new).find(make_anchor(old, start, start + len(quote)))
    return None if place is None else new.text[slice(*place)]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("at least 12 people were killed", "at least 14 people were killed"),
        ("12", "14"),
        ("54", "aged 56"),
        ("when a coach overturned", "when the coach overturned"),
        ("He was taken to the hospital", "He was flown to the hospital"),
        ("“We are shocked,”", '"We are all shocked'),
        ("the mayor, Anna Keller", "the mayor Anna Keller"),
        ("the hospital in Zürich by", "the hospital in Zu\u0308rich by"),
        ("十二人が参加した", "十五人が参加した"),
    ],
)
def test_changed_words_are_found_between_what_stayed(quote: str, expected: str) -> None:
    assert found(BEFORE, quote, AFTER) == expected


@pytest.mark.parametrize("quote", ["taken", "survived the crash", "The driver, 54"])
def test_what_is_gone_is_not_found(quote: str) -> None:
    assert found(BEFORE, quote, AFTER.split("\n\n")[1]) is None


def test_of_two_places_that_are_alike_neither_is_proposed() -> None:
    line = "The council met in the old town hall and voted on the budget for next year."
    changed = line.replace("budget", "plan")
    assert found(line, "voted on the budget", changed) == "voted on the plan"
    assert found(line, "voted on the budget", f"{changed}\n\n{changed}") is None


def test_a_place_stays_inside_its_paragraph() -> None:
    before = "The fire began at night.\n\nNobody was hurt in the fire."
    after = "The fire began.\n\nNobody was hurt in the big fire."
    assert found(before, "The fire began at night.", after) == "The fire began."


@pytest.mark.parametrize(
    ("before", "quote", "after", "expected"),
    [
        ("Coach crash kills 12", "12", "Coach crash kills fourteen", "fourteen"),
        (
            "Police said on Sunday that the road was closed.",
            "Police",
            "Officers said on Sunday that it was.",
            "Officers",
        ),
    ],
)
def test_the_edge_of_a_paragraph_holds_a_place(before: str, quote: str, after: str, expected: str) -> None:
    other = "Something else was told here at length."
    assert found(f"{other}\n\n{before}\n\n{other}", quote, f"{after}\n\n{other}") == expected
    assert found(before, quote, other) is None


def test_a_quote_beyond_all_measure_is_left_alone() -> None:
    words = " ".join(f"word{number}" for number in range(MOST_WORDS + 1))
    assert found(words, words, words.replace("word7 ", "other ")) is None


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(BEFORE.split()), min_size=3, max_size=40),
    st.lists(st.sampled_from([*AFTER.split(), "\n\n"]), max_size=40),
    st.data(),
)
def test_whatever_is_proposed_are_words_of_the_article(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    before, after = article(" ".join(old)), article(" ".join(new).strip() or "Empty.")
    start = data.draw(st.integers(0, len(before.text) - 1))
    end = data.draw(st.integers(start + 1, len(before.text)))
    if not before.text[start:end].strip():
        return
    anchor = make_anchor(before, start, end)
    relocator = Relocator(after)
    place = relocator.find(anchor)
    assert place == relocator.find(anchor)
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(after.text)
        words = after.text[slice(*place)]
        assert words == words.strip()
        assert "\n" in anchor.exact or "\n" not in words


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["aa", "Aa", "b", "b_b", "é", "e\u0301", "東", "京", "👩\u200d👧", "12", " ", ".", "\n"]
        ),
        max_size=40,
    ).map("".join),
    st.data(),
)
def test_the_index_finds_a_quote_where_searching_finds_it(text: str, data: st.DataObject) -> None:
    made = article(f"The whole article. {text}")
    start = data.draw(st.integers(0, len(made.text)))
    words = made.text[start : data.draw(st.integers(start, len(made.text)))] or "x"
    assert Relocator(made).occurrences(made.text, words) == occurrences(made.text, words)
    other = words.swapcase() + "zz"
    assert Relocator(made).occurrences(made.text, other) == occurrences(made.text, other)
