"""What makes a link, beyond the number of shared words."""

from __future__ import annotations

from compare_tui.comparison import Link, align

FIRST = [
    "Governor Ada Holm closed the coastal railway after a landslide buried the track.",
    "Engineers expect repairs to cost 1.2bn kroner.",
    "The opposition demanded an inquiry into years of neglect.",
    "Hotels in Brenvik reported cancelled bookings.",
]
SECOND = [
    "A mudslide covered the coastal line, and Holm shut the railway.",
    "An investigation into the neglect was called for by the opposition.",
    "Repairing it will cost 1.2 billion kroner, engineers expect.",
    "Brenvik was founded by herring fishers.",
    "The museum has been open for years.",
]


def pairs(links: list[Link]) -> set[tuple[int, int]]:
    return {(link.a, link.b) for link in links}


def link_of(links: list[Link], a: int, b: int) -> Link:
    return next(link for link in links if (link.a, link.b) == (a, b))


def test_reworded_statements_are_linked() -> None:
    assert pairs(align(FIRST, SECOND)) >= {(0, 0), (1, 2), (2, 1)}


def test_a_single_everyday_word_links_nothing() -> None:
    assert 4 not in {b for _, b in pairs(align(FIRST, SECOND))}


def test_a_single_name_of_several_words_counts_as_one() -> None:
    other = "Geese crossed the frozen canal at dawn."
    first = ["Nobody at Larch Hall noticed the fire.", other]
    name_alone = link_of(align(first, ["Rooms in Larch Hall were painted green.", other]), 0, 0)
    and_more = link_of(align(first, ["Rooms in Larch Hall were lost to fire.", other]), 0, 0)
    assert name_alone.score < 0.7 * and_more.score
    assert name_alone.strength == "possible"


def test_synonyms_carry_a_link() -> None:
    first = ["The attorney was jailed for stealing.", "Snow closed the airport of Orlund."]
    second = ["Prison for lawyer after theft.", "Snow shut down the airfield of Orlund."]
    assert pairs(align(first, second)) == {(0, 0), (1, 1)}


OTHERS = ["Geese crossed the frozen canal at dawn.", "A choir sang in the cathedral."]
THEFT = ["Thieves took forty-two paintings from the palace of Orlund.", *OTHERS]


def theft_score(sentence: str) -> float:
    return link_of(align(THEFT, [sentence, *OTHERS]), 0, 0).score


def test_equal_values_written_otherwise_raise_a_score() -> None:
    assert theft_score("Burglars emptied rooms and took 42 paintings.") > theft_score(
        "Burglars emptied rooms and took 51 paintings."
    )


def test_a_differing_figure_costs_no_more_than_a_missing_one() -> None:
    missing = theft_score("Burglars emptied rooms and took paintings.")
    differs = theft_score("Burglars emptied rooms and took 51 paintings.")
    assert abs(differs - missing) < 0.02


def test_a_statement_beside_a_link_needs_less() -> None:
    """The call of the lead is taken up by the sentence behind it, with one rare word in common."""
    call = "Prime Minister Ada Holm and Chancellor Bo Quist spoke by telephone about the herring quota."
    first = [call, "The conversation lasted an hour.", "Rain is forecast for the islands."]
    second = [
        "Chancellor Bo Quist held a phone call with Ada Holm about the quota for herring.",
        "Ferries stayed in port.",
    ]
    assert (0, 0) in pairs(align(first, second))
    alone = ["A beekeeper moved his hives.", *first[1:]]
    with_lead = {pair for pair in pairs(align(first, second)) if pair[0] == 1}
    without = {pair for pair in pairs(align(alone, second)) if pair[0] == 1}
    assert without <= with_lead


def test_words_are_named_heaviest_first() -> None:
    first = ["Holm toured the sawmill.", "The mill of the town burned.", "Holm spoke.", "Holm left town."]
    second = ["The sawmill was toured by Holm.", "Holm spoke again.", "Holm left the town."]
    link = link_of(align(first, second), 0, 0)
    assert set(link.shared) == {"toured", "sawmill", "Holm"}
    assert link.shared[-1] == "Holm"


HEADLINES = ["Pilots Walk Out Over Night Shifts", "Harbour Still After Pilots Leave"]
REST = [
    ["Crews of the Tolmo ferry waved from the quay.", "Bakers sold out of rye by noon.", "A dog slept."],
    ["Mayor Ida Lund opened a library.", "Snow is forecast for the hills.", "The fair begins in May."],
]


def test_headlines_that_share_anything_are_linked() -> None:
    first, second = [HEADLINES[0], *REST[0]], [HEADLINES[1], *REST[1]]
    link = link_of(align(first, second), 0, 0)
    # The same two sentences further down prove less.
    later = align([*REST[0], HEADLINES[0]], [*REST[1], HEADLINES[1]])
    assert all(link.score > other.score for other in later)


def test_headlines_that_share_nothing_are_strangers() -> None:
    assert (0, 0) not in pairs(align(["Pilots Walk Out", *REST[0]], ["Library Opens", *REST[1]]))


def test_the_same_sort_of_value_raises_a_score_though_the_value_differs() -> None:
    others = [
        "Geese crossed the frozen canal.",
        "A choir sang in the cathedral.",
        "The mayor praised the choir.",
    ]
    first = ["The roof of the hall gave way at about 2:15 a.m.", *others]

    def score(sentence: str) -> float:
        return link_of(align(first, [sentence, *others]), 0, 0).score

    assert score("Shortly before 03.00 hours the hall lost a roof.") > score(
        "Quite suddenly the hall lost a roof."
    )
    timed = link_of(align(first, ["Shortly before 03.00 hours the hall lost a roof.", *others]), 0, 0)
    assert "a time of day" in timed.shared
