from __future__ import annotations

from datetime import date

import pytest

from compare_tui.article import read_text

LEAD = "Ferry services across the strait resumed on Thursday after a four-day strike by deck crews."
NEXT = (
    "Passengers had queued since dawn, and the first boat left at 6.40 a.m. with about 300 people on board."
)


def roles(*blocks: str, markdown: bool = False) -> list[tuple[str, str]]:
    article = read_text("\n\n".join(blocks), markdown=markdown)
    return [(passage.role, passage.text) for passage in article.passages]


@pytest.mark.parametrize(
    "line",
    [
        "Embargoed until 16:00 GMT, 10 February 2026",
        "EMBARGOED UNTIL 00:01 GMT ON WEDNESDAY 11 FEBRUARY 2026",
        "Strictly embargoed until 0001 hrs GMT, 11 February 2026",
        "Embargoed until 16:00 London time / 11:00 US Eastern time on Tuesday, 10 February 2026",
        "EMBARGO: 10 February 2026, 16:00 GMT",
        "Embargoed until publication",
        "Under embargo until noon on 10 February 2026",
        "FOR IMMEDIATE RELEASE",
        "For immediate release",
        "FOR IMMEDIATE RELEASE: February 10, 2026",
        "PRESS RELEASE",
        "Pressemitteilung",
        "EXCLUSIVE by Jane Doe",
        "EXCLUSIVE By JANE DOE",
        "Exclusive by Jane Doe, Crime Correspondent",
        "Analysis by Jane Doe",
        "By Jane Doe, political editor",
        "Jane Doe, Science correspondent",
        "10 February 2026 (Nordwire)",
        "Media contact: press@ferries.example",
        "Media Contact: Jane Doe, +44 20 7946 0000",
        "Contact: Ferries Press Office, press@ferries.example",
        "Press office: 020 7946 0000",
        "For media enquiries, please contact Jane Doe on 020 7946 0000 or press@ferries.example.",
        "Media contacts:",
        "Tel: +44 20 7946 0000",
        "+44 (0)20 7946 0000",
        "Do YOU have a story?",
        "Do you have a story? Call our news desk on 020 7946 0000",
        "Do you have a story for us? Email tips@ferries.example or ring 020 7946 0000. We pay for "
        "stories and for pictures, too.",
        "Got a story? Get in touch with our news team",
        "Call our news desk",
        "Email our newsroom at tips@ferries.example",
        "Notes to editors",
    ],
)
def test_furniture(line: str) -> None:
    assert ("furniture", line) in roles(LEAD, line, NEXT)
    above = roles(line, "Ferries sail again", LEAD)
    assert [role for role, _ in above] == ["furniture", "headline", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Embargoed until 1972, the letters show what the crews were promised.",
        "The report was embargoed until 10 February 2026.",
        "For immediate release of the crews, the union demands a court order.",
        "Exclusive by nature, the club never let deck hands in.",
        "The science correspondent of the island's paper was on board.",
        "The political editor resigned.",
        "Contact: the two boats had touched before, the harbour master said.",
        "Contact with the second boat was lost at 6.40 a.m.",
        "The press office: nobody there picked up the telephone.",
        "The number is 020 7946 0000, the operator said.",
        "Passengers may call 020 7946 0000 to get their money back.",
        "Call our crews heroes, not thieves.",
        "“Do you have a story?” the mate asked.",
        "Do you have a story? asked the mate, who collects them.",
        "Call our crews heroes, the mayor said.",
        "Do you have a ticket?",
        "About 300 people were on board.",
        "About Jane Doe the crews would say nothing.",
        "Analysis by the harbour board shows that two boats were full.",
        "THE OBSERVER SANK.",
        "Jane Doe in Oslo said that the boats would sail.",
    ],
)
def test_sentences_with_such_words_are_body(line: str) -> None:
    assert ("body", line) in roles("Ferries sail again", LEAD, line, NEXT)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Embargoed until 16:00 GMT, 10 February 2026", date(2026, 2, 10)),
        ("EMBARGOED UNTIL 00:01 GMT ON WEDNESDAY 11 FEBRUARY 2026", date(2026, 2, 11)),
        ("Updated 14:05 GMT, 10 February 2026", date(2026, 2, 10)),
        ("Last updated at 14:05 on 10 February 2026", date(2026, 2, 10)),
        ("Updated: 10 February 2026", date(2026, 2, 10)),
        ("FOR IMMEDIATE RELEASE: February 10, 2026", date(2026, 2, 10)),
        ("10 February 2026 (Nordwire)", date(2026, 2, 10)),
        ("Embargoed until 16:00 GMT", None),
    ],
)
def test_the_day_of_the_article(line: str, day: date | None) -> None:
    assert read_text(f"Ferries sail again\n\n{line}\n\n{LEAD}").date == day


def test_a_date_line_wins_over_an_embargo() -> None:
    text = f"Embargoed until 16:00 GMT, 10 February 2026\n\nFerries sail again\n\n12 February 2026\n\n{LEAD}"
    assert read_text(text).date == date(2026, 2, 12)


@pytest.mark.parametrize(
    "job",
    ["Science correspondent", "Political Editor", "Chief reporter", "Home affairs correspondent in Oslo"],
)
def test_a_job_under_a_byline(job: str) -> None:
    expected = ["headline", "furniture", "furniture", "body"]
    assert [role for role, _ in roles("Ferries sail again", f"By Jane Doe\n{job}", LEAD)] == expected
    assert [role for role, _ in roles("Ferries sail again", f"Jane Doe\n{job}", LEAD)] == expected
    assert [role for role, _ in roles("Ferries sail again", f"Jane Doe in Oslo\n{job}", LEAD)] == expected


def test_a_job_elsewhere_is_no_furniture() -> None:
    assert roles("Political editor", LEAD)[0] == ("headline", "Political editor")
    assert roles(LEAD, "Chief reporter", NEXT)[1] == ("headline", "Chief reporter")


@pytest.mark.parametrize(
    "byline",
    [
        "Jane Doe in Oslo",
        "Jane Doe and John M. Roe in Port Ellen",
        "JANE DOE in Oslo",
        "Jane Doe at the Old Quay",
    ],
)
def test_a_name_and_a_place_under_the_headline(byline: str) -> None:
    assert roles("Ferries sail again", byline, LEAD)[1] == ("furniture", byline)
    assert roles("# Ferries sail again", byline, LEAD, markdown=True)[1] == ("furniture", byline)
    assert roles("Ferries Sail Again", byline, LEAD)[1] == ("furniture", byline)


def test_a_name_that_the_article_tells_of_is_a_headline() -> None:
    told = f"{LEAD} Ms Doe had met the crews in Oslo."
    assert roles("Ferries sail again", "Jane Doe in Oslo", told)[1][0] == "headline"


def test_a_deck_in_title_case_is_a_headline() -> None:
    assert roles("Ferries Sail Again", "Four Crews Strike in Oslo", LEAD, NEXT + " Four crews agreed.")[
        1
    ] == (
        "headline",
        "Four Crews Strike in Oslo",
    )


def test_a_name_and_a_place_without_a_headline_above() -> None:
    assert roles("Jane Doe in Oslo", LEAD)[0] == ("headline", "Jane Doe in Oslo")
    assert roles(LEAD, "Jane Doe in Oslo", NEXT)[1] == ("headline", "Jane Doe in Oslo")


@pytest.mark.parametrize(
    "masthead",
    ["THE STRAIT OBSERVER", "STRAIT GAZETTE", "THE DAILY SUN", "EVENING STAR", "PORT ELLEN HERALD"],
)
def test_a_masthead_in_capitals(masthead: str) -> None:
    assert roles(masthead, "Ferries sail again", LEAD)[:2] == [
        ("furniture", masthead),
        ("headline", "Ferries sail again"),
    ]
    assert roles("Ferries sail again", masthead, LEAD)[1] == ("furniture", masthead)
    assert roles(masthead, LEAD)[0] == ("headline", masthead)


@pytest.mark.parametrize(
    "headline", ["FERRIES SAIL AGAIN", "STRIKE ENDS", "DEATH OF A STAR", "CREWS EXPEL OBSERVER", "SUNKEN SUN"]
)
def test_a_headline_in_capitals(headline: str) -> None:
    body = f"{LEAD} The crews had let an observer on board."
    assert roles(headline, "Four-day strike ends in a deal", body)[0] == ("headline", headline)


def test_the_heading_of_a_boilerplate() -> None:
    about = "Strait Ferries runs nine boats between the islands and employs 340 people."
    for heading in (
        "About Strait Ferries",
        "About Strait Ferries:",
        "About the company",
        "ABOUT STRAIT FERRIES",
    ):
        assert roles(LEAD, heading, about)[1:] == [("furniture", heading), ("body", about)]
    assert roles(LEAD, "## About Strait Ferries", about, markdown=True)[1][0] == "furniture"
    assert roles(LEAD, "About Jane Doe", about)[1][0] != "furniture"
    assert roles("About Strait Ferries", about)[0] == ("headline", "About Strait Ferries")


def test_calls_behind_the_last_sentence() -> None:
    found = roles(LEAD, f"{NEXT} Do you have a story? Call our news desk on 020 7946 0000.")
    assert found[1] == ("body", NEXT)
    assert {role for role, _ in found[2:]} == {"furniture"}


def test_a_press_release_as_a_whole() -> None:
    found = roles(
        "FOR IMMEDIATE RELEASE",
        "Strait Ferries Resumes Services",
        f"OSTEND, March 5, 2026 – {LEAD} {NEXT}",
        "About Strait Ferries",
        "Strait Ferries runs nine boats between the islands and employs 340 people.",
        "Media contact: press@ferries.example",
    )
    assert [role for role, _ in found] == [
        "furniture",
        "headline",
        "body",
        "body",
        "furniture",
        "body",
        "furniture",
    ]


@pytest.mark.parametrize(
    "line", ["Report by Experts Finds Faults in Boats", "0-0 1-1 2-2 3-3", "1 800 200 300", "TWO BOATS SINK"]
)
def test_lines_that_look_like_bylines_or_numbers(line: str) -> None:
    assert roles(LEAD, line, NEXT)[1][0] != "furniture"
    assert roles("Ferries sail again", line, LEAD)[1][0] != "furniture"
