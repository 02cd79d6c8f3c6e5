"""Invented sentence pairs of many topics: what must be reported, and what must not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Difference, Link

Expected = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two linked sentences with what a careful reader finds.

    Attributes:
        name: Topic.
        a: Sentence of A.
        b: Sentence of B.
        expected: Kind (several split by "|"), words in A, words in B; None for a side that lacks the detail.
        agreements: Words of A and of B that say the same and must stay unmarked.
        a_date: The day article A appeared.
        b_date: The day article B appeared.
    """

    name: str
    a: str
    b: str
    expected: tuple[Expected, ...] = ()
    agreements: tuple[tuple[str, str], ...] = ()
    a_date: date | None = None
    b_date: date | None = None
    others: int = field(default=2)


def article(text: str, day: date | None = None) -> Article:
    """Return an article of one passage."""
    return Article("test", text[:30], text, (Passage(1, 0, len(text), 1, "body", text),), "", "", date=day)


def differences(pair: Pair) -> list[Difference]:
    """Return what is found in a pair, linked confidently."""
    link = Link(0, 0, 0.8, "confident")
    return find_differences(article(pair.a, pair.a_date), article(pair.b, pair.b_date), [link])


def overlaps(text: str | None, wanted: str | None) -> bool:
    """Tell whether the words found and the words wanted cover each other."""
    if text is None or wanted is None:
        return text is wanted
    return wanted in text or text in wanted


def missing(pair: Pair, found: list[Difference]) -> list[Expected]:
    """Return the expected differences that are not among those found."""
    lacking = []
    for kind, a, b in pair.expected:
        for difference in found:
            spans = (difference.a.text if difference.a else None, difference.b.text if difference.b else None)
            if difference.kind in kind.split("|") and overlaps(spans[0], a) and overlaps(spans[1], b):
                break
        else:
            lacking.append((kind, a, b))
    return lacking


def false_alarms(pair: Pair, found: list[Difference]) -> list[Difference]:
    """Return major differences that nobody expects, and anything that touches an agreement."""
    alarms = []
    for difference in found:
        if difference.severity == "style":
            continue
        a = difference.a.text if difference.a else None
        b = difference.b.text if difference.b else None
        wanted = any(
            difference.kind in kind.split("|") and overlaps(a, x) and overlaps(b, y) for kind, x, y in pair.expected
        )
        if wanted:
            continue
        touched = any(
            (a is not None and (a in x or x in a)) or (b is not None and (b in y or y in b))
            for x, y in pair.agreements
        )
        if touched or (difference.severity == "major" and difference.kind != "omission"):
            alarms.append(difference)
    return alarms


PAIRS = (
    Pair(
        "accident",
        "At least 12 people were killed and 34 injured when a train derailed near Halberg on Sunday, police said.",
        "A train derailed near Halberg on Sunday, killing nine people and injuring 34, the fire brigade said.",
        (
            ("number", "At least 12", "nine"),
            ("attribution", "police", "the fire brigade"),
        ),
        (("34", "34"), ("Sunday", "Sunday"), ("Halberg", "Halberg")),
    ),
    Pair(
        "court",
        "Judge Mary Hall sentenced the 34-year-old banker Peter Orlin to seven years in prison for fraud.",
        "Peter Orlin, 36, a banker, was sentenced to five years in jail for fraud by Judge Ellen Crane.",
        (
            ("number", "34-year-old", "36"),
            ("time|number", "seven years", "five years"),
            ("who", "Mary Hall", "Ellen Crane"),
        ),
        (("Peter Orlin", "Peter Orlin"),),
    ),
    Pair(
        "election",
        "Turnout rose to 61.4 per cent, the electoral commission said, and the Greens won 48 of the 120 seats.",
        "The Greens won 45 of 120 seats as turnout fell to 61.4%, according to the electoral commission.",
        (
            ("event", "rose", "fell"),
            ("number", "48", "45"),
        ),
        (("61.4 per cent", "61.4%"), ("120", "120"), ("the electoral commission said", "according to the electoral")),
    ),
    Pair(
        "company",
        "Norvik will cut about 2,000 jobs after losing $1.2bn last year, chief executive Anna Berg said on Tuesday.",
        "Norvik is to cut 2,500 jobs after it lost 1.2 billion dollars last year, said Ana Berg, its chief executive.",
        (
            ("number", "about 2,000", "2,500"),
            ("who", "Anna", "Ana"),
        ),
        (("$1.2bn", "1.2 billion dollars"), ("last year", "last year")),
    ),
    Pair(
        "sport",
        "Rovers beat United 2-1 in front of 31,000 fans on Saturday with a late goal by Marco Silvestri.",
        "A late goal by Marco Silvestri gave Rovers a 3-1 win over United before a crowd of 31,000 on Saturday.",
        (("number", "2-1", "3-1"),),
        (("31,000", "31,000"), ("Saturday", "Saturday"), ("Marco Silvestri", "Marco Silvestri")),
    ),
    Pair(
        "weather",
        "The storm, with winds of 120 km/h, reached the coast at 5 p.m. on 16 August and left 40,000 homes dark.",
        "With winds of 75 mph the storm hit the coast at 17:00 on Monday, leaving 45,000 homes without power.",
        (("number", "40,000", "45,000"),),
        (("120 km/h", "75 mph"), ("5 p.m.", "17:00"), ("16 August", "Monday")),
        date(2021, 8, 17),
        date(2021, 8, 17),
    ),
    Pair(
        "science",
        "The drug may reduce the risk of stroke by a third, researchers at the University of Tarn reported.",
        "The drug reduces the risk of stroke by a third, according to researchers at Tarn University.",
        (("certainty", "may reduce", "reduces"),),
        (("researchers at the University of Tarn", "researchers at Tarn University"),),
    ),
    Pair(
        "war",
        "The army said it had entered the town of Velsk, where the rebels released 15 prisoners on Friday.",
        "Troops entered the town of Velsk, where rebels arrested 15 people on Thursday.",
        (
            ("attribution", "The army said", None),
            ("time", "Friday", "Thursday"),
            ("event", "released", "arrested"),
        ),
        (("Velsk", "Velsk"), ("15", "15")),
    ),
    Pair(
        "quotation",
        "“The dam is completely safe and will be reopened in spring,” said mayor Ida Holm.",
        'Mayor Ida Holm said: "The dam is absolutely safe and will be reopened in autumn."',
        (
            ("quote", "completely", "absolutely"),
            ("quote", "spring", "autumn"),
        ),
        (("Ida Holm", "Ida Holm"),),
    ),
    Pair(
        "agreement on everything",
        "The U.N. said two dozen villages were flooded on 3 May 2022, and Mr Biden sent US$1,200 million in aid.",
        "The United Nations said 24 villages were flooded on May 3, 2022, and Joe Biden sent $1.2 billion in aid.",
        (),
        (
            ("two dozen", "24"),
            ("3 May 2022", "May 3, 2022"),
            ("US$1,200 million", "$1.2 billion"),
            ("Biden", "Joe Biden"),
            ("The U.N. said", "The United Nations said"),
        ),
    ),
    Pair(
        "place and flight",
        "Flight 370 from Lisbon to Toronto made an emergency landing in Halifax after smoke filled the cabin.",
        "Flight 307 from Lisbon to Toronto made an emergency landing in Gander after smoke filled the cabin.",
        (
            ("number", "370", "307"),
            ("place", "Halifax", "Gander"),
        ),
        (("Lisbon", "Lisbon"), ("Toronto", "Toronto")),
    ),
    Pair(
        "negation",
        "The minister did not sign the agreement with the miners’ union, a spokesman said in a statement.",
        "The minister signed the agreement with the miners' union, a spokeswoman said in a statement.",
        (("certainty|event", "not sign", "signed"),),
        (("union", "union"),),
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_expected_differences_are_found(pair: Pair) -> None:
    found = differences(pair)
    assert missing(pair, found) == [], found


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_what_agrees_stays_unmarked(pair: Pair) -> None:
    assert false_alarms(pair, differences(pair)) == []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_minor_marks_stay_few(pair: Pair) -> None:
    minor = [difference for difference in differences(pair) if difference.severity == "minor"]
    assert len(minor) <= 4, minor
