"""Slips of reporters: figures and names mistaken for others, and what must not be taken for one."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Link


def article(*texts: str) -> Article:
    passages, start = [], 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(number, start, start + len(text), number, "body", text))
        start += len(text) + 1
    return Article("test", texts[0][:30], "\n".join(texts), tuple(passages), "", "", date=date(2024, 6, 8))


def rows(
    a: str, b: str, strength: Literal["confident", "possible"] = "confident", score: float = 0.8
) -> set[tuple[str, str, str | None, str | None]]:
    found = find_differences(article(a), article(b), [Link(0, 0, score, strength)])
    return {
        (one.kind, one.severity, one.a.text if one.a else None, one.b.text if one.b else None)
        for one in found
        if one.severity != "style"
    }


@pytest.mark.parametrize(
    ("a", "b", "figures"),
    [
        (
            "The dairy recalled 314,000 bottles of the drink on Monday.",
            "Shoppers were told to bring back some 341,000 of the dairy's flasks.",
            ("314,000", "some 341,000"),
        ),
        (
            "The storm left 52,000 homes dark.",
            "Crews have still to reconnect 5,200 homes after the storm.",
            ("52,000", "5,200"),
        ),
        (
            "Its chairman leaves with £7.4m.",
            "The man who led it takes GBP 4.7 million with him.",
            ("£7.4m", "GBP 4.7 million"),
        ),
    ],
)
def test_swapped_digits_and_noughts_are_told_whatever_they_count(
    a: str, b: str, figures: tuple[str, str]
) -> None:
    assert any(row[0] == "number" and row[2:] == figures for row in rows(a, b)), rows(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The village has 16 wells and a mill.", "The mill of the village grinds 61 sacks."),
        ("Over 52,000 homes were dark after the storm.", "The storm left 52,000 homes dark."),
    ],
)
def test_two_short_counts_and_two_equal_ones_are_no_slip(a: str, b: str) -> None:
    assert not [row for row in rows(a, b) if row[0] == "number" and row[1] == "major"]


def test_a_bare_dollar_is_that_of_the_other_side() -> None:
    a = "Premier Ida Roe promised a payment of $1,000 to each farmer."
    assert ("number", "major", "$1,000", "A$1,400") in rows(a, "Roe promised each farmer A$1,400.")
    assert not [row for row in rows(a, "Roe promised each farmer A$1,000.") if row[0] == "number"]


def test_the_age_of_somebody_with_a_trade() -> None:
    a = "A man aged 31 was hurt while mending the roof."
    b = "Olle Brandt, a roofer and farmer of 36, was hurt on the roof."
    assert any(row[0] == "number" and row[2:] == ("aged 31", "36") for row in rows(a, b)) or any(
        "31" in str(row[2]) and "36" in str(row[3]) for row in rows(a, b)
    )
    assert not any("26" in str(row) and row[0] == "number" for row in rows(
        "The author of 26 novels was hurt at the age of 31.", "The author was hurt at the age of 31."
    ))  # fmt: skip


def test_a_place_mistaken_for_one_that_looks_like_it() -> None:
    a = "In an interview on Monday she said that she had misspoken during the Marwick meeting."
    b = "She admitted that she misspoke at a meeting in Marlock, the paper wrote."
    assert any(row[2:] == ("Marwick", "Marlock") and row[1] == "major" for row in rows(a, b))
    assert not any(
        row[2:] == ("Marwick", "Tollhaven")
        for row in rows(a, "She said at a fair in Tollhaven that the mayor had misspoken.")
    )


def test_a_name_that_only_describes_a_noun_is_no_other_bearer() -> None:
    a = "Some farmers are unhappy that Halden agreed to extend the milk subsidies for rich estates."
    b = "The farmers doubt an extension of Roskild milk subsidies for the rich estates."
    assert not [row for row in rows(a, b) if row[0] == "who"]


def test_capitals_of_a_headline_make_no_names() -> None:
    a = article("Harbour Pilots Walk Out Over Night Shifts", "Pilots of the harbour walked out on Friday.")
    b = article("Ports Smell Trouble After Harbour Pilots Leave", "The harbour stood still on Friday.")
    assert not [one for one in find_differences(a, b, [Link(0, 0, 0.5, "confident")]) if one.kind == "who"]


def test_how_something_is_said_is_no_source() -> None:
    a = "“We have learned much since I sailed with you,” Mr. Dahl said to the crew in March."
    b = "Dahl, pleading for more ships, clearly says: “We have learned very much since I sailed with you.”"
    assert not [row for row in rows(a, b) if row[0] == "attribution"]


def test_people_told_to_do_something_are_no_source() -> None:
    a = "Two dead, hundreds told to leave as fire nears Olm"
    b = "Two people have died in the fire near Olm, the worst in years."
    assert not [row for row in rows(a, b) if row[0] == "attribution"]


def test_a_quotation_that_begins_late() -> None:
    a = "“This merger gives our two crews the ships to sail all year,” Holt said."
    b = "Holt spoke of “the ships to sail all year”."
    assert ("quote", "minor", "This merger gives our two crews", None) in rows(a, b)
    told = "In this merger, which gives work to both crews, Holt spoke of “the ships to sail all year”."
    assert not [row for row in rows(a, told) if row[0] == "quote" and row[3] is None]


def test_a_quotation_cut_short_though_a_word_of_the_rest_is_said() -> None:
    a = "Judge Ines Hall told him: “You took the wages of orphans, and you went on taking for nine winters.”"
    b = "The judge told him he had “taken the wages of orphans”."
    assert ("quote", "minor", "and you went on taking for nine winters", None) in rows(a, b)


def test_a_paraphrase_stands_together() -> None:
    a = (
        "Ida Holt, chairwoman of the union, drew fierce criticism on Friday after she told a dinner in Olm"
        " that the union was on the wrong side of history with its long fight over wages."
    )
    b = "“Holt needs to apologise to all the men and women who are fighting,” the chairwoman's rival said."
    assert not [row for row in rows(a, b, "possible", 0.4) if row[0] == "quote" and row[2] and row[3]]


def test_a_word_in_quotation_marks_is_no_rewording_of_a_quoted_sentence() -> None:
    a = "She added: “Needless to say, the long war over wages was not of our choosing. Others began it.”"
    b = "Lund, who said the war over wages must be won, said Holt needs to “refocus” on the election."
    assert not [row for row in rows(a, b, "possible", 0.4) if row[0] == "quote" and row[2] and row[3]]


def test_it_and_a_person_are_two_sources() -> None:
    a = "Envoy Judith Lund was called to the ministry and handed a note, it said."
    b = "Lund waited for an hour at the ministry before she was handed a note, said a person who was there."
    assert any(row[0] == "attribution" and row[2] and row[3] for row in rows(a, b, "possible", 0.4))


def test_only_links_that_both_sides_prefer_are_searched_for_small_details() -> None:
    a = "Rescuers flew 12 injured climbers to Bern after the avalanche above the village of Salm."
    b = "At the hospital in Bern, doctors treated nine injured climbers through a difficult night."
    assert "omission" in {row[0] for row in rows(a, b, "possible", 0.3)}
    assert {row[0] for row in rows(a, b, "possible", 0.15)} == {"number"}


def test_words_between_two_pieces_of_a_quotation_are_told_not_left_out() -> None:
    a = "“We are looking day and night and we will not give up until all of them are home,” said Ole Holt."
    b = "Ole Holt said they were “looking day and night” and would carry on “until all our friends are home”."
    quotes = {row[2:] for row in rows(a, b) if row[0] == "quote"}
    assert ("and we will not give up", "and would carry on") in quotes
    assert {row[2:][::-1] for row in rows(b, a) if row[0] == "quote"} == quotes


def test_a_quotation_that_the_other_side_ends_in_its_own_words() -> None:
    a = "“This board is giving away a healthy mill for the comfort of its bankers,” Ida Roe wrote."
    b = "Ida Roe accused the board of giving away “a healthy mill” to please its bankers."
    assert any(row[0] == "quote" and row[3] == "to please its bankers" for row in rows(a, b))
    a = "“The health of the cooks who trust our stoves is, and always was, our first care,” Ida Roe wrote."
    b = "In a letter she said the health of cooks “is, and always was, our first care”."
    assert any(row[0] == "quote" and "cooks who trust" in (row[2] or "") and row[3] for row in rows(a, b))
