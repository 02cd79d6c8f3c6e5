"""Reading single details: tokens, numbers, times, names, quotations, sources."""

from __future__ import annotations

from datetime import date

import pytest

from compare_tui.comparison.differences.attributions import find_attributions
from compare_tui.comparison.differences.name_matching import match_names
from compare_tui.comparison.differences.names import find_names
from compare_tui.comparison.differences.number_relations import relation
from compare_tui.comparison.differences.quantities import find_quantities
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.quotations import find_quotations
from compare_tui.comparison.differences.time_reading import find_times
from compare_tui.comparison.differences.times import Time, compare_times
from compare_tui.comparison.differences.tokens import dateline_end, tokenise


def quantity(text: str) -> Quantity:
    """Return the only number of a text."""
    found = find_quantities(tokenise(text))
    assert len(found) == 1, found
    return found[0]


def moment(text: str, today: date | None = None) -> Time:
    """Return the only time of a text."""
    found = find_times(tokenise(text), today)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("MOSCOW (Agencies): The call took place.", "The call took place."),
        ("KABUL, Aug 16 (AP) — Fighters entered the city.", "Fighters entered the city."),
        ("LONDON - Shares fell.", "Shares fell."),
        ("New Delhi (Reuters) - Rain fell.", "Rain fell."),
        ("The party (PSD) - its leader said - lost.", "The party (PSD) - its leader said - lost."),
        ("Berlin was quiet.", "Berlin was quiet."),
    ],
)
def test_datelines_are_skipped(text: str, rest: str) -> None:
    assert text[dateline_end(text) :] == rest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US", "U.S."),
        ("colour", "color"),
        ("organised", "organized"),
        ("centre", "center"),
        ("discussed", "discussing"),
        ("co-operation", "cooperation"),
        ("Russia’s", "Russia"),
        ("fled", "flee"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert tokenise(one)[0].stem == tokenise(other)[0].stem


def test_offsets_of_tokens_are_exact() -> None:
    text = "“Twenty-one  men,”  U.S. police\u2019s spokesman said… 1,200 (5pm)"
    for token in tokenise(text):
        assert text[token.start : token.end] == token.text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$1.2bn", "1.2 billion dollars"),
        ("US$1,200 million", "$1.2 billion"),
        ("15 per cent", "15%"),
        ("15 percent", "15%"),
        ("two dozen villages", "24 villages"),
        ("twenty-one men", "21 men"),
        ("one hundred and twenty goats", "120 goats"),
        ("3.5 million people", "3,500,000 people"),
        ("a 34-year-old man", "a man aged 34"),
        ("24 months", "two years"),
        ("a decade", "ten years"),
        ("five miles", "8 km"),
        ("85 kph", "85 km/h"),
        ("won 7–5", "won by seven votes to five"),
        ("more than 100 cows", "over 100 cows"),
        ("nine in ten", "90 per cent"),
        ("an hour and 24 minutes", "84 minutes"),
        ("two square kilometres", "2 sq km"),
    ],
)
def test_the_same_value_said_differently_is_equal(one: str, other: str) -> None:
    assert relation(quantity(one), quantity(other)) == "equal"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("at least 12 men", "12 men", "compatible"),
        ("about 2,000 men", "2,000 men", "compatible"),
        ("thousands of men", "2,500 men", "compatible"),
        ("dozens of men", "34 men", "compatible"),
        ("nearly 40 men", "39 men", "compatible"),
        ("1.23 billion dollars", "$1.2bn", "rounded"),
        ("at least 12 men", "nine men", "different"),
        ("dozens of men", "four men", "different"),
        ("12 men", "13 men", "different"),
        ("10 men", "12 men", "different"),
        ("five miles", "10 km", "different"),
        ("won 2-1", "won 3-1", "different"),
        ("$5", "€5", "apart"),
        ("5 per cent", "5 men", "apart"),
        ("12 km", "12 hours", "apart"),
    ],
)
def test_values_are_compared_as_ranges(one: str, other: str, expected: str) -> None:
    assert relation(quantity(one), quantity(other)) == expected
    assert relation(quantity(other), quantity(one)) == expected


def test_a_decimal_comma_is_read_where_the_language_writes_it() -> None:
    tokens = tokenise("1.200 Menschen, 1,5 Kilometer")
    values = [found.value for found in find_quantities(tokens, decimal_comma=True)]
    assert values == pytest.approx([1200, 1500])


MONDAY = date(2021, 8, 16)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Monday", "on 16 August 2021"),
        ("yesterday", "on Sunday"),
        ("on Sunday", "on August 15"),
        ("today", "Monday"),
        ("2021-08-16", "Aug. 16, 2021"),
        ("at 5pm", "at 17:00"),
        ("at 5 p.m.", "at five in the afternoon"),
        ("at 5.25pm", "at 17:25"),
        ("at noon", "at 12pm"),
        ("in August", "on 16 August"),
        ("in 2021", "in March 2021"),
        ("this week", "on Tuesday"),
        ("the end of the year", "December 31"),
    ],
)
def test_the_same_time_said_differently_agrees(one: str, other: str) -> None:
    assert compare_times(moment(one, MONDAY), moment(other, MONDAY)) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Monday", "on Tuesday"),
        ("on Monday", "on 13 August 2021"),
        ("in May", "in March"),
        ("in 2019", "in 2020"),
        ("at 5pm", "at 17:40"),
        ("30 June", "July 31"),
        ("yesterday", "today"),
    ],
)
def test_other_times_differ(one: str, other: str) -> None:
    assert compare_times(moment(one, MONDAY), moment(other, MONDAY)) == "differ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Monday", "on 13 August"),
        ("yesterday", "on Monday"),
        ("at 5pm", "on Monday"),
    ],
)
def test_without_the_day_of_the_article_unlike_times_are_not_compared(one: str, other: str) -> None:
    assert compare_times(moment(one), moment(other)) == "apart"


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("he met Joe Biden", "he met Mr Biden", "same"),
        ("he met Joe Biden", "he met Biden", "same"),
        ("he met George W. Bush", "he met George Bush", "same"),
        ("he met Anthony Blinken", "he met Antony Blinken", "spelling"),
        ("he met Sergei Lavrov", "he met Sergey Lavrov", "spelling"),
        ("he met Marta Lindqvist", "he met Marta Lindquist", "spelling"),
        ("he met Mary Hall", "he met Peter Hall", "first"),
        ("the US army", "the United States army", "same"),
        ("an American army", "the U.S. army", "same"),
        ("the National Gardening Association", "the NGA", "same"),
        ("the Russian Foreign Ministry", "the Foreign Ministry", "same"),
        ("in Iran now", "in Iraq now", None),
        ("in Austria now", "in Australia now", None),
        ("he met Blinken", "he met Biden", None),
        ("he met Mary Hall", "he met Ellen Crane", None),
    ],
)
def test_names_of_one_bearer_are_recognised(one: str, other: str, how: str | None) -> None:
    a, b = find_names(tokenise(one))[-1], find_names(tokenise(other))[-1]
    for found in (match_names(a, b), match_names(b, a)):
        assert (found.how if found else None) == how


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said: “It is over.”", ["It is over."]),
        ('"It is over," he said, "for us."', ["It is over,", "for us."]),
        ("„Es ist vorbei“, sagte er.", ["Es ist vorbei"]),
        ("« C’est fini », dit-il.", [" C’est fini "]),
        ("He called it ‘a fine day’ at the dogs’ home.", ["a fine day"]),
        ("Don't touch the dog's bone, it isn't yours.", []),
        ("“It goes on in the next paragraph.", ["It goes on in the next paragraph."]),
        ("and ends here,” he said.", ["and ends here,"]),
    ],
)
def test_quotations_of_every_style_are_found(text: str, inner: list[str]) -> None:
    assert [text[found.start : found.end] for found in find_quotations(text)] == inner


@pytest.mark.parametrize(
    ("text", "attribution", "standing"),
    [
        ("The dam broke, police said on Monday.", "police said on Monday", "named"),
        ("The dam broke, said Ida Holm, the mayor.", "said Ida Holm", "named"),
        ("According to the fire service, the dam broke.", "According to the fire service", "named"),
        ("Officials said the dam had broken.", "Officials said", "unnamed"),
        ("He said the dam had broken.", "He said", "pronoun"),
        ("Ida Holm, who runs the town, said it had broken.", "Ida Holm, who runs the town, said", "named"),
        ("The report notes that the dam broke.", "The report notes", "document"),
    ],
)
def test_sources_are_found_with_their_verbs(text: str, attribution: str, standing: str) -> None:
    tokens = tokenise(text)
    found = find_attributions(tokens, find_times(tokens))
    assert [(text[item.start : item.end], item.standing) for item in found] == [(attribution, standing)]


@pytest.mark.parametrize(
    "text",
    [
        "The bank reports a profit of 3 million euros.",
        "The results of the vote are in.",
        "Leeland was said to be ill.",
    ],
)
def test_other_verbs_are_no_sources(text: str) -> None:
    tokens = tokenise(text)
    assert find_attributions(tokens, find_times(tokens)) == ()
