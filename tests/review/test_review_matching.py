"""Matching where many annotations of many people crowd on one spot."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from compare_tui.review import matching
from compare_tui.review.matching import MOST_OPTIMAL, Mark, Stretch, match_marks, units

CROWD = MOST_OPTIMAL + 40


def _crowd(people: int, each: int = CROWD, spot: Stretch = (100, 200)) -> list[Mark]:
    drawing = random.Random(people)
    return [
        Mark(f"person-{person}", f"n{person}-{number}", drawing.choice(("time", "who", "place")), spot, None)
        for person in range(people)
        for number in range(each)
    ]


def test_many_annotations_on_one_spot_are_matched_one_to_one() -> None:
    marks = _crowd(3)
    matches = match_marks(marks)
    per_pair = Counter((match.one.annotator, match.other.annotator) for match in matches)
    assert set(per_pair.values()) == {CROWD}
    taken = Counter((match.one, match.other.annotator) for match in matches)
    assert max(taken.values()) == 1
    assert len(units(marks, matches)) >= CROWD


def test_on_one_spot_tag_goes_with_tag_as_far_as_there_are_any() -> None:
    marks = _crowd(2)
    tags = [Counter(mark.tag for mark in marks if mark.annotator == f"person-{n}") for n in (0, 1)]
    alike = sum(match.one.tag == match.other.tag for match in match_marks(marks))
    assert alike == (tags[0] & tags[1]).total()
    assert len(match_marks(marks, by_tag=True)) == alike


def test_the_order_of_a_crowd_changes_nothing() -> None:
    marks = _crowd(3)
    expected = set(match_marks(marks))
    for seed in range(3):
        random.Random(seed).shuffle(marks)
        assert set(match_marks(marks)) == expected


def test_who_is_left_over_on_a_spot_is_matched_beside_it() -> None:
    ours = _crowd(1, CROWD)
    theirs = [Mark("person-1", f"other-{n}", "who", (100, 200), None) for n in range(CROWD - 1)]
    beside = Mark("person-1", "beside", "who", (100, 199), None)
    assert len(match_marks([*ours, *theirs, beside])) == CROWD


def test_more_overlaps_than_can_be_looked_at_are_still_matched(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = random.Random(7)
    marks = [
        Mark(f"person-{person}", f"n{person}-{number}", "who", (start, start + 100), None)
        for person in range(3)
        for number in range(40)
        for start in [drawing.randrange(30)]
    ]
    all_looked_at = len(match_marks(marks))
    monkeypatch.setattr(matching, "MOST_PAIRS", 1_000)
    few = match_marks(marks)
    assert 0.8 * all_looked_at <= len(few) <= all_looked_at
    random.Random(1).shuffle(marks)
    assert set(match_marks(marks)) == set(few)
