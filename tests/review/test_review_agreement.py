from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.review.agreement import Agreement, Score, measure_agreement
from compare_tui.review.alpha import nominal_alpha
from compare_tui.review.matching import (
    MOST_OPTIMAL,
    NOWHERE,
    SAME_PLACE,
    Mark,
    Match,
    likeness,
    match_marks,
    units,
)

PUBLISHED = [
    (["0100000010", "1110010000"], 0.095),
    (["aabbdcccedda", "babbbccceddd"], 0.692),
    (["123321412...", "1233224125.3", ".3332342251.", "12332441251."], 0.743),
    (["001111111100001111110000", "000011110000000110000000"], 0.329),
]


def units_of(coders: Sequence[str]) -> list[list[str | None]]:
    return [[None if value == "." else value for value in unit] for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(("coders", "expected"), PUBLISHED)
def test_alpha_has_the_published_values(coders: list[str], expected: float) -> None:
    figure = nominal_alpha(units_of(coders))
    assert figure.value is not None
    assert round(figure.value, 3) == expected
    assert figure.reason is None
    for order in permutations(coders):
        again = nominal_alpha(units_of(order)).value
        assert again == pytest.approx(figure.value)


@pytest.mark.parametrize(("coders", "expected"), PUBLISHED)
def test_annotations_on_places_of_their_own_give_the_published_values(
    coders: list[str], expected: float
) -> None:
    marks = [
        mark(f"p{who}", f"{who}-{at}", (10 * at, 10 * at + 5 + who % 2), tag=value)
        for who, values in enumerate(coders)
        for at, value in enumerate(values)
        if value != "."
    ]
    alpha = measure_agreement({f"p{who}" for who in range(len(coders))}, marks).alpha
    assert alpha.value is not None
    assert round(alpha.value, 3) == expected


def test_alpha_is_undefined_and_says_why() -> None:
    one_tag = nominal_alpha(units_of(["aaaaaaaa", "aaaaaaaa"]))
    assert (one_tag.value, one_tag.reason) == (None, "only one tag was used: a")
    few = nominal_alpha(units_of(["abab", "abab"]))
    assert few.value is None
    assert few.reason == "4 places marked by two people or more, at least 5 are needed"
    assert nominal_alpha([]).value is None
    assert nominal_alpha([["a", None], [None, "b"]] * 9).value is None


def mark(
    annotator: str, id_: str, a: tuple[int, int] | None, b: tuple[int, int] | None = None, tag: str = "x"
) -> Mark:
    return Mark(annotator, id_, tag, a, b)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (((0, 10), None), ((0, 10), None), 1.0),
        (((0, 10), None), ((5, 15), None), 1 / 3),
        (((0, 10), (0, 4)), ((0, 10), None), 0.5),
        (((0, 10), (0, 4)), ((0, 10), (0, 8)), 0.75),
        (((0, 10), None), (None, (0, 10)), 0.0),
        (((0, 10), NOWHERE), ((0, 10), NOWHERE), 0.5),
        ((NOWHERE, None), (NOWHERE, None), 0.0),
        (((0, 10), None), ((10, 20), None), 0.0),
    ],
)
def test_likeness_is_the_mean_over_the_sides(
    one: tuple[tuple[int, int] | None, tuple[int, int] | None],
    other: tuple[tuple[int, int] | None, tuple[int, int] | None],
    expected: float,
) -> None:
    first, second = mark("p", "1", *one), mark("q", "2", *other)
    assert likeness(first, second) == likeness(second, first) == pytest.approx(expected)
    assert bool(match_marks([first, second])) == (expected >= SAME_PLACE)


def test_the_greatest_sum_is_matched_not_the_best_first() -> None:
    best, rest = mark("p", "1", (0, 10)), mark("p", "2", (0, 6))
    near, far = mark("q", "3", (0, 8)), mark("q", "4", (2, 12))
    found = {(match.one.id, match.other.id) for match in match_marks([best, rest, near, far])}
    assert found == {("1", "4"), ("2", "3")}


@pytest.mark.parametrize("number", range(12))
def test_among_equals_the_same_tag_is_matched(number: int) -> None:
    marks = [
        mark("p", f"1-{number}", (0, 9), tag="who"),
        mark("p", f"2-{number}", (0, 9), tag="time"),
        mark("q", f"3-{number}", (0, 9), tag="time"),
    ]
    (match,) = match_marks(marks)
    assert (match.one.id, match.other.id) == (f"2-{number}", f"3-{number}")


def test_all_that_is_alike_enough_is_found_and_nothing_else() -> None:
    stretches = [(start, start + length) for start in range(7) for length in range(1, 9)]
    for one in stretches:
        for other in stretches:
            common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
            either = max(one[1], other[1]) - min(one[0], other[0]) if common else 1
            expected = 2 * common >= either
            assert bool(match_marks([mark("p", "1", one), mark("q", "2", other)])) == expected, (one, other)


def test_a_chain_of_matches_never_puts_one_person_into_a_unit_twice() -> None:
    chain = [
        mark("p", "1", (0, 10)),
        mark("q", "2", (2, 12)),
        mark("r", "3", (4, 14)),
        mark("p", "4", (6, 16)),
    ]
    matches = match_marks(chain)
    assert pairs(matches) == {frozenset("12"), frozenset("23"), frozenset("34")}
    found = units(chain, matches)
    assert sorted(one.id for unit in found for one in unit) == ["1", "2", "3", "4"]
    assert all(not {"1", "4"} <= {one.id for one in unit} for unit in found)


stretches = (
    st.none()
    | st.just(NOWHERE)
    | st.builds(lambda start, length: (start, start + length), st.integers(0, 12), st.integers(1, 8))
)


@st.composite
def made_up_marks(draw: st.DrawFn) -> list[Mark]:
    made = []
    for annotator in ("p", "q", "r"):
        for number in range(draw(st.integers(0, 5))):
            a = draw(stretches)
            b = draw(stretches if a is not None else stretches.filter(lambda stretch: stretch is not None))
            made.append(Mark(annotator, f"{annotator}{number}", draw(st.sampled_from("xy")), a, b))
    return made


def pairs(matches: Sequence[Match]) -> set[frozenset[str]]:
    return {frozenset((match.one.id, match.other.id)) for match in matches}


def told(found: Agreement) -> tuple[object, ...]:
    return (
        found.scores,
        found.by_tag,
        found.alpha,
        found.confusion,
        {frozenset(mark.id for mark in unit) for unit in found.units},
    )


@settings(max_examples=150, deadline=None)
@given(made_up_marks(), st.randoms(), st.permutations(["p", "q", "r"]))
def test_neither_the_order_nor_the_names_of_people_change_anything(
    marks: list[Mark], shuffling: random.Random, names: list[str]
) -> None:
    expected = told(measure_agreement("pqr", marks))
    shuffled = marks[:]
    shuffling.shuffle(shuffled)
    assert told(measure_agreement("rqp", shuffled)) == expected
    renamed = [replace(one, annotator=names["pqr".index(one.annotator)]) for one in shuffled]
    assert told(measure_agreement(names, renamed)) == expected


def greatest_sum(one: list[Mark], other: list[Mark]) -> float:
    """The greatest sum of likeness of a one-to-one matching, by trying all."""
    if len(one) > len(other):
        one, other = other, one
    values = {(p, q): value if (value := likeness(p, q)) >= SAME_PLACE else 0.0 for p in one for q in other}
    return max(
        (
            sum(values[p, q] for p, q in zip(one, order, strict=True))
            for order in permutations(other, len(one))
        ),
        default=0.0,
    )


@settings(max_examples=150, deadline=None)
@given(made_up_marks())
def test_matches_are_one_to_one_on_the_same_place_and_as_good_as_can_be(marks: list[Mark]) -> None:
    marks = [one for one in marks if one.annotator != "r"]
    found = match_marks(marks)
    used = [one for match in found for one in (match.one, match.other)]
    assert len(used) == len(set(used))
    assert all(match.likeness >= SAME_PLACE for match in found)
    people = [[one for one in marks if one.annotator == annotator] for annotator in "pq"]
    assert sum(match.likeness for match in found) == pytest.approx(greatest_sum(*people))


@settings(max_examples=100, deadline=None)
@given(made_up_marks())
def test_units_hold_every_annotation_once_and_nobody_twice(marks: list[Mark]) -> None:
    found = units(marks, match_marks(marks))
    assert sorted(one for unit in found for one in unit) == sorted(marks)
    assert all(len({one.annotator for one in unit}) == len(unit) for unit in found)


def test_a_heap_that_is_too_large_for_the_best_is_matched_greedily_and_symmetrically() -> None:
    size = MOST_OPTIMAL + 1
    marks = [
        mark(who, f"{who}{number}", (number % 3, 30 + number), tag="xy"[number % 2])
        for who in "pq"
        for number in range(size)
    ]
    found = match_marks(marks)
    assert len(found) == size
    swapped = [replace(one, annotator="qp"["pq".index(one.annotator)]) for one in reversed(marks)]
    assert pairs(match_marks(swapped)) == pairs(found)


def test_f1_counts_places_and_tags() -> None:
    marks = [
        mark("p", "1", (0, 10), tag="who"),
        mark("p", "2", (20, 30), tag="who"),
        mark("p", "3", (40, 50), tag="time"),
        mark("p", "4", (60, 70), tag="time"),
        mark("q", "5", (0, 10), tag="who"),
        mark("q", "6", (20, 30), tag="place"),
        mark("q", "7", (40, 48), tag="time"),
    ]
    found = measure_agreement("qp", marks)
    scores = found.scores
    assert (scores.exact, scores.exact_tag) == (Score(2, 7), Score(1, 7))
    assert (scores.overlap, scores.overlap_tag) == (Score(3, 7), Score(2, 7))
    assert scores.overlap.f1.value == pytest.approx(6 / 7)
    assert found.by_tag == {"place": Score(0, 1), "time": Score(1, 3), "who": Score(1, 3)}
    assert found.confusion == {("place", "who"): 1, ("time", "time"): 1, ("who", "who"): 1}
    assert found.pairs[0].confusion == {("time", "time"): 1, ("who", "place"): 1, ("who", "who"): 1}
    assert found.counts == {"p": 4, "q": 3}
    assert (len(found.units), found.shared_units) == (4, 3)
    assert found.alpha.value is None


def test_one_who_found_nothing_agrees_with_nobody_and_two_of_them_are_undefined() -> None:
    nothing = measure_agreement(["p", "q"], [])
    assert nothing.scores.overlap.f1.value is None
    assert nothing.scores.overlap.f1.reason == "no annotations"
    one = measure_agreement(["p", "q"], [mark("p", "1", (0, 9))])
    assert one.scores.overlap.f1.value == 0.0


def test_five_people_with_two_thousand_annotations_take_seconds() -> None:
    drawing = random.Random(7)
    marks = []
    for number in range(2_000):
        start = drawing.randrange(300_000)
        length = drawing.randint(5, 120)
        for annotator in "pqrst":
            a = start + drawing.randint(-10, 10), start + length + drawing.randint(11, 20)
            b = (start + drawing.randint(-9, 9), start + length + 9) if number % 3 else None
            marks.append(mark(annotator, f"{annotator}{number}", a, b, drawing.choice("abcdefgh")))
    begun = time.process_time()
    found = measure_agreement("pqrst", marks)
    assert time.process_time() - begun < 6
    assert found.shared_units > 1_500
