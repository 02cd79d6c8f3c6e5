from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import read_text
from compare_tui.article.dateline import dateline_end, is_dateline_alone
from compare_tui.article.sentences import cut_sentences

LEAD = "The harbour board has closed the strait to ferries, it said on Thursday."
NEXT = "Passengers had queued since dawn, and the first boat left with about 300 people on board."
DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    "dateline",
    [
        "OSTEND, 5 March. /NWA/.",
        "OSTEND, March 5. /NWA/.",
        "OSTEND, 5 March 2026. /NWA/.",
        "OSTEND, 5 March.",
        "5 March. /NWA/.",
        "/NWA/.",
        "Ostend. March 5. NORDWIRE.COM –",
        "OSTEND, Mar. 5 (Nord Wire) -",
        "Mar 5 (Nord Wire) -",
        "OSTEND (Nord Wire) –",
        "OSTEND, Belgium —",
        "PORT D'OR/OSTEND, March 5, 2026 –",
        "OSTEND, Thursday, March 5, 2026 –",
        "OSTEND, W.F., March 5, 2026 /Nordwire/ --",
        "SANKT PÖLTEN, 5. März 2026 (NWA) –",
        "Ostende, le 5 mars 2026 (NWA) -",
        "МОСКВА, 5 марта. /НВА/.",
    ],
)
def test_the_dateline_stays_with_its_sentence(dateline: str) -> None:
    opening = f"{dateline} {LEAD}"
    found = read_text(f"Strait closed\n\n{opening} {NEXT}\n\n{NEXT}").passages
    assert [(passage.role, passage.text) for passage in found[1:3]] == [("body", opening), ("body", NEXT)]
    assert dateline_end(opening) == len(dateline) + 1


@pytest.mark.parametrize(
    "text",
    [
        "Vale (Ostend). The goalkeeper was sent off.",
        "He died on 5 March. The burial was private.",
        "It ended on 5 March. The crews went home.",
        "5 March. The crews went home.",
        "OSTEND. The crews went home.",
        "The plan – to close the strait – failed.",
        "OSTEND, 5 March.",
        "Nine crews (three from Ostend) – all on strike – went home.",
        "“OSTEND, 5 March. /NWA/. The crews went home.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_end(text) is None


def test_sentences_that_look_alike_are_cut() -> None:
    text = "The strike began on 5 March. It ended a week later."
    assert [text[start:end] for start, end in cut_sentences(text, "en")] == [
        "The strike began on 5 March.",
        "It ended a week later.",
    ]


def test_a_dateline_before_a_long_quotation() -> None:
    text = (
        "OSTEND, 5 March. /NWA/. “We have worked on this boat for eleven years and nobody asks how we sleep. "
        "The cabins are wet, the heating fails twice a week, and the night shift is two hands short. "
        "That has to end,” said Ana Petrova, who speaks for the crews of both ferries."
    )
    found = [text[start:end] for start, end in cut_sentences(text, "en")]
    assert found[0].startswith("OSTEND, 5 March. /NWA/. “We have")
    assert len(found) == 3


@pytest.mark.parametrize(
    "line",
    [
        "5 March 2026 (Nordwire)",
        "March 5, 2026 /NWA/",
        "OSTEND, 5 March (Nord Wire)",
        "OSTEND, 5 March. /NWA/.",
        "OSTEND (Nord Wire), March 5, 2026",
        "5 March 2026 (Nordwire) –",
    ],
)
def test_a_dateline_alone_on_a_line_is_furniture(line: str) -> None:
    assert is_dateline_alone(line)
    found = read_text(f"Strait closed\n{line}\n\n{LEAD}").passages
    assert [passage.role for passage in found] == ["headline", "furniture", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "5 March 2026 (aged 43)",
        "Five boats (Nordwire)",
        "The strike of 5 March 2026 (Nordwire)",
        "Ostend, 5 March",
        "Nord Wire",
    ],
)
def test_other_lines_are_no_dateline(line: str) -> None:
    assert not is_dateline_alone(line)


@pytest.mark.parametrize(
    "dateline",
    [
        "OSTEND, March 5, 2026 –",
        "OSTEND, 5 March 2026 (NW) —",
        "Ostend, 5 March 2026 (NW) —",
        "OSTEND, Thursday, March 5, 2026 /Nordwire/ --",
        "OSTEND, 5. März 2026 (NWA) –",
        "OSTEND (Nord Wire, 5 March 2026) –",
        "5 March 2026 (Nord Wire) –",
        "OSTEND, 5 March 2026. /NWA/.",
    ],
)
def test_the_date_of_a_dateline(dateline: str) -> None:
    assert read_text(f"Strait closed\n\n{dateline} {LEAD} {NEXT}").date == DAY


def test_only_the_first_body_block_has_a_dateline_that_dates() -> None:
    assert read_text(f"Strait closed\n\n{NEXT}\n\nOSTEND, March 5, 2026 – {LEAD}").date is None


def test_a_date_line_wins_over_the_dateline() -> None:
    assert read_text(f"Strait closed\n6 March 2026\n\nOSTEND, March 5, 2026 – {LEAD}").date == date(
        2026, 3, 6
    )


def test_a_dateline_wins_over_an_embargo_only_if_that_has_no_date() -> None:
    opening = f"OSTEND, March 5, 2026 – {LEAD}"
    assert read_text(f"Embargoed until 16:00 GMT\n\nStrait closed\n\n{opening}").date == DAY
    dated = "Embargoed until 16:00 GMT, 6 March 2026"
    assert read_text(f"{dated}\n\nStrait closed\n\n{opening}").date == date(2026, 3, 6)


@pytest.mark.parametrize("dateline", ["OSTEND, 5 March (NWA) –", "OSTEND, March 5. /NWA/.", "Mar 5 (NWA) -"])
def test_a_dateline_without_a_year(dateline: str) -> None:
    text = f"Strait closed\n\n{dateline} {LEAD}"
    paragraphs = f"{NEXT}\n\n" * 6
    assert read_text(text).date is None
    assert read_text(f"{text}\n\nIt was closed on 5 March 2024, too.").date is None
    assert read_text(f"{text}\n\n{paragraphs}Updated 6 March 2026").date == DAY
    assert read_text(f"{text}\n\n{paragraphs}Updated 6 August 2026").date is None
    assert read_text(f"{text}\n\n{paragraphs}6 March 2026\n\n{NEXT}\n\n6 March 2025").date is None


def test_a_dateline_of_the_old_year() -> None:
    text = f"Strait closed\n\nOSTEND, 31 December (NWA) – {LEAD}\n\n" + f"{NEXT}\n\n" * 6
    assert read_text(f"{text}1 January 2026").date == date(2025, 12, 31)
    assert read_text(text.replace("31 December", "31 February") + "1 March 2026").date is None


@given(st.text() | st.text("OSTEND, 5March.(/)NWA–-: 2026\xa0"))
def test_any_text_can_be_asked(text: str) -> None:
    end = dateline_end(text)
    assert end is None or 0 < end < len(text)
    is_dateline_alone(text)
