from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import read_text
from compare_tui.article.dates import date_of_address, is_date_line, parse_date

DAY = date(2021, 8, 16)
LEAD = "Ferry services across the strait resumed on Thursday after a four-day strike by deck crews."


@pytest.mark.parametrize(
    "text",
    [
        "16 August 2021",
        "16th of August 2021",
        "Aug. 16, 2021",
        "August 16, 2021",
        "Monday, 16 August 2021, 14:05 GMT",
        "2021-08-16",
        "2021/08/16",
        "2021-08-16T14:05:00+02:00",
        "16.08.2021",
        "16. 8. 2021",
        "16. August 2021",
        "16 août 2021",
        "16 de agosto de 2021",
        "16 августа 2021 г.",
        "2021年8月16日",
        "Published on 16 August 2021",
    ],
)
def test_full_dates(text: str) -> None:
    assert parse_date(text) == DAY
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text", ["", "August 2021", "Monday", "08/16/2021", "31 February 2021", "99.99.2021", "1999", "16 Aug"]
)
def test_what_is_no_full_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "line",
    ["16 people", "The 16 August 2021 talks", "2021", "16 August 2021 was a Monday.", "On 16 August 2021"],
)
def test_what_is_no_date_line(line: str) -> None:
    assert not is_date_line(line)


def test_the_caller_knows_best() -> None:
    article = read_text(f"16 August 2021\n\n{LEAD}", date=date(2020, 1, 1))
    assert article.date == date(2020, 1, 1)


def test_a_date_line_near_the_top() -> None:
    assert read_text(f"Ferries sail again\nBy Jane Doe\nAug. 16, 2021\n\n{LEAD}").date == DAY


def test_a_date_inside_a_sentence_is_no_date_of_the_article() -> None:
    assert read_text(f"{LEAD} The last one was on 16 August 2021.").date is None


def test_the_labelled_address_of_the_article() -> None:
    address = "https://news.example.org/2021/08/16/ferries"
    other = "https://news.example.org/2025/02/12/other"
    assert read_text(f"{LEAD}\n\nOriginal url:\n{address}\n\n{other}").date == DAY
    assert read_text(f"{LEAD}\n\nURL: {address}").date == DAY
    assert read_text(f"{LEAD}\n\n{other}").date is None


def test_front_matter() -> None:
    assert read_text(f"---\ndate: 2021-08-16 10:00\n---\n{LEAD}", markdown=True).date == DAY


def test_an_impossible_date_in_an_address() -> None:
    assert date_of_address("https://example.org/2021/13/45/x") is None


@given(st.text() | st.text("0123456789./- ,:Aug"))
def test_any_line_can_be_asked(line: str) -> None:
    is_date_line(line)
    parse_date(line)
    date_of_address(line)
