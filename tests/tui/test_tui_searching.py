from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article.model import Article
from compare_tui.tui.focus import Focus
from compare_tui.tui.jumps import JumpList
from compare_tui.tui.searching import Matches, find_words


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("ferry", ["Ferry", "ferry", "ferry", "ferry", "ferry"]),
        ("Ferry", ["Ferry"]),
        ("  coast   guard ", ["coast guard", "coast guard"]),
        ("(", []),
        ("", []),
    ],
)
def test_small_letters_find_capital_ones_and_blanks_any_blanks(
    wire: Article, paper: Article, query: str, texts: list[str]
) -> None:
    found = find_words(query, wire, paper)
    sides = {"a": wire, "b": paper}
    assert [sides[m.side].text[m.start : m.end] for m in found.found] == texts
    for match in found.found:
        passage = sides[match.side].passages[match.passage]
        assert passage.start <= match.start < match.end <= passage.end


@given(st.text(max_size=12))
def test_any_query_is_taken_as_words(query: str) -> None:
    article = Article("x", "", query, (), "", "", date=None)
    assert find_words(query, article, article).found == ()


def test_steps_go_round_over_both_articles(wire: Article, paper: Article) -> None:
    found = find_words("ferry", wire, paper)
    assert [match.side for match in found.found] == ["a", "a", "b", "b", "b"]
    assert found.step("a", 0, 1) == 0
    assert found.step("b", 0, 1) == 2
    assert found.step("a", 0, -1) == 4
    assert Matches("ferry", found.found, current=4).step("a", 0, 1) == 0
    assert Matches("x", ()).step("a", 0, 1) is None


def test_matches_within_a_passage_tell_the_one_gone_to(wire: Article, paper: Article) -> None:
    found = find_words("ferry", wire, paper)
    marked = Matches("ferry", found.found, current=3)
    own = paper.passages[1]
    assert [role for _, _, role in marked.within("b", own.start, own.end)] == ["match-current"]
    last = paper.passages[7]
    assert [role for _, _, role in marked.within("b", 0, last.end)] == ["match", "match-current", "match"]


def test_a_jump_is_taken_back_and_made_again() -> None:
    jumps = JumpList()
    here, there, beyond = Focus("a", 1), Focus("a", 7), Focus("b", 7, 3)
    assert jumps.back(here) is None
    jumps.leave(here)
    jumps.leave(there)
    assert jumps.back(beyond) == there
    assert jumps.back(there) == here
    assert jumps.back(here) is None
    assert jumps.forward(here) == there
    assert jumps.forward(there) == beyond
    jumps.back(beyond)
    jumps.leave(Focus("a", 0))
    assert jumps.forward(Focus("a", 0)) is None
