from __future__ import annotations

import os
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.comparison import Link, align

SUBJECTS = ["mayor", "ferry", "budget", "court", "storm", "museum", "strike", "harbour"]
VERBS = ["closed", "opened", "delayed", "praised", "flooded", "sold"]
OBJECTS = ["bridge", "school", "library", "market", "tunnel", "airport"]

sentences = st.builds(
    lambda subject, verb, thing, number: f"The {subject} {verb} the {thing} after {number} days.",
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.integers(1, 99),
)
any_text = st.text(max_size=60)
passages = st.lists(st.one_of(sentences, any_text), max_size=12)

FIRST = [
    "The harbour ferry ran aground near the lighthouse early on Tuesday.",
    "Its captain blamed thick fog and a broken radar.",
    "Coastguard volunteers brought all 48 passengers ashore.",
    "The mayor promised to replace the ageing vessel within a year.",
]
SECOND = [
    "Volunteers of the coastguard carried 52 passengers to the shore.",
    "Ticket prices will not change, the operator said.",
    "A ferry ran aground close to the harbour lighthouse on Tuesday morning.",
    "A broken radar and fog were to blame, according to the captain.",
]


def partners(links: list[Link]) -> set[tuple[int, int]]:
    return {(link.a, link.b) for link in links}


def test_reworded_and_reordered_sentences_find_each_other() -> None:
    assert partners(align(FIRST, SECOND)) == {(0, 2), (1, 3), (2, 0)}


def test_a_link_names_the_words_that_carried_it() -> None:
    link = next(link for link in align(FIRST, SECOND) if (link.a, link.b) == (0, 2))
    assert {"aground", "lighthouse"} <= set(link.shared)


@settings(max_examples=60, deadline=None)
@given(passages, passages)
def test_swapping_the_texts_mirrors_the_links(first: list[str], second: list[str]) -> None:
    mirrored = [Link(x.b, x.a, x.score, x.strength, x.shared, x.order) for x in align(second, first)]
    assert align(first, second) == sorted(mirrored, key=lambda link: (link.a, link.b))


@settings(max_examples=40, deadline=None)
@given(passages, passages)
def test_links_are_sorted_unique_and_in_range(first: list[str], second: list[str]) -> None:
    found = align(first, second)
    pairs = [(link.a, link.b) for link in found]
    assert pairs == sorted(set(pairs))
    assert all(0 <= i < len(first) and 0 <= j < len(second) for i, j in pairs)
    assert all(0 < link.score <= 1 for link in found)
    assert all(link.strength in ("confident", "possible") for link in found)


@settings(max_examples=40, deadline=None)
@given(passages, passages)
def test_confident_links_are_those_of_the_full_result(first: list[str], second: list[str]) -> None:
    confident = [link for link in align(first, second) if link.strength == "confident"]
    assert align(first, second, strength="confident") == confident


@settings(max_examples=60, deadline=None)
@given(st.lists(sentences, min_size=1, max_size=6, unique=True), st.integers(100, 999), st.data())
def test_a_differing_number_never_parts_two_sentences(
    story: list[str], number: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(story) - 1))
    changed = list(story)
    words = changed[place].split()
    words[-2] = str(number)
    changed[place] = " ".join(words)
    link = next((link for link in align(story, changed) if (link.a, link.b) == (place, place)), None)
    assert link is not None
    assert link.strength == "confident"


def test_a_statement_told_twice_is_linked_twice() -> None:
    again = [*SECOND, "On Tuesday the ferry lay aground beside the lighthouse of the harbour."]
    assert {(0, 2), (0, 4)} <= partners(align(FIRST, again))


def test_a_formula_does_not_link_strangers() -> None:
    first = [
        "The reactor will stay shut until spring, the ministry said in a statement on Monday.",
        "Farmers lost half of their barley to hail.",
    ]
    second = [
        "Two diplomats were expelled for spying, the ministry said in a statement on Monday.",
        "Hail destroyed half the barley that farmers had sown.",
    ]
    assert partners(align(first, second)) == {(1, 1)}


def test_a_block_that_moved_is_told_apart() -> None:
    story = [
        f"{subject} number {place} closed near the {thing} yesterday."
        for place, (subject, thing) in enumerate(
            [("Quarry", "orchard"), ("Bakery", "canal"), ("Theatre", "palace"), ("Brewery", "station")]
        )
    ]
    orders = {(link.a, link.b): link.order for link in align(story, [*story[1:], story[0]])}
    assert orders[0, 3] == "moved"
    assert orders[1, 0] == orders[2, 1] == orders[3, 2] == "in order"


def test_text_without_blanks_between_words_is_linked() -> None:
    first = ["市長は火曜日に新しい橋を開通させた。", "大雨で図書館が閉鎖された。"]
    second = ["図書館は大雨のため閉鎖されている。", "新しい橋が火曜日に市長によって開通した。"]
    assert partners(align(first, second)) == {(0, 1), (1, 0)}


@pytest.mark.parametrize(("first", "second"), [([], []), ([], ["One."]), (["", " "], ["…", "!"])])
def test_nothing_to_link(first: list[str], second: list[str]) -> None:
    assert align(first, second) == []


def test_the_same_on_every_run() -> None:
    code = (
        "from compare_tui import align\n"
        f"print([(x.a, x.b, x.score, x.shared, x.order) for x in align({FIRST!r}, {SECOND!r})])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(outputs) == 1


def test_progress_rises_and_can_cancel() -> None:
    told: list[float] = []
    align(FIRST, SECOND, progress=lambda done, _: told.append(done))
    assert told == sorted(told)
    assert told[0] == 0

    def cancel(done: float, word: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        align(FIRST, SECOND, progress=cancel)


def test_many_passages_keep_their_partners() -> None:
    shuffler = random.Random(7)
    story = [
        f"Item {word}{place} concerned clerk{place} and depot{place}."
        for place, word in enumerate(["x"] * 900)
    ]
    order = list(range(len(story)))
    shuffler.shuffle(order)
    found = partners(align(story, [story[place] for place in order]))
    assert {(place, column) for column, place in enumerate(order)} <= found
