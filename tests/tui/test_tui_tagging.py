from __future__ import annotations

import pytest

from compare_tui.comparison.model import Comparison
from compare_tui.tui.focus import Focus, at_difference, at_passage
from compare_tui.tui.pairs import Pairs
from compare_tui.tui.tagging import target_of


@pytest.mark.parametrize(
    ("difference", "relation", "severity", "a", "b"),
    [
        (0, "conflict", "major", "212", "about 200"),
        (1, "one-sided", "minor", "the coast guard said", None),
        (7, "compatible", "minor", "ship", "vessel"),
    ],
)
def test_a_difference_is_tagged_where_it_stands(
    ferries: Comparison, difference: int, relation: str, severity: str, a: str | None, b: str | None
) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    target = target_of(at_difference(Focus(), pairs, difference), pairs)
    assert target is not None
    assert (target.relation, target.severity) == (relation, severity)
    assert (ferries.a.text[slice(*target.a)] if target.a else None) == a
    assert (ferries.b.text[slice(*target.b)] if target.b else None) == b
    assert target.kind == pairs.differences[difference].kind


def test_a_linked_passage_is_tagged_with_its_counterpart(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    target = target_of(at_passage(Focus(), pairs, "b", 3), pairs)
    assert target is not None
    assert (target.relation, target.severity, target.kind) == ("conflict", "major", None)
    assert target.a is not None
    assert target.b is not None
    assert ferries.a.text[slice(*target.a)] == ferries.a.passages[3].text
    agreeing = target_of(at_passage(Focus(), pairs, "a", 5), pairs)
    assert agreeing is not None
    assert (agreeing.relation, agreeing.severity) == ("compatible", "minor")


def test_a_passage_of_one_side_proposes_an_omission(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, ferries)
    target = target_of(at_passage(Focus(), pairs, "b", 6), pairs)
    assert target is not None
    assert (target.a, target.relation, target.kind) == (None, "one-sided", "omission")


def test_before_the_comparison_nothing_is_proposed(ferries: Comparison) -> None:
    pairs = Pairs(ferries.a, ferries.b, None)
    target = target_of(Focus(a=3), pairs)
    assert target is not None
    assert (target.kind, target.b) == (None, None)
