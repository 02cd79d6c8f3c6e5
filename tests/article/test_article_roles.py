from __future__ import annotations

import pytest

from compare_tui.article import Article, read_text

LEAD = "Ferry services across the strait resumed on Thursday after a four-day strike by deck crews."
NEXT = (
    "Passengers had queued since dawn, and the first boat left at 6.40 a.m. with about 300 people on board."
)
LAST = "The union will vote on the agreement before the end of the month, its chairwoman said."


def article(*paragraphs: str) -> Article:
    return read_text("\n\n".join(paragraphs))


def roles(*paragraphs: str) -> list[tuple[str, str]]:
    return [(passage.role, passage.text) for passage in article(*paragraphs).passages]


@pytest.mark.parametrize(
    "line",
    [
        "TASS",
        "AFP/Getty Images",
        "(AP Photo/Jane Doe)",
        "Photo: Jane Doe / Reuters",
        "Image credit: Ana Petrova",
        "Foto: dpa",
        "© Ana Petrova",
        "(Reporting by Jane Doe in Oslo; Editing by John Roe and Ann Lee)",
        "Reporting by Jane Doe; Editing by John Roe",
        "By Jane Doe",
        "By Jane Doe and John Roe, Staff Writers",
        "BY JANE DOE",
        "Von Anna Schmidt",
        "Par Jean Petit",
        "Jane Doe, Staff Writer",
        "16 August 2021",
        "Monday, August 16, 2021 at 5:03 p.m. EDT",
        "Aug. 16, 2021",
        "2021-08-16",
        "2021-08-16T14:05:00Z",
        "16.08.2021, 14:05 Uhr",
        "16 août 2021",
        "16 de agosto de 2021",
        "16 августа 2021 г.",
        "Published 3 March 2024, 14:05 GMT",
        "Updated: 3 March 2024",
        "Updated 2 hours ago",
        "Oslo, 3 March 2024",
        "Related article: Why the crews of the old boats voted against the strike in May and then went home",
        "Read more: How a strike works",
        "READ MORE",
        "See also",
        "Читайте также: Паромы снова ходят",
        "Lesen Sie auch: Warum gestreikt wurde",
        "Original url:",
        "Source: https://news.example.org/ferries",
        "https://news.example.org/2021/08/16/ferries",
        "www.example.org/ferries",
        "newsroom@example.org",
        "© 2021 Example News. All rights reserved.",
        "Copyright 2021 Example News",
        "Share this article",
        "Share on Facebook",
        "Advertisement",
        "ADVERTISEMENT",
        "Subscribe to our newsletter",
        "Sign up for our daily briefing and get the news first.",
        "Follow us on Twitter",
        "***",
        "- - -",
        "# # #",
        "5 min read",
        "12 comments",
    ],
)
def test_furniture(line: str) -> None:
    assert ("furniture", line) in roles(LEAD, line, NEXT)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday evening the queue reached the old lighthouse.",
        "By then nobody was left on the quay.",
        "Updated figures were published on 3 March 2024, the ministry said.",
        "The date of 16 August 2021 was chosen by both sides.",
        "Related cases have been reported from the ports of the northern coast since Tuesday.",
        "Share prices of the operator fell by a third.",
        "Subscribers to the operator's newsletter learned of it first.",
        "Reporting by the harbour police showed that two boats had left without a pilot that night.",
        "Editing by hand took them a week.",
        "Copyright law does not help the crews, a lawyer said.",
        "Photographs of the quay were shown on television.",
        "Advertisement for the island has stopped, the mayor said.",
        "Comments by the minister did not help.",
        "He told Reuters.",
        "Watch officers slept in the mess.",
        "Print runs were cut.",
        "The address is https://example.org/ferries and it is new.",
    ],
)
def test_sentences_with_such_words_are_body(line: str) -> None:
    assert ("body", line) in roles(LEAD, line, NEXT)


def test_the_lines_above_the_body_are_headlines() -> None:
    found = roles("Ferries sail again", "Four-day strike ends in a deal", "By Jane Doe", LEAD, NEXT)
    assert [role for role, _ in found] == ["headline", "headline", "furniture", "body", "body"]


def test_a_headline_may_ask() -> None:
    assert roles("Will the ferries sail again?", LEAD)[0][0] == "headline"


def test_a_first_sentence_with_a_full_stop_is_body() -> None:
    assert roles("The strike is over.", LEAD)[0][0] == "body"


def test_a_subheading_stands_between_paragraphs() -> None:
    assert roles(LEAD, "What the crews want", NEXT)[1] == ("headline", "What the crews want")


@pytest.mark.parametrize("line", ["“Never again”", "and so on", "Everything is open:", "Why?"])
def test_other_short_lines_between_paragraphs_are_body(line: str) -> None:
    assert roles(LEAD, line, NEXT)[1] == ("body", line)


def test_an_address_above_the_body_is_not_six_headlines() -> None:
    found = roles("Harbour Office", "12 Quay Street", "Port Ellen", "Islay", LEAD)
    assert [role for role, _ in found] == ["headline", "body", "body", "body", "body"]


@pytest.mark.parametrize(
    "credit",
    [
        "TASS",
        "AFP/Getty",
        "Photo: Jane Doe / Reuters",
        "(AP Photo/Jane Doe)",
        "Jane Doe/Reuters",
        "© Jane Doe",
        "DPA",
        "— REUTERS",
    ],
)
def test_a_caption_and_its_credit_are_two_passages(credit: str) -> None:
    caption = "A ferry leaves the harbour of Port Ellen on Thursday."
    assert roles(f"{caption} {credit}", LEAD, NEXT)[:2] == [("caption", caption), ("furniture", credit)]
    assert roles(LEAD, f"{caption} {credit}", NEXT)[1:3] == [("caption", caption), ("furniture", credit)]


def test_a_credit_on_the_line_below_belongs_to_a_caption() -> None:
    caption = "A ferry leaves the harbour of Port Ellen on Thursday."
    assert roles(f"{caption}\nTASS", LEAD, NEXT)[:2] == [("caption", caption), ("furniture", "TASS")]


@pytest.mark.parametrize(
    "label", ["Photo:", "Image:", "Caption:", "FILE PHOTO:", "FILE -", "Bildunterschrift:"]
)
def test_a_labelled_caption(label: str) -> None:
    caption = f"{label} a ferry leaves the harbour of Port Ellen."
    assert roles(LEAD, caption, NEXT)[1] == ("caption", caption)


def test_the_last_paragraph_stays_body_before_an_agency() -> None:
    assert roles(LEAD, f"{LAST} Reuters")[1:] == [("body", LAST), ("furniture", "Reuters")]


def test_the_note_on_reporters_is_cut_off_the_last_paragraph() -> None:
    note = "(Reporting by Jane Doe; Editing by John Roe)"
    assert roles(LEAD, f"{LAST} {note}")[1:] == [("body", LAST), ("furniture", note)]


def test_a_long_paragraph_is_no_caption() -> None:
    long = " ".join([LEAD, NEXT, LAST, LEAD])
    assert roles(LEAD, f"{long} AFP", NEXT)[1][0] == "body"


def test_the_title_is_the_headline() -> None:
    assert article("By Jane Doe", "Ferries sail again", LEAD).title == "Ferries sail again"


def test_without_a_headline_the_title_is_the_start_of_the_body() -> None:
    title = article("The ferry leaves. TASS", LEAD, "What the crews want", NEXT).title
    assert title == "Ferry services across the strait resumed on Thursday after…"


def test_a_short_text_is_its_own_title() -> None:
    assert article("The strike is over.").title == "The strike is over."
