"""Details as two desks report one event: values told twice, belief and statement, what one person said."""

from __future__ import annotations

import pytest
from tests.comparison.test_comparison_differences_reports import Row, article, found, rows

from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Link

REPORTED: list[tuple[str, str, Row]] = [
    (
        "Surveyors believe that the wall gave way under melting snow, the council said.",
        "The wall gave way under melting snow, the insurer said.",
        ("certainty", "believe", "said"),
    ),
    (
        "She had been nursing a father with asthma and had grown fond of betting.",
        "Her barrister claimed that she had been under pressure looking after her sick father.",
        ("attribution", None, "Her barrister claimed"),
    ),
    (
        "“The gate was shut,” the harbour master, Odile Crane, told the inquiry.",
        "“The gate was shut … and we can prove it,” the harbour master, Odile Crane, told the inquiry.",
        ("quote", None, "and we can prove it"),
    ),
]


@pytest.mark.parametrize(("a", "b", "row"), REPORTED)
def test_a_detail_is_reported_whichever_way_round(a: str, b: str, row: Row) -> None:
    assert row in rows(found(a, b))
    assert (row[0], row[2], row[1]) in rows(found(b, a))


def test_quotations_that_share_nothing_are_not_called_variants_of_each_other() -> None:
    (one,) = (
        one
        for one in found(
            "The mayor left the hall on foot “to spare the drivers the trouble.”",
            "The mayor left the hall on foot, calling it “a stroll through friendly streets.”",
        )
        if one.kind == "quote"
    )
    assert one.reason == "each quotes other words"


_RAISED = "The trust had raised about £386,000 for the organ since 2023."
_LEASED = "The trust, which leases the chapel for £12 a year, thanked its donors."
_COLLECTED = "The trust, which rents the chapel for next to nothing, has collected £368,000 since 2023."


def test_an_amount_that_differs_from_its_counterpart_is_not_set_against_a_stranger() -> None:
    links = [Link(0, 0, 0.3, "possible"), Link(1, 0, 0.6, "confident")]
    differing = find_differences(article(_LEASED, _RAISED), article(_COLLECTED), links)
    amounts = [(one.a, one.b) for one in differing if one.kind == "number" and one.a and one.b]
    assert [(a.text, b.text) for a, b in amounts] == [("about £386,000", "£368,000")]


def test_an_amount_that_is_told_twice_in_other_words_differs_twice() -> None:
    again = "About £386,000 had been raised since 2023 for the trust."
    links = [Link(0, 0, 0.3, "possible"), Link(1, 0, 0.6, "confident")]
    differing = find_differences(article(again, _RAISED), article(_COLLECTED), links)
    assert [one.a.text for one in differing if one.kind == "number" and one.a] == [
        "About £386,000",
        "about £386,000",
    ]


def test_who_denies_and_who_rejects_say_one_thing() -> None:
    differing = rows(
        found(
            "The trust that runs the pier denied that the lamp was broken.",
            "Ida Morrow of the trust that runs the pier rejected this.",
        )
    )
    assert not any(one[2] is not None and "rejected" in one[2] for one in differing)
