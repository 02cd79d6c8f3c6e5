from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from compare_tui.article.model import Article, Passage
from compare_tui.tui.pane_rows import (
    BLANK_ROW,
    MIN_WIDTH,
    offset_at_cell,
    shown_text,
    wrap_article,
    wrap_text,
    wrapped_lines,
)

ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("ab  \t.“”…漢字。、」日本ไทยกี่한글é\u0301\u200d👨👩👧🇪🇪\ufe0f\u20e3…①٣ـسלא\u3000"),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    min_size=1,
    max_size=120,
)
WORDS = st.lists(st.text("abcé“”—", min_size=1, max_size=14), min_size=1, max_size=30).map(" ".join)


def article_of(texts: list[str]) -> Article:
    passages: list[Passage] = []
    position = 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(number, position, position + len(text), (number + 1) // 2, "body", text))
        position += len(text) + 1
    return Article("x", "x", "\n".join(texts), tuple(passages), "", "")


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_TEXT, max_size=6), st.integers(MIN_WIDTH, 60))
def test_every_character_of_a_passage_stands_on_exactly_one_row(texts: list[str], width: int) -> None:
    article = article_of(texts)
    rows = wrap_article(article, width)
    for index, passage in enumerate(article.passages):
        covered = [
            offset
            for row in range(rows.firsts[index], rows.lasts[index] + 1)
            for offset in range(rows.starts[row], rows.ends[row])
        ]
        assert covered == list(range(passage.start, passage.end))
        assert {rows.passages[row] for row in range(rows.firsts[index], rows.lasts[index] + 1)} == {index}
        for offset in (passage.start, passage.end - 1):
            row = rows.row_of(index, offset)
            assert rows.starts[row] <= offset < rows.ends[row]


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.integers(MIN_WIDTH, 40))
def test_no_row_is_wider_than_the_column(text: str, width: int) -> None:
    for line in wrapped_lines(text, width):
        assert cell_len(line) <= width


@settings(max_examples=150, deadline=None)
@given(WORDS, st.integers(MIN_WIDTH, 40))
def test_words_stay_whole_where_they_fit(text: str, width: int) -> None:
    lines = wrapped_lines(text, width)
    for word in text.split():
        if len(word) <= width:
            assert any(word in line.split() for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@settings(max_examples=150, deadline=None)
@given(WORDS, st.integers(MIN_WIDTH, 40))
def test_a_wide_character_at_the_end_does_not_change_how_words_before_it_wrap(text: str, width: int) -> None:
    plain, mixed = wrap_text(text + " x", width), wrap_text(text + " x\n漢", width)
    assert mixed[: len(plain)] == plain


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_what_is_shown_knows_where_it_came_from(text: str) -> None:
    shown = shown_text(text)
    assert len(shown.text) == len(shown.offsets)
    assert list(shown.offsets) == sorted(shown.offsets)
    for character, offset in zip(shown.text, shown.offsets, strict=True):
        assert character == text[offset] or text[offset] in " \t\n"


def test_blanks_of_joined_lines_are_one_blank_and_offsets_stay_true() -> None:
    text = "takeover of   the city "
    assert shown_text(text).text == "takeover of the city"
    assert offset_at_cell(text, 12) == text.index("the")


def test_a_tab_has_a_width_and_no_control_character_is_shown() -> None:
    assert shown_text("a\tb").text == "a    b"
    assert shown_text("a\x1b[31mb").text == "a\ufffd[31mb"


def test_a_cell_leads_to_its_character() -> None:
    assert offset_at_cell("漢字 ab", 0) == 0
    assert offset_at_cell("漢字 ab", 1) == 0
    assert offset_at_cell("漢字 ab", 2) == 1
    assert offset_at_cell("漢字 ab", 5) == 3
    assert offset_at_cell("漢字 ab", 7) is None
    assert offset_at_cell("漢字 ab", -1) is None


def test_chinese_fills_rows_and_no_row_begins_with_a_full_stop() -> None:
    lines = wrapped_lines("阿富汗局势在最近几周急剧恶化。塔利班已经控制了所有边境口岸。", 10)
    assert all(cell_len(line) >= 8 for line in lines[:-1])
    assert not any(line.startswith("。") for line in lines)


def test_a_blank_row_stands_between_paragraphs_only() -> None:
    rows = wrap_article(article_of(["one", "two", "three"]), 20)
    assert rows.passages == [0, 1, BLANK_ROW, 2]
    assert [rows.passage_at(row) for row in range(-1, 6)] == [0, 0, 1, 1, 2, 2, 2]


def test_an_empty_article_has_no_rows() -> None:
    rows = wrap_article(article_of([]), 20)
    assert len(rows) == 0
    assert rows.passage_at(3) == 0


def test_two_thousand_paragraphs_wrap_at_once() -> None:
    article = article_of(
        ["The minister said on Monday that consultations would go on “in the new form”. " * 3] * 2000
    )
    began = time.process_time()
    rows = wrap_article(article, 46)
    assert time.process_time() - began < 0.5
    assert len(rows) > 8000
