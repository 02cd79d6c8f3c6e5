"""Links where texts are long, repeat themselves, or have nothing to compare."""

from __future__ import annotations

import random

from compare_tui.comparison import align
from compare_tui.comparison.alignment import LONG, Alignment
from compare_tui.comparison.crossing import orders

TRADES = "ferry quarry bakery theatre brewery orchard chapel tannery foundry granary"
SUBJECTS = TRADES.split()


def story(length: int) -> list[str]:
    dice = random.Random(length)
    return [
        f"A {dice.choice(SUBJECTS)} of Port {place:x}l shut after {dice.choice(SUBJECTS)} {place % 97} fell."
        for place in range(length)
    ]


def test_long_texts_link_reworded_and_moved_passages() -> None:
    first = story(LONG // 2 + 200)
    second = [f"After that failure {text.lower()}" for text in first]
    random.Random(5).shuffle(second)
    places = {text: place for place, text in enumerate(second)}
    expected = {(n, places[f"After that failure {text.lower()}"]) for n, text in enumerate(first)}
    found = {(link.a, link.b) for link in align(first, second)}
    assert len(expected & found) >= 0.99 * len(expected)


def test_sentences_that_all_repeat_are_linked_in_their_row() -> None:
    same = ["The committee adjourned without a vote."] * 300
    links = align(same, same[:250])
    assert {(link.a, link.b) for link in links} == {(n, n) for n in range(250)}
    assert all(link.strength == "confident" for link in links)


def test_a_statement_that_stands_twice_on_each_side_is_linked_four_times() -> None:
    twice = ["The committee adjourned.", "Rain fell on the harbour.", "The committee adjourned."]
    assert {(0, 0), (0, 2), (2, 0), (2, 2)} <= {(link.a, link.b) for link in align(twice, twice)}


def test_passages_without_a_letter_are_never_copies() -> None:
    assert align(["***", "—"], ["***", "—"]) == []


def test_candidates_tell_the_runner_up_and_what_it_lacks() -> None:
    first = ["A ferry ran aground near the lighthouse.", "Hail ruined the barley."]
    second = [
        "The ferry near the lighthouse ran aground.",
        "The lighthouse was repainted.",
        "Barley fell to hail.",
    ]
    best, runner_up, *_ = Alignment(first, second).candidates("a", 0)
    assert (best.b, best.strength) == (0, "confident")
    assert runner_up.b == 1
    assert runner_up.strength is None
    assert runner_up.score < runner_up.needed
    assert best.shared[0][1] >= best.shared[-1][1] > 0
    mirrored = Alignment(second, first).candidates("b", 0)
    assert [(x.b, x.score) for x in mirrored] == [
        (0, x.score) for x in Alignment(first, second).candidates("a", 0)
    ]


def test_orders_of_a_single_jump() -> None:
    pairs = [(0, 3), (1, 0), (2, 1), (3, 2)]
    assert orders(pairs) == {(0, 3): "moved", (1, 0): "in order", (2, 1): "in order", (3, 2): "in order"}
