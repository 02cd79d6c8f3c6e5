from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.annotation import Anchor, Annotation, Author, Value
from compare_tui.annotation.notebook_file import ArticleRecord, NotebookFile
from compare_tui.review.verdicts import (
    Change,
    Review,
    SignedReview,
    changes_since,
    current_verdict,
    is_outdated,
    read_reviews,
    reviews_value,
    revision,
    thread_rows,
    with_reviews,
)

TIME = "2026-11-22T11:02:00Z"
ENTRY: dict[str, Value] = {
    "id": "r-01JDA8B3W7H2",
    "of": "a-01JD9ZK0QF11",
    "of_rev": "5d41402a",
    "decision": "needs-work",
    "reply_to": None,
    "comment": "Tag should be attribution.",
    "created": TIME,
}
ANNOTATION = Annotation(
    id="a-1",
    tag="number",
    relation="conflict",
    severity="major",
    confidence="high",
    status="open",
    a=Anchor("12 people", "killed ", " on", 10, 19),
    b=None,
    note="",
    created=TIME,
    modified=TIME,
)


def review(id_: str, created: str = TIME, **changes: object) -> Review:
    made = Review(id_, "a-1", None, "accept", None, "", created)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_review_reads_and_is_written_as_it_stands() -> None:
    entries: list[Value] = [
        ENTRY,
        {**ENTRY, "id": "r-2", "decision": None, "reply_to": "r-01JDA8B3W7H2", "mood": ["kind"]},
    ]
    (first, second), others = read_reviews(entries)
    assert (first.decision, first.of_rev, second.reply_to) == ("needs-work", "5d41402a", "r-01JDA8B3W7H2")
    assert second.extra == {"mood": ["kind"]}
    assert reviews_value([second, first], others) == entries


def test_optional_keys_are_written_only_where_they_say_something() -> None:
    (one,), _ = read_reviews([{**ENTRY, "of_file": "f-1", "taken_back": TIME}])
    assert (one.of_file, one.taken_back) == ("f-1", TIME)
    (written,) = reviews_value([one])
    assert isinstance(written, dict)
    assert list(written)[:4] == ["id", "of", "of_file", "of_rev"]
    assert written["taken_back"] == TIME


@pytest.mark.parametrize(
    "entry",
    [
        "word",
        None,
        {},
        {**ENTRY, "decision": "maybe"},
        {**ENTRY, "of": 5},
        {**ENTRY, "id": " "},
        {**ENTRY, "comment": None},
        {**ENTRY, "reply_to": 7},
        {**ENTRY, "created": None},
    ],
)
def test_what_is_not_understood_is_kept_and_written_back(entry: Value) -> None:
    reviews, others = read_reviews([entry, ENTRY])
    assert len(reviews) == 1
    assert reviews_value(reviews, others) == [ENTRY, entry]


def test_a_section_that_is_no_list_is_kept_and_the_second_of_an_id_too() -> None:
    assert read_reviews({"x": 1}) == ((), [{"x": 1}])
    assert read_reviews(None) == ((), [])
    twin: dict[str, Value] = {**ENTRY, "comment": "other"}
    assert read_reviews([ENTRY, twin])[1] == [twin]


def test_reviews_take_their_place_in_a_notebook() -> None:
    record = ArticleRecord(None, "t", "s", "x", 5, "text/1")
    file = NotebookFile(
        "f", Author("m", "M"), record, record, "n", sections={"reviews": ["odd"], "links": []}
    )
    assert with_reviews(file, [review("r-1")]).sections["reviews"] == [
        *reviews_value([review("r-1")]),
        "odd",
    ]


def test_hostile_words_are_cleaned() -> None:
    (one,), _ = read_reviews([{**ENTRY, "comment": "a\x1b[31m\nb", "of": "a\u202e"}])
    assert "\x1b" not in one.comment
    assert "\n" in one.comment
    assert "\u202e" not in one.of


@pytest.mark.parametrize(
    "changes",
    [
        {"tag": "time"},
        {"relation": "compatible"},
        {"severity": "minor"},
        {"confidence": "low"},
        {"status": "resolved"},
        {"note": "x"},
        {"a": replace(ANNOTATION.a, exact="13 people")},  # type: ignore[type-var]
        {"b": ANNOTATION.a},
        {"a": None, "b": ANNOTATION.a},
    ],
)
def test_a_verdict_is_outdated_once_what_was_judged_changes(changes: dict[str, object]) -> None:
    judged = review("r-1", of_rev=revision(ANNOTATION))
    assert not is_outdated(judged, ANNOTATION)
    assert is_outdated(judged, replace(ANNOTATION, **changes))  # type: ignore[arg-type]


def test_positions_surroundings_and_times_do_not_outdate_a_verdict() -> None:
    moved = Anchor("12 people", "were ", "", 400, 409)
    other = replace(ANNOTATION, a=moved, modified="2027-01-01T00:00:00Z", extra={"x": 1}, id="a-2")
    assert revision(other) == revision(ANNOTATION)
    hashed = b'["number","conflict","major","high","open","12 people",null,""]'
    assert revision(ANNOTATION) == hashlib.sha256(hashed).hexdigest()[:8]


def test_what_changed_is_told_where_it_can_be() -> None:
    def told(**changes: object) -> tuple[Change, ...]:
        return changes_since(replace(ANNOTATION, **changes), revision(ANNOTATION), ["number", "time"])  # type: ignore[arg-type]

    assert told() == ()
    assert told(severity="minor") == (Change("severity", "major"),)
    assert told(tag="other", status="resolved") == (Change("tag", "number"), Change("status", "open"))
    assert told(note="now with a note") == (Change("note", ""),)
    assert told(a=Anchor("13 people", "", "", 0, 9)) == (Change("words or note", None),)


def test_the_current_verdict_is_the_latest_that_was_not_taken_back() -> None:
    early, late = "2026-11-22T11:00:00Z", "2026-11-22T12:00:00Z"
    accept = review("r-1", early)
    reject = review("r-2", late, decision="reject")
    comment = review("r-3", late, decision=None)
    assert current_verdict([reject, accept, comment]) == reject
    assert current_verdict([accept, replace(reject, taken_back=late)]) == accept
    assert current_verdict([comment]) is None
    assert current_verdict([review("r-8", early), review("r-9", early, decision="reject")]) == review(
        "r-9", early, decision="reject"
    )


def rows(*said: tuple[str, str | None], author: str = "x") -> list[tuple[int, str]]:
    signed = [
        SignedReview(Author(author, author), review(id_, f"2026-11-22T11:00:{number:02}Z", reply_to=to))
        for number, (id_, to) in enumerate(said)
    ]
    return [(row.depth, row.signed.review.id) for row in thread_rows(signed)]


def test_a_thread_stands_in_reading_order() -> None:
    told = rows(("r-1", None), ("r-2", None), ("r-3", "r-1"), ("r-4", "r-3"), ("r-5", "r-1"), ("r-6", "gone"))
    assert told == [(0, "r-1"), (1, "r-3"), (2, "r-4"), (1, "r-5"), (0, "r-2"), (0, "r-6")]


def test_an_answer_that_is_older_by_the_clock_still_stands_below() -> None:
    assert rows(("r-2", "r-1"), ("r-1", None)) == [(0, "r-1"), (1, "r-2")]


def test_a_circle_begins_with_its_earliest() -> None:
    assert rows(("r-1", "r-3"), ("r-2", "r-1"), ("r-3", "r-2"), ("r-4", "r-4"), ("r-5", "r-2")) == [
        (0, "r-1"),
        (1, "r-2"),
        (2, "r-3"),
        (2, "r-5"),
        (0, "r-4"),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from("pqrstu"), st.none() | st.sampled_from("pqrstuz"), st.integers(0, 3)),
        max_size=12,
    ),
    st.randoms(),
)
def test_every_review_is_told_once_whatever_answers_what(
    said: list[tuple[str, str | None, int]], random: object
) -> None:
    signed = [
        SignedReview(Author(str(number), "x"), review(id_, f"2026-11-22T11:00:0{time}Z", reply_to=to))
        for number, (id_, to, time) in enumerate(said)
    ]
    told = thread_rows(signed)
    assert sorted(row.signed.author.id for row in told) == sorted(str(number) for number in range(len(said)))
    shuffled = signed[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert thread_rows(shuffled) == told
