from __future__ import annotations

from compare_tui import Comparison, compare
from compare_tui.article.model import Article, Passage
from compare_tui.comparison.correcting import corrected

A_TEXTS = (
    "The ferry burned off Tallinn on Tuesday with 212 people aboard.",
    "Captain Tamm said the fire was out within an hour.",
    "The owner declined to comment.",
)
B_TEXTS = (
    "A ferry burned off Tallinn on Tuesday with 221 people aboard.",
    "Captain Tamm said the fire was out within two hours.",
    "The company had nothing to say.",
)


def article(*texts: str) -> Article:
    passages: list[Passage] = []
    text = ""
    for number, words in enumerate(texts, 1):
        text += "\n" if text else ""
        passages.append(Passage(number, len(text), len(text) + len(words), number, "body", words))
        text += words
    return Article("test", "", text, tuple(passages), "", "", date=None)


def found() -> Comparison:
    return compare(article(*A_TEXTS), article(*B_TEXTS))


def pairs(comparison: Comparison) -> list[tuple[int, int]]:
    return [(link.a, link.b) for link in comparison.links]


def test_a_link_by_hand_is_a_confident_one_and_its_passages_are_no_longer_alone() -> None:
    before = found()
    after = corrected(before, [(2, 2)], set())
    assert pairs(after) == [(0, 0), (1, 1), (2, 2)]
    assert (after.links[2].strength, after.links[2].score) == ("confident", 1.0)
    assert after.only_a == ()
    assert [one for one in after.differences if one.link.a < 2] == list(before.differences)


def test_a_link_taken_away_takes_its_differences_along() -> None:
    before = found()
    after = corrected(before, [], {(0, 0)})
    assert pairs(after) == [(1, 1)]
    assert [one.link.a for one in after.differences] == [1] * len(after.differences)
    assert after.only_a[0].number == 1


def test_corrections_that_change_nothing_give_the_same_comparison() -> None:
    before = found()
    assert corrected(before, [(0, 0), (9, 9)], {(2, 2)}) is before


def test_taking_away_and_adding_again_finds_the_same_differences() -> None:
    before = found()
    without = corrected(before, [], {(0, 0)})
    again = corrected(without, [(0, 0)], set())
    assert {(d.kind, d.a, d.b) for d in again.differences} == {(d.kind, d.a, d.b) for d in before.differences}
