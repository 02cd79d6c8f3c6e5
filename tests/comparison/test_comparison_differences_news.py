"""Sentences as rival reporters write them: what a careful editor would mark, and what says the same."""

from __future__ import annotations

from datetime import date

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Difference, Link

DAY = date(2024, 6, 8)
Row = tuple[str, str | None, str | None]


def article(*texts: str) -> Article:
    passages: list[Passage] = []
    start = 0
    for number, text in enumerate(texts, start=1):
        passages.append(Passage(number, start, start + len(text), number, "body", text))
        start += len(text) + 1
    return Article("test", "test", "\n".join(texts), tuple(passages), "", "", date=DAY)


def found(a: str, b: str) -> list[Difference]:
    return find_differences(article(a), article(b), [Link(0, 0, 0.6, "confident")])


def rows(differences: list[Difference]) -> list[Row]:
    return [
        (one.kind, one.a.text if one.a else None, one.b.text if one.b else None)
        for one in differences
        if one.severity != "style"
    ]


REPORTED: list[tuple[str, str, Row]] = [
    (
        "The bakery chain will cut 1,200 jobs by December.",
        "The baker said it would lay off 1,500 workers before the year is out.",
        ("number", "1,200", "1,500"),
    ),
    (
        "The rescue took three-quarters of an hour, the coast guard said.",
        "The rescue took half an hour, the coast guard said.",
        ("time", "three-quarters of an hour", "half an hour"),
    ),
    (
        "A 63-year-old man drowned when his car was swept off the bridge.",
        "The man, who was 68, died when his car was washed from the bridge.",
        ("number", "63-year-old", "68"),
    ),
    ("Attendance: 3,120.", "The crowd of 3,210 was the largest of the year.", ("number", "3,120", "3,210")),
    (
        "The new tram line opens on 4 September.",
        "The first tram will run on the line on Sept. 14.",
        ("time", "4 September", "Sept. 14"),
    ),
    (
        "“We shall rebuild the chapel stone by stone,” said the abbot.",
        "“Nothing will keep us from putting it up again,” said the abbot of the chapel.",
        (
            "quote",
            "We shall rebuild the chapel stone by stone",
            "Nothing will keep us from putting it up again",
        ),
    ),
    (
        "The abbot called the loss of the chapel “a wound that will not heal”.",
        "The abbot spoke of his grief for the chapel.",
        ("quote", "a wound that will not heal", None),
    ),
    (
        "The inquest heard that Marta Quill, a retired pilot, had taken off in fog.",
        "Marta Quill, a retired pilot, had taken off in fog.",
        ("attribution", "The inquest heard", None),
    ),
    (
        "Two boats, as Ruben Sorel puts it, “went to sleep on the rocks” at Tolm.",
        "Two boats ran on the rocks at Tolm.",
        ("attribution", "as Ruben Sorel puts it", None),
    ),
    (
        "“The brakes were worn,” said the fitter of the coach firm.",
        "“The brakes were worn,” admitted the fitter of the coach firm.",
        ("attribution", "said", "admitted"),
    ),
    (
        "Police believe the barn was set alight on purpose.",
        "The barn was set alight on purpose, police said.",
        ("certainty", "believe", "said"),
    ),
    (
        "Orla Finch would be the first woman to run the port.",
        "Orla Finch would be the first woman to run the port, if the council agrees.",
        ("certainty", None, "if the council agrees"),
    ),
    (
        "The ministry confirmed the arrest of the pilot.",
        "The ministry did not confirm the arrest of the pilot.",
        ("certainty", "confirmed", "not confirm"),
    ),
    (
        "The firm said it would cut 1,200 jobs at Leith.",
        "The firm will cut 1,200 jobs at Leith.",
        ("certainty", "The firm said", None),
    ),
    (
        "The ambassador was summoned over the incident, state media reported.",
        "The ambassador was summoned over the incident, diplomats said.",
        ("attribution", "state media", "diplomats"),
    ),
    (
        "He was jailed for nine years for the murder of his landlord.",
        "He was jailed for nine years for the manslaughter of his landlord.",
        ("event", "murder", "manslaughter"),
    ),
    (
        "The ledger was found by a new bookkeeper at the mill.",
        "The ledger was found by an accountant at the mill.",
        ("who", "a new bookkeeper", "an accountant"),
    ),
    (
        "The ferry, a converted minesweeper built in 1951, sank off Tolm.",
        "The ferry sank off Tolm.",
        ("omission", "a converted minesweeper built in 1951", None),
    ),
    (
        "Substitute keeper Ivo Marr saved the penalty.",
        "Ivo Marr saved the penalty.",
        ("omission", "Substitute keeper", None),
    ),
    (
        "The prize was shared by Ada Brandt and the Northern Choir.",
        "The prize went to Ada Brandt.",
        ("omission", "the Northern Choir", None),
    ),
]


@pytest.mark.parametrize(
    ("a", "b", "row"), REPORTED, ids=[row[2][0] + str(n) for n, row in enumerate(REPORTED)]
)
def test_a_detail_that_differs_is_reported_whichever_way_round(a: str, b: str, row: Row) -> None:
    assert row in rows(found(a, b))
    assert (row[0], row[2], row[1]) in rows(found(b, a))


AGREEING = [
    (
        "More than half of voters oppose the dam, a poll showed.",
        "Some 54% of voters oppose the dam, a poll showed.",
    ),
    ("Roughly a third of the hives died.", "The hives lost were 31 per cent of all."),
    ("He was sent to prison for three and a half years.", "He was sent to prison for 42 months."),
    ("Seals took 1.23 billion dollars of fish.", "Seals took $1.2bn of fish."),
    ("Half a million people left the coast.", "The coast was left by 500,000 people."),
    ("About 4.5m people voted.", "Some 4.5 million people voted."),
    (
        "A pilots' strike forced the airline to scrap 120 flights.",
        "The airline cancelled 120 flights in a pilots' strike.",
    ),
    ("The judge, Sara Cole, called it “a farce”.", "Judge Sara Cole called it “a farce”."),
    ("A spokesman for the mill declined to comment.", "The mill refused to comment."),
]


@pytest.mark.parametrize(("a", "b"), AGREEING)
def test_the_same_said_differently_is_no_difference(a: str, b: str) -> None:
    assert rows(found(a, b)) == []
    assert rows(found(b, a)) == []


def test_a_name_is_not_denied() -> None:
    a = "The head of Brackwater School said that she felt relief."
    b = "For years nobody at Brackwater School noticed a thing, the head said."
    assert [row for row in rows(found(a, b)) if row[0] == "certainty"] == []


def test_a_part_that_faces_another_one_behind_the_same_word_is_told_in_other_words() -> None:
    a = "The kiln was fired by Ada Brandt, who makes pots for a living, before dawn."
    b = "The kiln was fired by Ada Brandt, a potter by trade, before dawn."
    assert [row for row in rows(found(a, b)) if row[0] == "omission"] == []


def test_a_detail_that_an_unlinked_passage_tells_is_no_omission() -> None:
    a = article("The council opened the swing bridge, which weighs 900 tonnes.")
    b = article("The council opened the swing bridge.", "It weighs 900 tonnes.")
    kinds = [one.kind for one in find_differences(a, b, [Link(0, 0, 0.9, "confident")])]
    assert "omission" not in kinds


def test_progress_is_told_and_may_cancel() -> None:
    texts = [f"The mayor of town {n} said that {n} people were hurt in the fire." for n in range(450)]
    others = [text.replace("hurt", "killed") for text in texts]
    links = [Link(n, n, 0.9, "confident") for n in range(450)]
    told: list[float] = []
    find_differences(article(*texts), article(*others), links, progress=told.append)
    assert told == sorted(told)
    assert len(told) >= 2
    assert all(0 < share <= 1 for share in told)

    def cancel(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_differences(article(*texts), article(*others), links, progress=cancel)


def test_sentences_that_repeat_thousands_of_times_are_searched_only_so_often() -> None:
    a = article(*["The fire at the mill in Dover killed 12 people."] * 3000)
    b = article(*["The fire at the mill in Calais killed 14 people."] * 3000)
    links = [Link(n, (n + step) % 3000, 0.9, "confident") for n in range(3000) for step in range(4)]
    differences = find_differences(a, b, links)
    assert 0 < len(differences) <= 300


def test_a_foreign_language_yields_no_names_and_no_sources() -> None:
    a = " ".join(["Der Bürgermeister von Lindau sagte am Montag, dass die Brücke gesperrt wird."] * 3)
    b = " ".join(["Die Sprecherin von Bregenz teilte am Dienstag mit, dass die Brücke gesperrt wird."] * 3)
    assert {row[0] for row in rows(found(a, b))} <= {"number", "quote", "wording", "omission"}
