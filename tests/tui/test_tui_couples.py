from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.model import Comparison, Link
from compare_tui.tui.aligned_layout import AlignedLayout, columns_of
from compare_tui.tui.couples import Couple, CoupleIndex, couples_of, focus_on, folded
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import Pairs, Side


def article(texts: list[str]) -> Article:
    passages: list[Passage] = []
    text = ""
    for number, words in enumerate(texts, 1):
        text += "\n" if text else ""
        passages.append(Passage(number, len(text), len(text) + len(words), number, "body", words))
        text += words
    return Article("test", "", text, tuple(passages), "", "", date=None)


def pairs_of(a: list[str], b: list[str], links: list[tuple[int, int]]) -> Pairs:
    left, right = article(a), article(b)
    made = tuple(Link(i, j, 0.5, "confident") for i, j in links)
    return Pairs(left, right, Comparison(left, right, made, (), (), ()))


def shape(couples: list[Couple]) -> list[tuple[int | None, int | None]]:
    return [(couple.a, couple.b) for couple in couples]


def test_while_nothing_is_linked_the_article_that_leads_comes_first(ferries: Comparison) -> None:
    rows = couples_of(Pairs(ferries.a, ferries.b, None), "a")
    assert [row.a for row in rows[:2]] == [0, 1]
    assert [row.b for row in rows[-2:]] == [6, 7]


def test_rows_follow_one_article_and_what_only_the_other_has_stands_in_its_place(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    assert shape(couples_of(pairs, "a")) == [
        (0, 0),
        (1, 1),
        (1, 7),
        (None, 2),
        (2, 4),
        (3, 3),
        (4, 1),
        (5, 5),
        (None, 6),
        (6, None),
        (7, None),
    ]
    by_b = shape(couples_of(pairs, "b"))
    assert [b for _, b in by_b if b is not None] == [0, 1, 1, 2, 3, 4, 5, 6, 7]
    assert by_b[1] == (1, 1)


def test_a_passage_that_stood_above_stands_again_in_short(ferries: Comparison) -> None:
    couples = couples_of(Pairs(ferries.a, ferries.b, ferries), "a")
    assert [couple.again for couple in couples[:3]] == [None, None, "a"]


@given(
    st.integers(0, 7),
    st.integers(0, 7),
    st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12),
    st.sampled_from(["a", "b"]),
)
def test_every_passage_and_every_link_has_a_row(
    count_a: int, count_b: int, links: set[tuple[int, int]], order: Side
) -> None:
    kept = sorted((i, j) for i, j in links if i < count_a and j < count_b)
    pairs = pairs_of([f"a{i}" for i in range(count_a)], [f"b{j}" for j in range(count_b)], kept)
    couples = couples_of(pairs, order)
    assert sorted((c.a, c.b) for c in couples if c.a is not None and c.b is not None) == kept
    assert {c.a for c in couples} - {None} == set(range(count_a))
    assert {c.b for c in couples} - {None} == set(range(count_b))
    led = [c.passage(order) for c in couples if c.passage(order) is not None]
    assert led == sorted(led, key=lambda passage: passage or 0)
    index = CoupleIndex(couples)
    for row, couple in enumerate(couples):
        assert index.row_of(focus_on(Focus(), couple)) == row


def test_runs_of_equal_passages_fold_into_one_row() -> None:
    texts = ["One same.", "Two same.", "Three differs.", "Four same."]
    pairs = pairs_of(
        texts,
        ["One same.", "Two  same.", "Three has changed.", "Four same."],
        [(0, 0), (1, 1), (2, 2), (3, 3)],
    )
    couples = folded(couples_of(pairs, "a"), pairs)
    assert [len(couple.folded) for couple in couples] == [2, 0, 0]
    assert CoupleIndex(couples).row_of(Focus("b", 1, 1, None)) == 0


def test_the_side_changes_only_where_a_row_has_nothing_on_it() -> None:
    there = focus_on(Focus("a", 3, 2), Couple(None, 5))
    assert (there.side, there.a, there.b) == ("b", 3, 5)
    assert focus_on(Focus("b", 0, 0), Couple(1, 1)).side == "b"


@given(st.integers(20, 240))
def test_lines_of_a_passage_hold_all_its_text(width: int) -> None:
    words = "The quick brown fox jumps over the lazy dog again and again until it tires of it. " * 3
    pairs = pairs_of([words.strip()], [words.strip()[:70]], [(0, 0)])
    columns = columns_of(width, 2, 100)
    layout = AlignedLayout(couples_of(pairs, "a"), pairs, columns)
    couple = layout.couples[0]
    for side, own in (("a", pairs.a), ("b", pairs.b)):
        stretches = [layout.stretch(couple, side, line) for line in range(layout.lines(couple, side))]  # type: ignore[arg-type]
        assert "".join(own.text[s.start : s.end] for s in stretches if s is not None) == own.text
    assert layout.height == layout.last_row(0) + 2
    if not columns.one:
        assert 2 * (columns.gutter + columns.text) + columns.between <= width


def test_a_row_of_the_screen_belongs_to_the_couple_above_its_blank() -> None:
    pairs = pairs_of(["One.", "Two."], ["Eins.", "Zwei."], [(0, 0), (1, 1)])
    layout = AlignedLayout(couples_of(pairs, "a"), pairs, columns_of(120, 2, 100))
    assert [layout.couple_at(row) for row in range(layout.height)] == [0, 0, 1, 1]
    assert layout.couples[0]._replace(a=None).passage("a") is None
