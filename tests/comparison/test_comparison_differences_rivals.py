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


NUMBERS: list[tuple[str, str, Row]] = [
    (
        "A 6.3-magnitude quake shook the valley before dawn, the observatory said.",
        "The quake that shook the valley had a magnitude of 6.1, the observatory said.",
        ("number", "6.3-magnitude", "magnitude of 6.1"),
    ),
    (
        "He said that 130 people had been taken to clinics, 22 of them in critical condition.",
        "More than 130 hurt were treated in three clinics, he said, and 27 of them fought for their lives.",
        ("number", "22", "27"),
    ),
    (
        "The builder, Henning Falk, was sentenced to three years.",
        "Falk, who confessed in spring, was sentenced and got three and a half years.",
        ("time", "three years", "three and a half years"),
    ),
    (
        "The tunnel will cost 2.4 million crowns a year to light, the council said.",
        "It will cost 2.6m kroner a year to light the tunnel, the council said.",
        ("number", "2.4 million crowns", "2.6m kroner"),
    ),
]


@pytest.mark.parametrize(("a", "b", "row"), NUMBERS)
def test_a_number_that_differs_is_set_against_its_counterpart(a: str, b: str, row: Row) -> None:
    assert row in rows(found(a, b))
    assert (row[0], row[2], row[1]) in rows(found(b, a))


AGREEING = [
    (
        "Shares of the mill were down 9.4 percent at noon.",
        "The shares of the mill traded 9 per cent down at noon.",
    ),
    ("Fines of 2.4 million crowns were paid by the builder.", "The builder paid fines of 2.4m kroner."),
]


@pytest.mark.parametrize(("a", "b"), AGREEING)
def test_a_number_that_is_rounded_or_in_the_same_currency_agrees(a: str, b: str) -> None:
    for one in (*rows(found(a, b)), *rows(found(b, a))):
        assert one[0] not in ("number", "omission"), one


def test_a_body_speaks_through_those_who_speak_for_it() -> None:
    differing = rows(
        found(
            "Five villages are cut off by landslides, said Rana Sadik, a spokeswoman for the Red Crescent.",
            "The Red Crescent said five villages were cut off by landslides.",
        )
    )
    assert not any(kind == "attribution" for kind, *_ in differing)


def test_two_documents_are_two_sources() -> None:
    row = ("attribution", "the indictment", "the court")
    assert row in rows(
        found(
            "According to the indictment, the mayor approved 11 permits between 2016 and 2019.",
            "Between 2016 and 2019 the mayor approved 11 permits, the court found.",
        )
    )


def test_who_puts_a_value_on_something_is_its_source() -> None:
    row = ("attribution", "the observatory", "the Sea Survey")
    assert row in rows(
        found(
            "The wave was six metres high when it struck the quay, the observatory said.",
            "The wave, which the Sea Survey put at six metres, struck the quay.",
        )
    )


def test_the_counterpart_of_a_value_is_in_the_link_that_both_sentences_prefer() -> None:
    a = article(
        "The quake had a magnitude of 6.3 and struck before dawn.",
        "In 2009 a quake with a magnitude of 6.9 struck the same valley and killed hundreds.",
    )
    b = article(
        "The quake that struck the valley had a magnitude of 6.1.",
        "In 2009 a quake killed hundreds in the valley.",
    )
    links = [
        Link(0, 0, 0.33, "possible"),
        Link(1, 0, 0.35, "possible"),
        Link(1, 1, 0.9, "confident"),
    ]
    values = [
        (one.a.text, one.b.text)
        for one in find_differences(a, b, links)
        if one.kind == "number" and one.a and one.b
    ]
    assert values == [("magnitude of 6.3", "magnitude of 6.1")]


MORE: list[tuple[str, str, Row]] = [
    (
        "“We had a ship on fire, no moon and a high swell, and we got everybody off,” the captain said.",
        "“We had a ship on fire, no moon and a high sea,” the captain said.",
        ("quote", "swell", "sea"),
    ),
    (
        "“We had a ship on fire, no moon and a high swell, and we got everybody off,” the captain said.",
        "“We had a ship on fire, no moon and a high sea,” the captain said.",
        ("quote", "and we got everybody off", None),
    ),
    (
        "The owner, Ana Beck, said that she would not be paying “a penny” to the gang.",
        "The owner, Ana Beck, said that she would not be paying the gang.",
        ("quote", "a penny", None),
    ),
    (
        "Tomas Keane, 43, held on to the coat of the woman in front of him.",
        "Tomás Keane (45) held on to the coat of the woman in front of him.",
        ("number", "43", "45"),
    ),
    (
        "The ferry line last night named the dead man as Marek Wolny from Lund.",
        "The dead man was Marek Wolny from Lund, police said.",
        ("attribution", "The ferry line last night", "police"),
    ),
    (
        "A Polish driver was found dead on the lower deck of the ferry, police said.",
        "A driver was found dead on the lower deck of the ferry, police said.",
        ("omission", "Polish", None),
    ),
    (
        "Rhys Penhallow told reporters in the port of Ellyn that all were safe.",
        "Rhys Penhallow told reporters that all were safe.",
        ("omission", "in the port of Ellyn", None),
    ),
    (
        "Ilse Vandermeer told the paper that she had found 5,000 names on a forum.",
        "Van der Meer told the paper that she had found 5,000 names on a forum.",
        ("who", "Ilse Vandermeer", "Van der Meer"),
    ),
    (
        "A spokesman for the chain said the shops had been warned.",
        "A spokeswoman for the chain said the shops had been warned.",
        ("attribution", "A spokesman for the chain", "A spokeswoman for the chain"),
    ),
    (
        "The regulator said it had yet to open an inquiry into the leak.",
        "The regulator said it had opened an inquiry into the leak.",
        ("certainty", "yet to open", "opened"),
    ),
    (
        "The chain said it had not known until March 7 that records had been copied.",
        "The chain said it was told on 6 March that records had been copied.",
        ("time", "March 7", "6 March"),
    ),
    (
        "“The line is old,” the envoy said in a statement.",
        "“The line is old,” the envoy said.",
        ("attribution", "in a statement", None),
    ),
    (
        "Zarkand accepted the offer, while the Berizian ministry said only that it was studying the plan.",
        "Zarkand accepted the offer, the Berizian ministry said.",
        ("omission", "while the Berizian ministry said only that it was studying the plan", None),
    ),
    (
        "Three of the guards were killed and six injured, the ministry said.",
        "Three of the guards were killed, the ministry said.",
        ("omission", "six injured", None),
    ),
]


@pytest.mark.parametrize(("a", "b", "row"), MORE)
def test_a_detail_that_one_desk_has_or_tells_otherwise_is_reported(a: str, b: str, row: Row) -> None:
    assert row in rows(found(a, b))
    assert (row[0], row[2], row[1]) in rows(found(b, a))


def test_two_refusals_agree() -> None:
    differing = rows(
        found("The chain had refused to pay the gang.", "The chain would not be paying the gang.")
    )
    assert not any(kind == "certainty" for kind, *_ in differing)


def test_half_of_a_statement_is_searched_for_what_it_adds() -> None:
    a = article("Tomas Keane held on to the coat of a stranger, and was travelling with his two daughters.")
    b = article(
        "Keane held on to the coat of a stranger in the smoke.",
        "Tomas Keane, an electrician from Ballycorran, was travelling with his two daughters.",
    )
    links = [Link(0, 0, 0.6, "confident"), Link(0, 1, 0.43, "possible")]
    assert ("omission", None, "an electrician from Ballycorran") in rows(find_differences(a, b, links))


def test_a_doubt_about_the_whole_statement_is_set_against_what_the_other_says_happened() -> None:
    row = ("certainty", "appeared to have started", "broke")
    assert row in rows(
        found(
            "The flames appeared to have started in a trailer that drew power from the ship.",
            "The fire broke out in a trailer that drew power from the ship.",
        )
    )


def test_what_some_say_is_doubted_too() -> None:
    differing = rows(
        found(
            "The race reportedly drew a million people to the capital.",
            "Some say that a million people lined the race in the capital.",
        )
    )
    assert not any(kind == "certainty" for kind, *_ in differing)


def test_a_quotation_in_pieces_is_compared_with_the_whole() -> None:
    row = ("quote", "these men", "our colleagues")
    assert row in rows(
        found(
            "“We are working around the clock and will go on until every one of these men is out,” Ray said.",
            "Ray said they were “working around the clock” “until every one of our colleagues is out”.",
        )
    )


def test_a_number_of_them_meets_the_number_that_fits_it() -> None:
    row = ("number", "Twenty-three", "25")
    assert row in rows(
        found(
            "Twenty-three workers reached the surface through a shaft, six of them hurt, the mine said.",
            "When the roof fell on 43 men, 25 of them reached the surface through a shaft, the mine said.",
        )
    )


def test_records_are_a_source_of_their_own() -> None:
    row = ("attribution", "the mine’s shift records", "the ministry")
    assert row in rows(
        found(
            "The roof fell at three on Tuesday, the mine’s shift records show.",
            "The roof fell at three on Tuesday, the ministry said.",
        )
    )


LAST: list[tuple[str, str, Row]] = [
    (
        "The wall gave way at about 6:40 p.m. at Gate 7.",
        "The wall gave way at about 6.30pm at Gate 7.",
        ("time", "6:40 p.m.", "6.30pm"),
    ),
    (
        "Clinics in the city were treating 64 people, she said.",
        "Eighty-three people were treated in clinics in the city, a port of 190,000 people, she said.",
        ("number", "64", "Eighty-three"),
    ),
    (
        "The banks will cut around 600 jobs in two years.",
        "The banks will cut as many as 650 positions in two years.",
        ("number", "around 600", "as many as 650"),
    ),
    (
        "The harbour master, Reto Bachman, said that the pier was safe.",
        "The pier was safe, Bachmann said.",
        ("who", "Bachman", "Bachmann"),
    ),
    (
        "“A signal that we have to look at very carefully,” said Adaeze Nwosu.",
        "“A signal that we have to look at very carefully indeed,” said Adaeze Nwosu.",
        ("quote", None, "indeed"),
    ),
]


@pytest.mark.parametrize(("a", "b", "row"), LAST)
def test_a_value_or_a_word_of_its_own_is_reported(a: str, b: str, row: Row) -> None:
    assert row in rows(found(a, b))
    assert (row[0], row[2], row[1]) in rows(found(b, a))


def test_who_heads_a_body_and_the_body_are_no_rival_sources() -> None:
    (one,) = (
        one
        for one in found(
            "The firm will ask regulators in autumn, Chief Executive Reto Bachman told reporters.",
            "Halvane said it would ask regulators in autumn.",
        )
        if one.kind == "attribution"
    )
    assert (one.severity, one.reason) == ("minor", "a person in A, a body in B")


def test_a_toll_is_compared_wherever_it_is_told() -> None:
    a = article("At least nine people were killed in the crush.", "Nine people were killed, a nurse said.")
    b = article("The crush killed eleven people.", "Twelve people were killed in the crush, a nurse said.")
    links = [Link(0, 0, 0.3, "possible"), Link(0, 1, 0.5, "possible"), Link(1, 1, 0.6, "confident")]
    told = {(one.link.a, one.link.b) for one in find_differences(a, b, links) if one.kind == "number"}
    assert told == {(0, 0), (0, 1), (1, 1)}


def test_the_verb_of_he_is_not_set_against_that_of_a_ministry_in_a_weak_link() -> None:
    a = article("The two spoke by telephone after President Ghani fled, the ministry announced on Monday.")
    b = article("Life in town, he claimed, is better now than it was under Ghani, the president who fled.")
    kinds = {one.kind for one in find_differences(a, b, [Link(0, 0, 0.4, "possible")])}
    assert "attribution" not in kinds
