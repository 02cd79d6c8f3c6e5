"""One sentence against another: details that must be reported, and agreements that must not."""

from __future__ import annotations

from datetime import date
from time import process_time
from typing import Literal

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Difference, Link

DAY = date(2024, 6, 8)


def article(text: str) -> Article:
    return Article("test", text[:30], text, (Passage(1, 0, len(text), 1, "body", text),), "", "", date=DAY)


def found(a: str, b: str, strength: Literal["confident", "possible"] = "confident") -> list[Difference]:
    return find_differences(article(a), article(b), [Link(0, 0, 0.8, strength)])


Row = tuple[str, str, str | None, str | None]


def rows(differences: list[Difference]) -> list[Row]:
    return [
        (one.kind, one.severity, one.a.text if one.a else None, one.b.text if one.b else None)
        for one in differences
        if one.severity != "style"
    ]


def mirrored(row: Row) -> Row:
    return row[0], row[1], row[3], row[2]


REPORTED: list[tuple[str, str, Row]] = [
    (
        "“We never gave up,” said Paweł Lis, the coach of Ambridge Harriers.",
        "“We never gave up,” said Inés Duarte, who runs Ambridge Harriers.",
        (
            "attribution",
            "major",
            "Paweł Lis, the coach of Ambridge Harriers",
            "Inés Duarte, who runs Ambridge Harriers",
        ),
    ),
    (
        "The transport minister, Petros Ilias, said the tram had last been checked in June and "
        "that no cracks were found.",
        "Petros Ilias, the minister of transport, said that the tram had been checked in July and "
        "that two cracks were found.",
        ("time", "major", "June", "July"),
    ),
    (
        "The transport minister, Petros Ilias, said the tram had last been checked in June and "
        "that no cracks were found.",
        "Petros Ilias, the minister of transport, said that the tram had been checked in July and "
        "that two cracks were found.",
        ("certainty", "major", "no cracks", "two cracks"),
    ),
    (
        "The reservoir holds between 200 and 300 million litres of water.",
        "The reservoir holds up to 300 million litres of water.",
        ("number", "minor", "between 200 and 300 million litres", "up to 300 million litres"),
    ),
    (
        "Marta Klein finished the race in a borrowed pair of shoes.",
        "Martha Klein finished the race in a borrowed pair of shoes.",
        ("who", "major", "Marta", "Martha"),
    ),
    (
        "The match kicked off at 7pm in heavy rain.",
        "The match kicked off at half past six in heavy rain.",
        ("time", "major", "7pm", "half past six"),
    ),
    (
        "The winger crossed from the right and Odell headed the goal.",
        "The winger crossed from the left and Odell headed the goal.",
        ("place", "major", "right", "left"),
    ),
    (
        "At dawn the air was minus 12 degrees at the weather station.",
        "At dawn the air was 12 degrees at the weather station.",
        ("number", "major", "minus 12 degrees", "12 degrees"),
    ),
    (
        "The lorry may have been travelling too fast for the wet bridge.",
        "Excessive speed on the wet bridge caused the lorry to overturn.",
        ("certainty", "major", "may have been travelling", "caused"),
    ),
    (
        "Halvard’s shot from 25 yards hit the post before the break.",
        "Before the break Halvard hit the post with a shot from 30 yards.",
        ("number", "major", "25 yards", "30 yards"),
    ),
    (
        "The final is on Thursday at 7pm in Arlen.",
        "They will meet on Thursday evening, at half past six, in the capital.",
        ("time", "major", "7pm", "half past six"),
    ),
    (
        "The chapel was built in the 12th century by monks from Arlen.",
        "The chapel was built in the 1300s by monks from Arlen.",
        ("time", "major", "12th century", "1300s"),
    ),
    (
        "The bank will close 40 branches, said a person close to the board.",
        "The bank will close 40 branches, said Ulla Brandt, its chairman.",
        ("attribution", "minor", "a person close to the board", "Ulla Brandt, its chairman"),
    ),
]


@pytest.mark.parametrize(("a", "b", "row"), REPORTED, ids=lambda value: str(value)[:24])
def test_a_differing_detail_is_reported(a: str, b: str, row: Row) -> None:
    assert row in rows(found(a, b))
    assert mirrored(row) in rows(found(b, a))


AGREEING = [
    ("The mayor of Oldenau said the river had never been higher.",
     "“The river has never been higher,” said Imke Voss, the mayor of Oldenau.", "attribution"),
    ("The crew was brought ashore, the coastguard said.",
     "The crew was brought ashore, the coast guard said.", ""),
    ("“The noise woke us,” said Dora Lenk, who keeps a shop beside the canal.",
     "“The noise woke us,” said Dora Lenk, a shopkeeper.", ""),
    ("The bus carried 30 pilgrims from the mountain village of Orsières to the airport.",
     "The bus carried 30 pilgrims from Orsières to the airport.", ""),
    ("The share price of Marwick fell sharply after the verdict was published.",
     "The share price of Marwick fell sharply after the announcement.", ""),
    ("Observers from the Coastal Relief Organisation praised the vote.",
     "Observers from the Coastal Relief Organization praised the vote.", ""),
    ("The deal was reached, said Theresa May.", "Theresa May said the deal was reached.", ""),
    ("The shop will close, said Will Grant, its owner.",
     "Will Grant, the owner, said the shop would close.", ""),
    ("The fund is worth between $2bn and $3bn.", "The fund is worth $2-3bn.", ""),
    ("It was 10-12 degrees in Arlen on Sunday.",
     "It was between 10 and 12 degrees in Arlen on Sunday.", ""),
    ("A spokesman for the ministry, Jan Holm, said talks had begun.",
     "Jan Holm, a ministry spokesman, said the talks had begun.", ""),
    ("The shop opened in the 1980s near the left bank of the river.",
     "The shop opened in 1984 near the left bank of the river.", ""),
    ("Officers said the driver may have fallen asleep before the crash.",
     "Officers said they did not know what caused the crash of the driver.", "certainty"),
    ("The storm tore roofs from houses in Arlen and left three villages without power.",
     "The storm tore roofs from houses in Arlen and cut power to three villages.", "certainty"),
    ("Rail services between Arlen and Tolm were suspended after a tree fell on the line.",
     "A fallen tree halted trains between Arlen and Tolm.", "omission"),
    ("The night was minus 12 degrees at the pass.", "The night was 12 degrees below zero at the pass.", ""),
    ("Thieves broke into the 12th-century church at Marlow on Sunday.",
     "Thieves on Sunday broke into the church at Marlow, which dates from the 1100s.", "number"),
    ("The pilot, Jonas Wirth, survived with a broken arm and was questioned by police.",
     "Police questioned the pilot, Jonas Wirth, at the clinic where he is treated for a broken arm.",
     "wording"),
    ("Beverley Nash wept when the final whistle went.", "Bev Nash wept when the final whistle went.", ""),
    ("Thomas Nash wept when the final whistle went.", "Tom Nash wept when the final whistle went.", ""),
    ("Elizabeth Nash wept when the final whistle went.", "Liz Nash wept when the final whistle went.", ""),
    ("Kestrel Town are in the last four of the Silver Cup for the first time since 1987,"
     " after beating Rodney.",
     "Rodney were knocked out of the Silver Cup last night by Kestrel Town.", "time"),
    ("The crowd was the biggest at the ground for 22 years.",
     "It is 39 years since Kestrel got to the semi-finals at that ground.", "time"),
    ("The Par▯lia▯ment approved the bud▯get of 4▯0 million euros.",
     "The Parliament approved the budget of 40 million euros.", ""),
    ("The match kicked off at 6.30pm in heavy rain.",
     "The match kicked off at half past six in heavy rain.", ""),
    ("The first look at the flight recorder pointed to a speed of 300 km/h.",
     "The flight recorder shows a speed of 300 km/h.", "omission"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "kind"), AGREEING, ids=lambda value: str(value)[:24])
def test_what_agrees_is_not_reported(a: str, b: str, kind: str) -> None:
    """``kind`` empty: nothing at all may be reported; else nothing of that kind that matters."""
    for one in (*rows(found(a, b)), *rows(found(b, a))):
        assert kind, one
        assert one[:2] != (kind, "major")
        assert one[0] != kind or kind == "attribution"


def test_a_source_is_never_a_clause() -> None:
    differences = found(
        "The transport minister, Petros Ilias, said the tram had been checked in June.",
        "Petros Ilias, the minister of transport, said that the tram had been checked in June.",
    )
    assert rows(differences) == []


def test_spans_count_the_marks_of_hidden_characters() -> None:
    a = "The Par▯liament ap▯proved a budget of 4▯0 million euros."
    differences = found(a, "The Parliament approved a budget of 50 million euros.")
    assert [(one.kind, one.a and one.a.text) for one in differences] == [("number", "4▯0 million euros")]
    assert differences[0].a is not None
    assert a[differences[0].a.start : differences[0].a.end] == "4▯0 million euros"


def test_a_phrase_of_a_weak_link_must_name_a_party_that_the_other_article_lacks() -> None:
    a = "The note adds that the telephone conversation took place on Friday at the wish of the Danish side."
    b = "On Friday Denmark's Foreign Minister Lars Holt held a phone call with his counterpart Inga Berg."
    assert ("omission", "minor", "at the wish of the Danish side", None) in rows(found(a, b, "possible"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "A coach taking pilgrims home from their holidays crashed through a fence near Oldenau "
            "on Friday.",
            "A coach full of pilgrims broke through a fence near Oldenau on Friday.",
        ),
        (
            "The ferry Isolde with 20 sailors on board went down close to Tolmo on Friday.",
            "The ferry Isolde sank off Tolmo on Friday with 20 sailors.",
        ),
    ],
)
def test_a_dropped_phrase_is_a_whole_phrase(a: str, b: str) -> None:
    phrases = [one.a.text for one in found(a, b) if one.kind == "omission" and one.a is not None]
    assert not [phrase for phrase in phrases if phrase.split()[-1] in ("crashed", "close", "went", "down")]


def test_identical_sentences_against_one_take_linear_time() -> None:
    sentence = "The coach carried 47 passengers to Lauterau."
    count = 3000
    text = " ".join([sentence] * count)
    step = len(sentence) + 1
    passages = tuple(
        Passage(number + 1, number * step, number * step + len(sentence), 1, "body", sentence)
        for number in range(count)
    )
    many = Article("many", "many", text, passages, "", "", date=DAY)
    links = [Link(number, 0, 1.0, "confident") for number in range(count)]
    begin = process_time()
    assert find_differences(many, article(sentence), links) == []
    assert process_time() - begin < 4
