from __future__ import annotations

from compare_tui.comparison.model import Comparison
from compare_tui.tui.pairs import Pairs


def test_states_say_what_is_known(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    states = [pairs.state("a", index) for index in range(8)]
    assert states == ["possible", "linked", "moved", "linked", "possible", "linked", "only", "furniture"]
    assert pairs.state("b", 6) == "only"


def test_before_the_comparison_nothing_is_called_missing(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, None)
    assert pairs.state("a", 6) == "unknown"
    assert pairs.state("a", 7) == "furniture"
    assert list(pairs.links("a", 1)) == []


def test_a_confident_link_comes_before_a_possible_one(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    assert [(link.a + 1, link.strength) for link in pairs.links("b", 1)] == [
        (2, "confident"),
        (5, "possible"),
    ]


def test_differences_of_style_are_hidden_unless_asked_for(ferries: Comparison) -> None:
    hidden, shown = Pairs(ferries.a, ferries.b, ferries), Pairs(ferries.a, ferries.b, ferries, style=True)
    assert len(shown.differences) == len(hidden.differences) + 1
    assert (hidden.hidden_style, shown.hidden_style) == (1, 0)
    assert "style" not in {difference.kind for difference in hidden.differences}


def test_marks_of_one_link_or_of_all(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    passage = ferries.a.passages[1]
    second = pairs.links("a", 1)[1]
    of_second = pairs.marks("a", 1, second)
    assert [ferries.a.text[m.start : m.end] for m in of_second] == ["212"]
    of_all = pairs.marks("a", 1, None)
    assert [ferries.a.text[m.start : m.end] for m in of_all] == ["212", "the coast guard said"]
    assert all(passage.start <= mark.start < mark.end <= passage.end for mark in of_all)
